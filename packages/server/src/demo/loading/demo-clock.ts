import { type LocalDate, toEpochDay } from '@quittance/core/calendar';
import type { Clock } from '../../platform/clock.ts';

const MICROS_PER_MINUTE = 60_000_000n;
const MINUTES_PER_DAY = 1_440;

/** A clock that stands where the demo's past is, and never goes back: a microsecond passes with every look at it. */
export interface DemoClock extends Clock {
  /** Minutes since midnight in winter time of the company; an hour later in summer. */
  turnTo(day: LocalDate, minute: number): void;
}

export function demoClock(utcOffsetHours: number): DemoClock {
  let now = 0n;
  return {
    now: () => ++now,
    turnTo(day, minute) {
      const utcMinute = toEpochDay(day) * MINUTES_PER_DAY + minute - utcOffsetHours * 60;
      const wanted = BigInt(utcMinute) * MICROS_PER_MINUTE;
      if (wanted > now) now = wanted;
    },
  };
}
