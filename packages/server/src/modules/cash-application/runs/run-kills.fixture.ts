/** A process that applies what is unapplied, for the test that kills it. Tells how much it posted if it gets to the end. */
import type pg from 'pg';
import { applicationPool } from '../../../platform/database/pool.ts';
import { Database, type Scope } from '../../../platform/database/transaction.ts';
import { applyUnapplied } from './apply-unapplied.usecase.ts';

export interface KilledRun {
  readonly connection: pg.ClientConfig;
  readonly scope: Scope;
  /** Where its clock begins, in microseconds. */
  readonly startsAt: string;
}

const { connection, scope, startsAt } = JSON.parse(process.argv[2] ?? '') as KilledRun;
let now = BigInt(startsAt);
const database = new Database(await applicationPool(connection, 4), { now: () => ++now });
const { posted } = await applyUnapplied(database, scope);
process.stdout.write(`${posted}\n`);
await database.end();
