/**
 * Real PostgreSQL for tests, fast: one server for all test files of a run (the first starts it, the others join it), one
 * migrated template, and for each test a copy of it. `QUITTANCE_TEST_DATABASE_URL` names another server to run the same
 * tests on; its user must be allowed to create databases and roles. `QUITTANCE_TEST_PARTITIONED=1` runs them with every
 * company table partitioned by hash of the company.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedServer, openEmbedded } from '../database/embedded/launcher.ts';
import { migrate, readMigrations } from '../database/migrations/migrate.ts';
import { partitioned } from '../database/migrations/partitioned.ts';
import { writeSchema } from '../database/migrations/schema.ts';

export interface TestDatabase {
  readonly connection: pg.ClientConfig;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
}

/** Faster, and right to lose everything with the machine's power. */
const TEST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
  max_connections: '300',
};
const PREPARING = 7298; // the advisory lock of whoever makes the template
const LEFTOVER_AGE_MS = 60 * 60_000;
/** Several checkouts share a server: each has templates of its own. */
const TEMPLATES = `quittance_template_${createHash('sha256')
  .update(import.meta.dirname)
  .digest('hex')
  .slice(0, 8)}_`;

/**
 * An own, empty, migrated database. `const database = await createTestDatabase()`, then `applicationPool(database.connection, 4)`,
 * and `await database.drop()` in the end.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  try {
    return await createDatabase(await ensureTemplate());
  } catch (error) {
    if (!isMissing(error)) throw error;
    template = undefined; // another run took it for a leftover
    return createDatabase(await ensureTemplate());
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '3D000';
}

/** An own database without any table. */
export async function createBlankDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

/** The text of db/schema.sql that the migrations of this checkout make. */
export async function currentSchema(): Promise<string> {
  const database = await createTestDatabase();
  try {
    return await writeSchema(database.connection);
  } finally {
    await database.drop();
  }
}

export function isPartitioned(): boolean {
  return process.env.QUITTANCE_TEST_PARTITIONED === '1';
}

let count = 0;

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `quittance_test_${Date.now()}_${process.pid}_${++count}`;
  await maintain(async (client) => {
    // Copying files instead of logging every page takes a quarter of the time where nothing is flushed to the disk.
    await client.query(`create database ${name} template ${template} encoding 'UTF8' strategy file_copy`);
  });
  return {
    connection: await connectionTo(name),
    drop: () =>
      maintain(async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

let template: Promise<string> | undefined;

function ensureTemplate(): Promise<string> {
  template ??= prepareTemplate();
  return template;
}

async function prepareTemplate(): Promise<string> {
  const files = isPartitioned() ? partitioned(await readMigrations()) : await readMigrations();
  const hash = createHash('sha256')
    .update(files.map((file) => file.name + file.text).join())
    .digest('hex');
  const name = `${TEMPLATES}${hash.slice(0, 16)}`;
  await maintain(async (client) => {
    await client.query(`select pg_advisory_lock(${PREPARING})`);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await dropLeftovers(client);
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template template0 encoding 'UTF8'`);
    await migrate(await connectionTo(unfinished), { files });
    await client.query(`comment on database ${unfinished} is '${Date.now()}'`);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

/** Databases of killed test runs, and this checkout's templates of earlier migrations; other checkouts keep theirs. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const found = await client.query<{ name: string; comment: string | null }>(
    `select datname as name, shobj_description(oid, 'pg_database') as comment from pg_database
       where datname ~ '^quittance_test_' or starts_with(datname, $1)`,
    [TEMPLATES],
  );
  for (const { name, comment } of found.rows) {
    const madeAt = Number(/^quittance_test_(\d+)_/.exec(name)?.[1] ?? comment ?? 0);
    if (Date.now() - madeAt < LEFTOVER_AGE_MS) continue;
    await client.query(`drop database if exists ${name}`).catch(() => {}); // in use by another run: left to it
  }
}

async function maintain(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...(await connectionTo(undefined)), application_name: 'quittance test' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function connectionTo(database: string | undefined): Promise<pg.ClientConfig> {
  const given = process.env.QUITTANCE_TEST_DATABASE_URL;
  if (given) {
    const url = new URL(given);
    if (database) url.pathname = `/${database}`;
    return { connectionString: url.href };
  }
  const { connection } = await joinTestServer();
  return { ...connection, database: database ?? 'postgres' };
}

let server: Promise<EmbeddedServer> | undefined;

function joinTestServer(): Promise<EmbeddedServer> {
  server ??= openTestServer();
  return server;
}

async function openTestServer(): Promise<EmbeddedServer> {
  const dataDir = testDataDirectory();
  const open = () => openEmbedded({ dataDir, settings: TEST_SETTINGS });
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'database_did_not_start')) throw error;
    rmSync(dataDir, { recursive: true, force: true }); // without fsync, a crash of the machine may have broken it
    return open();
  }
}

export function testDataDirectory(): string {
  return path.join(os.tmpdir(), `quittance-test-${process.getuid?.() ?? 'user'}`);
}
