/**
 * Everything is killed while it posts: the application, the database server and each of its processes. What was
 * acknowledged is there, nothing is there twice, and the ledger is sound. `QUITTANCE_KILL_TRIALS` sets how often.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../platform/database/migrations/migrate.ts';
import { openDatabase } from '../../../platform/database/open.ts';
import { applicationPool } from '../../../platform/database/pool.ts';
import { Database } from '../../../platform/database/transaction.ts';
import { verify } from '../index.ts';
import { chanceOf } from './chance.ts';
import { type Orders, send } from './kills.fixture.ts';
import { openRealCompany } from './raw-ledger.ts';
import { postedByCommands } from './simulation.queries.ts';

const KILLS = Number(process.env.QUITTANCE_KILL_TRIALS ?? 3);
const SEED = Number(process.env.QUITTANCE_SEED ?? 1);
const BULK = 20_000;
const fixture = fileURLToPath(new URL('./kills.fixture.ts', import.meta.url));
const { below } = chanceOf(SEED);

let directory = '';
let orders: Orders;
const children: ChildProcess[] = [];

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-kill-'));
  const dataDir = path.join(directory, 'data');
  const handle = await openDatabase({ dataDir });
  await migrate(handle.connection);
  const { scope, customerId, today, close } = await openRealCompany(handle.connection, { code: 'KILLED' });
  await close();
  await handle.stop();
  orders = { dataDir, acknowledged: path.join(directory, 'acknowledged'), scope, customerId, today, first: 1, bulk: 0 };
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const acknowledged = (): number[] =>
  existsSync(orders.acknowledged)
    ? readFileSync(orders.acknowledged, 'utf8').split('\n').filter(Boolean).map(Number)
    : [];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets a process post for a while and kills it, the server and all the server's processes. */
async function postAndKill(round: Orders, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), fixture], {
    env: { ...process.env, QUITTANCE_KILL_ORDERS: JSON.stringify(round) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await pause(afterMs);
  expect(child.exitCode).toBeNull();
  const postmaster = Number(
    readFileSync(path.join(round.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const processes = [postmaster, ...childrenOf(postmaster)];
  child.kill('SIGKILL');
  for (const pid of processes) killIfThere(pid);
  for (const pid of processes) while (existsSync(`/proc/${pid}`)) await pause(10);
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Starts the server again and looks: the commands that are there, with the number of documents and what they opened. */
async function examine(repeated: Orders, number: number) {
  const handle = await openDatabase({ dataDir: orders.dataDir });
  const database = new Database(await applicationPool(handle.connection, 2));
  try {
    const before = await database.read(orders.scope, postedByCommands);
    await send(database, repeated, number);
    const after = await database.read(orders.scope, postedByCommands);
    const broken = (await database.read(orders.scope, (tx) => verify(tx))).filter((one) => !one.ok);
    expect(broken).toEqual([]);
    return { before, after };
  } finally {
    await database.end();
    await handle.stop();
  }
}

describe.skipIf(process.platform !== 'linux')(`killed ${KILLS} times, seed ${SEED}`, { timeout: 600_000 }, () => {
  it('each acknowledged command is there, none twice, and what a repeated key would do is done already', async () => {
    let first = 1;
    for (let kill = 1; kill <= KILLS; kill++) {
      await postAndKill({ ...orders, first }, 300 + below(1500));
      const numbers = acknowledged();
      const last = numbers.at(-1) ?? first;
      const { before, after } = await examine(orders, last);
      const there = new Set(before.keys.map((key) => Number(key.replace('small ', ''))));
      expect(numbers.filter((number) => !there.has(number))).toEqual([]);
      expect(new Set(numbers).size).toBe(numbers.length);
      const amounts = [...there].map((number) => 1000n + BigInt(number));
      expect(before.documents).toBe(there.size * 2);
      expect(before.openedMinor).toBe(amounts.reduce((sum, amount) => sum + amount, 0n) * 2n);
      expect(before.openMinor).toBe(before.openedMinor - BigInt(there.size) * 1000n);
      expect(after).toEqual(numbers.length > 0 ? before : after);
      first = Math.max(0, ...there, last) + 1;
    }
    console.info(`seed ${SEED}: ${KILLS} kills, ${acknowledged().length} acknowledged commands, none lost`);
    expect(acknowledged().length).toBeGreaterThan(KILLS);
  });

  it(`killed while ${BULK} documents are posted in one transaction: all of them or none`, async () => {
    const bulk = { ...orders, bulk: BULK, acknowledged: path.join(directory, 'acknowledged in bulk'), first: 1 };
    let first = 1;
    for (let kill = 1; kill <= Math.ceil(KILLS / 3); kill++) {
      await postAndKill({ ...bulk, first }, 200 + below(2500));
      const { before, after } = await examine(bulk, first);
      const isThere = before.keys.includes(`bulk ${first}`);
      const documentsOf = (answer: typeof before) => answer.bulkDocuments.get(first) ?? 0;
      expect(documentsOf(before)).toBe(isThere ? BULK : 0);
      expect(documentsOf(after)).toBe(BULK); // sent again: posted once
      for (const count of after.bulkDocuments.values()) expect(count).toBe(BULK);
      console.info(`seed ${SEED}: killed in a bulk of ${BULK}, which ${isThere ? 'was there' : 'left nothing'}`);
      first = Math.max(...after.bulkDocuments.keys()) + 1;
    }
  });
});
