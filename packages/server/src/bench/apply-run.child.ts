/** A run of cash application in a process of its own, for the bench that kills it. */
import type pg from 'pg';
import { applyUnapplied } from '../modules/cash-application/index.ts';
import { applicationPool } from '../platform/database/pool.ts';
import { Database, type Scope } from '../platform/database/transaction.ts';

export interface ApplyRun {
  readonly connection: pg.ClientConfig;
  readonly scope: Scope;
}

const CLIENTS = 4;

const { connection, scope } = JSON.parse(process.argv[2] ?? '') as ApplyRun;
const database = new Database(await applicationPool(connection, CLIENTS));
await applyUnapplied(database, scope);
await database.end();
