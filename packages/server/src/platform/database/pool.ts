import pg from 'pg';
import { applicationLogin } from './login.ts';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

const asText = (value: string): string => value;

/** "2026-11-22 09:30:00.000001+00" as ISO; sessions run in UTC. */
function instantFromPostgres(value: string): string {
  const [seconds = '', fraction = ''] = value.replace(' ', 'T').replace(/\+00$/, '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}

/** Most amounts of an aging are nothing. */
const wholeNumber = (value: string): bigint => (value === '0' ? 0n : BigInt(value));

const bigintArray = pg.types.getTypeParser(INT8_ARRAY as never) as (value: string) => string[];

/** Whole numbers come as bigint, dates and decimals as text, instants as ISO text with microseconds. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return wholeNumber;
    if (oid === DATE) return asText;
    if (oid === TIMESTAMPTZ) return instantFromPostgres;
    if (oid === INT8_ARRAY) return (value: string) => bigintArray(value).map(BigInt);
    if (oid === DATE_ARRAY) return (value: string) => value.slice(1, -1).split(',').filter(Boolean);
    return pg.types.getTypeParser(oid as never, format as never);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A request that gets no connection for so long is told to come again, rather than to hang. */
const WAITS_FOR_CONNECTION_MS = 30_000;
const SESSION_OPTIONS = '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601';
const APPLICATION_OPTIONS = `${SESSION_OPTIONS} -c role=quittance_app`;

/**
 * Connections as the application's role: no DDL, rows of the current company only. `connection` is the owner's; the
 * application has a login of its own beside it. `onOwner` is told when that login could not be had.
 */
export async function applicationPool(
  connection: pg.ClientConfig,
  connectionsMax: number,
  onOwner: () => void = () => {},
): Promise<pg.Pool> {
  const login = await applicationLogin(connection);
  if (!login.isOwn) onOwner();
  return poolWith(login.connection, connectionsMax, APPLICATION_OPTIONS);
}

/**
 * The same for filling what can be filled anew: its thousands of small transactions do not wait for the disk each. The disk learns of them in
 * their order, so the last one is never there without all the others.
 */
export async function fillingPool(connection: pg.ClientConfig, connectionsMax: number): Promise<pg.Pool> {
  const login = await applicationLogin(connection);
  return poolWith(login.connection, connectionsMax, `${APPLICATION_OPTIONS} -c synchronous_commit=off`);
}

/** How the application logs in through this pool: plain data, for a process of our own (`handedPool`). */
export function loginOfPool({ options }: pg.Pool): pg.ClientConfig {
  const { connectionString, host, port, user, database, ssl } = options;
  // The driver hides secrets from whoever lists its options.
  const secret = typeof ssl === 'object' ? { ...ssl, key: ssl.key } : ssl;
  const password = typeof options.password === 'string' ? options.password : undefined;
  return { connectionString, host, port, user, password, database, ssl: secret };
}

/** Connections as the application's role, in a process that was handed the login. */
export function handedPool(login: pg.ClientConfig, connectionsMax: number): pg.Pool {
  return poolWith(login, connectionsMax, APPLICATION_OPTIONS);
}

/** Connections as the owner: migrations, seeding, whole-database checks. Never for a request of a person. */
export function ownerPool(connection: pg.ClientConfig, connectionsMax: number): pg.Pool {
  return poolWith(connection, connectionsMax, SESSION_OPTIONS);
}

function poolWith(connection: pg.ClientConfig, connectionsMax: number, options: string): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    types,
    options,
    max: connectionsMax,
    connectionTimeoutMillis: WAITS_FOR_CONNECTION_MS,
  });
  // A connection that is cut (the database restarts) fails what runs on it; the next request opens another. Unheard, the
  // event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
