/**
 * One open item has exactly the amount of the receipt. When no other item of anyone has it, that is worth knowing; it is
 * never enough to post by itself. Closing digits of the item's number in the text, and the payer, add to it.
 */
import { minorDigits } from '../../money/index.ts';
import type { Evidence } from '../evidence.ts';
import { moneyText } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { Citation, MatchCase } from '../gather.ts';
import { compareItems, itemsOfCustomerIn, type OpenItem } from '../item-source.ts';
import { isMisdirected } from '../misdirected-number.ts';
import { closesWithSlip } from '../mistyped.ts';
import { wordsOfOthers } from '../named-others.ts';
import { customersOfPayer } from '../payer-evidence.ts';
import type { MatchPolicy } from '../policy.ts';
import type { Receipt } from '../receipt.ts';
import { ALL_SUBSETS_OF_MAX, pairsWithSum, subsetsWithSum } from '../subset-sums.ts';

/** Items of equal amount that are looked at one by one; the others are only counted. */
export const EQUAL_ITEMS_MAX = 12;

export const explainBySingleAmount: Explain = (matchCase, policy) =>
  candidates(matchCase, policy).map((item) => explanation(item, matchCase, policy));

/** Equal items of the payer's customers first, then any, up to the limit; none that a person said no to. */
function candidates(matchCase: MatchCase, policy: MatchPolicy): OpenItem[] {
  const byAmount = matchCase.byAmount.filter((item) => !matchCase.isRejected(item));
  if (byAmount.length <= EQUAL_ITEMS_MAX) return [...byAmount];
  const chosen = new Set<OpenItem>();
  for (const customer of customersOfPayer(matchCase.payer)) {
    for (const item of itemsOfCustomerIn(byAmount, customer, EQUAL_ITEMS_MAX)) chosen.add(item);
  }
  for (const item of byAmount.slice(0, EQUAL_ITEMS_MAX)) chosen.add(item);
  const tailed = [...chosen].filter((item) => tailOf(item, matchCase, policy) !== null);
  const others = [...chosen].filter((item) => !tailed.includes(item));
  return [...tailed, ...others].slice(0, EQUAL_ITEMS_MAX).sort(compareItems);
}

function explanation(item: OpenItem, matchCase: MatchCase, policy: MatchPolicy): Explanation {
  const { receipt, byAmount } = matchCase;
  const total = moneyText(receipt.amountMinor, receipt.currency);
  const evidence: Evidence[] = [
    byAmount.length === 1
      ? { kind: 'amount_unique', params: { total } }
      : { kind: 'amount_shared', params: { total, itemsCount: byAmount.length } },
  ];
  if (byAmount.length > 1 && isOnlyOfPayer(item, matchCase)) {
    evidence.push({ kind: 'amount_unique_of_payer', params: { total, itemsCount: byAmount.length } });
  }
  const openItemsCount = matchCase.openItemsCountOf(item.customer);
  if (openItemsCount > chanceLimit(receipt, policy) || isSumOfOthers(item, matchCase)) {
    evidence.push({ kind: 'amount_by_chance', params: { customer: item.customer, openItemsCount } });
  }
  if (matchCase.openItemsOfAll === null || matchCase.openItemsOfAll > ofAllLimit(receipt, policy)) {
    const isOwn = matchCase.payerScope.has(item.customer);
    if (!isOwn && matchCase.payerScope.size > 0) evidence.push({ kind: 'amount_by_chance_of_all', params: {} });
  }
  const tail = tailOf(item, matchCase, policy);
  if (tail !== null) evidence.push({ kind: 'reference_tail', params: { reference: tail, number: item.number } });
  const slip = tail === null ? slipOf(item, matchCase) : null;
  if (slip !== null) evidence.push({ kind: 'reference_slip', params: { reference: slip, number: item.number } });
  evidence.push(...leftOutOf(item, matchCase));
  return {
    kind: 'single_amount',
    items: [item],
    allocations: [{ item: item.id, amountMinor: item.openMinor }],
    deductions: [],
    unappliedMinor: 0n,
    fit: 'exact',
    evidence,
  };
}

/** The payer stands for one customer, and of the items with the amount this one alone is that customer's or its group's. */
function isOnlyOfPayer(item: OpenItem, { byAmount, payer, payerScope }: MatchCase): boolean {
  if (customersOfPayer(payer).length !== 1) return false;
  return payerScope.has(item.customer) && byAmount.every((other) => other === item || !payerScope.has(other.customer));
}

