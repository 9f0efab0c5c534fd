/** How fast something is found among many, each beside its floor: `quittance bench search`, `written` and `inbox`. */
import { parseArgs } from 'node:util';
import { benchInbox, benchSearch, benchWritten, type SearchFigures } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

interface SearchResult {
  readonly byKind: Readonly<Record<string, SearchFigures>>;
}

interface SearchBenchOptions {
  readonly databaseUrl: string | undefined;
  readonly onProgress: (text: string) => void;
}

/** One bench: what it searches, how much of it, and what it says besides the figures of each kind of search. */
interface Bench<Result extends SearchResult> {
  readonly over: string;
  readonly unit: 'items' | 'notes' | 'messages';
  readonly usual: number;
  readonly run: (count: number, options: SearchBenchOptions) => Promise<Result>;
  readonly besides: (result: Result) => readonly string[];
}

const COUNT_MIN = 1_000;
const COUNT_MAX = 10_000_000;

export const runBenchSearch = command('search', {
  over: 'Numbers, ends of numbers, amounts, customers and receipts',
  unit: 'items',
  usual: 1_000_000,
  run: (items, options) => benchSearch({ items }, options),
  besides: ({ floorMedianMs }) => [`floor: one item by its key, median ${floorMedianMs} ms`],
});

export const runBenchWritten = command('written', {
  over: 'Notes of 50,000 customers by their words',
  unit: 'notes',
  usual: 1_000_000,
  run: (notes, options) => benchWritten({ notes }, options),
  besides: ({ notesPerSecond, plan }) => [`written: ${notesPerSecond} notes a second`, ...plan],
});

export const runBenchInbox = command('inbox', {
  over: 'Words, addresses and numbers searched in an inbox',
  unit: 'messages',
  usual: 100_000,
  run: (messages, options) => benchInbox({ messages }, options),
  besides: ({ floorPage, floorById }) => [lineOf('floor: latest page', floorPage), lineOf('floor: by key', floorById)],
});

function command<Result extends SearchResult>(name: string, bench: Bench<Result>) {
  const { over, unit, usual } = bench;
  const usage = `Usage: quittance bench ${name} [--${unit} ${usual}] [--json]

${over}, on a throwaway embedded database, or on the empty one that QUITTANCE_BENCH_DATABASE_URL names.
`;
  return async (argv: string[], io: CommandIo): Promise<ExitCode> => {
    const { values } = parseArgs({
      args: argv,
      options: {
        [unit]: { type: 'string', default: String(usual) },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      io.stdout(usage);
      return 0;
    }
    const count = Number(values[unit]);
    if (!Number.isInteger(count) || count < COUNT_MIN || count > COUNT_MAX) {
      const range = `from ${COUNT_MIN} to ${COUNT_MAX}, not ${values[unit]}`;
      throw new UsageError(`--${unit} must be a whole number ${range}`);
    }
    const databaseUrl = process.env.QUITTANCE_BENCH_DATABASE_URL;
    const result = await bench.run(count, { databaseUrl, onProgress: (text) => io.stderr(`${text}\n`) });
    const lines = values.json
      ? [JSON.stringify(result)]
      : [...Object.entries(result.byKind).map(([kind, figures]) => lineOf(kind, figures)), ...bench.besides(result)];
    io.stdout(`${lines.join('\n')}\n`);
    return 0;
  };
}

function lineOf(kind: string, { medianMs, p95Ms, maxMs, found }: SearchFigures): string {
  return `${kind.padEnd(22)} median ${medianMs} ms, p95 ${p95Ms} ms, worst ${maxMs} ms, found ${found}`;
}
