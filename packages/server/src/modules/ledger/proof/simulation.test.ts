/**
 * Thousands of random acts beside the reference model, in a minute at most. `QUITTANCE_SEED` repeats one ledger;
 * `QUITTANCE_STEPS` sets how many acts each seed does (`npm run soak` makes a million of the four): many are done in episodes
 * of a seed each, on a ledger of its own. To go on after a stop, give the seed printed last.
 */
import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook } from '../../../platform/testing/ledger-book.ts';
import { type Simulated, simulate } from './simulation.ts';

const FUNCTIONAL = ['EUR', 'USD', 'JPY', 'KWD'];
const STEPS_PER_EPISODE = 2000; // the model sums over all its facts: longer episodes cost more than they find
const isGiven = process.env.QUITTANCE_SEED !== undefined || process.env.QUITTANCE_STEPS !== undefined;
const first = Number(process.env.QUITTANCE_SEED ?? 1);
const steps = Number(process.env.QUITTANCE_STEPS ?? 1000);
const seeds =
  process.env.QUITTANCE_SEED !== undefined && steps <= STEPS_PER_EPISODE
    ? [first]
    : [0, 1, 2, 3].map((lane) => first + lane);
const limits = isGiven ? {} : { millisecondsMax: 14_000 };

async function episode(seed: number, count: number): Promise<Simulated> {
  const database = await createTestDatabase();
  const functionalCurrency = FUNCTIONAL[(seed - 1) % FUNCTIONAL.length] ?? 'EUR';
  const book = await openTestBook(database.connection, { today: localDate('2026-01-15'), functionalCurrency });
  try {
    const checkEvery = steps > STEPS_PER_EPISODE ? 10 : 1;
    return await simulate(book, { seed, steps: count, checkEvery, ...limits });
  } finally {
    await book.close();
    await database.drop();
  }
}

describe('the ledger and the reference model agree', () => {
  it.each(seeds)('seed %i', { timeout: 0 }, async (lane) => {
    for (let done = 0, seed = lane; done < steps; done += STEPS_PER_EPISODE, seed += seeds.length) {
      const seen = await episode(seed, Math.min(STEPS_PER_EPISODE, steps - done));
      expect(seen.steps).toBeGreaterThan(Math.min(steps, 100) - 1);
      expect(seen.questions).toBeGreaterThan(0);
      console.info(`seed ${seed}: ${done + seen.steps} of ${steps} acts; ${JSON.stringify(seen)}`);
    }
  });
});