/**
 * Numbers of open items in the text that are not this one; apart those of strangers that account, amount and chance show to be
 * misdirected: unless the text also says whose they are, or the amount is one that many bills have.
 */
function leftOutOf(item: OpenItem, matchCase: MatchCase): Evidence[] {
  const { citations, payerScope, receipt } = matchCase;
  const leftOut = citations.filter((citation) => !citation.items.includes(item));
  const isMeant = isInTens(receipt) || wordsOfOthers(receipt).length > 0;
  const isOwn = (citation: Citation): boolean =>
    isMeant ||
    !payerScope.has(item.customer) ||
    citation.items.some(({ customer }) => payerScope.has(customer)) ||
    !isMisdirected(citation, item, matchCase);
  const tokens = (of: readonly Citation[]): string[] => of.map(({ token }) => token);
  const evidence: Evidence[] = [];
  const own = tokens(leftOut.filter(isOwn));
  const ofOthers = tokens(leftOut.filter((citation) => !isOwn(citation)));
  if (own.length > 0) evidence.push({ kind: 'reference_left_out', params: { references: own } });
  if (ofOthers.length > 0) evidence.push({ kind: 'reference_of_other', params: { references: ofOthers } });
  return evidence;
}

function tailOf(item: OpenItem, { unknownRuns, mentions }: MatchCase, policy: MatchPolicy): string | null {
  return [...unknownRuns, ...mentions].find(({ digits }) => isTailOf(item, digits, policy))?.digits ?? null;
}

function slipOf(item: OpenItem, { unknownRuns }: MatchCase): string | null {
  return unknownRuns.find(({ digits, isGuess }) => !isGuess && isSlipOf(item, digits))?.digits ?? null;
}

/** With so many digits a number is one slip away from another's once in some hundred thousand times. */
const SLIP_DIGITS_MIN = 8;

/** Whether a long number is the item's but for one slip of typing: 1930284943 for 1930289443. */
export function isSlipOf(item: OpenItem, digits: string): boolean {
  const significant = digits.replace(/^0+/, '');
  return significant.length >= SLIP_DIGITS_MIN && closesWithSlip(significant, item.number.replace(/\D+/g, ''));
}

/** Of amounts in whole units others add up to the same by chance: 200.00 may be that item, or two of 100.00. */
function isSumOfOthers(item: OpenItem, { receipt, itemsOfCustomer, scope }: MatchCase): boolean {
  if (!isRound(receipt) || !scope.has(item.customer)) return false;
  const amounts = itemsOfCustomer(item.customer)
    .filter((other) => other !== item)
    .map(({ openMinor }) => openMinor);
  const search = amounts.length <= ALL_SUBSETS_OF_MAX ? subsetsWithSum : pairsWithSum;
  return search(amounts, receipt.amountMinor).length > 0;
}

/** Open items of a customer beyond which one may have the amount by chance. */
function chanceLimit(receipt: Receipt, policy: MatchPolicy): number {
  const { roundAmountOpenItemsMax, amountOpenItemsMax } = policy;
  // A company that allows fewer for any amount does not mean more for the round ones.
  return isRound(receipt) ? Math.min(roundAmountOpenItemsMax, amountOpenItemsMax) : amountOpenItemsMax;
}

/** The same for the open items of all. */
function ofAllLimit(receipt: Receipt, policy: MatchPolicy): number {
  return isRound(receipt) ? policy.roundAmountOpenItemsOfAllMax : policy.amountOpenItemsOfAllMax;
}

/** Whole units of a currency coincide more often. */
function isRound({ amountMinor, currency }: Receipt): boolean {
  const unitMinor = 10n ** BigInt(minorDigits(currency));
  return amountMinor % (unitMinor === 1n ? 100n : unitMinor) === 0n;
}

/** 1,000.00 or 250.00: to the cent it says little. */
function isInTens({ amountMinor, currency }: Receipt): boolean {
  return amountMinor % (10n * 10n ** BigInt(minorDigits(currency))) === 0n;
}

/** Whether these digits close the item's number: `0751331` closes 1930751331. Zeros that lead them may be padding. */
export function isTailOf(item: OpenItem, digits: string, policy: MatchPolicy): boolean {
  const significant = digits.replace(/^0+/, '');
  if (significant.length < policy.referenceTailDigitsMin) return false;
  return item.number.replace(/\D+/g, '').endsWith(significant);
}
