/**
 * A list of references and amounts as it is copied out of a mail or a sheet: one item a line, the amount last or nowhere. Lines
 * that carry no reference (headings, totals) are passed over. How long a list may be says the server, which refuses a longer one.
 */
import type { CurrencyCode } from '@quittance/core/money';
import { readAmount, toMoney } from '../../ui/money/money-text.ts';
import type { Candidate } from './cash.types.ts';

export interface PastedLine {
  /** Counted from 1, as it was pasted. */
  readonly row: number;
  readonly reference: string;
  /** Null when only the reference was given. */
  readonly amountMinor: bigint | null;
}

const DIGITS_MIN = 3;
const DATE = /^(\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})|\d{4}-\d{2}-\d{2})$/;
const FIGURES = /^[-−–+(]?\s*[€$£]?\s*\d[\d.,'’ ]*\s*[-)]?\s*([€$£]|[A-Z]{3})?$/;

/**
 * "4711⇥8,120.00" is a reference and an amount, "RG 4711, 4713" are two references; the fewest digits of a reference are three.
 */
export function readPasted(text: string, given: { currency: CurrencyCode; decimalSign: '.' | ',' }): PastedLine[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const row = index + 1;
    const cells = cellsOf(line);
    const amountAt = cells.length < 2 ? -1 : cells.findLastIndex((cell) => amountIn(cell, given) !== null);
    const references = cells.filter((cell, at) => at !== amountAt && isReference(cell, given));
    if (amountAt >= 0 && references.length > 0) {
      const amountMinor = amountIn(cells[amountAt] ?? '', given);
      return [{ row, reference: references[0] ?? '', amountMinor }];
    }
    return line
      .split(/[\t;,\s]+/)
      .filter((word) => isReference(word, given))
      .map((reference) => ({ row, reference, amountMinor: null }));
  });
}

/** Cells of a sheet, of a list with semicolons, or words of a mail set apart by two blanks; else reference and amount by words. */
function cellsOf(line: string): string[] {
  const split = [/\t/, /;/, / {2,}/].map((sign) => line.split(sign)).find((cells) => cells.length > 1);
  const cells = split ?? lastWordApart(line);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** "RG 4711 8.120,00": an amount with decimals at the end of a line is a cell of its own. */
function lastWordApart(line: string): string[] {
  const match = /^(.*\S)\s+([-−]?\d[\d.,'’]*[.,]\d{2}-?(?:\s*(?:[€$£]|[A-Z]{3}))?)\s*$/.exec(line);
  return match ? [match[1] ?? '', match[2] ?? ''] : [line];
}

function amountIn(
  cell: string,
  { currency, decimalSign }: { currency: CurrencyCode; decimalSign: '.' | ',' },
): bigint | null {
  if (!FIGURES.test(cell) || DATE.test(cell)) return null;
  const hasDecimals = /[.,]\d{1,3}\D*$/.test(cell);
  const digits = cell.replace(/\D/g, '');
  // "4711009" stands where a number would: without decimals only a short one may be an amount.
  if (!hasDecimals && digits.length > 6) return null;
  const isBelowZero = /^[-−–(]/.test(cell) || /-\D*$/.test(cell);
  const minor = readAmount(cell.replace(/[^\d.,]/g, ''), currency, decimalSign);
  return minor === null ? null : isBelowZero ? -minor : minor;
}

function isReference(cell: string, given: { currency: CurrencyCode; decimalSign: '.' | ',' }): boolean {
  const isAmount = /[.,]\d{2}$/.test(cell) && amountIn(cell, given) !== null;
  return cell.replace(/\D/g, '').length >= DIGITS_MIN && !DATE.test(cell) && !isAmount;
}

export interface TakenLine {
  readonly item: Candidate;
  /** Cash in minor units; null takes what is open and left, as a tick does. */
  readonly amountMinor: bigint | null;
}

export interface PastedOutcome {
  readonly taken: readonly TakenLine[];
  /** References that no item carries. */
  readonly notFound: readonly PastedLine[];
  /** Items that are settled already. */
  readonly settled: readonly PastedLine[];
  /** Lines that ask for more than is open, or against the item's sign: taken with what is open. */
  readonly cut: readonly PastedLine[];
}

/**
 * Which items the lines mean. Of several items with one reference (instalments, or another customer's number) the customer's own
 * come first, and of those the one with exactly the amount; an amount above the first is spread over the next.
 */
export function resolvePasted(
  lines: readonly PastedLine[],
  itemsOf: (reference: string) => readonly Candidate[],
  customerId: string | null,
): PastedOutcome {
  const taken = new Map<string, TakenLine>();
  const notFound: PastedLine[] = [];
  const settled: PastedLine[] = [];
  const cut: PastedLine[] = [];
  for (const line of lines) {
    const all = itemsOf(line.reference);
    const open = all.filter(({ id, open }) => !taken.has(id) && toMoney(open).amountMinor !== 0n);
    const own = open.filter((item) => item.customerId === customerId);
    const candidates = own.length > 0 ? own : open;
    if (candidates.length === 0) (all.length === 0 ? notFound : settled).push(line);
    else if (!takeLine(line, candidates, taken)) cut.push(line);
  }
  return { taken: [...taken.values()], notFound, settled, cut };
}

/** False when not all of the line's amount found room. */
function takeLine(line: PastedLine, candidates: readonly Candidate[], taken: Map<string, TakenLine>): boolean {
  const { amountMinor } = line;
  if (amountMinor === null) {
    for (const item of candidates) taken.set(item.id, { item, amountMinor: null });
    return true;
  }
  const exact = candidates.find(({ open }) => toMoney(open).amountMinor === amountMinor);
  let left = amountMinor;
  for (const item of exact ? [exact] : candidates) {
    const openMinor = toMoney(item.open).amountMinor;
    if (left === 0n || left < 0n !== openMinor < 0n) continue;
    const part = (left < 0n ? left < openMinor : left > openMinor) ? openMinor : left;
    taken.set(item.id, { item, amountMinor: part });
    left -= part;
  }
  return left === 0n;
}
