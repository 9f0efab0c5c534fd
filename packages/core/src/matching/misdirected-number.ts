/**
 * The whole number of a stranger's invoice beside an own item with exactly the amount. Payers slip by a line of their list, and
 * banks mix texts up: then the number alone is wrong, and the own item is meant. Or the payer pays for the stranger, in part
 * or with something else, and its own item has the amount by chance. Two facts together say which: chance would hardly find
 * the amount among the customer's items, the less the better the payer is known; and the amount is nothing that somebody
 * would pay on the number. Where one is missing, a person is asked.
 */
import { minorDigits } from '../money/index.ts';
import type { Citation, MatchCase } from './gather.ts';
import type { OpenItem } from './item-source.ts';
import type { PayerLink } from './knowledge-source.ts';
import { chosenByChance } from './subset-sums.ts';

/** An account that somebody confirmed once may have been confirmed with the slip. */
const ACCOUNT_USES_MIN = 2;

/** As where an advice lists items of strangers: what chance finds more often confirms nothing. */
const CHANCE_MAX = 1 / 1_000;

/** By a name, an account used once, or one that pays for strangers as well: then the amount alone must tell whose it is. */
const CHANCE_OF_LITTLE_KNOWN_MAX = 1 / 100_000;

/** Shares that people pay of an invoice, and rates that they take off: in half percents, and thirds. */
const HALF_PERCENTS = 200n;

/**
 * Of 640.25 from an account used 14 times for ACME, which owes 640.25 once among 20 items, the number of BROOK's 9911001 over 871.13
 * is misdirected: chance finds such an amount six times in 10,000. It is not from an account used once, and not when BROOK owes
 * 1,040.25 there (400.00 more), 653.32 (2% more), or 550.11 and elsewhere 90.14.
 */
export function isMisdirected(citation: Citation, item: OpenItem, matchCase: MatchCase): boolean {
  const sets = { openItemsCount: matchCase.openItemsCountOf(item.customer), membersCount: 1, target: item.openMinor };
  const chanceMax = isAccountOf(item.customer, matchCase) ? CHANCE_MAX : CHANCE_OF_LITTLE_KNOWN_MAX;
  return chosenByChance([item.openMinor], sets) <= chanceMax && !isPaidOnNumber(citation, item, matchCase);
}

/** Whether the money comes from an account that is used for the customer, and hardly for anybody outside its group. */
function isAccountOf(customer: string, { payer, groupOf, policy }: MatchCase): boolean {
  if (payer.standsOn !== null) return payer.standsOn === customer;
  const group = new Set([customer, ...groupOf(customer)]);
  const usesOf = (links: readonly PayerLink[]): number => links.reduce((total, { uses }) => total + uses, 0);
  const ofGroup = usesOf(payer.byAccount.filter((link) => group.has(link.customer)));
  return ofGroup >= ACCOUNT_USES_MIN && ofGroup * 100 >= usesOf(payer.byAccount) * policy.payerSharePercentMin;
}

/** Whether the amount could be meant for what the number stands for: a share, a difference as people make them, or with another item. */
function isPaidOnNumber({ items }: Citation, item: OpenItem, matchCase: MatchCase): boolean {
  const customers = new Set(items.map(({ customer }) => customer));
  if (matchCase.byAmount.some((equal) => equal !== item && customers.has(equal.customer))) return true;
  const together = items.reduce((total, { openMinor }) => total + openMinor, 0n);
  const cited = items.length === 1 ? [together] : [together, ...items.map(({ openMinor }) => openMinor)];
  return cited.some((citedMinor) => {
    if (isShareOf(citedMinor, item.openMinor) || isPlainDifference(citedMinor - item.openMinor, matchCase)) return true;
    return matchCase.itemsOfAmount(item.openMinor - citedMinor, customers).length > 0;
  });
}

/** Half of it, a third, or less 2%. */
function isShareOf(citedMinor: bigint, amountMinor: bigint): boolean {
  if (amountMinor >= citedMinor) return false;
  return [HALF_PERCENTS, 3n].some((parts) => {
    // The part that comes nearest; rounded either way it is still that share.
    const part = (amountMinor * parts + citedMinor / 2n) / citedMinor;
    const apartMinor = citedMinor * part - amountMinor * parts;
    return (apartMinor < 0n ? -apartMinor : apartMinor) < parts;
  });
}

/** 400.00 more or less, or less than a small difference. */
function isPlainDifference(differenceMinor: bigint, { receipt, policy }: MatchCase): boolean {
  const unitMinor = 10n ** BigInt(minorDigits(receipt.currency));
  const apartMinor = differenceMinor < 0n ? -differenceMinor : differenceMinor;
  if (apartMinor < BigInt(policy.smallDifferenceUnitsMax) * unitMinor) return true;
  return differenceMinor % (unitMinor === 1n ? 100n : unitMinor) === 0n;
}
