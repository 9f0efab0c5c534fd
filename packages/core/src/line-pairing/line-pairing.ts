/**
 * The same money told twice. A statement lists all that moved on an account; a notification or a lockbox file tells some
 * of it sooner or in detail, and a bank may send the same statement in two formats. Lines of different origin are paired
 * here: one with one, or a sum with its details. What is paired is money once.
 *
 * Order of belief: equal references, then details that add up to a sum, then equal amounts on equal days, those of one payer
 * first. Two facts that contradict each other (end-to-end ids, IBANs) keep lines apart. Each line is paired at most once.
 */
import { type LocalDate, toEpochDay } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import { sum } from '../money/index.ts';
import { doubtAboutAccount } from '../parties/index.ts';

/** A line of money in, as far as it matters here. */
export interface PairableLine {
  readonly id: string;
  /** Lines of the same file format and report are never the same money: each of these lists is complete in itself. */
  readonly origin: string;
  /** Without blanks, in capitals; null for a lockbox, whose number is not that of the account its deposits go to. */
  readonly accountKey: string | null;
  readonly days: readonly LocalDate[];
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** What the bank and the payer call the payment. */
  readonly references: readonly string[];
  readonly endToEndId: string | null;
  readonly payerAccount: string | null;
  /** Letters and digits of the payer's name, in capitals; null when the file names none. */
  readonly payerKey: string | null;
  /** A statement lists each day whole, under the bank's own booking day. */
  readonly isOfStatement: boolean;
  /** Lines booked as one sum have the same; lines of one file and day may be one sum, too. */
  readonly sumKey: string | null;
  readonly fileKey: string;
}

export type Pairing =
  | { readonly kind: 'same'; readonly came: string; readonly stood: string }
  /** A sum stood, and its details came. */
  | { readonly kind: 'details_came'; readonly came: readonly string[]; readonly stood: string }
  /** Details stood, and their sum came. */
  | { readonly kind: 'sum_came'; readonly came: string; readonly stood: readonly string[] };

/** Banks book a payment again under another day over a long weekend, not later. */
const DAYS_APART_MAX = 5;
/** With nothing in common but the amount, lines are the same money only on nearly the same day; two statements name the same. */
const DAYS_APART_WITHOUT_REFERENCE = 1;

/**
 * 60.00 and 40.00 of a lockbox on Monday stood, 100.00 of the statement came on Tuesday: `sum_came`. The lines that came
 * are compared with those that stood, never among themselves.
 */
export function pairLines(came: readonly PairableLine[], stood: readonly PairableLine[]): Pairing[] {
  const free = {
    came: new Map(came.map((line) => [line.id, line])),
    stood: new Map(stood.map((line) => [line.id, line])),
  };
  return [
    ...pairSingles(free, sharesReference),
    ...pairSums(free.came, free.stood).map(
      ({ total, details }): Pairing => ({ kind: 'sum_came', came: total, stood: details }),
    ),
    ...pairSums(free.stood, free.came).map(
      ({ total, details }): Pairing => ({ kind: 'details_came', came: details, stood: total }),
    ),
    ...pairSingles(free, (line, other) => isOnOneDay(line, other) && line.payerKey === other.payerKey),
    ...pairSingles(free, isOnOneDay),
  ];
}

/**
 * 500.00 of the 19th in one statement and 500.00 of the 20th in another: the same money under another day, or that of the next
 * day. Then a person is asked.
 */
export function mayBeTwin(line: PairableLine, stood: PairableLine): boolean {
  if (!line.isOfStatement || !stood.isOfStatement || amountKey(line) !== amountKey(stood)) return false;
  return mayBeSame(line, stood) && daysApart(line, stood) <= DAYS_APART_WITHOUT_REFERENCE;
}

/** Sums that may be the line's money less a charge: within 5 %. Then a person is asked. */
export function mayBeSumOf(line: PairableLine, stood: readonly PairableLine[]): readonly PairableLine[] {
  for (const group of sumsAmong(stood)) {
    const total = sum(group.map((detail) => detail.amountMinor));
    const difference = total > line.amountMinor ? total - line.amountMinor : line.amountMinor - total;
    const isNear = difference * CHARGE_SHARE <= total;
    if (isNear && group.every((detail) => mayBeSame(line, detail) && daysApart(line, detail) <= DAYS_APART_MAX))
      return group;
  }
  return [];
}

const CHARGE_SHARE = 20n;
/** `:61:` of MT940 has room for 16 characters. */
const CUT_ID_CHARS_MIN = 16;

interface Free {
  readonly came: Map<string, PairableLine>;
  readonly stood: Map<string, PairableLine>;
}

