/**
 * A letter as text and as HTML. What people and customers wrote is text and stays text; only the two blocks that we make, the table
 * of items and the way to pay, become tables. `[[items]]` and `[[payment]]` stand where they go, each on a line of its own.
 */

import type { LocalDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate } from '@quittance/core/correspondence';
import { printedReference } from '@quittance/core/payment-reference';
import { AppError } from '../../../platform/errors.ts';
import { accountLines } from '../payment/account-lines.ts';
import { LETTER_WORDS, type LetterWords } from './letter-words.ts';

export interface LetterItem {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  /** What of it is covered by payments and credits that are not assigned yet: not asked for. */
  readonly creditMinor?: bigint;
  /** What of it is promised or disputed: not asked for. */
  readonly restingMinor?: bigint;
  /** 0 or less: not due. */
  readonly daysLate: number;
}

export interface LetterBlocks {
  readonly language: LetterLanguage;
  readonly items: readonly LetterItem[];
  readonly payment: {
    readonly payeeName: string;
    readonly iban: string | null;
    readonly bic: string | null;
    readonly otherWayToPay?: string | null;
    readonly reference: string | null;
    /** The content id of the picture; null where there is none. */
    readonly qrContentId: string | null;
  };
}

export const ITEMS_MARK = '[[items]]';
export const PAYMENT_MARK = '[[payment]]';

/** Throws `template_is_wrong` for a mark that would go out as it is written: beside other words, or of a block that there is not. */
export function checkMarks(body: string): void {
  for (const [index, line] of body.split(/\r\n?|\n/).entries()) {
    const mark = /\[\[\s*\w+\s*\]\]/.exec(line)?.[0];
    if (mark === undefined || line === ITEMS_MARK || line === PAYMENT_MARK) continue;
    const isKnown = mark === ITEMS_MARK || mark === PAYMENT_MARK;
    const remedy = isKnown
      ? `${mark} stands on a line of its own: put what is beside it on another line.`
      : `There are ${ITEMS_MARK} and ${PAYMENT_MARK}, each on a line of its own; ${mark} would be sent as it stands.`;
    throw new AppError('template_is_wrong', `Line ${index + 1}: ${remedy}`, { details: { line: index + 1, mark } });
  }
}
/** Longer lists are told by their number; the attached statement has them all. */
const ITEMS_SHOWN_MAX = 100;

export function layOut(body: string, blocks: LetterBlocks): { readonly text: string; readonly html: string } {
  const parts = body.replace(/\r\n?/g, '\n').split(/\n*^\[\[(items|payment)\]\]$\n*/m);
  const text: string[] = [];
  const html: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      if (part.trim() === '') continue;
      text.push(part.trim());
      html.push(paragraphs(part.trim()));
    } else {
      const block = part === 'items' ? itemsBlock(blocks) : paymentBlock(blocks);
      if (block === null) continue;
      text.push(block.text);
      html.push(block.html);
    }
  }
  return { text: text.join('\n\n'), html: page(html.join('\n'), blocks.language) };
}

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:14px;line-height:1.5;color:#1f2328";
const CELL = 'padding:4px 10px;border-bottom:1px solid #d8dee4';
const RIGHT = `${CELL};text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums`;

