/**
 * Numbers in the text that are no whole number of an open item: the closing digits of one, or one with a slip of typing.
 * They are looked for among the customers in play only, for elsewhere such a likeness means nothing: with 10,000 open
 * items six closing digits fit some item of somebody once in a hundred times, of one customer with 50 items almost never.
 */
import type { CurrencyCode } from '../money/index.ts';
import type { ItemSource, OpenItem } from './item-source.ts';
import type { KnowledgeSource } from './knowledge-source.ts';
import { closesWithSlip, MISTYPED_DIGITS_MIN } from './mistyped.ts';
import type { Receipt } from './receipt.ts';
import type { DigitRun } from './recognise.ts';

/** Likenesses of one number that are tried; a number like so many points at none of them. */
const CANDIDATES_MAX = 8;

export interface Mention extends DigitRun {
  readonly how: 'closing' | 'mistyped';
  /** The items it may stand for, in their usual order. */
  readonly items: readonly OpenItem[];
}

interface Scope {
  readonly items: ItemSource;
  readonly currency: CurrencyCode;
  readonly isInPlay: (item: OpenItem) => boolean;
  /** Said before anything is looked for. */
  readonly needItems: () => void;
  /** The open items of the customers in play, among which a slip is looked for. */
  readonly inPlay: () => readonly OpenItem[];
  /** Whether these digits close the number of a settled item of the customers in play: then it was not mistyped. */
  readonly isSettled: (digits: string) => boolean;
}

/** `182758` of a customer with the open item 1930182758 is a mention by closing digits; `1930167850` one of 1930167580, mistyped. */
export function resolveMentions(runs: readonly DigitRun[], scope: Scope): Mention[] {
  if (runs.length === 0) return [];
  scope.needItems();
  const closing = withoutOverlaps(runs.flatMap((run) => mentionByClosing(run, scope)));
  const rest = runs.filter((run) => !closing.some((mention) => overlaps(mention, run)));
  const mistyped = withoutOverlaps(rest.flatMap((run) => mentionWithSlip(run, scope)));
  return [...closing, ...mistyped].sort((left, right) => left.first - right.first);
}

/** So many closing digits fit an item of somebody else once in a million open items. */
const ANYONES_DIGITS_MIN = 6;
const ANYONES_MAX = 3;

/** The digits of a run that are enough to close the number of anybody's item; null when they are too few or made up. */
export function anyonesDigits({ digits, isGuess }: DigitRun): string | null {
  const significant = digits.replace(/^0+/, '');
  return isGuess || significant.length < ANYONES_DIGITS_MIN ? null : significant;
}

/**
 * Where nothing in the text is known and the payer is not, or pays for another customer for the first time: closing digits of
 * any customer's item, six at least. The amount must confirm them (`amount_confirms`).
 */
export function mentionsOfAnyone(
  runs: readonly DigitRun[],
  { id, currency }: Receipt,
  { items, knowledge }: { readonly items: ItemSource; readonly knowledge: KnowledgeSource },
): Mention[] {
  const found = runs.flatMap((run): Mention[] => {
    const digits = anyonesDigits(run);
    if (digits === null) return [];
    const meant = items
      .itemsByClosingDigits(digits)
      .filter((item) => item.currency === currency && !knowledge.isRejected(id, item.id));
    return meant.length > 0 && meant.length <= ANYONES_MAX ? [{ ...run, how: 'closing', items: meant }] : [];
  });
  return withoutOverlaps(found).sort((left, right) => left.first - right.first);
}

function mentionByClosing(run: DigitRun, { items, currency, isInPlay }: Scope): Mention[] {
  const fits = (digits: string): OpenItem[] =>
    items.itemsByClosingDigits(digits).filter((item) => item.currency === currency && isInPlay(item));
  const written = fits(run.digits);
  const significant = run.digits.replace(/^0+/, '');
  const found = written.length > 0 ? written : fits(significant);
  return found.length > 0 && found.length <= CANDIDATES_MAX ? [{ ...run, how: 'closing', items: found }] : [];
}

function mentionWithSlip(run: DigitRun, scope: Scope): Mention[] {
  const significant = run.digits.replace(/^0+/, '');
  if (run.isGuess || significant.length < MISTYPED_DIGITS_MIN || scope.isSettled(significant)) return [];
  const found = scope
    .inPlay()
    .filter((item) => item.currency === scope.currency && closesWithSlip(significant, digitsOf(item.number)));
  const allowed = found.filter(scope.isInPlay);
  if (allowed.length === 0 || allowed.length > CANDIDATES_MAX) return [];
  return [{ ...run, how: 'mistyped', items: allowed.sort(byNumber) }];
}

function digitsOf(number: string): string {
  return /^\d+$/.test(number) ? number : number.replace(/\D+/g, '');
}

function byNumber(left: OpenItem, right: OpenItem): number {
  return left.number < right.number ? -1 : left.number > right.number ? 1 : left.id < right.id ? -1 : 1;
}

/** Of overlapping ones the longest counts: of a number that a line end cuts in two, the whole. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const longestFirst = [...mentions].sort(
    (left, right) => right.digits.length - left.digits.length || left.first - right.first,
  );
  for (const mention of longestFirst) if (!kept.some((other) => overlaps(mention, other))) kept.push(mention);
  return kept;
}

export function overlaps(left: Pick<DigitRun, 'first' | 'last'>, right: Pick<DigitRun, 'first' | 'last'>): boolean {
  return left.first <= right.last && right.first <= left.last;
}
