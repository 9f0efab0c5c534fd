import { describe, expect, it } from 'vitest';
import {
  adjustmentEntry,
  applicationEntry,
  dueDateEntry,
  identificationEntry,
  openingEntry,
  revaluationEntry,
} from './acts.ts';
import { imbalances } from './entry.ts';
import { releasedCarrying } from './item.ts';
import { anItem, day, legsOf } from './item-builders.ts';

const on = day('2026-01-20');
const functionalCurrency = 'EUR';
const invoice = anItem({ kind: 'invoice' });
const receipt = anItem({ kind: 'receipt' });

function drafted<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('opening', () => {
  it('an invoice of two instalments opens two items with one entry', () => {
    const part = { customerId: 'acme', functionalMinor: 0n };
    const entry = openingEntry({
      kind: 'invoice',
      effectiveOn: on,
      currency: 'USD',
      items: [
        { ...part, itemId: 'a', dueOn: day('2026-01-31'), amountMinor: 6_000n, functionalMinor: 5_430n },
        { ...part, itemId: 'b', dueOn: day('2026-02-28'), amountMinor: 4_000n, functionalMinor: 3_620n },
      ],
    });
    expect(entry).toMatchObject({ kind: 'document', amountMinor: 10_000n });
    expect(legsOf(entry)).toEqual([
      '2026-01-20 receivable 6000 USD (5430) acme 2026-01-31',
      '2026-01-20 receivable 4000 USD (3620) acme 2026-02-28',
      '2026-01-20 billing -10000 USD (-9050)',
    ]);
  });

  it('a receipt opens a credit against cash', () => {
    const item = { itemId: 'r', customerId: 'acme', dueOn: on, amountMinor: 500n, functionalMinor: 500n };
    const entry = openingEntry({ kind: 'receipt', effectiveOn: on, currency: 'EUR', items: [item] });
    expect(entry.kind).toBe('receipt');
    expect(legsOf(entry)).toEqual([
      '2026-01-20 unapplied -500 EUR (-500) acme 2026-01-20',
      '2026-01-20 cash 500 EUR (500)',
    ]);
  });
});

