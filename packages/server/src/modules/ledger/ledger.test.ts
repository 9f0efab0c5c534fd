import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import { type AgingRow, aging, applyCredits, changeDueDate, postDocuments, reverseEntry } from './index.ts';

let testDatabase: TestDatabase;
let book: TestBook;
let acme: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-03-01') });
  acme = await book.addCustomer('C1', 'Acme');
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

const day = localDate;

async function open(
  kind: 'invoice' | 'receipt',
  number: string,
  amountMinor: bigint,
  dates: { issued: string; due: string },
) {
  const posted = await book.run((tx) =>
    postDocuments(
      tx,
      [
        {
          kind,
          number,
          customerId: acme,
          currency: 'EUR',
          issuedOn: day(dates.issued),
          instalments: [{ dueOn: day(dates.due), amountMinor }],
        },
      ],
      { commandId: tx.commandId, batchId: null },
    ),
  );
  const itemId = posted[0]?.itemIds[0];
  if (itemId === undefined) throw new Error('nothing was posted');
  return { itemId, entryId: posted[0]?.entryId ?? '' };
}

async function agingOf(asOf: string, knownAt?: string): Promise<AgingRow[]> {
  const answer = await book.read((tx) =>
    aging(tx, { asOf: day(asOf), knownAt, by: 'customer', buckets: [30, 60, 90] }),
  );
  return [...answer.rows];
}

describe('an invoice, a receipt and what is known of them', () => {
  it('is aged on its due date, applied, moved, and undone, and each earlier answer stands', async () => {
    const invoice = await open('invoice', '4711', 10_000n, { issued: '2026-01-01', due: '2026-01-31' });
    const before = await book.read((tx) =>
      aging(tx, { asOf: day('2026-02-15'), by: 'customer', buckets: [30, 60, 90] }),
    );
    expect(before.rows).toMatchObject([{ bucketsMinor: [10_000n, 0n, 0n, 0n], totalMinor: 10_000n }]);

    await book.run((tx) =>
      changeDueDate(tx, { itemId: invoice.itemId, dueOn: day('2026-02-28') }, { effectiveOn: day('2026-01-20') }),
    );
    expect(await agingOf('2026-02-15')).toMatchObject([{ notDueMinor: 10_000n, bucketsMinor: [0n, 0n, 0n, 0n] }]);

    const receipt = await open('receipt', 'R1', 4_000n, { issued: '2026-01-10', due: '2026-01-10' });
    const [application = ''] = await book.run((tx) =>
      applyCredits(tx, [{ creditItemId: receipt.itemId, debitItemId: invoice.itemId, amountMinor: 4_000n }], {
        effectiveOn: day('2026-01-10'),
      }),
    );
    expect(await agingOf('2026-02-15')).toMatchObject([
      { notDueMinor: 6_000n, unappliedMinor: 0n, totalMinor: 6_000n },
    ]);
    expect(await agingOf('2026-01-15')).toMatchObject([{ notDueMinor: 6_000n }]);
    expect(await agingOf('2026-03-01')).toMatchObject([{ notDueMinor: 0n, bucketsMinor: [6_000n, 0n, 0n, 0n] }]);
    expect(await agingOf('2026-02-15', before.knownAt)).toEqual(before.rows);

    await book.run((tx) => reverseEntry(tx, { entryId: application, withDependents: false, reason: 'wrong invoice' }));
    expect(await agingOf('2026-02-15')).toMatchObject([
      { notDueMinor: 10_000n, unappliedMinor: -4_000n, totalMinor: 6_000n },
    ]);
  });

  it('refuses to apply more than is open, and names the item', async () => {
    const invoice = await open('invoice', '4712', 5_000n, { issued: '2026-02-01', due: '2026-02-28' });
    const receipt = await open('receipt', 'R2', 9_000n, { issued: '2026-02-10', due: '2026-02-10' });
    const over = book.run((tx) =>
      applyCredits(tx, [{ creditItemId: receipt.itemId, debitItemId: invoice.itemId, amountMinor: 5_001n }], {
        effectiveOn: day('2026-02-10'),
      }),
    );
    await expect(over).rejects.toMatchObject({ code: 'open_amount_exceeded' });
  });
});
