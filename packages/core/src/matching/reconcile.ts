/**
 * From the items that are named to the money that came. Equal, or less by something that is known: an amount the text
 * takes off, a credit note, a discount by the terms or by a usual rate, bank charges, a few cents. Or a part of the one
 * item, or more than the items. What is not accounted for stays `differs`, and is asked about. Nothing is rounded away:
 * cash, deductions and what stays open add up to each item.
 */
import { divideHalfUp, minorDigits, sum } from '../money/index.ts';
import type { Allocation, Deduction } from './decision.ts';
import { discountsOn, type OfferedDiscount } from './discounts.ts';
import { type Evidence, moneyText } from './evidence.ts';
import type { Fit } from './explanation.ts';
import type { MatchCase } from './gather.ts';
import { compareItems, type OpenItem } from './item-source.ts';
import { withOtherStated } from './other-claims.ts';
import type { MatchPolicy } from './policy.ts';
import { ALL_SUBSETS_OF_MAX, pairsWithSum, subsetsWithSum, sumsByChance } from './subset-sums.ts';
import type { DeductionReason, StatedDeduction } from './text-findings.ts';

export interface Reconciled {
  readonly fit: Fit;
  /** The items given, and a credit that was found to be netted. */
  readonly items: readonly OpenItem[];
  readonly allocations: readonly Allocation[];
  readonly deductions: readonly Deduction[];
  readonly unappliedMinor: bigint;
  readonly evidence: readonly Evidence[];
}

type Attempt = (items: readonly OpenItem[], shortMinor: bigint, given: Given) => Reconciled[];