describe('applying', () => {
  it('60.00 of a receipt to an invoice: receivable -60.00, unapplied +60.00', () => {
    const application = { credit: receipt, debit: invoice, amountMinor: 6_000n, effectiveOn: on, functionalCurrency };
    const entry = drafted(applicationEntry(application));
    expect(entry).toMatchObject({ kind: 'application', amountMinor: 6_000n });
    expect(legsOf(entry)).toEqual([
      '2026-01-20 receivable -6000 EUR (-6000) acme 2026-01-31',
      '2026-01-20 unapplied 6000 EUR (6000) acme 2026-01-31',
    ]);
  });

  it('a receipt in USD at a lower rate: the loss of 5.00 EUR is realised', () => {
    const debit = anItem({ kind: 'invoice', currency: 'USD', carryingMinor: 9_050n });
    const credit = anItem({ kind: 'receipt', currency: 'USD', carryingMinor: -8_550n });
    const entry = drafted(
      applicationEntry({ credit, debit, amountMinor: 10_000n, effectiveOn: on, functionalCurrency }),
    );
    expect(legsOf(entry)).toContain('2026-01-20 fx_realised 0 USD (500)');
    expect([...imbalances(entry.postings)]).toEqual([]);
  });

  it('109.00 USD pay an invoice of 100.00 EUR: both sides pass through clearing, the gain is realised', () => {
    const credit = anItem({ kind: 'receipt', currency: 'USD', amountMinor: -10_900n, carryingMinor: -10_100n });
    const application = { credit, debit: invoice, amountMinor: 10_000n, creditAmountMinor: 10_900n, effectiveOn: on };
    const entry = drafted(applicationEntry({ ...application, functionalCurrency }));
    expect(legsOf(entry)).toEqual([
      '2026-01-20 receivable -10000 EUR (-10000) acme 2026-01-31',
      '2026-01-20 unapplied 10900 USD (10100) acme 2026-01-31',
      '2026-01-20 fx_clearing -10900 USD (-10000)',
      '2026-01-20 fx_clearing 10000 EUR (10000)',
      '2026-01-20 fx_realised 0 USD (-100)',
    ]);
    expect([...imbalances(entry.postings)]).toEqual([]);
  });

  it('1,000.00 USD carried at 905.00 EUR release 301.66 with 333.33, and the last part takes the rest', () => {
    expect(releasedCarrying({ openMinor: 100_000n, carryingMinor: 90_500n }, 33_333n)).toBe(30_166n);
    expect(releasedCarrying({ openMinor: 100_000n, carryingMinor: 90_500n }, 33_334n)).toBe(30_167n);
    expect(releasedCarrying({ openMinor: 33_333n, carryingMinor: 30_167n }, 33_333n)).toBe(30_167n);
    expect(releasedCarrying({ openMinor: -3n, carryingMinor: -1n }, -2n)).toBe(-1n);
  });

  const refusals: [string, Partial<Parameters<typeof applicationEntry>[0]>][] = [
    ['amount_not_positive', { amountMinor: 0n }],
    ['amount_not_positive', { amountMinor: -1n }],
    ['application_needs_credit_and_debit', { credit: invoice }],
    ['application_needs_credit_and_debit', { debit: receipt }],
    ['application_amounts_differ', { creditAmountMinor: 5_999n }],
    ['credit_amount_missing', { credit: anItem({ kind: 'receipt', currency: 'JPY' }) }],
    ['open_amount_exceeded', { amountMinor: 10_001n }],
    ['open_amount_exceeded', { credit: anItem({ kind: 'receipt', openMinor: -5_999n }) }],
    ['before_item_date', { effectiveOn: day('2025-12-31') }],
  ];
  it.each(refusals)('is refused: %s', (code, changes) => {
    const sound = { credit: receipt, debit: invoice, amountMinor: 6_000n, effectiveOn: on, functionalCurrency };
    expect(applicationEntry({ ...sound, ...changes })).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('adjusting and moving', () => {
  it('a write-off of 12.00: receivable -12.00, bad debt +12.00', () => {
    const entry = drafted(adjustmentEntry({ item: invoice, kind: 'write_off', amountMinor: 1_200n, effectiveOn: on }));
    expect(legsOf(entry)).toEqual([
      '2026-01-20 receivable -1200 EUR (-1200) acme 2026-01-31',
      '2026-01-20 bad_debt 1200 EUR (1200)',
    ]);
  });

  it('a refund of a receipt: unapplied +12.00, refund -12.00', () => {
    const entry = drafted(adjustmentEntry({ item: receipt, kind: 'refund', amountMinor: 1_200n, effectiveOn: on }));
    expect(legsOf(entry)).toEqual([
      '2026-01-20 unapplied 1200 EUR (1200) acme 2026-01-31',
      '2026-01-20 refund -1200 EUR (-1200)',
    ]);
  });

  it('a new due date moves what is open from one date to the other', () => {
    const item = anItem({ kind: 'invoice', openMinor: 4_000n, carryingMinor: 4_000n });
    const entry = drafted(dueDateEntry(item, day('2026-02-28'), on));
    expect(entry).toMatchObject({ kind: 'due_date_change', amountMinor: 4_000n });
    expect(legsOf(entry)).toEqual([
      '2026-01-20 receivable -4000 EUR (-4000) acme 2026-01-31',
      '2026-01-20 receivable 4000 EUR (4000) acme 2026-02-28',
    ]);
  });

  it('an identified receipt moves from one customer to the other', () => {
    const item = anItem({ kind: 'receipt', customerId: 'unidentified' });
    expect(legsOf(drafted(identificationEntry(item, 'acme', on)))).toEqual([
      '2026-01-20 unapplied 10000 EUR (10000) unidentified 2026-01-31',
      '2026-01-20 unapplied -10000 EUR (-10000) acme 2026-01-31',
    ]);
  });

  it('refuses to move what is closed, or to where it stands', () => {
    const closed = anItem({ kind: 'invoice', openMinor: 0n, carryingMinor: 0n });
    expect(dueDateEntry(closed, day('2026-02-28'), on)).toMatchObject({ refusal: { code: 'item_is_closed' } });
    expect(dueDateEntry(invoice, invoice.dueOn, on)).toMatchObject({ refusal: { code: 'position_unchanged' } });
  });
});

describe('revaluing', () => {
  it('posts functional amounts only, to accounts of its own', () => {
    const entry = revaluationEntry({ currency: 'USD', differenceMinor: -350n, effectiveOn: on });
    expect(entry && legsOf(entry)).toEqual([
      '2026-01-20 receivable_revaluation 0 USD (-350)',
      '2026-01-20 fx_unrealised 0 USD (350)',
    ]);
  });
  it('posts nothing when nothing differs', () =>
    expect(revaluationEntry({ currency: 'USD', differenceMinor: 0n, effectiveOn: on })).toBeNull());
});
