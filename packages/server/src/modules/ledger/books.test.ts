import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runClosingCommand, runCommand } from '../../platform/command/index.ts';
import { ownerPool } from '../../platform/database/pool.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../platform/testing/ledger-book.ts';
import {
  aging,
  checkSeals,
  closePeriod,
  exportJournal,
  type LedgerAct,
  performAct,
  performOrWait,
  postDocuments,
  receiveTransfers,
  releasePending,
  reprintJournal,
  revalue,
  saveRate,
  sealEntries,
  sendToCompany,
  verify,
} from './index.ts';

const day = localDate;
let testDatabase: TestDatabase;
let book: TestBook;
let customerId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: day('2026-01-10'), code: 'BOOKS' });
  customerId = await book.addCustomer('C1');
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

function invoice(
  number: string,
  amountMinor: bigint,
  dates: { issued: string; due: string },
  currency = 'EUR',
): LedgerAct {
  const document = {
    kind: 'invoice' as const,
    number,
    customerId,
    currency,
    issuedOn: day(dates.issued),
    instalments: [{ dueOn: day(dates.due), amountMinor }],
  };
  return { kind: 'document', document };
}

async function perform(act: LedgerAct) {
  return book.run((tx) => performAct(tx, act));
}

async function failures() {
  return (await book.read((tx) => verify(tx))).filter((invariant) => !invariant.ok);
}

