import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { postDocuments, type Settlement, settleReceipts, verify } from './index.ts';
import { findItem } from './reading.queries.ts';

const TODAY = localDate('2026-11-20');
let testDatabase: TestDatabase;
let book: TestBook;
let acme: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: TODAY });
  acme = await book.addCustomer('C-1');
});
afterAll(async () => {
  const broken = (await book.read((tx) => verify(tx))).filter((check) => !check.ok);
  await book.close();
  await testDatabase.drop();
  expect(broken).toEqual([]);
});

let documents = 0;

/** An item on ACME's account, or a receipt on the UNIDENTIFIED customer's. Its id. */
async function anItem(kind: 'invoice' | 'receipt', amountMinor: bigint): Promise<string> {
  const customerId = kind === 'invoice' ? acme : book.unidentifiedId;
  const instalments = [{ dueOn: TODAY, amountMinor }];
  const draft = { kind, number: `D-${++documents}`, customerId, currency: 'EUR', issuedOn: TODAY, instalments };
  const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
  return posted?.itemIds[0] ?? '';
}

function settlement(receiptItemId: string, debitItemId: string, amountMinor: bigint): Settlement {
  return {
    receiptItemId,
    identification: { customerId: acme, effectiveOn: TODAY },
    allocations: [{ creditItemId: receiptItemId, debitItemId, amountMinor }],
    adjustments: [],
    effectiveOn: TODAY,
  };
}

/** "0 of C-1": what is open, in cents, and of whom. */
async function open(itemId: string): Promise<string> {
  const item = await book.read((tx) => findItem(tx, itemId));
  return `${item?.openMinor} of ${item?.customerNumber}`;
}

const settle = (settlements: readonly Settlement[]) =>
  book.run(async (tx) => {
    const outcomes = await settleReceipts(tx, settlements);
    return outcomes.map((outcome) => (outcome instanceof AppError ? outcome.code : outcome.entryIds.length));
  });

describe('receipts settled at once', () => {
  it('of three of which the second is 0.01 above its item, the first and the third are settled', async () => {
    const invoices = [await anItem('invoice', 100n), await anItem('invoice', 200n), await anItem('invoice', 300n)];
    const receipts = [await anItem('receipt', 100n), await anItem('receipt', 201n), await anItem('receipt', 300n)];
    const amounts = [100n, 201n, 300n];
    const outcomes = await settle(
      receipts.map((receipt, index) => settlement(receipt, invoices[index] ?? '', amounts[index] ?? 0n)),
    );
    expect(outcomes).toEqual([2, 'open_amount_exceeded', 2]); // identified and applied
    expect(await Promise.all(invoices.map(open))).toEqual(['0 of C-1', '200 of C-1', '0 of C-1']);
    expect(await Promise.all(receipts.map(open))).toEqual(['0 of C-1', '-201 of UNIDENTIFIED', '0 of C-1']);
  });

  it('two that pay one item: the second may take what the first left, and no more', async () => {
    const invoice = await anItem('invoice', 100n);
    const receipts = [await anItem('receipt', 60n), await anItem('receipt', 40n), await anItem('receipt', 1n)];
    const [first = '', second = '', third = ''] = receipts;
    const outcomes = await settle([
      settlement(first, invoice, 60n),
      settlement(second, invoice, 40n),
      settlement(third, invoice, 1n),
    ]);
    expect(outcomes).toEqual([2, 2, 'open_amount_exceeded']);
    expect(await open(invoice)).toBe('0 of C-1');
  });

  it('a receipt given to a customer that is not there leaves the others alone', async () => {
    const invoice = await anItem('invoice', 50n);
    const [stray, good] = [await anItem('receipt', 50n), await anItem('receipt', 50n)];
    const nobody = { customerId: '00000000-0000-7000-8000-000000000000', effectiveOn: TODAY };
    const outcomes = await settle([
      { ...settlement(stray, invoice, 50n), identification: nobody },
      settlement(good, invoice, 50n),
    ]);
    expect(outcomes).toEqual(['not_found', 2]);
    expect([await open(stray), await open(good)]).toEqual(['-50 of UNIDENTIFIED', '0 of C-1']);
  });
});
