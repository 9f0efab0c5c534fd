/** `quittance bench inbox`: how fast a message is found among many, beside the latest page and a look-up by key. */
import { parseArgs } from 'node:util';
import { benchInbox } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

const USAGE = `Usage: quittance bench inbox [--messages 100000] [--json]

Words, addresses and numbers searched in an inbox on a throwaway embedded database, or on the empty one that
QUITTANCE_BENCH_DATABASE_URL names.
`;
const MESSAGES_MIN = 1000;
const MESSAGES_MAX = 5_000_000;

export async function runBenchInbox(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      messages: { type: 'string', default: '100000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const messages = Number(values.messages);
  if (!Number.isInteger(messages) || messages < MESSAGES_MIN || messages > MESSAGES_MAX) {
    const words = `from ${MESSAGES_MIN} to ${MESSAGES_MAX}, not ${values.messages}`;
    throw new UsageError(`--messages must be a whole number ${words}`);
  }
  const databaseUrl = process.env.QUITTANCE_BENCH_DATABASE_URL;
  const result = await benchInbox({ messages }, { databaseUrl, onProgress: (text) => io.stderr(`${text}\n`) });
  if (values.json) {
    io.stdout(`${JSON.stringify(result)}\n`);
    return 0;
  }
  const floors = { 'floor: latest page': result.floorPage, 'floor: by key': result.floorById };
  for (const [kind, { medianMs, p95Ms, maxMs, found }] of Object.entries({ ...result.byKind, ...floors })) {
    io.stdout(`${kind.padEnd(22)} median ${medianMs} ms, p95 ${p95Ms} ms, worst ${maxMs} ms, found ${found}\n`);
  }
  return 0;
}
