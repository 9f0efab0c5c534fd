/**
 * The interest of an item as its note shows it: each stretch with its own amount, so that a reader can work it out again. Interest is
 * rounded once an item; the amounts of its stretches are the growth of that sum, rounded as it grows, so that they add up to it.
 *
 * 45.82 for the last half of June, 86.21 for July and 50.05 for August, when 4,000.00 of 10,000.00 were paid, are 182.08.
 */
import { divideHalfUp } from '../money/index.ts';
import { dailyUnits, type InterestStretch, unitsOf } from './interest.ts';
import type { DayCount } from './interest-policy.ts';

export interface NoteRow extends InterestStretch {
  readonly interestMinor: bigint;
}

/** In the order given; together they are `interestOf` the stretches. */
export function noteRows(stretches: readonly InterestStretch[], dayCount: DayCount): NoteRow[] {
  let exact = 0n;
  let rounded = 0n;
  return stretches.map((stretch) => {
    exact += dailyUnits(stretch);
    const grown = divideHalfUp(exact, unitsOf(dayCount));
    const interestMinor = grown - rounded;
    rounded = grown;
    return { ...stretch, interestMinor };
  });
}
