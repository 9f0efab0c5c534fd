import { execFileSync } from 'node:child_process';
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
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { embeddedPackageDirectory, findBinaries } from './binaries.ts';
import { isAlive, layoutOf } from './directory.ts';
import {
  emptyDirectory,
  isRoot,
  keepTidy,
  launch,
  leave,
  open,
  rows,
  stoppedDirectory,
  userOf,
} from './launcher.harness.ts';
import { openEmbedded } from './launcher.ts';
import { chooseRunAs } from './run-as.ts';

keepTidy();

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
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=12m', 'quittance-test', dataDir]);
    try {
      await expect(open(dataDir)).rejects.toMatchObject({ code: 'disk_is_full' });
      expect(contents(dataDir)).toEqual([]);
      execFileSync('/bin/mount', ['-o', 'remount,ro', dataDir]);
      await expect(open(dataDir)).rejects.toMatchObject({ code: 'data_directory_not_writable' });
    } finally {
      execFileSync('/bin/umount', [dataDir]);
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
    execFileSync('/bin/mount', ['-t', 'tmpfs', 'quittance-test', directory], { stdio: 'ignore' });
    execFileSync('/bin/umount', [directory], { stdio: 'ignore' });
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

  it('an ordinary user is refused the database of another', () => {
    const directory = emptyDirectory();
    const data = path.join(directory, 'postgres');
    mkdirSync(data);
    const asNobody = vi.spyOn(process, 'getuid').mockReturnValue(65534);
    try {
      expect(() => chooseRunAs(binariesFor(directory), directory, data)).toThrow(/belongs to user 0/);
    } finally {
      asNobody.mockRestore();
    }
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

  it('an ordinary user starts a directory of his own', async () => {
    const directory = emptyDirectory();
    chownSync(directory, 65534, 65534);
    const user = await userOf(launch('stay', path.join(directory, 'inner'), { uid: 65534, gid: 65534 }));
    expect(user.origin).toBe('started');
    expect(statSync(path.join(directory, 'inner', 'postgres')).uid).toBe(65534);
    await leave(user);
    expect(isAlive(user.postmaster)).toBe(false);
  });
});