function pairSingles({ came, stood }: Free, isClose: (line: PairableLine, other: PairableLine) => boolean): Pairing[] {
  const byAmount = groupBy([...stood.values()], amountKey);
  const pairings: Pairing[] = [];
  for (const line of [...came.values()]) {
    const others = byAmount.get(amountKey(line)) ?? [];
    const best = nearest(
      line,
      others.filter((other) => stood.has(other.id) && mayBeSame(line, other) && isClose(line, other)),
    );
    if (best === undefined) continue;
    came.delete(line.id);
    stood.delete(best.id);
    pairings.push({ kind: 'same', came: line.id, stood: best.id });
  }
  return pairings;
}

/** Totals with the details that add up to them; both are taken out of what is free. */
function pairSums(
  totals: Map<string, PairableLine>,
  details: Map<string, PairableLine>,
): { total: string; details: string[] }[] {
  const byAmount = groupBy([...totals.values()], amountKey);
  const found: { total: string; details: string[] }[] = [];
  for (const group of sumsAmong([...details.values()])) {
    const [first] = group;
    if (first === undefined || group.some((detail) => !details.has(detail.id))) continue;
    const wanted = amountKey({ ...first, amountMinor: sum(group.map((detail) => detail.amountMinor)) });
    const fitting = (byAmount.get(wanted) ?? []).filter(
      (total) => totals.has(total.id) && group.every((detail) => mayBeDetail(total, detail)),
    );
    const total =
      fitting.find((one) => group.some((detail) => sharesReference(one, detail))) ?? nearest(first, fitting);
    if (total === undefined) continue;
    totals.delete(total.id);
    for (const detail of group) details.delete(detail.id);
    found.push({ total: total.id, details: group.map((detail) => detail.id) });
  }
  return found;
}

/** What may be one sum: lines the bank booked as one, then all that one file tells of a day, batches before days. */
function sumsAmong(lines: readonly PairableLine[]): PairableLine[][] {
  const inOne = lines.filter((line) => line.sumKey !== null);
  const byDay = groupBy(
    lines,
    (line) => `${line.fileKey} ${line.accountKey ?? ''} ${line.currency} ${line.days[0] ?? ''}`,
  );
  const bySum = groupBy(inOne, (line) => `${line.fileKey} ${line.currency} ${line.sumKey}`);
  return [...bySum.values(), ...byDay.values()].filter((group) => group.length > 1 || group[0]?.accountKey === null);
}

function mayBeDetail(total: PairableLine, detail: PairableLine): boolean {
  return isOfOneAccount(total, detail) && daysApart(total, detail) <= DAYS_APART_MAX;
}

function mayBeSame(line: PairableLine, other: PairableLine): boolean {
  if (!isOfOneAccount(line, other) || daysApart(line, other) > DAYS_APART_MAX) return false;
  const areOtherIds = contradicts(line.endToEndId, other.endToEndId) && !isCutFrom(line.endToEndId, other.endToEndId);
  return !areOtherIds && !contradicts(ibanOf(line), ibanOf(other));
}

/** MT940 and BAI2 break lines of text: an id may have lost its end. Short ids are numbers, whose beginnings agree by chance. */
function isCutFrom(left: string | null, right: string | null): boolean {
  if (left === null || right === null || Math.min(left.length, right.length) < CUT_ID_CHARS_MIN) return false;
  return left.startsWith(right) || right.startsWith(left);
}

function isOfOneAccount(line: PairableLine, other: PairableLine): boolean {
  if (line.origin === other.origin || line.currency !== other.currency) return false;
  return line.accountKey === null || other.accountKey === null || line.accountKey === other.accountKey;
}

function contradicts(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right;
}

/** Only whole IBANs can be compared: the same account has other national numbers elsewhere, and a line's end may cut one. */
function ibanOf({ payerAccount }: PairableLine): string | null {
  if (payerAccount === null || doubtAboutAccount(payerAccount) !== null) return null;
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(payerAccount) ? payerAccount : null;
}

function sharesReference(line: PairableLine, other: PairableLine): boolean {
  return line.references.some((reference) => other.references.includes(reference));
}

function isOnOneDay(line: PairableLine, other: PairableLine): boolean {
  const max = line.isOfStatement && other.isOfStatement ? 0 : DAYS_APART_WITHOUT_REFERENCE;
  return daysApart(line, other) <= max;
}

/** Between the nearest of their days; booking and value days differ from file to file. */
function daysApart(line: PairableLine, other: PairableLine): number {
  let apart = Number.POSITIVE_INFINITY;
  for (const day of line.days) {
    for (const otherDay of other.days) apart = Math.min(apart, Math.abs(toEpochDay(day) - toEpochDay(otherDay)));
  }
  return apart;
}

function nearest(line: PairableLine, others: readonly PairableLine[]): PairableLine | undefined {
  const [first, ...rest] = others;
  if (first === undefined) return undefined;
  return rest.reduce((best, next) => (daysApart(line, next) < daysApart(line, best) ? next : best), first);
}

function amountKey({ amountMinor, currency }: Pick<PairableLine, 'amountMinor' | 'currency'>): string {
  return `${amountMinor} ${currency}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
