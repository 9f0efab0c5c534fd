/**
 * The simulation for hours: `QUITTANCE_SOAK_STEPS` acts (a million when not said) in episodes of a seed each, every one on a
 * ledger of its own. `QUITTANCE_SEED` is the first seed: to go on after a stop, give the one printed last.
 */
import { localDate } from '@quittance/core/calendar';
import { createTestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook } from '../../../platform/testing/ledger-book.ts';
import { teardown } from '../../../platform/testing/test-run.ts';
import { simulate } from './simulation.ts';

const STEPS = Number(process.env.QUITTANCE_SOAK_STEPS ?? 1_000_000);
const STEPS_PER_EPISODE = 2000; // the model sums over all its facts, so that longer ones cost more than they find
const CHECK_EVERY = 10;
const FUNCTIONAL = ['EUR', 'USD', 'JPY', 'KWD'];

let seed = Number(process.env.QUITTANCE_SEED ?? 1);
let [done, questions] = [0, 0];
const startedAt = Date.now();
try {
  for (; done < STEPS; seed++) {
    const steps = Math.min(STEPS_PER_EPISODE, STEPS - done);
    const database = await createTestDatabase();
    const functionalCurrency = FUNCTIONAL[(seed - 1) % FUNCTIONAL.length] ?? 'EUR';
    const book = await openTestBook(database.connection, { today: localDate('2026-01-15'), functionalCurrency });
    try {
      questions += (await simulate(book, { seed, steps, checkEvery: CHECK_EVERY })).questions;
    } finally {
      await book.close();
      await database.drop();
    }
    done += steps;
    const perSecond = Math.round((done * 1000) / (Date.now() - startedAt));
    console.info(`seed ${seed}: ${done} of ${STEPS} acts, ${questions} questions, ${perSecond} acts a second`);
  }
} catch (error) {
  console.error(error);
  console.error(`QUITTANCE_SEED=${seed} repeats it.`);
  process.exitCode = 1;
} finally {
  await teardown();
}
process.exit();
