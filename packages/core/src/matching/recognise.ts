/**
 * Stage 1: what a receipt says by itself. Every stretch of text that could be a reference, every run of digits a payer
 * may have meant as one, and the marks of the payer. No item and no knowledge is consulted yet.
 */

import {
  type StructuredReference,
  structuredReferencesIn,
  structuredReferencesOf,
} from '../references/structured-reference.ts';
import type { KnowledgeSource, PayerKey, PayerLink } from './knowledge-source.ts';
import { scannedNumbers } from './mistyped.ts';
import type { SimilarName } from './name-index.ts';
import { payerKey } from './payer-knowledge.ts';
import type { MatchPolicy } from './policy.ts';
import { rangesIn, type TextRange } from './ranges.ts';
import type { Receipt } from './receipt.ts';
import { joinLines, type Segment, segmentsOf, type TextWindow, windowsOf } from './token.ts';

/** Fewer digits are dates, street numbers and page counts. */
const RUN_DIGITS_MIN = 5;

/** A run of digits that may be a reference; `first` and `last` are the segments it was read from. */
export interface DigitRun {
  readonly digits: string;
  /** Made up from the number before it; when no item has it, it was something else. */
  readonly isGuess?: boolean;
  /** The text ends with it: it may be the beginning of a number. */
  readonly isAtEnd?: boolean;
  readonly first: number;
  readonly last: number;
}

export interface ReceiptReading {
  readonly windows: readonly TextWindow[];
  /** Ranges of numbers, with the segments they stand in. */
  readonly ranges: readonly (TextRange & { readonly first: number; readonly last: number })[];
  /** Only from the remittance text: the end-to-end id is the payer's own number and asks no question. */
  readonly runs: readonly DigitRun[];
  readonly payer: PayerKey;
}

/** What is known of the payer of a receipt, before any item is looked at. */
export interface PayerRecognition {
  /** Whose it was said to be: then nobody else's, whatever the bank says of the payer. */
  readonly standsOn: string | null;
  readonly byAccount: readonly PayerLink[];
  readonly byName: readonly PayerLink[];
  /** Customers that carry the payer's name in the master data. */
  readonly named: readonly string[];
  /** The one customer whose name is nearly the payer's, when nothing better is known of the payer. */
  readonly alike: SimilarName | null;
  /** Customers of which each carries nearly the payer's name, when several do and nothing better is known. */
  readonly alikeSeveral: readonly SimilarName[];
}

export function readReceipt(receipt: Receipt): ReceiptReading {
  const text = joinLines(receipt.lines);
  const segments = segmentsOf(text);
  const amounts = amountSegments(text, segments);
  const windows = windowsOf(segments).filter((window) => !touches(window, amounts));
  const at = ({ start, end }: { readonly start: number; readonly end: number }): { first: number; last: number } => ({
    first: segments.findIndex((segment) => segment.end > start),
    last: segments.findLastIndex((segment) => segment.start < end),
  });
  return {
    windows: [
      ...checkedWindows(text, at),
      ...windows,
      ...fieldWindows(receipt.structuredReference, segments.length),
      ...endToEndWindows(receipt),
    ],
    ranges: rangesIn(text.replaceAll('\n', ' ')).map((range) => ({ ...range, ...at(range) })),
    runs: digitRuns(text, segments, amounts),
    payer: payerKey(receipt),
  };
}

type Place = (found: { readonly start: number; readonly end: number }) => { first: number; last: number };

/** References with check digits: by their shape anywhere, and the mere digits of a text that is nothing else. */
function checkedWindows(text: string, at: Place): TextWindow[] {
  const found = structuredReferencesIn(text.replaceAll('\n', ' '));
  const windows = found.map((one) => ({ ...checkedTokens(one), ...at(one) }));
  if (!MERE_DIGITS.test(text)) return windows;
  const place = at({ start: 0, end: text.length });
  return [...windows, ...structuredReferencesOf(text).map((one) => ({ ...checkedTokens(one), ...place }))];
}

const MERE_DIGITS = /^\s*\d(?:[ \n]?\d){4,26}\s*$/;

/** The reference as its owner keeps it, what it holds, and what stands after a customer number and zeros. */
function checkedTokens({ scheme, whole, payload }: StructuredReference): Pick<TextWindow, 'tokens' | 'scheme'> {
  const afterZeros = /0{2,}([1-9]\d{3,})$/.exec(payload)?.[1];
  return { scheme, tokens: [whole, payload, ...(afterZeros === undefined ? [] : [afterZeros])] };
}

function fieldWindows(field: string | undefined, offset: number): TextWindow[] {
  const plain = windowsOfField(field, offset);
  const [first] = plain;
  if (field === undefined || first === undefined) return plain;
  const last = Math.max(...plain.map((window) => window.last));
  const checked = structuredReferencesOf(field).map((one) => ({ ...checkedTokens(one), first: first.first, last }));
  return [...checked, ...plain];
}

