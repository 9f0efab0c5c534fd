/**
 * What a customer took off, on the desk: amounts by item and reason. Cash and deductions of an item are together at most what is
 * open of it; several on one item split what is missing over reasons.
 */

import type { paths } from '@quittance/client';
import { type CurrencyCode, sum } from '@quittance/core/money';
import { atMost, readAmount } from '../../ui/money/money-text.ts';
import type { Draft, NamedItem } from './allocation.ts';

type ApplyBody = NonNullable<
  paths['/api/v1/companies/{company}/receipts/{id}/apply']['post']['requestBody']
>['content']['application/json'];
export type DeductionReason = NonNullable<ApplyBody['deductions']>[number]['reason'];

/** On invoices only, above zero. */
export interface DraftDeduction {
  readonly itemId: string;
  readonly amountMinor: bigint;
  readonly reason: DeductionReason;
  readonly note: string;
}

/** What is deducted from each item in all. */
export function deductedByItem(deductions: readonly DraftDeduction[]): ReadonlyMap<string, bigint> {
  const byItem = new Map<string, bigint>();
  for (const { itemId, amountMinor } of deductions) byItem.set(itemId, (byItem.get(itemId) ?? 0n) + amountMinor);
  return byItem;
}

/**
 * Makes a deduction of what stays open on each invoice that gets some cash: 148.80 missing on 4713 becomes 148.80 `reason`. What
 * is deducted already stays as it is.
 */
export function withRestsDeducted(
  deductions: readonly DraftDeduction[],
  given: { readonly items: readonly NamedItem[]; readonly cash: Draft; readonly reason: DeductionReason },
): readonly DraftDeduction[] {
  const deducted = deductedByItem(deductions);
  const more = given.items.flatMap(({ id, openMinor }): DraftDeduction[] => {
    const part = given.cash.get(id);
    if (part === undefined || openMinor <= 0n) return [];
    const amountMinor = openMinor - part - (deducted.get(id) ?? 0n);
    return amountMinor > 0n ? [{ itemId: id, amountMinor, reason: given.reason, note: '' }] : [];
  });
  return [...deductions, ...more];
}

/** Of an item whose cash changed: what no longer fits beside it is cut, the last deduction first; without cash all go. */
export function fittedDeductions(
  deductions: readonly DraftDeduction[],
  item: { readonly id: string; readonly openMinor: bigint },
  cash: Draft,
): readonly DraftDeduction[] {
  const part = cash.get(item.id);
  let room = part === undefined ? 0n : item.openMinor - part;
  return deductions.flatMap((deduction) => {
    if (deduction.itemId !== item.id) return [deduction];
    const amountMinor = atMost(deduction.amountMinor, room);
    room -= amountMinor;
    return amountMinor > 0n ? [{ ...deduction, amountMinor }] : [];
  });
}

/** The deductions of one item said anew, the others as they are. */
export function withDeductionsOf(
  deductions: readonly DraftDeduction[],
  itemId: string,
  own: readonly DraftDeduction[],
): readonly DraftDeduction[] {
  return [...deductions.filter((deduction) => deduction.itemId !== itemId), ...own];
}

export interface ReasonWords {
  readonly reason: DeductionReason;
  /** In the reader's language. */
  readonly words: string;
}

export type DeductionRefusal =
  | 'not_an_amount'
  | 'unknown_reason'
  | 'more_than_rest'
  | 'nothing_missing'
  | 'not_on_credits';

const PERCENT_SCALE = 10_000n; // percent with two decimals

/**
 * What was typed into the deduction of an item: amounts or percents of what is open, each with its reason in a word or two,
 * separated by `;` or `+`. "138 disc; 10.80 freight" are two; "2% discount" of 6,900.00 is 138.00; the word is the beginning of
 * one in the list of reasons, and without one there is no reason given. A word without an amount takes what is still missing:
 * "138 disc; freight" over 148.80 is 138.00 and 10.80. Less than what is open can be deducted: some cash settles the rest.
 */
export function readDeductions(
  typed: string,
  given: {
    readonly item: NamedItem;
    /** What goes to the item in cash; undefined while it is not ticked. */
    readonly cashMinor: bigint | undefined;
    readonly currency: CurrencyCode;
    readonly decimalSign: '.' | ',';
    readonly reasons: readonly ReasonWords[];
  },
): readonly DraftDeduction[] | DeductionRefusal {
  const { item, cashMinor = item.openMinor } = given;
  const read: DraftDeduction[] = [];
  const missingMinor = (): bigint => item.openMinor - cashMinor - sum(read.map(({ amountMinor }) => amountMinor));
  if (typed.trim() !== '' && item.openMinor <= 0n) return 'not_on_credits';
  for (const part of typed.split(/[;+]/)) {
    if (part.trim() === '') continue;
    const [, figures, percent, word = ''] = /^\s*([\d.,'’\s]*\d)?\s*(%)?\s*(.*?)\s*$/.exec(part) ?? [];
    if (figures === undefined && !/^\p{L}/u.test(word)) return 'not_an_amount';
    const reason = word === '' ? 'unspecified' : reasonNamed(word, given.reasons);
    if (reason === null) return 'unknown_reason';
    const amountMinor = figures === undefined ? missingMinor() : amountOf(figures, percent !== undefined, given);
    if (amountMinor === null) return 'not_an_amount';
    if (figures === undefined && amountMinor <= 0n) return 'nothing_missing';
    if (amountMinor > 0n) read.push({ itemId: item.id, amountMinor, reason, note: '' });
  }
  const total = sum(read.map(({ amountMinor }) => amountMinor));
  return total > 0n && total >= item.openMinor ? 'more_than_rest' : read;
}

function amountOf(
  figures: string,
  isPercent: boolean,
  given: Pick<Parameters<typeof readDeductions>[1], 'item' | 'currency' | 'decimalSign'>,
): bigint | null {
  return isPercent ? shareOf(given.item.openMinor, figures) : readAmount(figures, given.currency, given.decimalSign);
}

/** "2" or "2.5" percent of an amount, halves away from zero. */
function shareOf(openMinor: bigint, percentText: string): bigint | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percentText.trim());
  if (!match) return null;
  const percent = BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return (openMinor * percent * 2n + PERCENT_SCALE) / (PERCENT_SCALE * 2n);
}

/** The first reason in which a word begins so, or whose code does. */
function reasonNamed(word: string, reasons: readonly ReasonWords[]): DeductionReason | null {
  const wanted = folded(word);
  const begins = (text: string): boolean =>
    folded(text).startsWith(wanted) ||
    folded(text)
      .split(/[\s_,]+/)
      .some((one) => one.startsWith(wanted));
  return reasons.find(({ reason, words }) => begins(words) || begins(reason))?.reason ?? null;
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
