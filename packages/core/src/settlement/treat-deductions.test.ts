import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { sum } from '../money/index.ts';
import { parseTerms } from '../terms/index.ts';
import {
  type Circumstances,
  DEFAULT_SETTLEMENT_POLICY,
  type DeductionToTreat,
  SETTLEMENT_REASONS,
  type SettlementReason,
  treatDeductions,
} from './index.ts';

const ISSUED = localDate('2026-11-01');
const NOTHING_SPENT = { onDay: new Map(), byAnalyst: new Map() };

/** An invoice of 1,000.00 EUR under "2% 10 net 30", paid on the 9th day. */
function paying(given: Partial<Circumstances> & { grossMinor?: bigint; terms?: string | null } = {}): Circumstances {
  const { grossMinor = 100_000n, terms = '2% 10 net 30', ...rest } = given;
  return {
    policy: DEFAULT_SETTLEMENT_POLICY,
    functionalCurrency: 'EUR',
    items: new Map([['I', { grossMinor, issuedOn: ISSUED, terms: terms === null ? null : parseTerms(terms) }]]),
    paidOn: addDays(ISSUED, 9),
    spent: NOTHING_SPENT,
    mayExceed: false,
    ...rest,
  };
}

const off = (reason: SettlementReason, amountMinor: bigint, itemId = 'I'): DeductionToTreat => ({
  itemId,
  reason,
  amountMinor,
  functionalMinor: amountMinor,
});

const outcome = (deductions: readonly DeductionToTreat[], circumstances: Circumstances) =>
  treatDeductions(deductions, circumstances).map((one) =>
    one.treatment === 'posted' ? `posted to ${one.adjustment}` : `claimed${one.limit === null ? '' : `: ${one.limit}`}`,
  );

describe('what becomes of a deduction', () => {
  it('of 1,000.00 paid 970.00 in time: 20.00 discount is posted, 10.00 for damage is claimed', () => {
    expect(outcome([off('cash_discount', 2_000n), off('damage', 1_000n)], paying())).toEqual([
      'posted to cash_discount',
      'claimed',
    ]);
  });

  it.each([
    ['on the last day of grace', 13, 'posted to cash_discount'],
    ['a day later', 14, 'claimed: discount_not_earned'],
  ])('a discount %s', (_, day, expected) => {
    expect(outcome([off('cash_discount', 2_000n)], paying({ paidOn: addDays(ISSUED, day) }))).toEqual([expected]);
  });

  it('a discount in parts is granted no more than in one: of 20.00 three parts of 10.00, the third is claimed', () => {
    const parts = [1, 2, 3].map(() => off('cash_discount', 1_000n));
    expect(outcome(parts, paying())).toEqual([
      'posted to cash_discount',
      'posted to cash_discount',
      'claimed: discount_above_terms',
    ]);
  });

  it('a discount above the rate, or on terms that nobody knows, is claimed; a cent of rounding is not above', () => {
    expect(outcome([off('cash_discount', 2_001n)], paying())).toEqual(['posted to cash_discount']);
    expect(outcome([off('cash_discount', 2_500n)], paying())).toEqual(['claimed: discount_above_terms']);
    expect(outcome([off('cash_discount', 2_000n)], paying({ terms: null }))).toEqual([
      'claimed: discount_terms_unknown',
    ]);
  });

  it('a discount on a part payment is the rate of the part: 10.00 on 500.00, not the 20.00 of the whole', () => {
    expect(outcome([off('cash_discount', 1_000n)], paying({ grossMinor: 50_000n }))).toEqual([
      'posted to cash_discount',
    ]);
    expect(outcome([off('cash_discount', 2_000n)], paying({ grossMinor: 50_000n }))).toEqual([
      'claimed: discount_above_terms',
    ]);
  });

  it('small differences are posted up to 10 for an item; two on one item count together', () => {
    expect(outcome([off('small_difference', 1_000n)], paying())).toEqual(['posted to small_difference']);
    expect(outcome([off('small_difference', 1_001n)], paying())).toEqual(['claimed: above_item_cap']);
    expect(outcome([off('small_difference', 600n), off('small_difference', 600n)], paying())).toEqual([
      'posted to small_difference',
      'claimed: above_item_cap',
    ]);
  });

  it('3.00 of 40.00 is no small difference', () => {
    expect(outcome([off('small_difference', 300n)], paying({ grossMinor: 4_000n }))).toEqual([
      'claimed: above_item_percent',
    ]);
  });

  it('the day’s cap counts all, an analyst’s cap her own; the engine is held by the day’s alone', () => {
    const fee = [off('bank_fee', 2_500n)];
    const onDay = new Map([['bank_fee' as const, 198_000n]]);
    const byAnalyst = new Map([['bank_fee' as const, 48_000n]]);
    expect(outcome(fee, paying({ spent: { onDay, byAnalyst: null } }))).toEqual(['claimed: above_day_cap']);
    expect(outcome(fee, paying({ spent: { onDay: new Map(), byAnalyst } }))).toEqual(['claimed: above_analyst_cap']);
    expect(outcome(fee, paying({ spent: { onDay: new Map(), byAnalyst: null } }))).toEqual(['posted to bank_fee']);
  });

  it('withholding tax is posted and its certificate awaited', () => {
    expect(treatDeductions([off('withholding_tax', 20_000n)], paying())).toEqual([
      { treatment: 'posted', adjustment: 'withholding_tax', isCertificateExpected: true, exceeds: null },
    ]);
  });

  it('who answers for it posts beyond terms and caps, but a claim stays a claim', () => {
    const asked = [off('small_difference', 5_000n), off('cash_discount', 9_000n), off('pricing', 100n)];
    expect(outcome(asked, paying({ mayExceed: true }))).toEqual([
      'posted to small_difference',
      'posted to cash_discount',
      'claimed',
    ]);
    expect(treatDeductions(asked, paying({ mayExceed: true }))).toMatchObject([
      { exceeds: 'above_item_cap' },
      { exceeds: 'discount_above_terms' },
      { limit: null },
    ]);
  });
});

