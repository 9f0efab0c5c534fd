/** The ledger written by hand, as somebody with the application's credentials could: rows go in as they are given. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { applicationPool, ownerPool } from '../../../platform/database/pool.ts';
import { type Company, Database, type Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { ensureUnidentifiedCustomer, insertCustomers } from '../../customers/index.ts';

export interface Row {
  readonly [column: string]: string | number | boolean | null;
}

export interface Rows {
  readonly document?: readonly Row[];
  readonly item?: readonly Row[];
  readonly entry?: readonly Row[];
  readonly posting?: readonly Row[];
}

/** One statement that inserts all the rows, postings last, as the application's own statements do. */
export async function insertRows(client: pg.ClientBase, rows: Rows): Promise<void> {
  const insert = async (table: keyof Rows, parameter: string) => {
    const columns = await columnsOf(client, table);
    return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::public.${table}, ${parameter})`;
  };
  await client.query(
    `with d as (${await insert('document', '$1')}), i as (${await insert('item', '$2')}), e as (${await insert('entry', '$3')})
      ${await insert('posting', '$4')}`,
    [rows.document, rows.item, rows.entry, rows.posting].map((some) => JSON.stringify(some ?? [])),
  );
}

/** The columns that are written, not generated. */
async function columnsOf(client: pg.ClientBase, table: string): Promise<string> {
  const found = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = ('public.' || $1)::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return found.rows[0]?.columns ?? '';
}

/** A company whose instants are the database's, posted to as the application does. */
export interface RealCompany {
  readonly company: Company;
  readonly scope: Scope;
  readonly database: Database;
  readonly customerId: string;
  readonly unidentifiedId: string;
  readonly today: LocalDate;
  close(): Promise<void>;
}

export async function openRealCompany(
  connection: pg.ClientConfig,
  options: { code: string; connectionsMax?: number },
): Promise<RealCompany> {
  const company: Company = {
    id: newId(),
    code: options.code,
    name: `Company ${options.code}`,
    functionalCurrency: 'EUR',
    timeZone: 'UTC',
  };
  const owner = ownerPool(connection, 1);
  await owner.query(
    'insert into company (id, code, name, functional_currency, time_zone) values ($1, $2, $3, $4, $5)',
    [company.id, company.code, company.name, company.functionalCurrency, company.timeZone],
  );
  await owner.end();
  const database = new Database(await applicationPool(connection, options.connectionsMax ?? 4));
  const scope: Scope = { company, actor: { id: newId(), name: 'Test Analyst', mayPostInClosing: true } };
  const unidentifiedId = await database.write(scope, ensureUnidentifiedCustomer);
  const customerId = newId();
  await database.write(scope, (tx) => insertCustomers(tx, [{ id: customerId, number: 'C1', name: 'Acme' }], null));
  const today = await database.read(scope, async (tx) => tx.today);
  return { company, scope, database, customerId, unidentifiedId, today: localDate(today), close: () => database.end() };
}
