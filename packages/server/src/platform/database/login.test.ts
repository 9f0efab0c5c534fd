import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { createBlankDatabase, type TestDatabase } from '../testing/database.ts';
import { openEmbedded } from './embedded/launcher.ts';
import { applicationLogin } from './login.ts';
import { migrate } from './migrations/migrate.ts';
import { applicationPool } from './pool.ts';
import { completeInstant, Database } from './transaction.ts';

let cluster: TestDatabase;
let superuser: pg.Client;
const made: string[] = [];

beforeAll(async () => {
  cluster = await createBlankDatabase();
  superuser = new pg.Client(cluster.connection);
  await superuser.connect();
});
afterAll(async () => {
  for (const name of made) {
    await superuser.query(`drop database if exists ${name} with (force)`);
    await superuser.query(`drop role if exists ${name}_server`);
    await superuser.query(`drop role if exists ${name}`);
  }
  await superuser.end();
  await cluster.drop();
});

/** A database as an operator makes one: with an owner who is no superuser. */
async function givenDatabase(rights: 'createrole' | 'nocreaterole'): Promise<pg.ClientConfig> {
  const name = `quittance_owner_${randomBytes(4).toString('hex')}`;
  made.push(name);
  await superuser.query(`create role ${name} login ${rights} password 'secret'`);
  await superuser.query(`grant quittance_app to ${name} with admin option`);
  await superuser.query(`create database ${name} owner ${name} template template0 encoding 'UTF8'`);
  return as(name, name);
}

function as(user: string, database: string): pg.ClientConfig {
  const { connectionString, ...place } = cluster.connection;
  if (connectionString === undefined) return { ...place, user, database, password: 'secret' };
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  url.searchParams.set('user', user);
  url.searchParams.set('password', 'secret');
  return { connectionString: url.href };
}

describe('the login of the application', () => {
  it('is made with the schema, for an owner who may make roles, and sees nothing of the owner’s', async () => {
    const owner = await givenDatabase('createrole');
    await migrate(owner);
    const login = await applicationLogin(owner);
    expect(login.isOwn).toBe(true);
    const client = new pg.Client(login.connection);
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    expect(rows).toEqual([{ name: `${made.at(-1)}_server` }]);
    await expect(client.query('delete from seal')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query(`set role ${made.at(-1)}`)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('keeps "known at" exact: the owner sees when its transactions began', async () => {
    const owner = await givenDatabase('createrole');
    await migrate(owner);
    const database = new Database(await applicationPool(owner, 3));
    const company = { id: newId(), code: 'A', name: 'A', functionalCurrency: 'EUR', timeZone: 'UTC' };
    const scope = { company, actor: { id: newId(), name: 'Ada' } };
    await database.post(scope, async (posting) => {
      const complete = await database.read(scope, completeInstant);
      expect(complete < posting.recordedAt).toBe(true);
    });
    await database.end();
  });

  it('is the owner’s where the owner may not make roles', async () => {
    const owner = await givenDatabase('nocreaterole');
    await migrate(owner);
    expect(await applicationLogin(owner)).toEqual({ connection: owner, isOwn: false });
    let isTold = false;
    const pool = await applicationPool(owner, 1, () => {
      isTold = true;
    });
    expect((await pool.query<{ role: string }>('select current_user as role')).rows).toEqual([
      { role: 'quittance_app' },
    ]);
    expect(isTold).toBe(true);
    await pool.end();
  });

  it('has a password that follows the owner’s, where passwords are asked for', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'quittance-login-'));
    const server = await openEmbedded({ dataDir, transport: 'tcp', settings: { fsync: 'off' } });
    await migrate(server.connection);
    const { connection, isOwn } = await applicationLogin(server.connection);
    expect(isOwn).toBe(true);
    const wrong = new pg.Client({ ...connection, password: String(server.connection.password) });
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
    const owner = new pg.Client(server.connection);
    await owner.connect();
    await owner.query("alter role quittance password 'changed'");
    await owner.end();
    const changed = { ...server.connection, password: 'changed' };
    expect((await applicationLogin(changed)).isOwn).toBe(false);
    await migrate(changed);
    expect((await applicationLogin(changed)).isOwn).toBe(true);
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('leaves a role of its name alone that somebody else made', async () => {
    const owner = await givenDatabase('createrole');
    await superuser.query(`create role ${made.at(-1)}_server login`);
    await migrate(owner);
    expect((await applicationLogin(owner)).isOwn).toBe(false);
  });
});