describe('the books of a company', () => {
  it('revalues what is open in foreign currency and takes it back the next day', async () => {
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: day('2026-01-01'), rate: '0.90' }));
    const { itemIds } = await perform(invoice('US-1', 100_000n, { issued: '2026-01-05', due: '2026-02-04' }, 'USD'));
    book.setToday(day('2026-01-31'));
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: day('2026-01-31'), rate: '0.95' }));
    const [entryId] = await book.run((tx) => revalue(tx, day('2026-01-31')));
    expect(entryId).toBeDefined();
    book.setToday(day('2026-02-01'));
    expect(await releasePending(book.database, book.scope)).toEqual({ done: 1, refused: 0 });
    const paid = await perform({
      kind: 'document',
      document: {
        kind: 'receipt',
        number: 'US-R1',
        customerId,
        currency: 'USD',
        issuedOn: day('2026-02-01'),
        instalments: [{ dueOn: day('2026-02-01'), amountMinor: 100_000n }],
      },
    });
    await perform({
      kind: 'application',
      allocations: [{ creditItemId: paid.itemIds[0] ?? '', debitItemId: itemIds[0] ?? '', amountMinor: 100_000n }],
    });
    expect(await failures()).toEqual([]);
  });

  it('keeps an act of tomorrow beside the figures and carries it out on its day, once', async () => {
    const waiting = await book.run((tx) =>
      performOrWait(tx, invoice('F-1', 5_000n, { issued: '2026-02-03', due: '2026-03-05' })),
    );
    expect(waiting.state).toBe('pending');
    expect(await releasePending(book.database, book.scope)).toEqual({ done: 0, refused: 0 });
    book.setToday(day('2026-02-03'));
    expect(await releasePending(book.database, book.scope)).toEqual({ done: 1, refused: 0 });
    expect(await releasePending(book.database, book.scope)).toEqual({ done: 0, refused: 0 });
    const answer = await book.read((tx) => aging(tx, { by: 'customer', buckets: [30] }));
    expect(answer.rows).toMatchObject([{ notDueMinor: 5_000n }]);
  });

  it('closes January: nothing is posted into it any more, and its answer starts from the snapshot', async () => {
    const before = await book.read((tx) =>
      aging(tx, { asOf: day('2026-01-31'), by: 'customer', buckets: [30, 60, 90] }),
    );
    const command = { action: 'period.close', body: { endsOn: '2026-01-31' } };
    await runClosingCommand(book.database, book.scope, command, (tx) => closePeriod(tx, day('2026-01-31'), []));
    const after = await book.read((tx) =>
      aging(tx, { asOf: day('2026-01-31'), by: 'customer', buckets: [30, 60, 90] }),
    );
    expect(after.rows).toEqual(before.rows);
    for (const asOf of [day('2026-01-31'), undefined]) {
      const euro = await book.read((tx) =>
        aging(tx, { asOf, by: 'customer', buckets: [30], currency: 'EUR', customerId }),
      );
      expect(euro.rows.every((row) => row.currency === 'EUR' && row.customerId === customerId)).toBe(true);
    }
    const late = await perform(invoice('LATE-1', 700n, { issued: '2026-01-20', due: '2026-02-19' }));
    expect(late.itemIds).toHaveLength(1); // takes effect on 1 February, the first open day
    await expect(
      perform({
        kind: 'adjustment',
        itemId: late.itemIds[0] ?? '',
        adjustment: 'write_off',
        amountMinor: 1n,
        effectiveOn: day('2026-01-30'),
      }),
    ).rejects.toMatchObject({ code: 'period_is_closed' });
    expect(await failures()).toEqual([]);
  });

  it('hands every posting to the general ledger once, balanced, and prints a journal again as it was', async () => {
    const first = await book.run((tx) =>
      exportJournal(tx).then((journal) => journal && { number: journal.number.toString() }),
    );
    const lines = await book.read((tx) => reprintJournal(tx, BigInt(first?.number ?? 0)));
    expect(lines.lines.reduce((sum, line) => sum + line.functionalMinor, 0n)).toBe(0n);
    expect(await book.run((tx) => exportJournal(tx).then((journal) => journal?.lines.length ?? null))).toBeNull();
  });

  it('sends a receipt to another company by intercompany clearing; verify lists it until it has arrived', async () => {
    const other = await openTestBook(testDatabase.connection, { today: day('2026-02-03'), code: 'OTHER' });
    const receipt = await perform({
      kind: 'document',
      document: {
        kind: 'receipt',
        number: 'R-IC',
        customerId,
        currency: 'EUR',
        issuedOn: day('2026-02-02'),
        instalments: [{ dueOn: day('2026-02-02'), amountMinor: 900n }],
      },
    });
    await book.run((tx) =>
      sendToCompany(tx, {
        itemId: receipt.itemIds[0] ?? '',
        amountMinor: 900n,
        toCompany: other.company,
        effectiveOn: day('2026-02-03'),
        reason: 'paid to the wrong company',
      }),
    );
    expect(await failures()).toMatchObject([{ invariant: 'intercompany_transfers_are_paired' }]);
    const sides = { from: book.scope, to: other.scope, unidentifiedId: other.unidentifiedId };
    expect(await receiveTransfers(book.database, sides)).toBe(1);
    expect(await receiveTransfers(book.database, sides)).toBe(0);
    expect(await failures()).toEqual([]);
    const there = await book.database.read(other.scope, (tx) => aging(tx, { by: 'customer', buckets: [30] }));
    expect(there.rows).toMatchObject([{ unappliedMinor: -900n }]);
    await other.close();
  });

  it('seals its entries; a posting that was tampered with is found', async () => {
    expect(await book.database.write(book.scope, sealEntries)).toBeGreaterThan(0);
    expect(await book.read(checkSeals)).toMatchObject({ unsealed: 0, broken: [] });
    const owner = ownerPool(testDatabase.connection, 1);
    await owner.query(
      `update posting set amount_minor = amount_minor + 1 where (company_id, entry_id, line) in (
        select company_id, entry_id, line from posting where company_id = $1 and account = 'billing' limit 1)`,
      [book.company.id],
    );
    await owner.end();
    const broken = (await failures()).map((invariant) => invariant.invariant);
    expect(broken).toContain('seals_fit_their_entries');
    expect(broken).toContain('entries_balance_in_each_currency');
  });
});

describe('a command with an idempotency key', () => {
  it('is carried out once; the same key with another body is refused', async () => {
    const post = (number: string) =>
      runCommand(book.database, book.scope, { key: 'key-1', action: 'document', body: { number } }, async (tx) => {
        const [posted] = await postDocuments(
          tx,
          [
            {
              kind: 'invoice',
              number,
              customerId,
              currency: 'EUR',
              issuedOn: day('2026-02-01'),
              instalments: [{ dueOn: day('2026-02-01'), amountMinor: 1n }],
            },
          ],
          { commandId: tx.commandId, batchId: null },
        );
        return { documentId: posted?.documentId };
      });
    const first = await post('K-1');
    expect(await post('K-1')).toEqual(first);
    await expect(post('K-2')).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 409 });
  });
});
