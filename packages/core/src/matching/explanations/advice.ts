/**
 * The payer's advice lists what is paid: each line is found among the open items by its number, or by closing digits or a
 * slip when its amount is what is open. Its lines, not its printed total, must make the receipt; what a line takes off
 * becomes a deduction with the payer's reason.
 */
import { sum } from '../../money/index.ts';
import type { RemittanceLine } from '../../remittance/index.ts';
import type { LinkedAdvice } from '../advice-index.ts';
import type { Allocation, Deduction } from '../decision.ts';
import { discountsOn } from '../discounts.ts';
import { type Evidence, moneyText } from '../evidence.ts';
import type { Explain, Explanation, Fit } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import { compareItems, type OpenItem } from '../item-source.ts';
import { chosenByChance } from '../subset-sums.ts';
import { type DeductionReason, reasonOfWords } from '../text-findings.ts';

/** Longer advices are left to a person: no statement pays more in one sum. */
const LINES_MAX = 5_000;

export const explainByAdvice: Explain = (matchCase) =>
  matchCase.advices.filter(({ isScanned }) => !isScanned).flatMap((advice) => explanationsOf(advice, matchCase));

/** After what the bank's own text says: where both name the same items, the text is the better witness. */
export const explainByScannedAdvice: Explain = (matchCase) =>
  matchCase.advices.filter(({ isScanned }) => isScanned).flatMap((advice) => explanationsOf(advice, matchCase));

interface Paid {
  readonly item: OpenItem;
  readonly cashMinor: bigint;
  readonly deductions: readonly Deduction[];
}

function explanationsOf(advice: LinkedAdvice, matchCase: MatchCase): Explanation[] {
  const { lines } = advice.remittance;
  if (lines.length === 0 || lines.length > LINES_MAX) return [];
  const items = itemsOfLines(lines, matchCase);
  const paid = lines.map((line, at) => paidBy(line, items[at], matchCase));
  const known = paid.flatMap((one) => (one === null ? [] : [one]));
  if (known.length === 0 || new Set(known.map(({ item }) => item.id)).size < known.length) return [];
  return [explanation(advice, known, known.length === lines.length, matchCase)];
}

/** First what is certain by itself; then, among the same customers, what only its amount confirms. */
function itemsOfLines(lines: readonly RemittanceLine[], matchCase: MatchCase): (OpenItem | undefined)[] {
  const certain = lines.map((line) => only(candidates(line, matchCase).filter((item) => fits(item, line))));
  const customers: ReadonlySet<string> = new Set(
    certain.flatMap((item) => (item === undefined ? [] : [item.customer])),
  );
  return lines.map((line, at) => {
    if (certain[at] !== undefined) return certain[at];
    const near = matchCase.likelyItems(line.document?.number ?? '', customers);
    return only(near.filter((item) => fits(item, line))) ?? only(candidates(line, matchCase));
  });
}

function candidates(line: RemittanceLine, matchCase: MatchCase): readonly OpenItem[] {
  return matchCase.itemsOfNumber(line.document?.number ?? '').filter((item) => !matchCase.isRejected(item));
}

/** What the payer takes for the amount of the document is what is open of it. */
function fits(item: OpenItem, { grossMinor, paidMinor }: RemittanceLine): boolean {
  return item.openMinor === grossMinor || item.openMinor === paidMinor;
}

function only(items: readonly OpenItem[]): OpenItem | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Null when the line pays nothing we know, or more than is open. */
function paidBy(line: RemittanceLine, item: OpenItem | undefined, matchCase: MatchCase): Paid | null {
  // A sentence may list documents under one total: each is paid as it is open, and the total must make the receipt.
  const cashMinor = line.paidMinor ?? line.grossMinor ?? item?.openMinor ?? null;
  if (item === undefined || cashMinor === null || cashMinor === 0n) return null;
  const isCredit = item.openMinor < 0n;
  if (isCredit) return cashMinor === item.openMinor ? { item, cashMinor, deductions: [] } : null;
  if (cashMinor < 0n || cashMinor > item.openMinor) return null;
  const takenMinor = item.openMinor - cashMinor;
  const isTaken = takenMinor > 0n && line.grossMinor === item.openMinor;
  return {
    item,
    cashMinor,
    deductions: isTaken ? [{ item: item.id, amountMinor: takenMinor, reason: reasonOf(line, item, matchCase) }] : [],
  };
}

/** What the customer's code means to us goes before its words. */
function reasonOf(line: RemittanceLine, item: OpenItem, { receipt, policy, reasonOfCode }: MatchCase): DeductionReason {
  const coded = line.adjustments
    .flatMap(({ code, reason }) => [reasonOfCode(item.customer, code ?? ''), reasonOfCode(item.customer, reason ?? '')])
    .find((reason) => reason !== null);
  const stated =
    coded ?? line.adjustments.map(({ reason }) => reasonOfWords(reason ?? '')).find((reason) => reason !== null);
  const isDiscount = stated === 'cash_discount' || (line.discountMinor ?? 0n) > 0n;
  if (!isDiscount) return stated ?? 'unspecified';
  const offered = discountsOn(item, receipt.bookedOn, policy.discountGraceDays);
  return offered.some(({ isEarned }) => isEarned) ? 'cash_discount' : 'unearned_discount';
}

