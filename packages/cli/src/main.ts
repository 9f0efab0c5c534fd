/** `quittance COMMAND`: finds the command, gives it the terminal, and turns what it throws into words and an exit code. */
import { readFileSync } from 'node:fs';
import { type CommandIo, EXIT_USAGE, type ExitCode, UsageError } from './command-io.ts';
import { runTelling } from './refusal.ts';

interface Command {
  readonly summary: string;
  readonly run: (argv: string[], io: CommandIo) => Promise<ExitCode>;
}

/** Each command is loaded when it is called, so that `--help` answers at once. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    summary: 'the server with its screens, on the embedded or a given database',
    run: async (argv, io) => (await import('./start/index.ts')).runStart(argv, io),
  },
  company: {
    summary: 'adds and lists companies',
    run: async (argv, io) => (await import('./company/index.ts')).runCompany(argv, io),
  },
  parse: {
    summary: 'a bank file as one normalised statement; needs no database',
    run: async (argv, io) => (await import('./parse/index.ts')).runParse(argv, io),
  },
  match: {
    summary: 'cash application on files; needs no database',
    run: async (argv, io) => (await import('./match/index.ts')).runMatch(argv, io),
  },
  import: {
    summary: 'customers, items and bank statements into the ledger',
    run: async (argv, io) => {
      const [{ runImport }, { withImporter }] = await Promise.all([
        import('./import/index.ts'),
        import('./place/with-importer.ts'),
      ]);
      return runImport(argv, io, withImporter);
    },
  },
  apply: {
    summary: 'cash application on what is unapplied',
    run: async (argv, io) => (await import('./apply/index.ts')).runApply(argv, io),
  },
  aging: {
    summary: 'aging as of a day, as known at an instant',
    run: async (argv, io) => (await import('./aging/index.ts')).runAging(argv, io),
  },
  verify: {
    summary: 'recomputes every invariant of the ledger',
    run: async (argv, io) => (await import('./verify/index.ts')).runVerify(argv, io),
  },
  scenario: {
    summary: 'business cases written as text, run on a throwaway ledger',
    run: async (argv, io) => (await import('./scenario/index.ts')).runScenario(argv, io),
  },
  bench: {
    summary: 'measured figures: ledger (import, aging, apply), match, parse, cashbench',
    run: async (argv, io) => runBench(argv, io),
  },
  backup: {
    summary: 'everything into one file, while people go on working',
    run: async (argv, io) => {
      const [{ runBackup }, { backupTools }] = await Promise.all([
        import('./backup/index.ts'),
        import('./place/backup-tools.ts'),
      ]);
      return runBackup(argv, io, backupTools);
    },
  },
  restore: {
    summary: 'a backup into an empty database',
    run: async (argv, io) => {
      const [{ runRestore }, { backupTools }] = await Promise.all([
        import('./backup/index.ts'),
        import('./place/backup-tools.ts'),
      ]);
      return runRestore(argv, io, backupTools);
    },
  },
  openapi: {
    summary: "the API's description",
    run: async (argv, io) => (await import('./openapi/index.ts')).runOpenapi(argv, io),
  },
};

const BENCHES: Readonly<Record<string, Command['run']>> = {
  ledger: async (argv, io) =>
    (await import('./bench-ledger/index.ts')).runBenchLedger(
      ['import', 'aging', 'worklist', 'apply', 'apply-bulk'],
      argv,
      io,
    ),
  import: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['import'], argv, io),
  aging: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['aging'], argv, io),
  apply: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['apply'], argv, io),
  dunning: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['dunning'], argv, io),
  worklist: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['worklist'], argv, io),
  'apply-bulk': async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['apply-bulk'], argv, io),
  'apply-kills': async (argv, io) =>
    (await import('./bench-ledger/index.ts')).runBenchLedger(['apply-kills'], argv, io),
  written: async (argv, io) => (await import('./bench-search/index.ts')).runBenchWritten(argv, io),
  inbox: async (argv, io) => (await import('./bench-search/index.ts')).runBenchInbox(argv, io),
  search: async (argv, io) => (await import('./bench-search/index.ts')).runBenchSearch(argv, io),
  match: async (argv, io) => (await import('./bench-match/index.ts')).runBenchMatch(argv, io),
  parse: async (argv, io) => (await import('./bench-parse/index.ts')).runBenchParse(argv, io),
  cashbench: async (argv, io) => (await import('./bench-cashbench/index.ts')).runCashbench(argv, io),
};

export async function main(argv: string[]): Promise<ExitCode> {
  endQuietlyWithReader();
  const io: CommandIo = { stdout: patientWriter(process.stdout), stderr: patientWriter(process.stderr) };
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-v' || name === 'version') {
    io.stdout(`${version()}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const isAsked = name !== undefined;
    (isAsked ? io.stdout : io.stderr)(help());
    return isAsked ? 0 : EXIT_USAGE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const run = command?.run ?? (() => Promise.reject(new UsageError(`there is no command ${name}\n\n${help()}`)));
  return runTelling({ name, argv: rest, run }, io);
}

async function runBench(argv: string[], io: CommandIo): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const bench = name !== undefined && Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench) return bench(rest, io);
  if (name !== undefined && !name.startsWith('-')) throw new UsageError(`there is no bench ${name}\n${benchUsage()}`);
  const isJson = argv.includes('--json');
  io.stdout(isJson ? `${JSON.stringify({ benches: Object.keys(BENCHES) })}\n` : benchUsage());
  return 0;
}

function benchUsage(): string {
  return `Usage: quittance bench NAME [options]; NAME is one of ${Object.keys(BENCHES).join(', ')}\n`;
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Quittance ${version()}: accounts receivable from the open invoice to the cleared one

Usage: quittance COMMAND [options]; quittance COMMAND --help says more

${lines.join('\n')}

The data are in the directory of --data, else QUITTANCE_DATA, else a usual place of yours; DATABASE_URL names another database.
With --json, standard output is one JSON document. Exit codes: 0 done, 1 problems in the data, 2 wrong usage.
`;
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Waits, if whoever writes wants to, until the terminal or the pipe has taken what was written. */
function patientWriter(stream: NodeJS.WriteStream): CommandIo['stdout'] {
  return (text) =>
    stream.write(text) ? undefined : new Promise<void>((resolve) => stream.once('drain', () => resolve()));
}

/** `quittance parse FILE | head` is not an error. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
