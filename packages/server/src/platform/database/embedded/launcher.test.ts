import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { embeddedPackageDirectory, findBinaries } from './binaries.ts';
import { isAlive, layoutOf } from './directory.ts';
import { type EmbeddedServer, openEmbedded } from './launcher.ts';
import { chooseRunAs } from './run-as.ts';

const isRoot = process.getuid?.() === 0;
const fixture = fileURLToPath(new URL('./launcher.fixture.ts', import.meta.url));

interface User {
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

function emptyDirectory(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-launcher-'));
  directories.push(directory);
  return directory;
}

/** A directory with a database that was made and stopped, to save the seconds of making it. */
function stoppedDirectory(): string {
  const directory = emptyDirectory();
  execFileSync('cp', ['-a', `${model}/.`, directory]);
  return directory;
}

async function open(dataDir: string, packageDirectory?: string): Promise<EmbeddedServer> {
  const server = await openEmbedded({ dataDir, ...(packageDirectory ? { packageDirectory } : {}) });
  servers.push(server);
  return server;
}

function launch(mode: 'stay' | 'write', dataDir: string, user: { uid?: number; gid?: number } = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), fixture, mode, dataDir], {
    ...user,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  return child;
}

async function userOf(child: ChildProcess): Promise<User> {
  if (child.stdout === null) throw new Error('the process has no output');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value as string | undefined;
  const first = JSON.parse((await line()) ?? '{}') as { origin: string; postmaster: number };
  return { process: child, ...first, line };
}

