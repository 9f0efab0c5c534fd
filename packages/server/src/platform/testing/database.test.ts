import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createBlankDatabase, createTestDatabase } from './database.ts';

async function query<Row extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('databases for tests', () => {
  it('each test gets a migrated database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(one.connection, 'create table only_here (id int)');
    expect(await query(one.connection, "select to_regclass('only_here')::text as found")).toEqual([
      { found: 'only_here' },
    ]);
    expect(await query(other.connection, "select to_regclass('only_here')::text as found")).toEqual([{ found: null }]);
    expect(await query(other.connection, "select to_regclass('company')::text as found")).toEqual([
      { found: 'company' },
    ]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('many at once are copied from one template', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => createTestDatabase()));
    expect(new Set(all.map((database) => JSON.stringify(database.connection))).size).toBe(8);
    await Promise.all(all.map((database) => database.drop()));
  });

  it('a dropped database is gone, open connections or not', async () => {
    const database = await createBlankDatabase();
    const client = new pg.Client(database.connection);
    client.on('error', () => {});
    await client.connect();
    await database.drop();
    await expect(query(database.connection, 'select 1')).rejects.toThrow(/does not exist/);
  });
});
