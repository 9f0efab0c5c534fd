import { statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from './directory.ts';
import {
  alsoRemove,
  emptyDirectory,
  keepTidy,
  launch,
  leave,
  open,
  postmasterOf,
  rows,
  stoppedDirectory,
  userOf,
} from './launcher.harness.ts';
import { openEmbedded } from './launcher.ts';

keepTidy();

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
    alsoRemove(sockets);
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
