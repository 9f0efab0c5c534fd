/** The clock of a scenario: it stands until the next transaction, which takes a second, and only goes forward. */
import type { Clock } from '../platform/clock.ts';

export interface ScenarioClock extends Clock {
  /** Microseconds since 1970, without letting time pass. */
  current(): bigint;
  /** Moves on to that instant; stays when it is later already. */
  moveTo(micros: bigint): void;
}

const TICK_MICROS = 1_000_000n;

export function createScenarioClock(): ScenarioClock {
  let now = 0n;
  return {
    now() {
      now += TICK_MICROS;
      return now;
    },
    current: () => now,
    moveTo(micros) {
      if (micros > now) now = micros;
    },
  };
}
