/** The command as people and scripts call it: a process, its two outputs, its exit code. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlankDatabase, type TestDatabase } from '../../server/src/platform/testing/database.ts';

const BIN = path.resolve(import.meta.dirname, '../bin/quittance.mjs');
/** The description of the API alone is more than Node's usual megabyte. */
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
let database: TestDatabase;
let environment: NodeJS.ProcessEnv;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-main-'));
  database = await createBlankDatabase();
  const { PORT: _port, QUITTANCE_DATA: _data, ...inherited } = process.env;
  environment = { ...inherited, DATABASE_URL: urlOf(database.connection) };
});

afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

function urlOf(connection: TestDatabase['connection']): string {
  if (connection.connectionString) return connection.connectionString;
  const { host = '', port = 5432, user = '', password, database: name = '' } = connection;
  const query = new URLSearchParams({ host, port: String(port), ...(user ? { user } : {}) });
  if (typeof password === 'string') query.set('password', password);
  return `postgresql:///${name}?${query}`;
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function quittance(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { env: environment, maxBuffer: OUTPUT_BYTES_MAX }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** A server that runs, until it is told to stop; `port` undefined lets it find one. */
async function startServer(...args: string[]) {
  const child = spawn(process.execPath, [BIN, 'start', ...args], { env: environment, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const announced = (async () => {
    while (!out.includes('#token=')) await Promise.race([once(child.stdout, 'data'), exited]);
  })();
  await Promise.race([announced, exited]);
  return {
    address: /is at (\S+)/.exec(out)?.[1] ?? '',
    token: /#token=(\S+)/.exec(out)?.[1] ?? '',
    said: () => ({ out, err }),
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}

describe('quittance', () => {
  it('says what it can do, and its version', async () => {
    const help = await quittance('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Usage: quittance COMMAND');
    expect((await quittance('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('wrong usage is told on standard error, with exit code 2', async () => {
    const unknown = await quittance('agign');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('there is no command agign');
    expect(await quittance()).toMatchObject({ code: 2, out: '' });
    expect((await quittance('constructor')).code).toBe(2);
    expect(await quittance('aging', '--as-of', '31.10.2026')).toMatchObject({ code: 2, out: '' });
    expect(await quittance('verify', '--colour')).toMatchObject({ code: 2, out: '' });
    expect(await quittance('start', '--port', 'http')).toMatchObject({ code: 2, out: '' });
  });

  it('prints the API without a database', async () => {
    const { out, code } = await quittance('openapi');
    expect(code).toBe(0);
    const document = JSON.parse(out) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/v1/session');
  });

  it('takes a company from nothing to a verified ledger', async () => {
    for (const command of ['aging', 'verify']) {
      const ended = await quittance(command);
      expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no company yet') });
    }
    const add = [
      'company',
      'add',
      'IT01',
      '--name',
      'Rossi',
      '--currency',
      'EUR',
      '--time-zone',
      'Europe/Rome',
      '--json',
    ];
    expect(JSON.parse((await quittance(...add)).out)).toEqual({
      code: 'IT01',
      name: 'Rossi',
      functionalCurrency: 'EUR',
      timeZone: 'Europe/Rome',
    });
    expect(await quittance(...add.slice(0, -1))).toMatchObject({ code: 1, out: '' });
    const aging = JSON.parse((await quittance('aging', '--json')).out) as object;
    expect(aging).toMatchObject({ company: 'IT01', buckets: [30, 60, 90], rows: [], totals: [] });
    const verify = await quittance('verify', '--json');
    expect(verify.code).toBe(0);
    expect((JSON.parse(verify.out) as { ok: boolean }[]).every((one) => one.ok)).toBe(true);
    expect((await quittance('aging', '--company', 'XX01')).err).toContain('[company_not_found]');
  });

  it('a refusal with --json is one document with code and message, and the exit code says whose fault it is', async () => {
    const nowhere = path.join(directory, 'nowhere');
    const refusals = [
      [['verify', '--data', nowhere], 2, 'no_database_there', nowhere],
      [['aging', '--data', nowhere], 2, 'no_database_there', nowhere],
      [['backup', path.join(directory, 'b'), '--data', nowhere], 2, 'no_database_there', nowhere],
      [['aging', '--company', 'XX01'], 2, 'company_not_found', 'XX01'],
      [['aging', '--buckets', '60,30'], 2, 'buckets_invalid', 'rising'],
      [['aging', '--as-of', '2999-01-01'], 2, 'as_of_in_future', '2999-01-01'],
      [['aging', '--currency', 'EURO'], 2, 'wrong_usage', '--currency EURO'],
      [['aging', '--colour'], 2, 'wrong_usage', '--colour'],
      [['match'], 2, 'wrong_usage', '--open-items'],
      [['bench', 'import', '--colour'], 2, 'wrong_usage', '--colour'],
      [
        ['company', 'add', 'IT01', '--name', 'X', '--currency', 'EUR', '--time-zone', 'UTC'],
        1,
        'company_code_is_taken',
        'IT01',
      ],
      [['pay'], 2, 'wrong_usage', 'no command pay'],
    ] as const;
    for (const [args, code, name, words] of refusals) {
      const ended = await quittance(...args, '--json');
      expect({ args, code: ended.code }).toEqual({ args, code });
      const { error } = JSON.parse(ended.out) as { error: { code: string; message: string } };
      expect(error).toEqual({ code: name, message: expect.stringContaining(words) });
      expect(error.message).not.toMatch(/usage:/i);
    }
    expect(existsSync(nowhere)).toBe(false);
  });

  it('a bench that is not named lists them all', async () => {
    const listed = await quittance('bench', '--json');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(listed.out)).toMatchObject({ benches: expect.arrayContaining(['match']) });
    expect((await quittance('bench')).out).toContain('match');
    expect(await quittance('bench', '--help')).toMatchObject({ code: 0, err: '' });
  });

  it('a database that cannot be reached is said in words', async () => {
    const { code, err } = await new Promise<Ended>((resolve) => {
      const env = { ...environment, DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' };
      execFile(process.execPath, [BIN, 'verify'], { env }, (error, out, text) =>
        resolve({ code: Number(error?.code ?? 0), out, err: text }),
      );
    });
    expect(code).toBe(1);
    expect(err).toContain('[database_not_reachable]');
    expect(err).not.toContain('    at ');
  });
});

describe('quittance start', () => {
  it('prints an address and a link that signs in once, serves, and stops when told to', async () => {
    const server = await startServer();
    expect(server.address).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    const signIn = () =>
      fetch(`${server.address}/api/v1/session/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: server.token }),
      });
    const session = await signIn();
    expect(session.status).toBe(200);
    expect(await session.json()).toMatchObject({ isAdministrator: true, companies: [{ code: 'IT01' }] });
    expect((await signIn()).status).toBe(401);
    expect(await server.stop()).toBe(0);
    expect(server.said().out.trim().split('\n')).toHaveLength(2);
  });

  it('a second server on the same database takes the next free port', async () => {
    const [one, other] = await Promise.all([startServer(), startServer()]);
    expect(one.address).not.toBe(other.address);
    expect((await fetch(`${one.address}/readyz`)).status).toBe(200);
    expect((await fetch(`${other.address}/readyz`)).status).toBe(200);
    expect(await Promise.all([one.stop('SIGINT'), other.stop('SIGTERM')])).toEqual([0, 0]);
  });

  it('a port that was asked for and is in use is refused', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const refused = await quittance('start', '--port', String(port));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`Port ${port} is in use`);
    holder.close();
  });
});
