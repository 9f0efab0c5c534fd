/** A migrated database that lives as long as one run: an embedded one in a temporary directory, or one beside the given. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ConnectionConfig } from 'pg';
import { openEmbedded } from '../platform/database/embedded/launcher.ts';
import { migrate } from '../platform/database/migrations/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { createDatabaseBeside, dropDatabase } from './scenario.queries.ts';

export interface ThrowawayDatabase {
  readonly connection: ConnectionConfig;
  /** Removes the database; a given server is left as it was. */
  drop(): Promise<void>;
}

/** Nothing here has to survive a power cut, so nothing waits for the disk. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * With the URL of a server (its user may create databases) a database `quittance_scenario_...` beside the named one; its own
 * tables are not touched. Without, an embedded server in the system's temporary directory.
 */
export async function openThrowawayDatabase(databaseUrl?: string): Promise<ThrowawayDatabase> {
  const database = databaseUrl ? await besideGiven(databaseUrl) : await inTemporaryDirectory();
  try {
    await migrate(database.connection);
    return database;
  } catch (error) {
    await database.drop();
    throw error;
  }
}

async function besideGiven(databaseUrl: string): Promise<ThrowawayDatabase> {
  const given = await openDatabase({ databaseUrl });
  const name = `quittance_scenario_${Date.now()}_${process.pid}`;
  await createDatabaseBeside(given.connection, name);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { connection: { connectionString: url.href }, drop: () => dropDatabase(given.connection, name) };
}

async function inTemporaryDirectory(): Promise<ThrowawayDatabase> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'quittance-scenario-'));
  const removed = () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const opened = await openEmbedded({ dataDir, settings: FORGETFUL });
    return {
      connection: opened.connection,
      async drop() {
        await opened.stop();
        await removed();
      },
    };
  } catch (error) {
    await removed();
    throw error;
  }
}
