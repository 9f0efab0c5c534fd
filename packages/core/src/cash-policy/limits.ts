/**
 * The figures of cash application's policy that a company may set: each with what holds where it has said nothing and the
 * bounds within which the engine works as described.
 */
import { USUAL_RATE_SPREAD_PERCENT } from '../ledger/index.ts';
import { DEFAULT_POLICY } from '../matching/index.ts';

export const POLICY_LIMITS = {
  adviceWaitDays: { usual: DEFAULT_POLICY.adviceWaitDays, min: 0, max: 30 },
  discountGraceDays: { usual: DEFAULT_POLICY.discountGraceDays, min: 0, max: 30 },
  duplicateWithinDays: { usual: DEFAULT_POLICY.duplicateWithinDays, min: 0, max: 366 },
  referenceLengthMin: { usual: DEFAULT_POLICY.referenceLengthMin, min: 4, max: 20 },
  referenceTailDigitsMin: { usual: DEFAULT_POLICY.referenceTailDigitsMin, min: 5, max: 12 }, // fewer are not looked up
  bankFeeUnitsMax: { usual: DEFAULT_POLICY.bankFeeUnitsMax, min: 0, max: 500 },
  smallDifferenceUnitsMax: { usual: DEFAULT_POLICY.smallDifferenceUnitsMax, min: 0, max: 100 },
  differencePercentMax: { usual: DEFAULT_POLICY.differencePercentMax, min: 0, max: 25 },
  excessPercentMax: { usual: DEFAULT_POLICY.excessPercentMax, min: 0, max: 10 },
  excessUnitsMax: { usual: DEFAULT_POLICY.excessUnitsMax, min: 0, max: 10_000 },
  payerSharePercentMin: { usual: DEFAULT_POLICY.payerSharePercentMin, min: 51, max: 100 },
  amountOpenItemsMax: { usual: DEFAULT_POLICY.amountOpenItemsMax, min: 1, max: 10_000 },
  chancePerMilleMax: { usual: DEFAULT_POLICY.chancePerMilleMax, min: 0, max: 100 },
  habitTimesMin: { usual: DEFAULT_POLICY.habitTimesMin, min: 0, max: 24 }, // so many payments are counted
  completionChancePerMilleMax: { usual: DEFAULT_POLICY.completionChancePerMilleMax, min: 0, max: 100 },
  exchangeSpreadPercentMax: { usual: USUAL_RATE_SPREAD_PERCENT, min: 0, max: 15 }, // more would be a write-off by another name
} as const satisfies Readonly<Record<string, { readonly usual: number; readonly min: number; readonly max: number }>>;

export type PolicyLimit = keyof typeof POLICY_LIMITS;

export function isPolicyLimit(name: string): name is PolicyLimit {
  return Object.hasOwn(POLICY_LIMITS, name);
}
