/**
 * Joins the embedded server of a data directory, or starts it. There is no lock file of our own: PostgreSQL's interlocks let
 * only one server run, and whoever comes second joins it. Each process that uses the server holds a shared advisory lock on
 * a session of its own, which ends with the process however it ends; whoever leaves and is the last one stops the server.
 * A server left over by a killed process is thereby adopted by the next, and stopped by the last to leave.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { AppError } from '../../errors.ts';
import { type Binaries, embeddedPackageDirectory, findBinaries } from './binaries.ts';
import {
  initialise,
  type Layout,
  layoutOf,
  majorVersionOf,
  makeRoot,
  refuseOtherMajor,
  refusingUnwritable,
  socketDirectory,
  startFailure,
  writeOwned,
} from './directory.ts';
import { connectionTo, listening, portFor, type Transport, transportOf, USUAL_TRANSPORT } from './endpoint.ts';
import { findPostmaster, type Postmaster, removeStaleLocks, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';
import { settingsFile, tunedSettings, usableMemoryBytes } from './settings.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** PostgreSQL settings beyond the tuned ones (tests switch fsync off). */
  readonly settings?: Readonly<Record<string, string>>;
  /** Another place of the programs (tests of blocked install scripts). */
  readonly packageDirectory?: string;
  /** How a new database is reached (tests of what Windows does). */
  readonly transport?: Transport;
}

export interface EmbeddedServer {
  readonly connection: pg.ClientConfig;
  /** As the server reports it: "18.4". */
  readonly version: string;
  /** 'started' by this call, or 'joined' one that ran already. */
  readonly origin: 'started' | 'joined';
  /** Leaves; stops the server when nobody else uses it. */
  stop(): Promise<void>;
}

export const EMBEDDED_MAJOR = 18;
const DATABASE = 'quittance';
const PARTICIPANTS = 7300; // the advisory lock that every user of the server shares
const POLL_MS = 30;
const RECOVERY_MAX_MS = 10 * 60_000; // after a power cut up to 4 GB of log are replayed
const LEFTOVERS_MAX_MS = 30_000; // killed servers' children let go of the shared memory within seconds
const REJOIN_MS = 500;

interface Place {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly sockets: string;
  readonly settings: Readonly<Record<string, string>>;
}

interface Participation {
  readonly client: pg.Client;
  readonly connection: pg.ClientConfig;
  readonly postmaster: Postmaster;
  readonly version: string;
  readonly origin: EmbeddedServer['origin'];
}

export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await prepare(options);
  const membership = new Membership(place);
  const first = await membership.enter();
  return {
    connection: { ...first.connection, database: DATABASE },
    version: first.version,
    origin: first.origin,
    stop: () => membership.leave(),
  };
}

/** Whether a database was made in this data directory. Touches nothing. */
export function hasEmbedded(dataDir: string): boolean {
  return majorVersionOf(layoutOf(dataDir)) !== undefined;
}

/** Checks and makes directories; a database of another version is refused before anything is written. */
async function prepare(options: EmbeddedOptions): Promise<Place> {
  const layout = layoutOf(options.dataDir);
  makeRoot(layout);
  const found = majorVersionOf(layout);
  if (found !== undefined) refuseOtherMajor(layout, found, EMBEDDED_MAJOR);
  const binaries = findBinaries(options.packageDirectory ?? embeddedPackageDirectory(), layout.links);
  const runAs = chooseRunAs(binaries, layout.root, layout.data);
  const transport = options.transport ?? USUAL_TRANSPORT;
  if (found === undefined) await initialise(layout, { binaries, runAs, transport });
  const sockets = transportOf(layout) === 'socket' ? socketDirectory(layout, runAs) : layout.root;
  return { layout, binaries, runAs, sockets, settings: options.settings ?? {} };
}

