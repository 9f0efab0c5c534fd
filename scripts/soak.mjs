/**
 * npm run soak: the tests that try at random, for as long as it takes to trust them: a million steps of the ledger's
 * simulation, many kills, many broken files. `npm run soak -- simulation` runs only the files with that word in their path. A number
 * set in the environment wins over the one here.
 */
import { ensureInstalled, run, tool } from './run.mjs';

const LONG = {
  QUITTANCE_STEPS: '250000', // of each of its four seeds
  QUITTANCE_KILL_TRIALS: '50',
  QUITTANCE_FUZZ_RUNS: '125000', // of each of the eight bank formats
};

await ensureInstalled();
const named = process.argv.slice(2);
const files = named.length > 0 ? named : ['simulation', 'kills', 'fuzz'];
process.exit(
  await run(
    process.execPath,
    [tool('vitest', 'vitest.mjs'), 'run', '--testTimeout=0', '--hookTimeout=0', '--reporter=verbose', ...files],
    { env: { ...LONG, ...given() } },
  ),
);

function given() {
  return Object.fromEntries(
    Object.keys(LONG).flatMap((name) => (process.env[name] === undefined ? [] : [[name, String(process.env[name])]])),
  );
}
