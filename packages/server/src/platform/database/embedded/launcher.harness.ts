/** What the tests of the launcher share: directories, processes that use them, and kills. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { isAlive } from './directory.ts';
import { type EmbeddedServer, openEmbedded } from './launcher.ts';

export const isRoot = process.getuid?.() === 0;
const repository = fileURLToPath(new URL('../../../../../../', import.meta.url));
const fixture = fileURLToPath(new URL('./launcher.fixture.ts', import.meta.url));

export interface User {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly postmaster: number;
  /** the next line that the process prints, undefined at its end */
  readonly line: () => Promise<string | undefined>;
}

let model = '';
const directories: string[] = [];
const servers: EmbeddedServer[] = [];
const processes: ChildProcess[] = [];

export function emptyDirectory(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-launcher-'));
  directories.push(directory);
  return directory;
}

/** A directory with a database that was made and stopped, to save the seconds of making it. */
export function stoppedDirectory(): string {
  const directory = emptyDirectory();
  execFileSync('cp', ['-a', `${model}/.`, directory]);
  return directory;
}

/** Where the socket of a long path went, to be removed with the rest. */
export function alsoRemove(directory: string): void {
  directories.push(directory);
}

export async function open(dataDir: string, packageDirectory?: string): Promise<EmbeddedServer> {
  const server = await openEmbedded({ dataDir, ...(packageDirectory ? { packageDirectory } : {}) });
  servers.push(server);
  return server;
}

export function launch(
  mode: 'stay' | 'write',
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, mode, dataDir], {
    ...user,
    cwd: repository,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  return child;
}

export async function userOf(child: ChildProcess): Promise<User> {
  if (child.stdout === null) throw new Error('the process has no output');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value as string | undefined;
  const first = JSON.parse((await line()) ?? '{}') as { origin: string; postmaster: number };
  return { process: child, ...first, line };
}

export async function leave(user: User): Promise<void> {
  user.process.stdin?.write('leave\n');
  await until(() => user.process.exitCode !== null);
  expect(user.process.exitCode).toBe(0);
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function rows<Row extends pg.QueryResultRow>(server: EmbeddedServer, text: string): Promise<Row[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

export function postmasterOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

export function childrenOf(postmaster: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
  return stdout.split('\n').map(Number).filter(Boolean);
}

/** The server and all its children, as a power cut would stop them. */
export function killEverything(postmaster: number): void {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) signal(pid, 'SIGKILL');
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // ended by itself meanwhile
  }
}

/** Registers what a test file needs: a model directory before, and after each test nothing left running. */
export function keepTidy(): void {
  beforeAll(async () => {
    model = mkdtempSync(path.join(os.tmpdir(), 'quittance-launcher-model-'));
    await (await openEmbedded({ dataDir: model })).stop();
  });

  afterAll(() => rmSync(model, { recursive: true }));

  afterEach(async () => {
    for (const child of processes.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
    for (const server of servers.splice(0)) await server.stop();
    for (const directory of directories.splice(0)) {
      for (const root of [directory, path.join(directory, 'inner')]) {
        const left = postmasterOf(root);
        if (left !== undefined && isAlive(left)) killEverything(left);
      }
      rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
  });
}
