/** `quittance COMMAND`: finds the command, gives it the terminal, and turns what it throws into words and an exit code. */
import { readFileSync } from 'node:fs';
import type { CommandIo, ExitCode } from './command-io.ts';

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
    run: async (argv) => (await import('./parse/index.ts')).runParse(argv, patientIo()),
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
    summary: 'measured figures: ledger (import, aging, apply), match, cashbench',
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
    (await import('./bench-ledger/index.ts')).runBenchLedger(['import', 'aging', 'apply'], argv, io),
  import: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['import'], argv, io),
  aging: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['aging'], argv, io),
  apply: async (argv, io) => (await import('./bench-ledger/index.ts')).runBenchLedger(['apply'], argv, io),
  match: async (argv, io) => (await import('./bench-match/index.ts')).runBenchMatch(argv, io),
  cashbench: async (argv, io) => (await import('./bench-cashbench/index.ts')).runCashbench(argv, io),
};

const EXIT_USAGE = 2;
const EXIT_BUG = 70; // as in sysexits.h: the program is wrong, not the data or the usage

export async function main(argv: string[]): Promise<ExitCode> {
  endQuietlyWithReader();
  const io: CommandIo = {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  };
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
  if (command === undefined) {
    io.stderr(`quittance: there is no command ${name}\n\n${help()}`);
    return EXIT_USAGE;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, name, io);
  }
}

async function runBench(argv: string[], io: CommandIo): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const bench = name !== undefined && Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench) return bench(rest, io);
  const names = Object.keys(BENCHES).join(', ');
  const isAsked = name === '--help';
  (isAsked ? io.stdout : io.stderr)(`Usage: quittance bench NAME [options]; NAME is one of ${names}\n`);
  return isAsked ? 0 : EXIT_USAGE;
}

/** A refusal is told by its words; anything else is a bug and is shown whole. */
function explain(error: unknown, name: string, io: CommandIo): ExitCode {
  if (error instanceof Error && error.name === 'UsageError') {
    io.stderr(`quittance ${name}: ${error.message}\n`);
    return EXIT_USAGE;
  }
  if (error instanceof Error && error.name === 'AppError' && 'code' in error) {
    io.stderr(`quittance ${name}: ${error.message} [${String(error.code)}]\n`);
    return 1;
  }
  io.stderr(`quittance ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_BUG;
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

/** For long output: waits until the terminal or the pipe has taken what was written. */
function patientIo(): { stdout: (text: string) => Promise<void>; stderr: (text: string) => Promise<void> } {
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) =>
    stream.write(text) ? Promise.resolve() : new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  return { stdout: writeTo(process.stdout), stderr: writeTo(process.stderr) };
}

/** `quittance parse FILE | head` is not an error. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
