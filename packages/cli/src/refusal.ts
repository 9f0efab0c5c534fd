/**
 * What a command says when it does not do what it was asked: words on standard error, an exit code, and with --json also
 * `{"error":{"code","message"}}` on standard output, unless the command has printed its own document there.
 */
import { type CommandIo, EXIT_REFUSED, EXIT_USAGE, type ExitCode } from './command-io.ts';

const EXIT_BUG = 70; // as in sysexits.h: the program is wrong, not the data or the usage

/** Refusals of what was asked for, not of what the data hold. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'as_of_in_future',
  'buckets_invalid',
  'company_code_invalid',
  'company_not_found',
  'currency_unknown',
  'no_database_there',
  'time_zone_unknown',
]);

interface Order {
  readonly name: string;
  readonly argv: string[];
  readonly run: (argv: string[], io: CommandIo) => Promise<ExitCode>;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly exit: ExitCode;
}

/** Runs a command and tells its refusal, whether it is thrown or only said on standard error. */
export async function runTelling({ name, argv, run }: Order, io: CommandIo): Promise<ExitCode> {
  let hasAnswered = false;
  let said = '';
  const heard: CommandIo = {
    stdout(text) {
      hasAnswered ||= text !== '';
      return io.stdout(text);
    },
    stderr(text) {
      said += text;
      return io.stderr(text);
    },
  };
  const tellJson = ({ code, message }: Refusal) => {
    if (argv.includes('--json') && !hasAnswered) void io.stdout(`${JSON.stringify({ error: { code, message } })}\n`);
  };
  try {
    const exit = await run(argv, heard);
    if (exit !== 0) tellJson({ code: exit === EXIT_USAGE ? 'wrong_usage' : 'refused', message: plain(said), exit });
    return exit;
  } catch (error) {
    const refusal = refusalOf(error);
    void io.stderr(sentence(name, refusal, error));
    tellJson({ ...refusal, message: plain(refusal.message) });
    return refusal.exit;
  }
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error), exit: EXIT_BUG };
  const code = 'code' in error ? String(error.code) : '';
  const { message } = error;
  if (error.name === 'UsageError' || code.startsWith('ERR_PARSE_ARGS')) {
    return { code: 'wrong_usage', message, exit: EXIT_USAGE };
  }
  if (error.name !== 'AppError') return { code: 'unexpected', message, exit: EXIT_BUG };
  return { code, message, exit: USAGE_CODES.has(code) ? EXIT_USAGE : EXIT_REFUSED };
}

/** A refusal is told by its words; anything else is a bug and is shown whole. */
function sentence(name: string, { code, message, exit }: Refusal, error: unknown): string {
  if (exit === EXIT_BUG) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `quittance ${name} failed: ${words}\n`;
  }
  return code === 'wrong_usage' ? `quittance ${name}: ${message}\n` : `quittance ${name}: ${message} [${code}]\n`;
}

/** Without how the command is used, which follows for people. */
function plain(text: string): string {
  return (text.split(/\n\n|\n*usage:/i)[0] ?? text).trim();
}
