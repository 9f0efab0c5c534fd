/**
 * What may post by itself, as data that an administrator can read. A rule names evidence: all of `all`, at least one of
 * each list of `oneOf`, none of `none`. An explanation posts when it is the only one standing and one rule holds.
 */
import { DISCOUNT_GRACE_DAYS } from '../terms/index.ts';
import { AUTO_RULES, type AutoRule } from './auto-rules.ts';

export { type AutoRule, HABIT_RULE } from './auto-rules.ts';

/** In the order in which they are tried. */
export const AUTO_RULE_NAMES: readonly string[] = AUTO_RULES.map(({ name }) => name);

export interface MatchPolicy {
  readonly rules: readonly AutoRule[];
  /** A reference with fewer letters and digits than this may stand in a text by chance: it needs a known payer as well. */
  readonly referenceLengthMin: number;
  /** Closing digits of a number that count as a truncated reference to it. */
  readonly referenceTailDigitsMin: number;
  /** Rates of cash discount that payers take without being asked to: millionths of the amount. */
  readonly usualDiscountsMillionths: readonly number[];
  /** Days after the last day of a discount on which it still counts as earned. */
  readonly discountGraceDays: number;
  /** Short by at most this many whole units of the currency, in fives: charges of a bank on the way. */
  readonly bankFeeUnitsMax: number;
  /** Short by less than this many units: a small difference. */
  readonly smallDifferenceUnitsMax: number;
  /** A fee or small difference above this part of what is paid is none; in percent. */
  readonly differencePercentMax: number;
  /** A fee or small difference that is larger than this part of the smallest item may be a claim on one of them. */
  readonly tolerancePerMilleMax: number;
  /** Days from the booking for which an amount alone waits for the advice of a payer who usually sends one. */
  readonly adviceWaitDays: number;
  /** The same payer and amount within so many days may be the same payment twice. */
  readonly duplicateWithinDays: number;
  /** Percentage of a payer's confirmed payments that must be one customer's to take it for that customer's payer. */
  readonly payerSharePercentMin: number;
  /** A customer with more open items than this may have one of any amount by chance, so that the amount says little. */
  readonly amountOpenItemsMax: number;
  /** The same for amounts in whole units of the currency, which coincide far more often. */
  readonly roundAmountOpenItemsMax: number;
  /** Sets of items that chance would find with the receipt's sum, in thousandths, above which a sum says too little. */
  readonly chancePerMilleMax: number;
  /** The same for what completes a list that was cut: there the payer often took something off, and no set is the right one. */
  readonly completionChancePerMilleMax: number;
  /** Percent by which a payer's name must be a customer's, and by how many points more than the next customer's. */
  readonly nameLikenessMin: number;
  readonly nameLikenessAheadMin: number;
  /** A payer for this many customers pays for others too. */
  readonly payerForManyMin: number;
  /** With more open items than this in all, one of any amount may be there by chance. */
  readonly amountOpenItemsOfAllMax: number;
  /** With more than this in all, one may have any amount in whole units of the currency. */
  readonly roundAmountOpenItemsOfAllMax: number;
  /** More than this part of the cited items, in percent, is no slip of the payer but something that it did not name. */
  readonly excessPercentMax: number;
  /** So many whole units more are a slip even when that is more than the part; never more than a quarter of the items. */
  readonly excessUnitsMax: number;
  /** A habit that was kept so often lets a sum post that chance may make too, when nothing else explains the receipt; 0: never. */
  readonly habitTimesMin: number;
  /** With more explanations of equal standing than this beside the first, nothing is proposed. */
  readonly suggestAlternativesMax: number;
}

export const DEFAULT_POLICY: MatchPolicy = {
  rules: AUTO_RULES,
  referenceLengthMin: 6,
  referenceTailDigitsMin: 5,
  usualDiscountsMillionths: [20_000, 10_000, 30_000, 15_000, 25_000, 40_000, 50_000],
  discountGraceDays: DISCOUNT_GRACE_DAYS,
  bankFeeUnitsMax: 50,
  smallDifferenceUnitsMax: 10,
  differencePercentMax: 5,
  tolerancePerMilleMax: 10,
  adviceWaitDays: 3,
  duplicateWithinDays: 45,
  payerSharePercentMin: 80,
  amountOpenItemsMax: 500,
  roundAmountOpenItemsMax: 50,
  chancePerMilleMax: 10,
  completionChancePerMilleMax: 2,
  nameLikenessMin: 55,
  nameLikenessAheadMin: 15,
  payerForManyMin: 2,
  amountOpenItemsOfAllMax: 10_000,
  roundAmountOpenItemsOfAllMax: 200,
  excessPercentMax: 1,
  excessUnitsMax: 200,
  habitTimesMin: 0,
  suggestAlternativesMax: 5,
};
