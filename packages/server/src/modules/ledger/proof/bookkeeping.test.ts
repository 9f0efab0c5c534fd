/** Rules that are written twice, done twice, or stretched: each must give one answer. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import { type DocumentKind, OPENINGS, openingEntry, type Posting } from '@quittance/core/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { type DocumentDraft, entryPostings, postDocuments, releasePending, revalue, saveRate } from '../index.ts';
import { type Poster, posterAt } from './poster.ts';
import { accountBalance } from './simulation.queries.ts';

const day = localDate;
let testDatabase: TestDatabase;
let book: TestBook;
let post: Poster;
let customerId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: day('2026-01-31'), code: 'PROOF' });
  post = posterAt(book);
  customerId = await book.addCustomer('C1');
  await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: day('2026-01-01'), rate: '0.90' }));
});
afterAll(async () => {
  expect(await post.broken()).toEqual([]);
  await book.close();
  await testDatabase.drop();
});

const revaluation = (asOf: LocalDate) =>
  book.read((tx) => accountBalance(tx, { account: 'receivable_revaluation', asOf }));

describe('revaluing', () => {
  it('1,000.00 USD at 0.90 and then 0.95: the difference of 50.00 is posted once, however often it is asked for', async () => {
    await post.invoice({ customerId, currency: 'USD', issuedOn: '2026-01-05', amountMinor: 100_000n });
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: day('2026-01-31'), rate: '0.95' }));
    for (let times = 0; times < 3; times++) await book.run((tx) => revalue(tx, day('2026-01-31')));
    expect(await revaluation(day('2026-01-31'))).toBe(5_000n);
  });

  it('asked for again after a back-dated invoice, it posts what that adds; the next day takes all of it back', async () => {
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: day('2026-01-20'), rate: '0.92' }));
    await post.invoice({ customerId, currency: 'USD', issuedOn: '2026-01-20', amountMinor: 10_000n });
    await book.run((tx) => revalue(tx, day('2026-01-31')));
    expect(await revaluation(day('2026-01-31'))).toBe(5_300n);
    book.setToday(day('2026-02-02'));
    await releasePending(book.database, book.scope);
    expect(await revaluation(day('2026-02-01'))).toBe(0n);
    expect(await revaluation(day('2026-01-31'))).toBe(5_300n);
  });
});

describe('opening', () => {
  const kinds = Object.keys(OPENINGS) as DocumentKind[];
  const draftOf = (kind: DocumentKind, number: string): DocumentDraft => ({
    kind,
    number,
    customerId,
    currency: 'USD',
    issuedOn: day('2026-01-05'),
    instalments: [
      { dueOn: day('2026-01-31'), amountMinor: 3_333n },
      { dueOn: day('2026-02-28'), amountMinor: 3_334n },
    ],
  });

  it.each([
    ['one statement', 1],
    ['bulk', 250],
  ])('the rule in core and the SQL of %s write the same entry, whatever the kind', async (_way, copies) => {
    const drafts = kinds.flatMap((kind) =>
      Array.from({ length: copies }, (_, copy) => draftOf(kind, `${kind} ${copies} ${copy}`)),
    );
    const posted = await book.run((tx) => postDocuments(tx, drafts, { commandId: tx.commandId, batchId: null }));
    for (const [index, kind] of kinds.entries()) {
      const { entryId = '', itemIds = [] } = posted[index * copies] ?? {};
      const written = await book.read((tx) => entryPostings(tx, entryId));
      const meant = openingEntry({
        kind,
        effectiveOn: day('2026-01-05'),
        currency: 'USD',
        items: itemIds.map((itemId, at) => ({
          itemId,
          customerId,
          dueOn: day(at === 0 ? '2026-01-31' : '2026-02-28'),
          amountMinor: at === 0 ? 3_333n : 3_334n,
          functionalMinor: at === 0 ? 3_000n : 3_000n, // 66.67 USD at 0.90 are 60.00 EUR
        })),
      });
      const text = (one: Posting | (typeof written)[number]) =>
        [one.account, one.itemId, one.amountMinor, one.functionalMinor, 'dueOn' in one ? one.dueOn : null].join();
      expect(written.map(text)).toEqual(meant.postings.map(text));
      expect(written.every((one) => one.kind === meant.kind)).toBe(true);
    }
  });
});

describe('sizes', () => {
  const huge = (amountMinor: bigint, currency: string) =>
    post.invoice({ customerId, issuedOn: '2026-01-31', amountMinor, currency });
  it('an amount that no ledger of this world has is refused, before sums overflow for everybody', async () => {
    await expect(huge(10n ** 15n + 1n, 'EUR')).rejects.toMatchObject({ code: 'amount_too_large' });
    await expect(huge(10n ** 18n, 'EUR')).rejects.toMatchObject({ code: 'amount_too_large' });
  });
  it('an amount that is too large at the rate of its day is refused', async () => {
    await book.run((tx) => saveRate(tx, { currency: 'KWD', quotedOn: day('2026-01-01'), rate: '9999999.99' }));
    await expect(huge(10n ** 15n, 'KWD')).rejects.toMatchObject({ code: 'amount_too_large' });
  });
});
