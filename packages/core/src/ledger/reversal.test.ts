import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentEntry, applicationEntry, openingEntry } from './acts.ts';
import { type EntryDraft, imbalances, type Outcome, type Posting } from './entry.ts';
import { carryForward, type ItemState } from './item.ts';
import { anItem, day, legsOf } from './item-builders.ts';
import { type RecordedEntry, undoEntry } from './reversal.ts';

const on = day('2026-01-20');
const invoice = anItem({ kind: 'invoice' });
const receipt = anItem({ kind: 'receipt' });

function drafted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** An entry that stands, its items after it, and hands that undo parts of it. */
function standing(draft: EntryDraft, ...touched: ItemState[]) {
  const items = new Map(touched.map((item) => [item.id, item]));
  carryForward(items, { ...draft, id: 'original' });
  let entry: RecordedEntry = { ...draft, id: 'original', undoPostings: [], undoneMinor: 0n };
  return {
    items,
    entry: () => entry,
    undo(amountMinor?: bigint): Outcome<EntryDraft> {
      const undone = undoEntry({
        entry,
        ...(amountMinor === undefined ? {} : { amountMinor }),
        effectiveOn: on,
        items,
      });
      if (!undone.ok) return undone;
      carryForward(items, { ...undone.value, id: 'undo' });
      const undoPostings: Posting[] = [...entry.undoPostings, ...undone.value.postings];
      entry = { ...entry, undoPostings, undoneMinor: entry.undoneMinor + undone.value.amountMinor };
      return undone;
    },
  };
}

const applied = (amountMinor: bigint, credit = receipt, debit = invoice, creditAmountMinor?: bigint) =>
  drafted(
    applicationEntry({
      credit,
      debit,
      amountMinor,
      ...(creditAmountMinor === undefined ? {} : { creditAmountMinor }),
      effectiveOn: on,
      functionalCurrency: 'EUR',
    }),
  );

describe('undoing', () => {
  it('an application of 100.00 with 30.00 undone before gives one of 70.00', () => {
    const application = standing(applied(10_000n), receipt, invoice);
    expect(drafted(application.undo(3_000n))).toMatchObject({ kind: 'undo', amountMinor: 3_000n });
    const rest = drafted(application.undo());
    expect(rest).toMatchObject({ kind: 'undo', amountMinor: 7_000n, reversesEntryId: 'original' });
    expect(legsOf(rest)).toEqual([
      '2026-01-20 receivable 7000 EUR (7000) acme 2026-01-31',
      '2026-01-20 unapplied -7000 EUR (-7000) acme 2026-01-31',
    ]);
  });

  it('the whole at once is a reversal', () => {
    const application = standing(applied(10_000n), receipt, invoice);
    expect(drafted(application.undo())).toMatchObject({ kind: 'reversal', amountMinor: 10_000n });
    expect(application.undo()).toMatchObject({ refusal: { code: 'entry_already_reversed' } });
  });

  it('no part is undone beyond the whole, and none of nothing', () => {
    const application = standing(applied(10_000n), receipt, invoice);
    for (const amount of [10_001n, 0n, -1n]) {
      expect(application.undo(amount)).toMatchObject({ refusal: { code: 'undone_not_above_original' } });
    }
    drafted(application.undo(9_999n));
    expect(application.undo(2n)).toMatchObject({ refusal: { code: 'undone_not_above_original' } });
  });

  it('a document is undone as a whole only', () => {
    const items = [
      { itemId: invoice.id, customerId: 'acme', dueOn: invoice.dueOn, amountMinor: 10_000n, functionalMinor: 10_000n },
    ];
    const opening = openingEntry({ kind: 'invoice', effectiveOn: on, currency: 'EUR', items });
    const nothing = { ...invoice, openMinor: 0n, carryingMinor: 0n };
    const document = standing(opening, nothing);
    expect(document.undo(5_000n)).toMatchObject({ refusal: { code: 'entry_undone_whole_only' } });
    drafted(document.undo());
    expect(document.items.get(invoice.id)).toMatchObject({ openMinor: 0n, carryingMinor: 0n });
  });

  it('is never dated before the entry, and never itself undone', () => {
    const { entry, items } = standing(applied(1n), receipt, invoice);
    expect(undoEntry({ entry: entry(), effectiveOn: day('2026-01-19'), items })).toMatchObject({
      refusal: { code: 'undo_before_entry' },
    });
    const undone: RecordedEntry = { ...entry(), kind: 'reversal' };
    expect(undoEntry({ entry: undone, effectiveOn: on, items })).toMatchObject({
      refusal: { code: 'reversal_is_never_reversed' },
    });
  });

  it('a part so small that the credit gives nothing back leaves what the credit carries alone', () => {
    const credit = anItem({
      kind: 'receipt',
      currency: 'USD',
      amountMinor: -100n,
      openMinor: -100n,
      carryingMinor: -15_000n,
    });
    const debit = anItem({
      kind: 'invoice',
      currency: 'KWD',
      amountMinor: 300n,
      openMinor: 300n,
      carryingMinor: 15_000n,
    });
    const application = standing(applied(300n, credit, debit, 100n), credit, debit);
    drafted(application.undo(1n)); // a third of a cent
    expect(application.items.get(credit.id)).toMatchObject({ openMinor: 0n, carryingMinor: 0n });
    drafted(application.undo());
    expect(application.items.get(credit.id)).toMatchObject({ openMinor: -100n, carryingMinor: -15_000n });
  });
});

