import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { type DocumentDraft, documentPoster } from './index.ts';

const TODAY = localDate('2026-11-20');
const BLOCKS = 5;
const DOCUMENTS_OF_BLOCK = 400;

let testDatabase: TestDatabase;
let book: TestBook;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: TODAY });
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

/** Rows of the ledger that this transaction has read by reading whole tables. */
async function rowsReadWhole(tx: Tx): Promise<number> {
  const row = await tx.one<{ rows: bigint }>(sql`
    select coalesce(sum(seq_tup_read), 0)::bigint as rows from pg_stat_xact_user_tables
      where relname in ('document', 'item', 'entry', 'posting', 'customer')`);
  return Number(row.rows);
}

describe('posting many documents', () => {
  it('reads no table whole for a later block, though the plans were made when the tables were empty', async () => {
    const customerId = await book.addCustomer('C-1');
    const draft = (at: number): DocumentDraft => ({
      kind: 'invoice',
      number: `I-${at}`,
      customerId,
      currency: 'EUR',
      issuedOn: TODAY,
      instalments: [{ dueOn: TODAY, amountMinor: 100n }],
    });
    const read = await book.run(async (tx) => {
      const poster = await documentPoster(tx, ['EUR'], { commandId: tx.commandId, batchId: null });
      const perBlock: number[] = [];
      for (let block = 0; block < BLOCKS; block += 1) {
        for (let at = 0; at < DOCUMENTS_OF_BLOCK; at += 1) poster.add(draft(block * DOCUMENTS_OF_BLOCK + at));
        const before = await rowsReadWhole(tx);
        await poster.flush();
        perBlock.push((await rowsReadWhole(tx)) - before);
      }
      return perBlock;
    });
    expect(read).toEqual([0, 0, 0, 0, 0]);
  });
});
