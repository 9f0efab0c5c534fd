/** The arithmetic of the measures of cash application: shares, ranks of times, weeks. What is counted is said by who counts. */
import { addDays, earlierDate, type LocalDate, laterDate, toEpochDay, weekdayOf } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';

const TEN_THOUSAND = 10_000;
const DAYS_PER_WEEK = 7;

/** A part of a whole from 0 to 1, in ten-thousandths, half up; null of nothing. 2 of 3 are 0.6667. */
export function shareOf(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null;
  return Number(divideHalfUp(part * BigInt(TEN_THOUSAND), whole)) / TEN_THOUSAND;
}

/** So many receipts that took so long. */
export interface TimeGroup {
  readonly minutes: number;
  readonly count: number;
}

/**
 * The shortest time within which so many percent of the receipts were done (nearest rank); null of none. Of 10, 20, 30 and 400
 * minutes the median (50) is 20 and the ninth decile (90) is 400.
 */
export function minutesAtRank(groups: readonly TimeGroup[], percent: number): number | null {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil((total * percent) / 100);
  const ordered = [...groups].sort((one, other) => one.minutes - other.minutes);
  for (const { minutes, count } of ordered) {
    left -= count;
    if (left <= 0) return minutes;
  }
  return null;
}

export interface Week {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The weeks of a period, Monday to Sunday; the first and the last end with the period. */
export function weeksOf({ from, to }: Week): Week[] {
  const weeks: Week[] = [];
  let monday = addDays(from, 1 - weekdayOf(toEpochDay(from)));
  while (monday <= to) {
    const next = addDays(monday, DAYS_PER_WEEK);
    weeks.push({ from: laterDate(from, monday), to: earlierDate(to, addDays(next, -1)) });
    monday = next;
  }
  return weeks;
}

/** The same things by what they have in common, in the order in which each group first appears. */
export function groupedBy<Key, One>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