function page(content: string, language: LetterLanguage): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="margin:0;padding:16px;${FONT}"><div style="max-width:720px">${content}</div></body></html>`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 12px">${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function itemsBlock({ items, language }: LetterBlocks): { text: string; html: string } | null {
  if (items.length === 0) return null;
  const words = LETTER_WORDS[language];
  const shown = items.slice(0, ITEMS_SHOWN_MAX);
  const heads = [words.number, words.issued, words.due, words.open, words.daysLate];
  const rows = shown.map((item) => [
    item.number,
    letterDate(item.issuedOn, language),
    letterDate(item.dueOn, language),
    letterAmount(item.openMinor, item.currency, language),
    item.daysLate > 0 ? String(item.daysLate) : '–',
  ]);
  const totals = totalsOf(items).map(([currency, minor]) => letterAmount(minor, currency, language));
  const off = takenOff(items, words).map(
    ({ word, currency, minor }) => [word, letterAmount(-minor, currency, language)] as const,
  );
  const rest = items.length - shown.length;
  const more = rest > 0 ? words.moreItems(rest) : null;
  const table = { heads, rows, off, totals, more, words };
  return { text: textTable(table), html: htmlTable(table) };
}

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is taken off before the total, each with its word. */
  readonly off: readonly (readonly [string, string])[];
  readonly totals: readonly string[];
  readonly more: string | null;
  readonly words: LetterWords;
}

function textTable({ heads, rows, off, totals, more, words }: Table): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at >= 3 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const ends = [
    ...off.map(([word, amount]) => `${word}: ${amount}`),
    ...totals.map((total) => `${words.total}: ${total}`),
  ];
  return [line(heads), rule, ...rows.map(line), rule, ...(more === null ? [] : [more]), ...ends].join('\n');
}

function htmlTable({ heads, rows, off, totals, more, words }: Table): string {
  const style = (at: number): string => (at >= 3 ? RIGHT : CELL);
  const head = heads
    .map(
      (text, at) => `<th style="${style(at)};font-weight:600;${at < 3 ? 'text-align:left' : ''}">${escaped(text)}</th>`,
    )
    .join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, at) => `<td style="${style(at)}">${escaped(cell)}</td>`).join('')}</tr>`)
    .join('');
  const tail = more === null ? '' : `<tr><td colspan="5" style="${CELL}">${escaped(more)}</td></tr>`;
  const ends = [
    ...off.map(([word, amount]) => [word, amount, '']),
    ...totals.map((total) => [words.total, total, ';font-weight:600']),
  ];
  const foot = ends
    .map(
      ([name = '', amount = '', weight = '']) =>
        `<tr><td colspan="3" style="${CELL}${weight}">${escaped(name)}</td><td style="${RIGHT}${weight}">${escaped(amount)}</td><td style="${CELL}"></td></tr>`,
    )
    .join('');
  return `<table cellspacing="0" style="border-collapse:collapse;margin:0 0 16px;${FONT}"><thead><tr>${head}</tr></thead><tbody>${body}${tail}${foot}</tbody></table>`;
}

type AskedLine = Pick<LetterItem, 'currency' | 'openMinor' | 'creditMinor' | 'restingMinor'>;

/** What a letter asks for of an item: open, less what is covered and what rests. */
export function askedOf({ openMinor, creditMinor = 0n, restingMinor = 0n }: AskedLine): bigint {
  return openMinor - creditMinor - restingMinor;
}

/** What is asked for by currency, in the order in which they first occur. */
export function totalsOf(items: readonly AskedLine[]): [string, bigint][] {
  return summed(items, askedOf);
}

export interface TakenOff {
  readonly word: string;
  readonly currency: string;
  readonly minor: bigint;
}

/** What stands between the items and the total: what is covered already, then what rests, by currency; none where there is nothing. */
export function takenOff(
  items: readonly AskedLine[],
  { credits, resting }: Pick<LetterWords, 'credits' | 'resting'>,
): TakenOff[] {
  const lines = (word: string, of: (item: AskedLine) => bigint): TakenOff[] =>
    summed(items, of).flatMap(([currency, minor]) => (minor > 0n ? [{ word, currency, minor }] : []));
  return [
    ...lines(credits, ({ creditMinor = 0n }) => creditMinor),
    ...lines(resting, ({ restingMinor = 0n }) => restingMinor),
  ];
}

function summed(items: readonly AskedLine[], of: (item: AskedLine) => bigint): [string, bigint][] {
  const totals = new Map<string, bigint>();
  for (const item of items) totals.set(item.currency, (totals.get(item.currency) ?? 0n) + of(item));
  return [...totals];
}

function paymentBlock({ payment, language }: LetterBlocks): { text: string; html: string } | null {
  const words = LETTER_WORDS[language];
  const lines = accountLines(payment, words);
  if (payment.reference !== null) lines.push([words.reference, printedReference(payment.reference)]);
  if (lines.length === 0) return null;
  const quote = payment.reference === null ? [] : [words.quoteIt];
  const text = [...lines.map(([name, value]) => `${name}: ${value}`), ...quote].join('\n');
  const rows = lines
    .map(
      ([name, value]) =>
        `<tr><td style="${CELL};color:#57606a">${escaped(name)}</td><td style="${CELL}">${escaped(value).replaceAll('\n', '<br>')}</td></tr>`,
    )
    .join('');
  const picture =
    payment.qrContentId === null
      ? ''
      : `<p style="margin:0 0 4px"><img src="cid:${payment.qrContentId}" width="148" height="148" alt="${escaped(words.scan)}"></p><p style="margin:0 0 16px;color:#57606a">${escaped(words.scan)}</p>`;
  const hint = quote.map((line) => `<p style="margin:0 0 12px">${escaped(line)}</p>`).join('');
  return {
    text,
    html: `<table cellspacing="0" style="border-collapse:collapse;margin:0 0 12px;${FONT}"><tbody>${rows}</tbody></table>${hint}${picture}`,
  };
}
