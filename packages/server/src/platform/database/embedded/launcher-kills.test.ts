import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from './directory.ts';
import {
  childrenOf,
  emptyDirectory,
  keepTidy,
  killEverything,
  launch,
  open,
  postmasterOf,
  rows,
  signal,
  stoppedDirectory,
  until,
  userOf,
} from './launcher.harness.ts';
import { openEmbedded } from './launcher.ts';

keepTidy();

const KILL_TRIALS = Number(process.env.QUITTANCE_KILL_TRIALS ?? 3);

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
    for (let trial = 1; trial <= KILL_TRIALS; trial++) {
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
