/** `quittance backup FILE` and `quittance restore FILE`: everything in the database, in one file, for a database of any kind. */
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { CommandIo } from '../command-io.ts';

interface OpenedDatabase<Connection> {
  readonly connection: Connection;
  stop(): Promise<void>;
}

interface BackupSummary {
  readonly file: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

interface RestoreSummary {
  readonly madeAt: string;
  readonly companies: readonly { readonly code: string; readonly name: string }[];
  readonly tables: number;
  readonly rows: number;
  readonly migrated: readonly string[];
}

/** What the server package brings; `Connection` is its business. */
export interface BackupTools<Connection> {
  /** The database of DATABASE_URL, else of the data directory (given, or the usual one). */
  open(place: { data: string | undefined; mustExist: boolean }): Promise<OpenedDatabase<Connection>>;
  backup(place: { connection: Connection; file: string }): Promise<BackupSummary>;
  restore(place: { connection: Connection; file: string }): Promise<RestoreSummary>;
}

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const BACKUP_USAGE = `Usage: quittance backup FILE [--data DIR] [--json]

  Writes everything, as of one instant, to FILE, while people go on working. FILE must not exist yet.
  The database is DATABASE_URL, else the data directory (--data, QUITTANCE_DATA, or the usual one).
`;

const RESTORE_USAGE = `Usage: quittance restore FILE [--data DIR] [--json]

  Loads FILE into an empty database: a new data directory, or a new database named by DATABASE_URL.
  A database that has tables already is refused. Afterwards, quittance verify proves the ledger.
`;

/** Exit code 0 done, 2 wrong usage. Refusals are thrown, as the server words them. */
export function runBackup<Connection>(argv: string[], io: CommandIo, tools: BackupTools<Connection>): Promise<number> {
  return runOn(argv, io, BACKUP_USAGE, async ({ file, data, isJson }) => {
    const database = await tools.open({ data, mustExist: true });
    try {
      const summary = await tools.backup({ connection: database.connection, file });
      const { rows, tables, bytes, madeAt } = summary;
      const words = `${summary.file}: ${rows} rows of ${tables} tables as of ${madeAt}, ${bytes} bytes.\n`;
      io.stdout(isJson ? `${JSON.stringify(summary)}\n` : words);
    } finally {
      await database.stop();
    }
    return 0;
  });
}

/** Exit code 0 done, 1 refused (the reason is on standard error), 2 wrong usage or no such file. */
export function runRestore<Connection>(argv: string[], io: CommandIo, tools: BackupTools<Connection>): Promise<number> {
  return runOn(argv, io, RESTORE_USAGE, async ({ file, data, isJson }) => {
    if (!(await isFile(file))) {
      io.stderr(`${file} cannot be read; is the path right?\n`);
      return 2;
    }
    const database = await tools.open({ data, mustExist: false });
    try {
      const summary = await tools.restore({ connection: database.connection, file });
      io.stdout(isJson ? `${JSON.stringify(summary)}\n` : restoredText(summary));
    } finally {
      await database.stop();
    }
    return 0;
  });
}

function restoredText({ rows, tables, madeAt, companies, migrated }: RestoreSummary): string {
  const codes = companies.map((company) => company.code).join(', ');
  const news = migrated.length > 0 ? ` Brought up to this version by ${migrated.join(', ')}.` : '';
  return `Restored ${rows} rows of ${tables} tables as of ${madeAt} (${codes}).${news} Prove it with: quittance verify\n`;
}

interface Request {
  readonly file: string;
  readonly data: string | undefined;
  readonly isJson: boolean;
}

async function runOn(
  argv: string[],
  io: CommandIo,
  usage: string,
  work: (request: Request) => Promise<number>,
): Promise<number> {
  const request = readRequest(argv, io, usage);
  if (typeof request === 'number') return request;
  return work(request);
}

function readRequest(argv: string[], io: CommandIo, usage: string): Request | number {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true });
    if (values.help) {
      io.stdout(usage);
      return 0;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new Error('Name one file.');
    return { file, data: values.data, isJson: values.json };
  } catch (error) {
    io.stderr(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