/** This process's place among the users of the server. Takes it again when the server was killed under it. */
class Membership {
  readonly #place: Place;
  #current: Participation | undefined;
  #isLeaving = false;
  #rejoining: Promise<void> | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  async enter(): Promise<Participation> {
    const participation = await joinOrStart(this.#place);
    this.#current = participation;
    participation.client.on('end', () => {
      this.#current = undefined;
      if (!this.#isLeaving) this.#rejoining = this.#rejoin();
    });
    return participation;
  }

  async #rejoin(): Promise<void> {
    while (!this.#isLeaving && this.#current === undefined) {
      await pause(REJOIN_MS, 'unref');
      if (!this.#isLeaving) await this.enter().catch(() => {}); // said by whoever uses the database now; tried again
    }
  }

  async leave(): Promise<void> {
    this.#isLeaving = true;
    await this.#rejoining;
    const current = this.#current;
    if (current === undefined) return;
    const { client, postmaster } = current;
    timing(client).ref();
    const isLast = await client
      .query(`select pg_advisory_unlock_shared(${PARTICIPANTS}); select pg_try_advisory_lock(${PARTICIPANTS}) as last`)
      .then((results) => (results as unknown as pg.QueryResult<{ last: boolean }>[])[1]?.rows[0]?.last === true)
      .catch(() => false);
    if (isLast) await stopPostmaster(this.#place.layout, this.#place.binaries, postmaster);
    await client.end().catch(() => {});
  }
}

async function joinOrStart(place: Place): Promise<Participation> {
  const startedAt = Date.now();
  for (;;) {
    const running = findPostmaster(place.layout);
    if (running === undefined) {
      const started = await start(place);
      if (started) return started;
    } else {
      const joined = await join(place, running, 'joined');
      if (joined) return joined;
    }
    if (Date.now() - startedAt > RECOVERY_MAX_MS) {
      throw new AppError(
        'database_does_not_answer',
        `The PostgreSQL of ${place.layout.data} (process ${running?.pid ?? '?'}) runs but has not answered for ten minutes. See ${place.layout.log}.`,
        { status: 503 },
      );
    }
    await pause(POLL_MS);
  }
}

/** Another process started the server, or was let in before us and stopped it again when it left. */
const WAS_SLOWER = /lock file "postmaster\.pid" (already exists|is empty)|received (fast|smart) shutdown request/;

/** Undefined when another process was faster: the caller looks again. */
async function start(place: Place): Promise<Participation | undefined> {
  const { layout, binaries, runAs, sockets } = place;
  refusingUnwritable(layout.root, () =>
    writeOwned(path.join(layout.data, 'postgresql.conf'), settingsFile(tunedSettings(usableMemoryBytes())), runAs),
  );
  const deadline = Date.now() + LEFTOVERS_MAX_MS;
  for (let attempt = 0; ; ) {
    const port = await portFor(layout, attempt);
    removeStaleLocks(layout, sockets, port);
    const starting = spawnPostmaster(layout, binaries, runAs, startArguments(place, port));
    const outcome = await firstOf(place, starting.ended);
    if (typeof outcome !== 'string') return outcome;
    if (WAS_SLOWER.test(outcome)) return undefined;
    const isSocketTaken = /could not bind|lock file "[^"]*\.s\.PGSQL|could not create any/.test(outcome);
    const isMemoryHeld = /pre-existing shared memory block/.test(outcome);
    if (!(isSocketTaken || isMemoryHeld) || Date.now() > deadline) throw startFailure(layout.data, outcome);
    if (isSocketTaken) attempt++;
    await pause(isSocketTaken ? 0 : 200);
  }
}

/** Waits until the new server lets us in, or ended with these words. */
async function firstOf(place: Place, ended: Promise<string>): Promise<Participation | string | undefined> {
  let words: string | undefined;
  ended.then((text) => {
    words = text;
  });
  for (;;) {
    const running = findPostmaster(place.layout);
    const joined = running && (await join(place, running, 'started'));
    if (joined) return joined;
    if (words !== undefined) return words;
    await pause(POLL_MS);
  }
}

function startArguments(place: Place, port: number): string[] {
  const all = { ...listening(place.layout, place.sockets, port), ...place.settings };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Undefined while the server starts, stops, or is not (yet) to be reached. */
async function join(
  place: Place,
  postmaster: Postmaster,
  origin: Participation['origin'],
): Promise<Participation | undefined> {
  const connection = connectionTo(place.layout, postmaster, 'postgres');
  if (connection === undefined) return undefined;
  const client = new pg.Client({
    ...connection,
    application_name: 'quittance participant',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // the session ended; 'end' follows and is what we act on
  try {
    await client.connect();
    // Waits while the last one to leave stops the server; the session then ends, and we start it anew.
    await client.query(`select pg_advisory_lock_shared(${PARTICIPANTS})`);
    const answer = await client.query<{ version: string; data: string }>(
      "select current_setting('server_version') as version, current_setting('data_directory') as data",
    );
    const row = answer.rows[0];
    if (row === undefined || realpathSync(row.data) !== realpathSync(place.layout.data))
      throw new Error('another server');
    await ensureDatabase(client);
    timing(client).unref(); // a command that forgets to leave ends all the same
    return { client, connection, postmaster, version: row.version, origin };
  } catch (error) {
    await client.end().catch(() => {});
    if (isPassing(error)) return undefined;
    throw error;
  }
}

/** The driver has these two; its types do not. */
function timing(client: pg.Client): { ref(): void; unref(): void } {
  return client as pg.Client & { ref(): void; unref(): void };
}

const PASSING = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && PASSING.has(String(error.code))) return true;
  return /another server|Connection terminated|timeout expired|not queryable/.test(error.message);
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // another process made it at the same moment
    if (!(error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505'))) throw error;
  }
}

function pause(milliseconds: number, hold: 'ref' | 'unref' = 'ref'): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    if (hold === 'unref') timer.unref();
  });
}