interface Given {
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

/** In this order; the first that accounts for the difference counts, with each of its ways. */
const ATTEMPTS: readonly Attempt[] = [
  byStatedAmounts,
  byStatedRateAndAmounts,
  byOpenCredit,
  byDiscount,
  byBankFee,
  bySmallDifference,
  byPart,
];

/**
 * Items of 100.00 and 50.00 and a receipt of 147.00 under "2% 10 net 30": 98.00 and 49.00 cash, deductions of 2.00 and
 * 1.00, fit `accounted`. Nothing is returned when it differs by what nothing accounts for, or is more than the items.
 */
export function reconcile(items: readonly OpenItem[], given: Given): Reconciled[] {
  const { receipt } = given.matchCase;
  const shortMinor = openTotal(items) - receipt.amountMinor;
  if (items.length === 0) return [];
  if (shortMinor < 0n)
    return byExcess(items, -shortMinor, given).map((way) => withOtherStated(way, shortMinor, given.matchCase));
  if (shortMinor === 0n) {
    const total = moneyText(receipt.amountMinor, receipt.currency);
    return [settled({ items, fit: 'exact' }, [{ kind: 'total_exact', params: { total, itemsCount: items.length } }])];
  }
  // Without all items of the customers at hand a discount could be a credit note that was not seen.
  if (!items.every(({ customer }) => given.matchCase.scope.has(customer))) return [];
  for (const attempt of ATTEMPTS) {
    const found = attempt(items, shortMinor, given);
    if (found.length > 0) return found.map((way) => withOtherStated(way, shortMinor, given.matchCase));
  }
  return [];
}

function totalShort(shortMinor: bigint, { receipt }: MatchCase): Evidence {
  return { kind: 'total_short', params: { difference: moneyText(shortMinor, receipt.currency) } };
}

/** The text takes amounts off that make the difference: "LESS DAMAGED GOODS 1169.09", "OUR CHGS 25.00". */
function byStatedAmounts(items: readonly OpenItem[], shortMinor: bigint, { matchCase, policy }: Given): Reconciled[] {
  for (const stated of matchCase.findings.deductions) {
    const chosen = [stated, ...stated.map((one) => [one])].find(
      (some) => sum(some.map(({ amountMinor }) => amountMinor)) === shortMinor,
    );
    if (chosen === undefined) continue;
    if (items.length > 1 && chosen.every(({ reason }) => reason === 'cash_discount')) {
      const byRate = byDiscount(items, shortMinor, { matchCase, policy });
      if (byRate.length > 0) return byRate;
    }
    const placed = chosen.map((one) => place(one, items, matchCase));
    if (placed.some((one) => one === null)) continue;
    const deductions = placed.flatMap((one) => (one === null ? [] : [one]));
    const isPlaced = chosen.every((one) => one.reason === 'bank_fee' || items.length === 1 || namedBy(one, items));
    const evidence: Evidence[] = [
      totalShort(shortMinor, matchCase),
      ...chosen.map((one) => statedEvidence(one, matchCase)),
    ];
    if (!isPlaced) evidence.push({ kind: 'deduction_not_placed', params: { itemsCount: debits(items).length } });
    return [settled({ items, fit: 'accounted', deductions }, evidence)];
  }
  return [];
}

/** "2% DISC BANK FEE 10.00": the stated rate on every item, and the stated amounts beside it. */
function byStatedRateAndAmounts(items: readonly OpenItem[], shortMinor: bigint, given: Given): Reconciled[] {
  const { matchCase } = given;
  if (matchCase.findings.discountMillionths === null) return [];
  for (const stated of matchCase.findings.deductions) {
    const statedMinor = sum(stated.map(({ amountMinor }) => amountMinor));
    if (statedMinor >= shortMinor) continue;
    const [discounted] = byDiscount(items, shortMinor - statedMinor, given);
    const placed = stated.flatMap((one) => place(one, items, matchCase) ?? []);
    if (discounted === undefined || placed.length < stated.length) continue;
    const isPlaced = stated.every((one) => one.reason === 'bank_fee' || items.length === 1 || namedBy(one, items));
    const evidence: Evidence[] = [
      totalShort(shortMinor, matchCase),
      ...discounted.evidence.filter(({ kind }) => kind !== 'total_short'),
      ...stated.map((one) => statedEvidence(one, matchCase)),
    ];
    if (!isPlaced) evidence.push({ kind: 'deduction_not_placed', params: { itemsCount: debits(items).length } });
    const deductions = [...discounted.deductions, ...placed];
    if (!isWithinItems(items, deductions)) continue;
    return [settled({ items, fit: 'accounted', deductions }, evidence)];
  }
  return [];
}

function isWithinItems(items: readonly OpenItem[], deductions: readonly Deduction[]): boolean {
  return debits(items).every(
    (item) => sum(deductions.filter((one) => one.item === item.id).map((one) => one.amountMinor)) < item.openMinor,
  );
}

function statedEvidence({ reason, amountMinor }: StatedDeduction, { receipt }: MatchCase): Evidence {
  return { kind: 'deduction_stated', params: { reason, amount: moneyText(amountMinor, receipt.currency) } };
}

/** On the item whose number follows the amount, else on the largest. Null when the item is smaller than it. */
function place(stated: StatedDeduction, items: readonly OpenItem[], matchCase: MatchCase): Deduction | null {
  const item = namedBy(stated, items) ?? largest(items);
  if (item === undefined || item.openMinor <= stated.amountMinor) return null;
  const { reason, amountMinor } = stated;
  if (reason !== 'cash_discount') return { reason, item: item.id, amountMinor };
  const isEarned = offeredTo(matchCase)(item).some((offered) => offered.isEarned);
  return { reason: isEarned ? 'cash_discount' : 'unearned_discount', item: item.id, amountMinor };
}

function namedBy({ after }: StatedDeduction, items: readonly OpenItem[]): OpenItem | undefined {
  if (after === null) return undefined;
  const significant = after.replace(/^0+/, '');
  const named = items.filter((item) => item.openMinor > 0n && item.number.replace(/\D+/g, '').endsWith(significant));
  return named.length === 1 ? named[0] : undefined;
}

/** One open credit of the same customers is the difference: the payer netted it without naming it. */
function byOpenCredit(items: readonly OpenItem[], shortMinor: bigint, { matchCase }: Given): Reconciled[] {
  const customers = new Set(items.map(({ customer }) => customer));
  const credits = matchCase
    .itemsOfAmount(-shortMinor, customers)
    .filter((item) => !items.includes(item) && !matchCase.isRejected(item));
  const { currency } = matchCase.receipt;
  const isStated = matchCase.findings.creditsMinor.includes(shortMinor);
  return credits.map((credit) => {
    const params = { number: credit.number, amount: moneyText(shortMinor, currency), isStated };
    return settled({ items: [...items, credit].sort(compareItems), fit: 'accounted' }, [
      { kind: 'credit_netted', params },
    ]);
  });
}

/** Every item less the discount of its terms, or all of them less one usual rate, makes the amount to the cent. */
function byDiscount(items: readonly OpenItem[], shortMinor: bigint, { matchCase, policy }: Given): Reconciled[] {
  const { receipt, findings } = matchCase;
  const owed = debits(items);
  const usual = findings.discountMillionths === null ? ratesUsual(policy) : [];
  const ways = [...ratesOffered(matchCase), ...usual].map((rateOf) => owed.map((item) => ({ item, ...rateOf(item) })));
  for (const [index, way] of ways.entries()) {
    const taken = way
      .map(({ item, rateMillionths, isEarned }) => ({
        item,
        isEarned: isEarned || earns(item, rateMillionths, matchCase),
        amountMinor: divideHalfUp(item.openMinor * BigInt(rateMillionths), MILLION),
      }))
      .filter(({ amountMinor }) => amountMinor > 0n);
    if (taken.length === 0 || sum(taken.map(({ amountMinor }) => amountMinor)) !== shortMinor) continue;
    const deductions = taken.map(
      ({ item, isEarned, amountMinor }): Deduction => ({
        reason: isEarned ? 'cash_discount' : 'unearned_discount',
        item: item.id,
        amountMinor,
      }),
    );
    const isEarned = taken.every((one) => one.isEarned);
    const amount = moneyText(shortMinor, receipt.currency);
    const source = index === 0 ? 'terms' : findings.discountMillionths === null ? 'usual' : 'stated';
    return [
      settled({ items, fit: 'accounted', deductions }, [
        totalShort(shortMinor, matchCase),
        { kind: isEarned ? 'discount_earned' : 'discount_unearned', params: { amount, source } },
      ]),
    ];
  }
  return byDiscountOnSome(owed, shortMinor, { items, matchCase, policy });
}

interface Discounted extends Given {
  readonly items: readonly OpenItem[];
}

/** The discount of the terms on some of the items and on the others none, when there is one way to do it. */
function byDiscountOnSome(owed: readonly OpenItem[], shortMinor: bigint, given: Discounted): Reconciled[] {
  const { items, matchCase, policy } = given;
  const byTerms = byTermsOf(matchCase);
  const offered = owed.filter((item) => byTerms(item).rateMillionths > 0);
  if (owed.length < 2 || offered.length > ALL_SUBSETS_OF_MAX) return [];
  const discounts = offered.map((item) => item.openMinor - netBy(byTerms, item));
  const found = subsetsWithSum(discounts, shortMinor);
  const [chosen] = found;
  if (chosen === undefined || found.length > 1) return [];
  const count = 2 ** offered.length;
  const byChance = sumsByChance(discounts, { count, membersCount: chosen.length, target: shortMinor });
  if (byChance * 1000 > policy.chancePerMilleMax) return [];
  const deductions = chosen.flatMap((at): Deduction[] => {
    const [item, amountMinor] = [offered[at], discounts[at]];
    if (item === undefined || amountMinor === undefined) return [];
    const reason = byTerms(item).isEarned ? 'cash_discount' : 'unearned_discount';
    return [{ reason, item: item.id, amountMinor }];
  });
  const isEarned = deductions.every(({ reason }) => reason === 'cash_discount');
  const amount = moneyText(shortMinor, matchCase.receipt.currency);
  const evidence: Evidence[] = [
    totalShort(shortMinor, matchCase),
    { kind: isEarned ? 'discount_earned' : 'discount_unearned', params: { amount, source: 'terms' } },
    { kind: 'discount_on_some', params: { itemsCount: chosen.length, ofItems: owed.length } },
  ];
  return [settled({ items, fit: 'accounted', deductions }, evidence)];
}

/** The rate of discount that is taken on an item. */
export type RateOf = (item: OpenItem) => OfferedDiscount;

const offeredTo =
  ({ receipt, policy }: Pick<MatchCase, 'receipt' | 'policy'>) =>
  (item: OpenItem): OfferedDiscount[] =>
    discountsOn(item, receipt.bookedOn, policy.discountGraceDays);

/** The discount of each item's own terms, the earned one first. */
export const byTermsOf =
  (matchCase: MatchCase): RateOf =>
  (item) =>
    offeredTo(matchCase)(item)[0] ?? NO_DISCOUNT;

/** By each item's own terms, and by the rate that the text states. */
export function ratesOffered(matchCase: MatchCase): RateOf[] {
  const stated = matchCase.findings.discountMillionths;
  const byTerms = byTermsOf(matchCase);
  return stated === null ? [byTerms] : [byTerms, () => ({ rateMillionths: stated, isEarned: false })];
}

/** The rates that payers take without being asked to. */
export function ratesUsual({ usualDiscountsMillionths }: MatchPolicy): RateOf[] {
  return usualDiscountsMillionths.map((rateMillionths) => () => ({ rateMillionths, isEarned: false }));
}

/** What is paid of an item at this rate: 98.00 of 100.00 at 2 %. Credits are netted as they are. */
export function netBy(rateOf: RateOf, item: OpenItem): bigint {
  if (item.openMinor <= 0n) return item.openMinor;
  return item.openMinor - divideHalfUp(item.openMinor * BigInt(rateOf(item).rateMillionths), MILLION);
}

const MILLION = 1_000_000n;
const NO_DISCOUNT = { rateMillionths: 0, isEarned: false };

function earns(item: OpenItem, rateMillionths: number, matchCase: MatchCase): boolean {
  return offeredTo(matchCase)(item).some((one) => one.isEarned && one.rateMillionths === rateMillionths);
}

/** What banks on the way keep: whole fives of a unit, 5.00 to 50.00. */
export function bankCharges({ receipt, policy }: Pick<MatchCase, 'receipt' | 'policy'>): bigint[] {
  const fiveMinor = 5n * 10n ** BigInt(minorDigits(receipt.currency));
  return Array.from({ length: Math.floor(policy.bankFeeUnitsMax / 5) }, (_, at) => BigInt(at + 1) * fiveMinor);
}

/** Banks between payer and us keep whole amounts: 15.00, 25.00. It lies on no item in particular, so on the largest. */
function byBankFee(items: readonly OpenItem[], shortMinor: bigint, { matchCase, policy }: Given): Reconciled[] {
  const unitMinor = 10n ** BigInt(minorDigits(matchCase.receipt.currency));
  if (shortMinor % (5n * unitMinor) !== 0n || shortMinor > BigInt(policy.bankFeeUnitsMax) * unitMinor) return [];
  return onLargest(items, { reason: 'bank_fee', amountMinor: shortMinor }, { matchCase, policy });
}

function bySmallDifference(items: readonly OpenItem[], shortMinor: bigint, { matchCase, policy }: Given): Reconciled[] {
  const unitMinor = 10n ** BigInt(minorDigits(matchCase.receipt.currency));
  if (shortMinor >= BigInt(policy.smallDifferenceUnitsMax) * unitMinor) return [];
  return onLargest(items, { reason: 'small_difference', amountMinor: shortMinor }, { matchCase, policy });
}

/** Only where it is small beside every item: else it is a claim on one of them, and it matters which. */
function onLargest(
  items: readonly OpenItem[],
  { reason, amountMinor }: { readonly reason: DeductionReason; readonly amountMinor: bigint },
  { matchCase, policy }: Given,
): Reconciled[] {
  const item = largest(items);
  if (item === undefined || item.openMinor <= amountMinor) return [];
  if (amountMinor * 100n > openTotal(items) * BigInt(policy.differencePercentMax)) return [];
  const isBesideAll = debits(items).every(
    ({ openMinor }) => amountMinor * 1000n <= openMinor * BigInt(policy.tolerancePerMilleMax),
  );
  // Claims come in the odd amounts of prices: whole fives beside these, or little beside the whole payment, are a bank's charge.
  const isCharge =
    reason === 'bank_fee' &&
    (amountMinor * 1000n <= openTotal(items) * BigInt(policy.tolerancePerMilleMax) || isOddlyPriced(items, matchCase));
  const isSmall = items.length === 1 || isBesideAll || isCharge;
  const amount = moneyText(amountMinor, matchCase.receipt.currency);
  const kind = reason === 'bank_fee' ? 'difference_of_bank_fee' : 'difference_small';
  const evidence: Evidence[] = [totalShort(amountMinor, matchCase), { kind, params: { amount } }];
  if (!isSmall) evidence.push({ kind: 'deduction_not_placed', params: { itemsCount: debits(items).length } });
  return [settled({ items, fit: 'accounted', deductions: [{ reason, item: item.id, amountMinor }] }, evidence)];
}

/** No item is of whole fives, as charges are. */
function isOddlyPriced(items: readonly OpenItem[], { receipt }: MatchCase): boolean {
  const fiveMinor = 5n * 10n ** BigInt(minorDigits(receipt.currency));
  return items.every(({ openMinor }) => openMinor % fiveMinor !== 0n);
}

/** Less than the one item: it is a part of it whatever the reason, and the rest stays open on it. */
function byPart(items: readonly OpenItem[], shortMinor: bigint, { matchCase }: Given): Reconciled[] {
  const [item] = items;
  if (item === undefined || items.length > 1) return [];
  const { amountMinor, currency } = matchCase.receipt;
  const params = { number: item.number, rest: moneyText(shortMinor, currency), isStated: matchCase.findings.isPart };
  return [
    {
      fit: 'partial',
      items,
      allocations: [{ item: item.id, amountMinor }],
      deductions: [],
      unappliedMinor: 0n,
      evidence: [totalShort(shortMinor, matchCase), { kind: 'part_payment', params }],
    },
  ];
}

/** More than the items: on account, unless an item or two of the customer make up the excess, or it is too much for a slip. */
function byExcess(items: readonly OpenItem[], excessMinor: bigint, { matchCase, policy }: Given): Reconciled[] {
  const customers = new Set(items.map(({ customer }) => customer));
  const total = openTotal(items);
  if (total <= 0n || !isSlip(excessMinor, total, { matchCase, policy })) return [];
  if (![...customers].every((customer) => matchCase.scope.has(customer))) return [];
  const others = [...customers].flatMap((customer) => matchCase.itemsOfCustomer(customer));
  const amounts = others.filter((item) => !items.includes(item)).map(({ openMinor }) => openMinor);
  if (amounts.includes(excessMinor) || pairsWithSum(amounts, excessMinor).length > 0) return [];
  const excess = moneyText(excessMinor, matchCase.receipt.currency);
  const evidence: Evidence[] = [
    { kind: 'total_over', params: { difference: excess } },
    { kind: 'excess_on_account', params: { excess } },
  ];
  if (matchCase.findings.isCut) evidence.push({ kind: 'text_cut', params: {} });
  return [{ ...settled({ items, fit: 'partial' }, evidence), unappliedMinor: excessMinor }];
}

const EXCESS_QUARTER = 4n;

function isSlip(excessMinor: bigint, totalMinor: bigint, { matchCase, policy }: Given): boolean {
  const unitMinor = 10n ** BigInt(minorDigits(matchCase.receipt.currency));
  if (excessMinor * 100n <= totalMinor * BigInt(policy.excessPercentMax)) return true;
  return excessMinor * EXCESS_QUARTER <= totalMinor && excessMinor <= BigInt(policy.excessUnitsMax) * unitMinor;
}

interface Settled {
  readonly items: readonly OpenItem[];
  readonly fit: Fit;
  readonly deductions?: readonly Deduction[];
}

/** Each item in cash but for what is deducted from it. */
function settled({ items, fit, deductions = [] }: Settled, evidence: readonly Evidence[]): Reconciled {
  const deducted = new Map<string, bigint>();
  for (const { item, amountMinor } of deductions) deducted.set(item, (deducted.get(item) ?? 0n) + amountMinor);
  const allocations = items
    .map((item) => ({ item: item.id, amountMinor: item.openMinor - (deducted.get(item.id) ?? 0n) }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
  return { fit, items, allocations, deductions, unappliedMinor: 0n, evidence };
}

function debits(items: readonly OpenItem[]): OpenItem[] {
  return items.filter(({ openMinor }) => openMinor > 0n);
}

function largest(items: readonly OpenItem[]): OpenItem | undefined {
  return debits(items).reduce<OpenItem | undefined>(
    (most, item) =>
      most === undefined ||
      item.openMinor > most.openMinor ||
      (item.openMinor === most.openMinor && compareItems(item, most) < 0)
        ? item
        : most,
    undefined,
  );
}

export function openTotal(items: readonly OpenItem[]): bigint {
  return sum(items.map(({ openMinor }) => openMinor));
}
