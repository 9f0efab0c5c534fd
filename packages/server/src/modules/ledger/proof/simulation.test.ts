/**
 * Thousands of random acts beside the reference model, in a minute at most. `QUITTANCE_SEED` repeats one ledger, with
 * `QUITTANCE_STEPS` acts and all the time it takes; `npm run soak` does a million.
 */
import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook } from '../../../platform/testing/ledger-book.ts';
import { simulate } from './simulation.ts';

const STEPS = Number(process.env.QUITTANCE_STEPS ?? 1000);
const given = process.env.QUITTANCE_SEED;
const seeds = given === undefined ? [1, 2, 3, 4] : [Number(given)];
const FUNCTIONAL = ['EUR', 'USD', 'JPY', 'KWD'];
const millisecondsMax = given === undefined ? 14_000 : Number.POSITIVE_INFINITY;

describe('the ledger and the reference model agree', () => {
  it.each(seeds)('seed %i', { timeout: 3_600_000 }, async (seed) => {
    const database = await createTestDatabase();
    const functionalCurrency = FUNCTIONAL[(seed - 1) % FUNCTIONAL.length] ?? 'EUR';
    const book = await openTestBook(database.connection, { today: localDate('2026-01-15'), functionalCurrency });
    try {
      const seen = await simulate(book, { seed, steps: STEPS, checkEvery: 1, millisecondsMax });
      expect(seen.steps).toBeGreaterThan(Math.min(STEPS, 100) - 1);
      expect(seen.questions).toBeGreaterThan(seen.steps);
      console.info(`seed ${seed}, ${functionalCurrency}: ${JSON.stringify(seen)}`);
    } finally {
      await book.close();
      await database.drop();
    }
  });
});
