/** `quittance bench written`: how fast notes are found by their words, of all customers and of one. */
import { parseArgs } from 'node:util';
import { benchWritten } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

const USAGE = `Usage: quittance bench written [--notes 1000000] [--json]

Notes of 50,000 customers by their words, on a throwaway embedded database, or on the empty one that
QUITTANCE_BENCH_DATABASE_URL names.
`;
const NOTES_MIN = 1000;
const NOTES_MAX = 10_000_000;

export async function runBenchWritten(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      notes: { type: 'string', default: '1000000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const notes = Number(values.notes);
  if (!Number.isInteger(notes) || notes < NOTES_MIN || notes > NOTES_MAX) {
    throw new UsageError(`--notes must be a whole number from ${NOTES_MIN} to ${NOTES_MAX}, not ${values.notes}`);
  }
  const result = await benchWritten(
    { notes },
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
    io.stdout(`${kind.padEnd(20)} median ${medianMs} ms, p95 ${p95Ms} ms, worst ${maxMs} ms, found ${found}\n`);
  }
  io.stdout(`written: ${result.notesPerSecond} notes a second\n${result.plan.join('\n')}\n`);
  return 0;
}