export function recognisePayer(
  payer: PayerKey,
  standsOn: string | null,
  { knowledge, policy }: RecogniseContext,
): PayerRecognition {
  if (standsOn !== null) return { standsOn, byAccount: [], byName: [], named: [], alike: null, alikeSeveral: [] };
  const isAllowed = (customer: string) => !knowledge.isRejectedPayer(payer, customer);
  const byAccount = knowledge.customersByAccount(payer.account).filter((link) => isAllowed(link.customer));
  const byName = knowledge.customersByName(payer.name).filter((link) => isAllowed(link.customer));
  const named = knowledge.customersNamed(payer.name).filter(isAllowed);
  const isKnown = byAccount.length + byName.length + named.length > 0;
  const like = isKnown ? [] : knowledge.customersNamedLike(payer.name).filter((one) => isAllowed(one.customer));
  const likest = likestOf(like, policy);
  const [alike = null, ...others] = likest;
  if (others.length === 0) return { standsOn, byAccount, byName, named, alike, alikeSeveral: [] };
  const alikeSeveral = likest.length <= ALIKE_MAX ? likest : [];
  return { standsOn, byAccount, byName, named, alike: null, alikeSeveral };
}

interface RecogniseContext {
  readonly knowledge: KnowledgeSource;
  readonly policy: MatchPolicy;
}

/** A name that so many customers nearly carry points at none of them. */
const ALIKE_MAX = 8;

/** The likest, when it is like enough, and those that are nearly as like: each of them could be meant. */
function likestOf(found: readonly SimilarName[], policy: MatchPolicy): SimilarName[] {
  const [best] = found;
  if (best === undefined || best.likeness < policy.nameLikenessMin) return [];
  return found.filter(({ likeness }) => best.likeness - likeness < policy.nameLikenessAheadMin);
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

/** More digits before the decimals are a number and the beginning of the next: `1930690249,06` with `91223` on the next line. */
const AMOUNT_DIGITS_MAX = 8;

/** Segments that belong to a decimal amount such as `2,809.92` or `30.00`: amounts are not references. */
function amountSegments(text: string, segments: readonly Segment[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 1; index < segments.length; index += 1) {
    const decimals = segments[index];
    if (!decimals?.isDigits || decimals.text.length !== 2) continue;
    let before = segments[index - 1];
    if (!before?.isDigits || before.text.length > AMOUNT_DIGITS_MAX) continue;
    if (!isJoinedBy(text, before, decimals, '.,')) continue;
    const next = segments[index + 1];
    const isRunningOn = next?.isDigits === true && isJoinedBy(text, decimals, next, '\n');
    if (isRunningOn && before.text.length >= NUMBER_DIGITS_MIN) continue;
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

/** So many digits without a separator, and decimals that run on over the end of a line, are two numbers. */
const NUMBER_DIGITS_MIN = 6;

function isJoinedBy(text: string, left: Segment, right: Segment, separators: string): boolean {
  return right.start === left.end + 1 && separators.includes(text.charAt(left.end));
}

function touches(window: TextWindow, segments: ReadonlySet<number>): boolean {
  if (segments.size === 0) return false;
  for (let index = window.first; index <= window.last; index += 1) if (segments.has(index)) return true;
  return false;
}

const SHARED_DIGITS_MIN = 2;
const SHARED_DIGITS_MAX = 4;
const SHARING_DIGITS_MIN = 6;

/** `1930601234/1255` is 1930601234 and 1930601255: the second leaves out what it shares with the first. */
function withSharedPrefix(text: string, before: Segment | undefined, segment: Segment): string | null {
  const { length } = segment.text;
  if (length < SHARED_DIGITS_MIN || length > SHARED_DIGITS_MAX) return null;
  if (!before?.isDigits || before.text.length < SHARING_DIGITS_MIN || !isJoinedBy(text, before, segment, '/-+'))
    return null;
  return before.text.slice(0, -length) + segment.text;
}

/** Numbers of the payer's own papers, which are no references to ours: of its check, its batch, its transfer. */
const OWN_PAPERS = new Set(
  'CHECK CHEQUE CHQ CHK CK SCHECK ASSEGNO CHEQUES TRACE TRN BATCH EFT ACH WIRE FEDREF IMAD CRO MANDATE MANDAT'.split(
    ' ',
  ),
);

function isOwnNumber(before: Segment | undefined): boolean {
  return before !== undefined && !before.isDigits && OWN_PAPERS.has(before.text);
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
    if (isOwnNumber(segments[index - 1])) return;
    const shared = withSharedPrefix(text, segments[index - 1], segment);
    if (shared !== null) runs.push({ digits: shared, isGuess: true, first: index, last: index });
    const end = index === segments.length - 1 && segment.end === text.trimEnd().length ? { isAtEnd: true } : {};
    if (segment.text.length >= RUN_DIGITS_MIN) {
      runs.push({ digits: segment.text, first: index, last: index, ...end });
    }
    const next = segments[index + 1];
    if (!next?.isDigits || amounts.has(index + 1) || !isJoinedBy(text, segment, next, '\n')) return;
    const digits = segment.text + next.text;
    if (digits.length >= RUN_DIGITS_MIN) runs.push({ digits, first: index, last: index + 1 });
  });
  return runs;
}
