/** `quittance start`: the database, the server, its screens; one address and a link that signs in once. */
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type App, type Config, createApp, migrate, openDatabase, readConfig } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import { placeOf } from '../place/place.ts';
import { fillDemoApart } from './demo.ts';
import { listen } from './listen.ts';

const USAGE = `Usage: quittance start [--data DIR] [--port 3000] [--host 127.0.0.1] [--demo]

  --data  the data directory; else QUITTANCE_DATA, else a usual place of yours. DATABASE_URL names another database
  --port  where to listen; else PORT. When none is asked for and 3000 is in use, the next free one is taken
  --host  which addresses to listen on; 127.0.0.1 is this machine only
  --demo  three invented companies to look around in, in an embedded database of its own, never in DATABASE_URL
`;

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  demo: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Place = { readonly databaseUrl: string } | { readonly dataDir: string };

interface ListenRequest {
  readonly place: Place;
  /** Undefined when none was asked for. */
  readonly port: number | undefined;
  readonly host: string;
  readonly config: Config;
}

/** The demo is in a directory of its own, never in DATABASE_URL. */
type StartRequest = ListenRequest &
  ({ readonly isDemo: false } | { readonly isDemo: true; readonly place: { readonly dataDir: string } });

export async function runStart(argv: string[], io: CommandIo): Promise<ExitCode> {
  const values = readOptions(argv);
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const request = requestOf(values);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await serve(request, io, stopping.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function serve(request: StartRequest, io: CommandIo, stopping: AbortSignal): Promise<ExitCode> {
  io.stderr('dataDir' in request.place ? `Data in ${request.place.dataDir}\n` : 'Data in DATABASE_URL\n');
  const database = await openDatabase(request.place);
  try {
    const { applied } = await migrate(database.connection);
    if (applied.length > 0) io.stderr(`PostgreSQL ${database.version}: schema brought up to ${applied.at(-1)}\n`);
    if (request.isDemo) {
      const outcome = await fillDemoApart(request.place.dataDir, stopping);
      if (outcome !== 'filled') return outcome === 'stopped' ? 0 : 1;
    }
    const app = await createApp({
      connection: database.connection,
      config: request.config,
      dropDirectory: dropDirectoryOf(request),
    });
    try {
      await app.startJobs();
      const port = await listen(app.fastify, request);
      await announce(app, { request, port }, io);
      if (!stopping.aborted) await once(stopping, 'abort');
      io.stderr('\nStopping…\n');
      return 0;
    } finally {
      await closeInTime(app, io);
    }
  } finally {
    await database.stop();
  }
}

/** What is still at work after so long (an import of a million rows) is rolled back, and taken up again at the next start. */
const CLOSING_MS = 20_000;
const LEAVING_MS = 5_000;

async function closeInTime(app: App, io: CommandIo): Promise<void> {
  const closing = app.close().then(() => true);
  const isClosed = await Promise.race([closing, wait(CLOSING_MS, false, { ref: false })]);
  if (isClosed) return;
  closing.catch(() => undefined);
  io.stderr('Work that was still going on is rolled back, and taken up again at the next start.\n');
  setTimeout(() => process.exit(0), LEAVING_MS).unref();
}

/** Beside the data it is for, unless a setting says otherwise. */
function dropDirectoryOf({ config, place }: ListenRequest): string {
  const dataDirectory = 'dataDir' in place ? place.dataDir : config.dataDirectory;
  return config.dropDirectory ?? path.join(dataDirectory, 'drop');
}

const FIRST_COMPANY = `There is no company yet. Add one, with the same --data or DATABASE_URL, while this runs:
  quittance company add DE01 --name "Muster GmbH" --currency EUR --time-zone Europe/Berlin
`;

/** Who signs in, and what is worth looking at first. */
function demoWelcome(dataDir: string): string {
  return `You sign in as the demo's administrator, who has every working role and the key accounts; its eight people are under
Company, People, where a sign-in link of each can be made (Lucia Ferrandi collects by day and covers for Ananya, who is away).
Look first at: My day (whom to call and why, what broke or was paid since the last evening, call-backs, tasks, replies), Inbox, Dunning
(two runs, and a version of the strategies that waits to be switched on), Huddle, Cash (what posted itself and why, what waits),
Approvals, Imports (drop the files of ${path.join(dataDir, 'files')}: extracts, a bank statement, remittance advices;
until the statement is in, a dunning run holds everything back, since nobody knows who has paid).
No mail leaves the demo: what is sent is kept and delivered to nobody.
`;
}

async function announce(app: App, at: { request: StartRequest; port: number }, io: CommandIo): Promise<void> {
  const { config, host } = at.request;
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  const address = config.publicUrl ?? `http://${name}:${at.port}`;
  const link = await app.services.administratorLink();
  const companies = await app.services.listCompanies();
  if (companies.length === 0) io.stderr(FIRST_COMPANY);
  io.stdout(`Quittance ${app.version} is at ${address}\nSign in, once and within 15 minutes: ${address}${link.path}\n`);
  if (at.request.isDemo) io.stderr(demoWelcome(at.request.place.dataDir));
}

function requestOf(values: ReturnType<typeof readOptions>): StartRequest {
  const config = readConfig(process.env);
  const port = values.port === undefined ? config.port : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new UsageError(`--port ${values.port} is no port; it is a number up to 65535\n${USAGE}`);
  }
  const listening = { port, host: values.host ?? config.host, config };
  if (!values.demo) return { ...listening, isDemo: false, place: placeOf(values.data) };
  const dataDir = path.resolve(values.data ?? path.join(config.dataDirectory, 'demo'));
  return { ...listening, isDemo: true, place: { dataDir } };
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
