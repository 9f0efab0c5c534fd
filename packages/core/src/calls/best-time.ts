/**
 * When a customer picks up, by its own clock: the two hours in which calls reached the right person most often. Few calls say little,
 * so each stretch is counted as if one more call had failed in it, and fewer than three that reached somebody say nothing.
 */

export interface PastCall {
  /** Of the customer's clock when the call began, 0 to 23. */
  readonly hour: number;
  readonly isReached: boolean;
}

export interface BestTime {
  readonly fromHour: number;
  readonly untilHour: number;
  readonly reached: number;
  readonly tried: number;
}

const SPAN_HOURS = 2;
const REACHED_MIN = 3;
const HOURS_PER_DAY = 24;

/** Of 10 calls at 9 that reached one and 5 at 14 that reached four: 14 to 16, four of five. Null: not known yet. */
export function bestTime(calls: readonly PastCall[]): BestTime | null {
  let best: BestTime | null = null;
  for (let fromHour = 0; fromHour <= HOURS_PER_DAY - SPAN_HOURS; fromHour += 1) {
    const untilHour = fromHour + SPAN_HOURS;
    const within = calls.filter(({ hour }) => hour >= fromHour && hour < untilHour);
    const span = { fromHour, untilHour, reached: within.filter((one) => one.isReached).length, tried: within.length };
    if (span.reached >= REACHED_MIN && (best === null || isBetter(span, best))) best = span;
  }
  return best;
}

/** Compared as fractions, exactly: reached of tried and one. At the same share, more calls; then the stretch that begins with a call. */
function isBetter(one: BestTime, other: BestTime): boolean {
  const difference = one.reached * (other.tried + 1) - other.reached * (one.tried + 1);
  return difference === 0 ? one.reached >= other.reached : difference > 0;
}
