/** A throwaway company on a database of its own, as the benches measure on: production settings, the real tables. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { insertCustomers } from '../modules/customers/index.ts';
import { type DocumentDraft, documentPoster } from '../modules/ledger/index.ts';
import { runCommand } from '../platform/command/index.ts';
import { migrate } from '../platform/database/migrations/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { applicationPool, ownerPool } from '../platform/database/pool.ts';
import { type Company, Database, type Scope } from '../platform/database/transaction.ts';
import { newId } from '../platform/ids.ts';

export interface BenchBook {
  readonly scope: Scope;
  readonly database: Database;
  /** As the owner: floors, without row-level security and triggers. */
  readonly owner: pg.Pool;
  /** The owner's: for processes of their own. */
  readonly connection: pg.ClientConfig;
  readonly customerIds: readonly string[];
  close(): Promise<void>;
}

const CUSTOMERS = 50_000;
const CLIENTS_MAX = 20;

/** Opens it in a temporary directory (or on `databaseUrl`, which must be empty) with 50,000 customers. */
export async function openBenchBook(databaseUrl?: string): Promise<BenchBook> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'quittance-bench-'));
  const handle = await openDatabase(databaseUrl === undefined ? { dataDir: directory } : { databaseUrl });
  await migrate(handle.connection);
  const owner = ownerPool(handle.connection, CLIENTS_MAX);
  const company: Company = { id: newId(), code: 'BENCH', name: 'Bench', functionalCurrency: 'EUR', timeZone: 'UTC' };
  await owner.query(
    'insert into company (id, code, name, functional_currency, time_zone) values ($1, $2, $3, $4, $5)',
    [company.id, company.code, company.name, company.functionalCurrency, company.timeZone],
  );
  const database = new Database(await applicationPool(handle.connection, CLIENTS_MAX));
  const scope: Scope = { company, actor: { id: newId(), name: 'bench' } };
  const customerIds = Array.from({ length: CUSTOMERS }, newId);
  await database.write(scope, async (tx) => {
    for (let start = 0; start < CUSTOMERS; start += 5_000) {
      const rows = customerIds.slice(start, start + 5_000).map((id, index) => ({
        id,
        number: `C${start + index}`,
        name: `Customer ${start + index}`,
      }));
      await insertCustomers(tx, rows, null);
    }
  });
  return {
    scope,
    database,
    owner,
    connection: handle.connection,
    customerIds,
    async close() {
      await database.end();
      await owner.end();
      await handle.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const FIRST_DAY = localDate('2024-06-01');
const DAYS = 760;

/** The n-th invoice: 50,000 customers, two years, amounts from 10.00 to 10,010.00. */
export function benchInvoice(book: BenchBook, index: number): DocumentDraft {
  const issuedOn: LocalDate = addDays(FIRST_DAY, index % DAYS);
  return {
    kind: 'invoice',
    number: String(1_930_000_000 + index),
    customerId: book.customerIds[(index * 7_919) % book.customerIds.length] ?? '',
    currency: 'EUR',
    issuedOn,
    instalments: [{ dueOn: addDays(issuedOn, 30), amountMinor: BigInt(1_000 + ((index * 7_919) % 1_000_000)) }],
    purchaseOrder: `45${String(index % 10_000_000).padStart(8, '0')}`,
  };
}

/** The number of the customer that the n-th invoice belongs to. */
export function benchCustomerNumber(book: BenchBook, index: number): string {
  return `C${(index * 7_919) % book.customerIds.length}`;
}

/** Posts documents through the ledger's bulk path, in one transaction. Returns the milliseconds it took. */
export async function postInvoices(
  book: BenchBook,
  count: number,
  draft: (index: number) => DocumentDraft,
): Promise<number> {
  const startedAt = performance.now();
  await runCommand(book.database, book.scope, { action: 'bench.post', body: { count } }, async (tx) => {
    const poster = await documentPoster(tx, ['EUR'], { commandId: tx.commandId, batchId: null });
    for (let index = 0; index < count; index++) {
      poster.add(draft(index));
      if (poster.isFull()) await poster.flush();
    }
    await poster.flush();
    return null;
  });
  return performance.now() - startedAt;
}

export function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
