/**
 * What becomes of the deductions of one payment: posted to their account, or claimed on the item. A reason that is posted by
 * policy is claimed all the same when the terms do not grant it or a cap is reached: the limit says why, so that a person is
 * refused with it and the engine goes on with the claim. Sources: DESIGN 1 (business tolerance is a policy with reason, cap
 * and approval).
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import type { AdjustmentKind } from '../ledger/index.ts';
import { divideHalfUp, minorDigits, sum } from '../money/index.ts';
import type { PaymentTerms } from '../terms/index.ts';
import type { Caps, SettlementPolicy } from './policy.ts';
import type { SettlementReason } from './reasons.ts';

/** A part of an item that was not paid, in the item's currency. */
export interface DeductionToTreat {
  readonly itemId: string;
  readonly amountMinor: bigint;
  /** What it is worth in functional currency: the caps are kept in it. */
  readonly functionalMinor: bigint;
  readonly reason: SettlementReason;
}

export interface SettledItem {
  /** Cash and deductions together: what the payment settles of the item. */
  readonly grossMinor: bigint;
  readonly issuedOn: LocalDate;
  /** Null when they are not known, or not understood. */
  readonly terms: PaymentTerms | null;
}

/** What was posted before under caps, in functional minor units by reason. */
export interface Spent {
  readonly onDay: ReadonlyMap<SettlementReason, bigint>;
  /** Null when no person posts it: the engine is held by the day's cap alone. */
  readonly byAnalyst: ReadonlyMap<SettlementReason, bigint> | null;
}

export type Limit =
  | 'discount_terms_unknown'
  | 'discount_not_earned'
  | 'discount_above_terms'
  | 'above_item_cap'
  | 'above_item_percent'
  | 'above_day_cap'
  | 'above_analyst_cap';

export type Treatment =
  | {
      readonly treatment: 'posted';
      readonly adjustment: AdjustmentKind;
      readonly isCertificateExpected: boolean;
      /** What somebody answers for who posts it beyond terms or caps. */
      readonly exceeds: Limit | null;
    }
  | {
      readonly treatment: 'claimed';
      /** Why it is not posted, where its reason usually is. */
      readonly limit: Limit | null;
    };

export interface Circumstances {
  readonly policy: SettlementPolicy;
  readonly functionalCurrency: string;
  /** By id; one for each item that is deducted from. */
  readonly items: ReadonlyMap<string, SettledItem>;
  readonly paidOn: LocalDate;
  readonly spent: Spent;
  /** Somebody who answers for it posts what is beyond terms and caps. */
  readonly mayExceed: boolean;
}

/**
 * A treatment for each deduction, in the order given. Of an invoice of 1,000.00 under "2% 10 net 30", paid 970.00 on the 9th
 * day: 20.00 cash discount is posted, 10.00 for damage is claimed, and the invoice stays open by 10.00.
 */
export function treatDeductions(deductions: readonly DeductionToTreat[], circumstances: Circumstances): Treatment[] {
  const onDay = new Map(circumstances.spent.onDay);
  const byAnalyst = circumstances.spent.byAnalyst && new Map(circumstances.spent.byAnalyst);
  return deductions.map((deduction, at) => {
    const { reason, functionalMinor } = deduction;
    const rule = circumstances.policy.reasons[reason];
    if (rule.treatment === 'claimed') return { treatment: 'claimed', limit: null };
    const before = deductions.slice(0, at).filter((one) => one.itemId === deduction.itemId && one.reason === reason);
    const limit =
      (rule.needs === 'terms' ? termsLimit([...before, deduction], circumstances) : null) ??
      capLimit([...before, deduction], rule.caps, { ...circumstances, spent: { onDay, byAnalyst } });
    if (limit !== null && !circumstances.mayExceed) return { treatment: 'claimed', limit };
    onDay.set(reason, (onDay.get(reason) ?? 0n) + functionalMinor);
    byAnalyst?.set(reason, (byAnalyst.get(reason) ?? 0n) + functionalMinor);
    return {
      treatment: 'posted',
      adjustment: rule.adjustment,
      isCertificateExpected: rule.needs === 'certificate',
      exceeds: limit,
    };
  });
}

const MILLION = 1_000_000n;
const ROUNDING_MINOR = 1n; // payers round each line their own way

/**
 * The discount that the day still earns is a part of what is settled, not of what stays open. `own` are the parts of one item in
 * this payment: a discount in three parts is granted no more than in one.
 */
function termsLimit(own: readonly DeductionToTreat[], { items, policy, paidOn }: Circumstances): Limit | null {
  const item = items.get(own[0]?.itemId ?? '');
  if (!item?.terms) return 'discount_terms_unknown';
  const tier = item.terms.discounts.find(
    ({ days }) => paidOn <= addDays(item.issuedOn, days + policy.discountGraceDays),
  );
  if (tier === undefined) return 'discount_not_earned';
  const grantedMinor = divideHalfUp(item.grossMinor * BigInt(tier.rateMillionths), MILLION);
  return sum(own.map((one) => one.amountMinor)) <= grantedMinor + ROUNDING_MINOR ? null : 'discount_above_terms';
}

/** `own` are the parts of one item for one reason in this payment; the last of them is looked at. */
function capLimit(
  own: readonly DeductionToTreat[],
  caps: Caps,
  { items, functionalCurrency, spent }: Circumstances,
): Limit | null {
  const last = own.at(-1);
  if (last === undefined) return null;
  const unitMinor = 10n ** BigInt(minorDigits(functionalCurrency));
  const isAbove = (minor: bigint, unitsMax: number | null) => unitsMax !== null && minor > BigInt(unitsMax) * unitMinor;
  const { reason, functionalMinor, itemId } = last;
  if (isAbove(sum(own.map((one) => one.functionalMinor)), caps.itemUnitsMax)) return 'above_item_cap';
  const takenMinor = sum(own.map((one) => one.amountMinor));
  const grossMinor = items.get(itemId)?.grossMinor ?? 0n;
  if (caps.itemPercentMax !== null && takenMinor * 100n > grossMinor * BigInt(caps.itemPercentMax)) {
    return 'above_item_percent';
  }
  if (isAbove((spent.onDay.get(reason) ?? 0n) + functionalMinor, caps.dayUnitsMax)) return 'above_day_cap';
  const { byAnalyst } = spent;
  const isAnalystAbove =
    byAnalyst !== null && isAbove((byAnalyst.get(reason) ?? 0n) + functionalMinor, caps.analystDayUnitsMax);
  return isAnalystAbove ? 'above_analyst_cap' : null;
}