async function leave(user: User): Promise<void> {
  user.process.stdin?.write('leave\n');
  await until(() => user.process.exitCode !== null);
  expect(user.process.exitCode).toBe(0);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function rows<Row extends pg.QueryResultRow>(server: EmbeddedServer, text: string): Promise<Row[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function postmasterOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

function childrenOf(postmaster: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
  return stdout.split('\n').map(Number).filter(Boolean);
}

/** The server and all its children, as a power cut would stop them. */
function killEverything(postmaster: number): void {
  for (const pid of [postmaster, ...childrenOf(postmaster)]) signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // ended by itself meanwhile
  }
}

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

describe('one user', () => {
  it('gets a durable database with a fixed collation, and a private socket', async () => {
    const dataDir = emptyDirectory();
    const server = await open(dataDir);
    expect(server.origin).toBe('started');
    expect(server.version).toMatch(/^18\./);
    const [settings] = await rows(
      server,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
        current_setting('synchronous_commit') as commit, current_setting('jit') as jit,
        current_setting('listen_addresses') as network, datlocale as collation, current_setting('data_checksums') as checksums
       from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      jit: 'off',
      network: '',
      collation: 'C.UTF-8',
      checksums: 'on',
    });
    expect(statSync(String(server.connection.host)).mode & 0o777).toBe(0o700);
  });

  it('finds yesterday’s rows after a clean stop', async () => {
    const dataDir = emptyDirectory();
    const first = await openEmbedded({ dataDir });
    await rows(first, 'create table kept as select 42 as answer');
    await first.stop();
    expect(postmasterOf(dataDir)).toBeUndefined();
    expect(await rows(await open(dataDir), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('has settings of its own kept over restarts', async () => {
    const dataDir = stoppedDirectory();
    const first = await openEmbedded({ dataDir });
    await rows(first, "alter system set work_mem = '77MB'");
    await first.stop();
    expect(await rows(await open(dataDir), 'show work_mem')).toEqual([{ work_mem: '77MB' }]);
  });

  it('whose path is too long for a socket gets a short one elsewhere, as private', async () => {
    const dataDir = path.join(emptyDirectory(), 'a-company-with-a-very-long-name'.repeat(3), 'inner');
    const server = await open(dataDir);
    const sockets = String(server.connection.host);
    directories.push(sockets);
    expect(sockets.startsWith(dataDir)).toBe(false);
    expect(statSync(sockets).mode & 0o777).toBe(0o700);
    expect((await open(dataDir)).origin).toBe('joined');
  });

  it('through a symbolic link is the same database', async () => {
    const dataDir = stoppedDirectory();
    await open(dataDir);
    const link = path.join(emptyDirectory(), 'link');
    symlinkSync(dataDir, link);
    expect((await open(link)).origin).toBe('joined');
  });

  it('without sockets (Windows) reaches it on the loopback with a password, and on the same port after a restart', async () => {
    const dataDir = emptyDirectory();
    const first = await openEmbedded({ dataDir, transport: 'tcp' });
    expect(first.connection).toMatchObject({ host: '127.0.0.1' });
    await expect(rows({ ...first, connection: { ...first.connection, password: 'guess' } }, 'select')).rejects.toThrow(
      /password authentication failed/,
    );
    await first.stop();
    const again = await open(dataDir);
    expect(again.connection).toEqual(first.connection);
    expect(await rows(again, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('several users', () => {
  it('two processes at once on an empty directory: one starts it, the other joins, the last to leave stops it', async () => {
    const dataDir = emptyDirectory();
    const both = await Promise.all([userOf(launch('stay', dataDir)), userOf(launch('stay', dataDir))]);
    expect(both.map((user) => user.origin).sort()).toEqual(['joined', 'started']);
    expect(both[0]?.postmaster).toBe(both[1]?.postmaster);
    const starter = both.find((user) => user.origin === 'started');
    const joiner = both.find((user) => user.origin === 'joined');
    if (!starter || !joiner) throw new Error('both roles are filled');
    await leave(starter);
    expect(isAlive(joiner.postmaster)).toBe(true);
    await leave(joiner);
    expect(isAlive(joiner.postmaster)).toBe(false);
  });

  it('many come and go at once, and nobody is left without a database', async () => {
    const dataDir = emptyDirectory();
    const work = async (turn: number) => {
      await new Promise((resolve) => setTimeout(resolve, (turn * 37) % 200));
      const server = await openEmbedded({ dataDir });
      expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    };
    for (let round = 0; round < 3; round++)
      await Promise.all(Array.from({ length: 6 }, (_, turn) => work(turn + round)));
    expect(postmasterOf(dataDir)).toBeUndefined();
  });
});

describe('after a kill', () => {
  it('of the Node process alone, the next one adopts the server and stops it in the end', async () => {
    const dataDir = stoppedDirectory();
    const user = await userOf(launch('stay', dataDir));
    process.kill(user.process.pid ?? 0, 'SIGKILL');
    await until(() => user.process.signalCode !== null);
    expect(isAlive(user.postmaster)).toBe(true);
    const server = await open(dataDir);
    expect(server.origin).toBe('joined');
    expect(postmasterOf(dataDir)).toBe(user.postmaster);
    await server.stop();
    expect(isAlive(user.postmaster)).toBe(false);
  });

  it('Ctrl+C reaches the Node process and not the server', async () => {
    const dataDir = stoppedDirectory();
    const user = await userOf(launch('stay', dataDir));
    process.kill(-(user.process.pid ?? 0), 'SIGINT');
    await until(() => user.process.signalCode !== null);
    expect(isAlive(user.postmaster)).toBe(true);
  });

  it('of everything while rows are written, every acknowledged row is there', async () => {
    const dataDir = stoppedDirectory();
    for (let trial = 1; trial <= 3; trial++) {
      const user = await userOf(launch('write', dataDir));
      let acknowledged = 0;
      while (acknowledged < trial * 100) acknowledged = Number(await user.line());
      process.kill(user.process.pid ?? 0, 'SIGKILL');
      killEverything(user.postmaster);
      for (let line = await user.line(); line !== undefined; line = await user.line()) acknowledged = Number(line);
      const server = await openEmbedded({ dataDir });
      const [found] = await rows<{ rows: number; last: number }>(
        server,
        'select count(*)::int as rows, max(number)::int as last from written',
      );
      expect(found?.rows).toBe(found?.last);
      expect(found?.last).toBeGreaterThanOrEqual(acknowledged);
      await server.stop();
    }
  });

  it('of the server under a running process, it is started again', async () => {
    const dataDir = stoppedDirectory();
    const server = await open(dataDir);
    const before = postmasterOf(dataDir) ?? 0;
    killEverything(before);
    await until(() => ![undefined, before].includes(postmasterOf(dataDir)));
    const restarted = await open(dataDir);
    expect(restarted.connection).toEqual(server.connection);
    expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('in the middle of making the database, the next one makes it whole', async () => {
    const dataDir = emptyDirectory();
    const child = launch('stay', dataDir);
    const isUnfinished = () => readdirSync(dataDir).find((name) => name.startsWith('postgres.initialising-'));
    await until(() => existsSync(path.join(dataDir, isUnfinished() ?? 'none', 'base')));
    child.kill('SIGKILL');
    await until(() => child.signalCode !== null);
    expect(isUnfinished()).toBeDefined();
    const server = await open(dataDir);
    expect(server.origin).toBe('started');
    expect(isUnfinished()).toBeUndefined();
  });

  it('whose children still hold the shared memory, it waits for them', async () => {
    const dataDir = stoppedDirectory();
    const user = await userOf(launch('stay', dataDir));
    user.process.kill('SIGKILL');
    const held = childrenOf(user.postmaster);
    for (const pid of held) signal(pid, 'SIGSTOP');
    process.kill(user.postmaster, 'SIGKILL');
    await until(() => !isAlive(user.postmaster));
    setTimeout(() => {
      for (const pid of held) signal(pid, 'SIGCONT');
    }, 1500);
    const server = await open(dataDir);
    expect(server.origin).toBe('started');
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).toContain('pre-existing shared memory block');
  });

  it('whose lock files name a process that is something else by now, it starts', async () => {
    const dataDir = stoppedDirectory();
    const first = await openEmbedded({ dataDir });
    const sockets = String(first.connection.host);
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1700000000\n5432\n${sockets}\n\n  1 2\nready   \n`,
    );
    writeFileSync(path.join(sockets, '.s.PGSQL.5432.lock'), `${process.pid}\n${dataDir}/postgres\n`);
    expect((await open(dataDir)).origin).toBe('started');
  });

  it('in the moment when its lock file was still empty, the next one starts', async () => {
    const dataDir = stoppedDirectory();
    writeFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), '');
    expect((await open(dataDir)).origin).toBe('started');
  });

  it('and a socket that another server holds is left to it', async () => {
    const other = stoppedDirectory();
    await open(other);
    const dataDir = stoppedDirectory();
    const first = await openEmbedded({ dataDir });
    const sockets = String(first.connection.host);
    await first.stop();
    writeFileSync(path.join(sockets, '.s.PGSQL.5432.lock'), `${postmasterOf(other)}\n${other}/postgres\n`);
    const server = await open(dataDir);
    expect(server.connection.port).toBe(5433);
    expect((await open(dataDir)).connection.port).toBe(5433);
  });
});

describe('a directory that cannot be used is refused with what to do, and left as it is', () => {
  const contents = (directory: string) => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();

  it('another major version', async () => {
    const dataDir = emptyDirectory();
    mkdirSync(path.join(dataDir, 'postgres'));
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const before = contents(dataDir);
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'data_directory_of_another_version',
      details: { found: 17, ours: 18 },
    });
    expect(contents(dataDir)).toEqual(before);
  });

  it('files that are no database', async () => {
    const dataDir = emptyDirectory();
    mkdirSync(path.join(dataDir, 'postgres'));
    writeFileSync(path.join(dataDir, 'postgres', 'letter.txt'), 'dear customer');
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'data_directory_is_not_a_database' });
    expect(contents(dataDir)).toEqual(['postgres', 'postgres/letter.txt']);
  });

  it('a place where nothing can be made', async () => {
    const file = path.join(emptyDirectory(), 'file');
    writeFileSync(file, '');
    await expect(open(path.join(file, 'inner'))).rejects.toMatchObject({ code: 'data_directory_not_writable' });
  });

  it.skipIf(!canMount())('a full disk, a read-only disk', async () => {
    const dataDir = emptyDirectory();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'quittance-test', dataDir]);
    try {
      await expect(open(dataDir)).rejects.toMatchObject({ code: 'disk_is_full' });
      expect(contents(dataDir)).toEqual([]);
      execFileSync('mount', ['-o', 'remount,ro', dataDir]);
      await expect(open(dataDir)).rejects.toMatchObject({ code: 'data_directory_not_writable' });
    } finally {
      execFileSync('umount', [dataDir]);
    }
  });

  it('a socket directory that others may enter', async () => {
    const dataDir = stoppedDirectory();
    const first = await openEmbedded({ dataDir });
    await first.stop();
    chmodSync(String(first.connection.host), 0o777);
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'socket_directory_is_not_private' });
  });
});

function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'quittance-test', directory], { stdio: 'ignore' });
    execFileSync('umount', [directory], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('install scripts were blocked', () => {
  it('the library links are made beside the data', async () => {
    const packageDirectory = packageWithoutLinks();
    const dataDir = path.join(emptyDirectory(), 'inner');
    const server = await open(dataDir, packageDirectory);
    expect(await rows(server, "select 'ß' collate \"und-x-icu\" < 't' as ordered")).toEqual([{ ordered: true }]);
    expect(existsSync(path.join(dataDir, 'lib-links'))).toBe(true);
  });

  function packageWithoutLinks(): string {
    const source = embeddedPackageDirectory();
    const copy = path.join(emptyDirectory(), 'package');
    const list = readFileSync(path.join(source, 'native', 'pg-symlinks.json'), 'utf8');
    const links = new Set((JSON.parse(list) as { target: string }[]).map((link) => link.target));
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true, encoding: 'utf8' })) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(source, file);
      if (links.has(name) || entry.isDirectory()) continue;
      mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
      linkSync(file, path.join(copy, name));
    }
    return copy;
  }
});

describe.skipIf(!isRoot)('as root', () => {
  const binariesFor = (dataDir: string) => findBinaries(embeddedPackageDirectory(), layoutOf(dataDir).links);

  it('a directory that others can pass through is run by an ordinary user, who owns it', async () => {
    const directory = emptyDirectory();
    chmodSync(directory, 0o711);
    const server = await open(path.join(directory, 'inner'));
    expect(statSync(path.join(directory, 'inner', 'postgres')).uid).toBeGreaterThan(0);
    expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('a directory behind a private one is run in a user namespace, and stays root’s', async () => {
    const directory = emptyDirectory();
    const server = await open(path.join(directory, 'inner'));
    expect(statSync(path.join(directory, 'inner', 'postgres')).uid).toBe(0);
    expect(await rows(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('an existing database says by its owner how it was made', () => {
    const directory = emptyDirectory();
    const data = path.join(directory, 'postgres');
    mkdirSync(data);
    chmodSync(directory, 0o711);
    expect(chooseRunAs(binariesFor(directory), directory, data).kind).toBe('mapped');
    chownSync(data, 65534, 65534);
    expect(chooseRunAs(binariesFor(directory), directory, data)).toEqual({
      kind: 'user',
      owner: { uid: 65534, gid: 65534 },
    });
  });

  it('where neither works, the refusal names DATABASE_URL', () => {
    const directory = emptyDirectory();
    const PATH = process.env.PATH;
    process.env.PATH = directory; // no unshare here
    try {
      expect(() => chooseRunAs(binariesFor(directory), directory, path.join(directory, 'postgres'))).toThrow(
        /DATABASE_URL/,
      );
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('an ordinary user starts a directory of his own, and is refused another’s', async () => {
    const directory = emptyDirectory();
    chownSync(directory, 65534, 65534);
    const user = await userOf(launch('stay', path.join(directory, 'inner'), { uid: 65534, gid: 65534 }));
    expect(user.origin).toBe('started');
    expect(statSync(path.join(directory, 'inner', 'postgres')).uid).toBe(65534);
    await leave(user);
    expect(isAlive(user.postmaster)).toBe(false);
  });
});
