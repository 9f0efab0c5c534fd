/** A company with an empty ledger, a clock that tests turn, and people to post as. */
import { type LocalDate, toEpochDay } from '@quittance/core/calendar';
import type pg from 'pg';
import { ensureUnidentifiedCustomer, insertCustomers } from '../../modules/customers/index.ts';
import { type Command, type CommandTx, runCommand } from '../command/index.ts';
import { applicationPool, ownerPool } from '../database/pool.ts';
import { type Company, Database, type Scope, type Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';

export interface TestBook {
  readonly company: Company;
  readonly scope: Scope;
  readonly database: Database;
  readonly unidentifiedId: string;
  /** Noon of that day, in UTC, and a microsecond later with each question. */
  setToday(day: LocalDate): void;
  addCustomer(number: string, name?: string): Promise<string>;
  run<T>(work: (tx: CommandTx) => Promise<T>, command?: Partial<Command>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const NOON_MICROS = 43_200_000_000n;

export async function openTestBook(
  connection: pg.ClientConfig,
  options: { today: LocalDate; functionalCurrency?: string; code?: string; connectionsMax?: number },
): Promise<TestBook> {
  let now = 0n;
  const setToday = (day: LocalDate) => {
    const noon = BigInt(toEpochDay(day)) * 86_400_000_000n + NOON_MICROS;
    if (noon > now) now = noon;
  };
  setToday(options.today);
  const company: Company = {
    id: newId(),
    code: options.code ?? 'TEST',
    name: 'Test Company',
    functionalCurrency: options.functionalCurrency ?? 'EUR',
    timeZone: 'UTC',
  };
  const owner = ownerPool(connection, 1);
  await owner.query(
    `insert into company (id, code, name, functional_currency, time_zone, clock) values ($1, $2, $3, $4, $5, 'given')`,
    [company.id, company.code, company.name, company.functionalCurrency, company.timeZone],
  );
  await owner.end();
  const database = new Database(await applicationPool(connection, options.connectionsMax ?? 4), { now: () => ++now });
  const scope: Scope = { company, actor: { id: newId(), name: 'Test Analyst', mayPostInClosing: true } };
  const unidentifiedId = await database.write(scope, ensureUnidentifiedCustomer);
  return {
    company,
    scope,
    database,
    unidentifiedId,
    setToday,
    async addCustomer(number, name = `Customer ${number}`) {
      const id = newId();
      await database.write(scope, (tx) => insertCustomers(tx, [{ id, number, name }], null));
      return id;
    },
    run: (work, command = {}) => runCommand(database, scope, { action: 'test', body: null, ...command }, work),
    read: (work) => database.read(scope, work),
    close: () => database.end(),
  };
}
