import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlankDatabase, type TestDatabase } from '../testing/database.ts';
import { openDatabase } from './open.ts';

/** The address of a test database, as a person would write it into DATABASE_URL. */
function urlOf({ connection }: TestDatabase, database?: string): string {
  if (connection.connectionString) {
    const url = new URL(connection.connectionString);
    if (database) url.pathname = `/${database}`;
    return url.href;
  }
  const { user, port, host = '' } = connection;
  return `postgres://${user}@localhost/${database ?? connection.database}?host=${encodeURIComponent(host)}&port=${port}`;
}

let given: TestDatabase;
beforeAll(async () => {
  given = await createBlankDatabase();
});
afterAll(() => given.drop());

describe('DATABASE_URL', () => {
  it('is used as it is, and goes on after we have left', async () => {
    const handle = await openDatabase({ databaseUrl: urlOf(given), dataDir: '/nowhere' });
    expect(handle.kind).toBe('given');
    expect(handle.version).toMatch(/^\d+\.\d+$/);
    await handle.stop();
    const client = new pg.Client(handle.connection);
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  it('that leads nowhere is refused with the reason', async () => {
    const databaseUrl = 'postgres://quittance@127.0.0.1:1/quittance';
    await expect(openDatabase({ databaseUrl })).rejects.toMatchObject({
      code: 'database_not_reachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await expect(openDatabase({ databaseUrl: urlOf(given, 'no_such_database') })).rejects.toThrow(/no_such_database/);
  });

  it('of a database in another encoding is refused before anything is written', async () => {
    const client = new pg.Client(given.connection);
    await client.connect();
    const name = `quittance_test_${Date.now()}_latin`;
    await client.query(`create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`);
    try {
      await expect(openDatabase({ databaseUrl: urlOf(given, name) })).rejects.toMatchObject({
        code: 'database_encoding_is_not_utf8',
      });
    } finally {
      await client.query(`drop database ${name}`);
      await client.end();
    }
  });
});

describe('a data directory', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-open-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('that must exist and does not is refused, and not made', async () => {
    const dataDir = path.join(directory, 'mistyped');
    await expect(openDatabase({ dataDir, mustExist: true })).rejects.toMatchObject({ code: 'no_database_there' });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('is opened, and left', async () => {
    const handle = await openDatabase({ dataDir: path.join(directory, 'new') });
    expect(handle).toMatchObject({ kind: 'embedded', version: expect.stringMatching(/^18\./) });
    await handle.stop();
    expect(existsSync(path.join(directory, 'new', 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('or an address must be named', async () => {
    await expect(openDatabase({})).rejects.toMatchObject({ code: 'database_not_named' });
  });
});