describe('caps', () => {
  it('whatever comes in whatever order, what is posted without an answer for it stays within every cap', () => {
    const deduction = fc.record({
      reason: fc.constantFrom(...SETTLEMENT_REASONS),
      amountMinor: fc.bigInt(1n, 6_000n),
      itemId: fc.constantFrom('I', 'J'),
    });
    fc.assert(
      fc.property(fc.array(deduction, { maxLength: 60 }), fc.bigInt(0n, 200_000n), (given, spentMinor) => {
        const asked = given.map(({ reason, amountMinor, itemId }) => off(reason, amountMinor, itemId));
        const item = { grossMinor: 100_000n, issuedOn: ISSUED, terms: parseTerms('2% 10 net 30') };
        const onDay = new Map([['bank_fee' as const, spentMinor]]);
        const circumstances = paying({
          items: new Map([
            ['I', item],
            ['J', item],
          ]),
          spent: { onDay, byAnalyst: new Map() },
        });
        const posted = treatDeductions(asked, circumstances).flatMap((one, at) =>
          one.treatment === 'posted' ? (asked[at] ?? []) : [],
        );
        for (const reason of ['bank_fee', 'small_difference'] as const) {
          const rule = DEFAULT_SETTLEMENT_POLICY.reasons[reason];
          if (rule.treatment !== 'posted') throw new Error('both are posted');
          const own = posted.filter((one) => one.reason === reason);
          const total = sum(own.map((one) => one.amountMinor));
          const before = reason === 'bank_fee' ? spentMinor : 0n;
          const dayMinor = BigInt(rule.caps.dayUnitsMax ?? 0) * 100n;
          expect(total === 0n || before + total <= dayMinor).toBe(true);
          expect(total <= BigInt(rule.caps.analystDayUnitsMax ?? 0) * 100n).toBe(true);
          for (const itemId of ['I', 'J']) {
            const ofItem = sum(own.filter((one) => one.itemId === itemId).map((one) => one.amountMinor));
            expect(ofItem <= BigInt(rule.caps.itemUnitsMax ?? 0) * 100n).toBe(true);
          }
        }
      }),
    );
  });
});
