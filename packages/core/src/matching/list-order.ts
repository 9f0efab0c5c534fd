/**
 * Payers list what they pay in the order in which their system holds it: by due date, by number, or by date of issue. Where
 * what is named stands in one of these orders, a text that breaks off goes on after the last that it names: what comes
 * before it and is not named was left out by the payer.
 */
import type { LocalDate } from '../calendar/index.ts';
import type { ListOrder } from './evidence.ts';
import { compareText, type OpenItem } from './item-source.ts';

/** Fewer named items are in some order by chance. */
const NAMED_MIN = 3;
/** One in so many may stand out of its place: a number that was misread, or one the payer put in later. */
const NAMED_TO_ONE_ASTRAY = 4;

export interface Continued {
  readonly by: ListOrder;
  /** The last item that is named. */
  readonly after: OpenItem;
  /** What comes after it, in the order of the list. */
  readonly items: readonly OpenItem[];
}

const KEYS: readonly (readonly [ListOrder, (item: OpenItem) => LocalDate | string])[] = [
  ['due_date', ({ dueOn }) => dueOn],
  ['number', ({ number }) => number],
  ['issue_date', ({ issuedOn }) => issuedOn],
];

/**
 * The first order that the named items keep, and the others that come after the last of them; null when they keep none.
 * Named 4711, 4713 and 4720 of open items 4711 to 4725 go on with 4721.
 */
export function continuedList(named: readonly OpenItem[], others: readonly OpenItem[]): Continued | null {
  if (named.length < NAMED_MIN) return null;
  for (const [by, keyOf] of KEYS) {
    const compare = (left: OpenItem, right: OpenItem): number =>
      compareText(keyOf(left), keyOf(right)) || compareText(left.number, right.number);
    const after = lastInOrder(named, compare);
    if (after === null) continue;
    return { by, after, items: others.filter((item) => compare(item, after) > 0).sort(compare) };
  }
  return null;
}

/** The last of the named items when these keep the order, but for one in a few. */
function lastInOrder(
  named: readonly OpenItem[],
  compare: (left: OpenItem, right: OpenItem) => number,
): OpenItem | null {
  let last = named[0];
  let astray = 0;
  for (const item of named.slice(1)) {
    if (last === undefined || compare(item, last) > 0) last = item;
    else astray += 1;
  }
  return last !== undefined && astray * NAMED_TO_ONE_ASTRAY <= named.length ? last : null;
}
