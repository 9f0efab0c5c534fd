import pg from 'pg';
import { AppError } from '../errors.ts';
import { hasEmbedded, openEmbedded } from './embedded/launcher.ts';

export interface DatabaseHandle {
  readonly kind: 'embedded' | 'given';
  readonly connection: pg.ClientConfig;
  /** As the server reports it: "18.4". */
  readonly version: string;
  /** Leaves the embedded server, which stops with its last user. Does nothing to a given one. */
  stop(): Promise<void>;
}

const MAJOR_LEAST = 15;
const CONNECT_MAX_MS = 15_000;

/**
 * The database to work on: the given one, or the embedded one of the data directory, joined or started.
 * `openDatabase({ dataDir: '/var/lib/quittance' })` gives `{ kind: 'embedded', version: '18.4', ... }`.
 * Throws an AppError of status 503 that says what to do: `database_not_reachable`, `database_too_old`,
 * `database_encoding_is_not_utf8`, and those of the launcher (data_directory_..., disk_is_full, database_did_not_start).
 */
export async function openDatabase(place: {
  databaseUrl?: string;
  dataDir?: string;
  /** Refuse a data directory without a database (`no_database_there`) instead of making one. */
  mustExist?: boolean;
}): Promise<DatabaseHandle> {
  if (place.databaseUrl) return openGiven(place.databaseUrl);
  if (place.dataDir && place.mustExist && !hasEmbedded(place.dataDir)) {
    throw new AppError(
      'no_database_there',
      `There is no database in ${place.dataDir}. Check --data and QUITTANCE_DATA.`,
      {
        status: 503,
      },
    );
  }
  if (place.dataDir) return { kind: 'embedded', ...(await openEmbedded({ dataDir: place.dataDir })) };
  throw new AppError('database_not_named', 'Name a data directory (--data) or set DATABASE_URL.', { status: 503 });
}

async function openGiven(databaseUrl: string): Promise<DatabaseHandle> {
  const connection: pg.ClientConfig = { connectionString: databaseUrl };
  const client = await connect(databaseUrl);
  try {
    const answer = await client.query<{ number: number; version: string; encoding: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        current_setting('server_encoding') as encoding`,
    );
    const server = answer.rows[0];
    if (server === undefined || server.number < MAJOR_LEAST * 10_000) {
      throw new AppError(
        'database_too_old',
        `DATABASE_URL leads to PostgreSQL ${server?.version}; Quittance needs ${MAJOR_LEAST} or newer.`,
        { status: 503 },
      );
    }
    if (server.encoding !== 'UTF8') {
      throw new AppError(
        'database_encoding_is_not_utf8',
        `The database of DATABASE_URL is encoded in ${server.encoding}. Make one with: create database quittance encoding 'UTF8' template template0.`,
        { status: 503 },
      );
    }
    return { kind: 'given', connection, version: server.version.split(' ')[0] ?? server.version, stop: async () => {} };
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MAX_MS });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'database_not_reachable',
      `The database of DATABASE_URL cannot be reached: ${words}. Check its address, user and password, and that it runs.`,
      { status: 503 },
    );
  }
}