function explanation(advice: LinkedAdvice, paid: readonly Paid[], isWhole: boolean, matchCase: MatchCase): Explanation {
  const { receipt } = matchCase;
  const items = paid.map(({ item }) => item).sort(compareItems);
  const deductions = paid.flatMap((one) => one.deductions);
  const restMinor = receipt.amountMinor - sum(paid.map(({ cashMinor }) => cashMinor));
  const isPart = paid.some(
    ({ item, cashMinor, deductions: taken }) => taken.length === 0 && cashMinor !== item.openMinor,
  );
  const fit: Fit = !isWhole || restMinor !== 0n ? 'differs' : deductions.length > 0 || isPart ? 'accounted' : 'exact';
  const { id, linkedBy, receivedOn, remittance } = advice;
  const toldOn = remittance.paidOn ?? receivedOn;
  const evidence: Evidence[] = [{ kind: 'advice', params: { advice: id, toldOn, itemsCount: items.length, linkedBy } }];
  if (linkedBy === 'amount') evidence.push({ kind: 'advice_by_amount_alone', params: {} });
  const others = linkedBy === 'payer_and_amount' ? notOfPayer(items, matchCase) : [];
  if (others.length > 0) {
    // A payer nobody knows has no items of its own that could speak against the mail.
    const isKnown = matchCase.payerScope.size > 0;
    const isConfirmed = isKnown && fit === 'exact' && isSumNoChance(items, others, matchCase);
    const kind = isConfirmed ? 'advice_for_others_confirmed' : 'advice_for_others';
    evidence.push({ kind, params: { customers: others } });
  }
  if (advice.isScanned) evidence.push({ kind: 'advice_was_scanned', params: {} });
  if (advice.remittance.footing === 'off') evidence.push({ kind: 'advice_total_off', params: { advice: advice.id } });
  const total = moneyText(receipt.amountMinor, receipt.currency);
  if (fit !== 'differs') evidence.push({ kind: 'total_exact', params: { total, itemsCount: items.length } });
  for (const { reason, amountMinor } of deductions) {
    const amount = moneyText(amountMinor, receipt.currency);
    evidence.push({ kind: 'deduction_stated', params: { reason, amount, isAdvised: true } });
  }
  return {
    kind: 'advice',
    items,
    ...cashOf(paid, restMinor),
    deductions,
    fit,
    evidence: [...evidence, ...restOf(restMinor, receipt)],
  };
}

/** Customers of the items that the payer is not known for: all of them when nobody knows the payer. */
function notOfPayer(items: readonly OpenItem[], { payerScope }: MatchCase): string[] {
  return [...new Set(items.map(({ customer }) => customer))].filter((customer) => !payerScope.has(customer));
}

/** Whoever writes an advice chooses its lines: of all sets of his open items fewer than one in so many times has the bank's sum. */
const CHANCE_PER_MILLE_MAX = 1;

/**
 * Whether whole items of others make the bank's amount, which no mail can choose, though chance would hardly find such a set:
 * one of 20 items of some 1,234.56 has it once in 15,000 times, six of 50 items nearly always.
 */
function isSumNoChance(items: readonly OpenItem[], customers: readonly string[], matchCase: MatchCase): boolean {
  const amounts = items.map(({ openMinor }) => openMinor);
  const target = sum(amounts);
  if (items.length === 1 && matchCase.byAmount.length > 1) return false;
  const theirs = items.filter(({ customer }) => customers.includes(customer));
  const openCount = sum(customers.map((customer) => BigInt(matchCase.openItemsCountOf(customer))));
  if (openCount < BigInt(theirs.length)) return false;
  const chance = chosenByChance(amounts, { openItemsCount: Number(openCount), membersCount: theirs.length, target });
  return chance * 1000 <= CHANCE_PER_MILLE_MAX;
}

/** The cash on each item; where the lines are more than the receipt, the last ones go short. */
function cashOf(paid: readonly Paid[], restMinor: bigint): { allocations: Allocation[]; unappliedMinor: bigint } {
  let shortMinor = restMinor < 0n ? -restMinor : 0n;
  const allocations: Allocation[] = [];
  for (const { item, cashMinor } of [...paid].reverse()) {
    const left =
      cashMinor > 0n && shortMinor > 0n ? (shortMinor >= cashMinor ? 0n : cashMinor - shortMinor) : cashMinor;
    shortMinor -= cashMinor > 0n ? cashMinor - left : 0n;
    if (left !== 0n) allocations.push({ item: item.id, amountMinor: left });
  }
  return { allocations: allocations.reverse(), unappliedMinor: restMinor > 0n ? restMinor : 0n };
}

function restOf(restMinor: bigint, { currency }: MatchCase['receipt']): Evidence[] {
  if (restMinor === 0n) return [];
  const kind = restMinor < 0n ? 'total_short' : 'total_over';
  return [{ kind, params: { difference: moneyText(restMinor < 0n ? -restMinor : restMinor, currency) } }];
}
