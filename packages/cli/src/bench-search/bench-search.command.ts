/** `quittance bench search`: how fast anything is found, beside a look-up by key. */
import { parseArgs } from 'node:util';
import { benchSearch } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

const USAGE = `Usage: quittance bench search [--items 1000000] [--json]

Numbers, ends of numbers, amounts, customers and receipts on a throwaway embedded database, or on the empty one that
QUITTANCE_BENCH_DATABASE_URL names.
`;
const ITEMS_MIN = 1000;
const ITEMS_MAX = 10_000_000;

export async function runBenchSearch(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      items: { type: 'string', default: '1000000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const items = Number(values.items);
  if (!Number.isInteger(items) || items < ITEMS_MIN || items > ITEMS_MAX) {
    throw new UsageError(`--items must be a whole number from ${ITEMS_MIN} to ${ITEMS_MAX}, not ${values.items}`);
  }
  const result = await benchSearch(
    { items },
    {
      databaseUrl: process.env.QUITTANCE_BENCH_DATABASE_URL,
      onProgress: (text) => io.stderr(`${text}\n`),
    },
  );
  if (values.json) {
    io.stdout(`${JSON.stringify(result)}\n`);
    return 0;
  }
  for (const [kind, { medianMs, p95Ms, maxMs, found }] of Object.entries(result.byKind)) {
    io.stdout(`${kind.padEnd(18)} median ${medianMs} ms, p95 ${p95Ms} ms, worst ${maxMs} ms, found ${found}\n`);
  }
  io.stdout(`floor: one item by its key, median ${result.floorMedianMs} ms\n`);
  return 0;
}
