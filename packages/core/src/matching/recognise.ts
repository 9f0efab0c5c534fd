/**
 * Stage 1: what a receipt says by itself. Every stretch of text that could be a reference, every run of digits a payer
 * may have meant as one, and the marks of the payer. No item and no knowledge is consulted yet.
 */

import type { KnowledgeSource, PayerKey, PayerLink } from './knowledge-source.ts';
import { scannedNumbers } from './mistyped.ts';
import { payerKey } from './payer-knowledge.ts';
import type { Receipt } from './receipt.ts';
import { joinLines, type Segment, segmentsOf, type TextWindow, windowsOf } from './token.ts';

/** Fewer digits are dates, street numbers and page counts. */
const RUN_DIGITS_MIN = 5;

/** A run of digits that may be a reference; `first` and `last` are the segments it was read from. */
export interface DigitRun {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
}

export interface ReceiptReading {
  readonly windows: readonly TextWindow[];
  /** Only from the remittance text: the end-to-end id is the payer's own number and asks no question. */
  readonly runs: readonly DigitRun[];
  readonly payer: PayerKey;
}

/** What is known of the payer of a receipt, before any item is looked at. */
export interface PayerRecognition {
  readonly byAccount: readonly PayerLink[];
  readonly byName: readonly PayerLink[];
  /** Customers that carry the payer's name in the master data. */
  readonly named: readonly string[];
}

export function readReceipt(receipt: Receipt): ReceiptReading {
  const text = joinLines(receipt.lines);
  const segments = segmentsOf(text);
  const amounts = amountSegments(text, segments);
  const windows = windowsOf(segments).filter((window) => !touches(window, amounts));
  return {
    windows: [...windows, ...windowsOfField(receipt.structuredReference, segments.length), ...endToEndWindows(receipt)],
    runs: digitRuns(text, segments, amounts),
    payer: payerKey(receipt),
  };
}

export function recognisePayer(payer: PayerKey, knowledge: KnowledgeSource): PayerRecognition {
  return {
    byAccount: knowledge.customersByAccount(payer.account),
    byName: knowledge.customersByName(payer.name),
    named: knowledge.customersNamed(payer.name),
  };
}

/** Fields beside the text are read apart; their segments are numbered after it, so that nothing joins across fields. */
function windowsOfField(field: string | undefined, offset: number): TextWindow[] {
  if (field === undefined || field === '') return [];
  return windowsOf(segmentsOf(joinLines([field]))).map(({ tokens, first, last }) => ({
    tokens,
    first: first + offset,
    last: last + offset,
  }));
}

const END_TO_END_OFFSET = 1_000_000;

function endToEndWindows(receipt: Receipt): TextWindow[] {
  if (receipt.endToEndId === 'NOTPROVIDED') return [];
  return windowsOfField(receipt.endToEndId, END_TO_END_OFFSET);
}

/** Segments that belong to a decimal amount such as `2,809.92` or `30.00`: amounts are not references. */
function amountSegments(text: string, segments: readonly Segment[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 1; index < segments.length; index += 1) {
    const decimals = segments[index];
    if (!decimals?.isDigits || decimals.text.length !== 2) continue;
    let before = segments[index - 1];
    if (!before?.isDigits || !isJoinedBy(text, before, decimals, '.,')) continue;
    found.add(index);
    for (let at = index - 1; before?.isDigits; at -= 1) {
      found.add(at);
      const previous = segments[at - 1];
      if (before.text.length !== 3 || !previous?.isDigits || !isJoinedBy(text, previous, before, '.,')) break;
      before = previous;
    }
  }
  return found;
}

function isJoinedBy(text: string, left: Segment, right: Segment, separators: string): boolean {
  return right.start === left.end + 1 && separators.includes(text.charAt(left.end));
}

function touches(window: TextWindow, segments: ReadonlySet<number>): boolean {
  if (segments.size === 0) return false;
  for (let index = window.first; index <= window.last; index += 1) if (segments.has(index)) return true;
  return false;
}

/** Single runs of digits, and two that only the end of a line parts. */
function digitRuns(text: string, segments: readonly Segment[], amounts: ReadonlySet<number>): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const { digits, start, end } of scannedNumbers(text)) {
    const first = segments.findIndex((segment) => segment.end > start);
    const last = segments.findLastIndex((segment) => segment.start < end);
    runs.push({ digits, first, last });
  }
  segments.forEach((segment, index) => {
    if (!segment.isDigits || amounts.has(index)) return;
    if (segment.text.length >= RUN_DIGITS_MIN) runs.push({ digits: segment.text, first: index, last: index });
    const next = segments[index + 1];
    if (!next?.isDigits || amounts.has(index + 1) || !isJoinedBy(text, segment, next, '\n')) return;
    const digits = segment.text + next.text;
    if (digits.length >= RUN_DIGITS_MIN) runs.push({ digits, first: index, last: index + 1 });
  });
  return runs;
}