describe('undone in parts, in whatever currencies and rates', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 7n });
  const pieces = fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 8 });

  /** Undoes some parts and then the rest; the sums of entry and undos by account, item and currency. */
  function undoneInParts(draft: EntryDraft, touched: ItemState[], parts: readonly number[]) {
    const original = standing(draft, ...touched);
    for (const part of parts) {
      const left = original.entry().amountMinor - original.entry().undoneMinor;
      const outcome = original.undo((left * BigInt(part)) / 1001n || 1n);
      if (!outcome.ok) break;
      expect([...imbalances(outcome.value.postings)]).toEqual([]);
      for (const item of original.items.values()) {
        const isWithin =
          item.amountMinor > 0n ? item.openMinor <= item.amountMinor : item.openMinor >= item.amountMinor;
        expect(isWithin).toBe(true);
        if (item.openMinor === 0n) expect(item.carryingMinor).toBe(0n);
      }
    }
    original.undo();
    const sums = new Map<string, [bigint, bigint]>();
    for (const posting of [...original.entry().postings, ...original.entry().undoPostings]) {
      const key = `${posting.account} ${posting.itemId} ${posting.account === 'fx_realised' ? '' : posting.currency}`;
      const [amounts, functional] = sums.get(key) ?? [0n, 0n];
      sums.set(key, [amounts + posting.amountMinor, functional + posting.functionalMinor]);
    }
    return { sums: [...sums.values()], items: original.items };
  }

  it('an application leaves exactly zero behind, and its items as they were', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, pieces, (debitMinor, creditMinor, debitWorth, creditWorth, parts) => {
        const debit = anItem({
          kind: 'invoice',
          currency: 'USD',
          amountMinor: debitMinor,
          openMinor: debitMinor,
          carryingMinor: debitWorth,
        });
        const credit = anItem({
          kind: 'receipt',
          currency: 'JPY',
          amountMinor: -creditMinor,
          openMinor: -creditMinor,
          carryingMinor: -creditWorth,
        });
        const { sums, items } = undoneInParts(applied(debitMinor, credit, debit, creditMinor), [debit, credit], parts);
        for (const sum of sums) expect(sum).toEqual([0n, 0n]);
        expect(items.get(debit.id)).toMatchObject({ openMinor: debitMinor, carryingMinor: debitWorth });
        expect(items.get(credit.id)).toMatchObject({ openMinor: -creditMinor, carryingMinor: -creditWorth });
      }),
    );
  });

  it('an adjustment leaves exactly zero behind', () => {
    fc.assert(
      fc.property(amount, amount, pieces, (amountMinor, carryingMinor, parts) => {
        const item = anItem({ kind: 'invoice', currency: 'USD', amountMinor, openMinor: amountMinor, carryingMinor });
        const draft = drafted(adjustmentEntry({ item, kind: 'write_off', amountMinor, effectiveOn: on }));
        const { sums } = undoneInParts(draft, [item], parts);
        for (const sum of sums) expect(sum).toEqual([0n, 0n]);
      }),
    );
  });
});
