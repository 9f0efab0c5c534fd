import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownerPool } from '../../../server/src/platform/database/pool.ts';
import { createTestDatabase, type TestDatabase } from '../../../server/src/platform/testing/database.ts';
import { runScenario } from './index.ts';

const CASE = `scenario: A part payment leaves the rest open
  company EUR
  on 2026-01-05 customer C1
  invoice 4711 of C1 for 1,000.00 due 2026-02-04
  receipt R1 from C1 400.00
  apply R1 to 4711
  expect 4711 open 600.00
`;

let directory: string;
let database: TestDatabase;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'quittance-scenario-test-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await database.drop();
});

async function run(argv: string[], databaseUrl = urlOf(database.connection)) {
  const out: string[] = [];
  const errors: string[] = [];
  const io = { stdout: (text: string) => void out.push(text), stderr: (text: string) => void errors.push(text) };
  const code = await runScenario(argv, io, databaseUrl);
  return { code, stdout: out.join(''), stderr: errors.join('') };
}

async function file(name: string, text: string): Promise<string> {
  const to = path.join(directory, name);
  await writeFile(to, text);
  return to;
}

/** The test server's address as DATABASE_URL would say it; a socket's directory goes into the query. */
function urlOf({ connectionString, host, port, user, password, database: name }: TestDatabase['connection']): string {
  if (connectionString) return connectionString;
  const url = new URL(`postgresql://localhost:${port ?? 5432}/${name}`);
  url.username = user ?? '';
  url.password = typeof password === 'string' ? password : '';
  url.searchParams.set('host', host ?? 'localhost');
  return url.href;
}

describe('quittance scenario', () => {
  it('prints each expectation and says that all are met', async () => {
    const { code, stdout } = await run([await file('good.txt', CASE)]);
    expect(stdout).toContain('met      A part payment leaves the rest open');
    expect(stdout).toContain('met      line 7: expect 4711 open 600.00');
    expect(stdout).toContain('1 of 1 cases met, 3 of 3 expectations.');
    expect(code).toBe(0);
  });

  it('shows expected against seen where they differ', async () => {
    const { code, stdout } = await run([await file('wrong.txt', CASE.replace('open 600.00', 'closed'))]);
    expect(stdout).toMatch(/NOT MET {2}line 7: expect 4711 closed\n +expected {2}closed\n +seen {6}partly open/);
    expect(code).toBe(1);
  });

  it('runs the whole cases of a file that has a broken one, and of the other files', async () => {
    const broken = `scenario: broken\n  company EUR\n  on 2026-01-05 custmer C1\n${CASE}`;
    const { code, stdout } = await run(['--json', await file('a.txt', broken), await file('b.txt', CASE)]);
    const result = JSON.parse(stdout) as { files: unknown[] };
    expect(result).toMatchObject({
      isMet: false,
      counts: { scenarios: 2, scenariosMet: 2, expectations: 6, expectationsMet: 6, problems: 1 },
      files: [{ problems: [{ line: 3, field: 'custmer', code: 'word_unknown' }] }, { problems: [] }],
    });
    expect(code).toBe(1);
  });

  it('leaves nothing on the given server', async () => {
    await run([await file('good.txt', CASE)]);
    const pool = ownerPool(database.connection, 1);
    const left = await pool.query('select from pg_database where datname like $1', [
      `quittance_scenario%_${process.pid}`,
    ]);
    await pool.end();
    expect(left.rowCount).toBe(0);
  });

  it('starts an own database when none is given, and removes it', async () => {
    const good = await file('good.txt', CASE);
    vi.stubEnv('TMPDIR', directory);
    const { code } = await run([good], '').finally(() => vi.unstubAllEnvs());
    expect(code).toBe(0);
    expect((await readdir(directory)).filter((name) => name.startsWith('quittance-scenario-'))).toEqual([]);
  });

  it('says what is wrong with the usage', async () => {
    expect(await run([])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['--jsn', 'x.txt'])).toMatchObject({ code: 2 });
    const missing = await run([path.join(directory, 'nowhere.txt')]);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('cannot be read');
    expect((await run(['--help'])).code).toBe(0);
  });
});
