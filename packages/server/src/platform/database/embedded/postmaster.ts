/**
 * The running server of a data directory: found by its `postmaster.pid`, started, stopped. A number in that file proves
 * nothing by itself, since after a crash or in a container the number may be another process's by now.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { isAlive, isNumberTaken, type Layout, refusingUnwritable } from './directory.ts';
import { commandAs, type RunAs } from './run-as.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** where its Unix socket is; empty where it listens on TCP */
  readonly socketDirectory: string;
}

const EMPTY_LOCK_AGE_MS = 3000; // a starting server fills its lock file at once; an older empty one is of a crash
const LOG_BYTES_MAX = 5 * 1024 * 1024;

/** What `postmaster.pid` says, if a server of this directory is behind it. */
export function findPostmaster(layout: Layout): Postmaster | undefined {
  const lines = textOf(path.join(layout.data, 'postmaster.pid'))?.split('\n') ?? [];
  const [pid = '', , , port = '', socketDirectory = ''] = lines;
  const number = Number.parseInt(pid, 10);
  if (!Number.isInteger(number) || !isPostgresOf(number, layout.data)) return undefined;
  return { pid: number, port: Number.parseInt(port, 10) || 0, socketDirectory: socketDirectory.trim() };
}

/** Undefined when there is no such file: servers remove theirs at any moment. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A server's working directory is its data directory; that tells it from any other process of the same number. */
export function isPostgresOf(pid: number, data: string): boolean {
  const directory = serverDirectory(pid);
  return directory === UNKNOWN || (directory !== undefined && directory === realpathSync(data));
}

const UNKNOWN = '?'; // a server, but this system does not say of which directory

/** The data directory of a process that is a PostgreSQL server or one of its children; undefined for all others. */
function serverDirectory(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    if (process.platform === 'linux') {
      const directory = readlinkSync(`/proc/${pid}/cwd`);
      return existsSync(path.join(directory, 'PG_VERSION')) ? directory : undefined;
    }
    if (process.platform === 'win32') return UNKNOWN;
    const words = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return /postgres/.test(words) ? UNKNOWN : undefined;
  } catch {
    return undefined; // gone meanwhile, a zombie, or another user's process: in each case not ours
  }
}

/**
 * Removes lock files whose process is no server. PostgreSQL does this itself when the number is free, but refuses for ever
 * when another process of this user has it by now, as happens in containers, where numbers start at 1.
 */
export function removeStaleLocks(layout: Layout, socketDirectory: string, port: number): void {
  const directoryLock = path.join(layout.data, 'postmaster.pid');
  const socketLock = path.join(socketDirectory, `.s.PGSQL.${port}.lock`);
  removeStale(directoryLock, (pid) => isPostgresOf(pid, layout.data));
  removeStale(socketLock, (pid) => serverDirectory(pid) !== undefined);
}

function removeStale(file: string, isHeldBy: (pid: number) => boolean): void {
  const content = textOf(file);
  if (content === undefined) return;
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  const isRemnant = content === '' && Date.now() - writtenAt > EMPTY_LOCK_AGE_MS;
  const pid = Math.abs(Number.parseInt(content, 10));
  if (isRemnant || (pid && isNumberTaken(pid) && !isHeldBy(pid))) removeIfStill(file, content);
}

/** Another starter may have replaced the file since it was read: then it is put back. */
function removeIfStill(file: string, content: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== content && !existsSync(file)) linkSync(aside, file);
    unlinkSync(aside);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['ENOENT', 'EEXIST'].includes(String(error.code)))) throw error;
  }
}

export interface Starting {
  readonly child: ChildProcess;
  /** Resolves with what the server wrote when it ended without being stopped by us. */
  readonly ended: Promise<string>;
}

/** Starts the server detached from our terminal, so that Ctrl+C reaches us first; it outlives a killed parent. */
export function spawnPostmaster(layout: Layout, binaries: Binaries, runAs: RunAs, args: readonly string[]): Starting {
  const log = openLog(layout, runAs);
  const offset = fstatSync(log).size;
  const command = commandAs(runAs, binaries.postgres, ['-D', layout.data, ...args]);
  const child = spawn(command.program, command.args, {
    ...command.options,
    cwd: layout.data,
    detached: true,
    env: { ...process.env, ...binaries.environment, LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve(readFrom(layout.log, offset)));
  });
  return { child, ended };
}

function openLog(layout: Layout, runAs: RunAs): number {
  return refusingUnwritable(layout.root, () => {
    if (existsSync(layout.log) && statSync(layout.log).size > LOG_BYTES_MAX) renameSync(layout.log, `${layout.log}.1`);
    const log = openSync(layout.log, 'a', 0o600);
    if (runAs.owner) chownSync(layout.log, runAs.owner.uid, runAs.owner.gid);
    return log;
  });
}

function readFrom(file: string, offset: number): string {
  if (!existsSync(file)) return ''; // the whole directory was removed
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(Math.max(fstatSync(handle).size - offset, 0), 64 * 1024));
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, offset));
  } finally {
    closeSync(handle);
  }
}

/** Asks the server to end its sessions and write everything down, and waits until it is gone. */
export async function stopPostmaster(layout: Layout, binaries: Binaries, postmaster: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    execFileSync(binaries.pgCtl, ['stop', '-D', layout.data, '-m', 'fast', '-w'], {
      stdio: 'ignore',
      windowsHide: true,
    });
    return;
  }
  process.kill(postmaster.pid, 'SIGINT');
  while (isPostgresOf(postmaster.pid, layout.data)) await new Promise((resolve) => setTimeout(resolve, 20));
}
