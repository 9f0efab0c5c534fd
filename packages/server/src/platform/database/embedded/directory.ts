/**
 * The database's directory: checked before anything is touched, and made by `initdb` beside its place and moved there in one
 * step, so that a kill in between leaves nothing half-made and two starters at once end with one database.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { newPassword, passwordFile, SUPERUSER, type Transport } from './endpoint.ts';
import { commandAs, type RunAs } from './run-as.ts';

export interface Layout {
  /** everything of Quittance on this machine */
  readonly root: string;
  /** PostgreSQL's own directory */
  readonly data: string;
  readonly log: string;
  readonly links: string;
}

/** A killed process's initdb may still be writing for a moment. */
const REMOVE_UNDER_WRITER = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };
const SOCKET_PATH_MAX = 100; // the kernel's limit is 107 bytes on Linux and 103 on macOS, "/.s.PGSQL.5432" included

export function layoutOf(dataDir: string): Layout {
  const root = path.resolve(dataDir);
  return {
    root,
    data: path.join(root, 'postgres'),
    log: path.join(root, 'postgres.log'),
    links: path.join(root, 'lib-links'),
  };
}

/** Makes the outer directory. As root, others may pass through it (not list it), so that PostgreSQL can run as another user. */
export function makeRoot(layout: Layout): void {
  if (existsSync(layout.root)) return;
  refusingUnwritable(layout.root, () =>
    mkdirSync(layout.root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 }),
  );
}

/** The major version of the database that stands there, undefined when there is none. Touches nothing. */
export function majorVersionOf(layout: Layout): number | undefined {
  const file = path.join(layout.data, 'PG_VERSION');
  if (existsSync(file)) return Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!existsSync(layout.data) || readdirSync(layout.data).length === 0) return undefined;
  throw new AppError(
    'data_directory_is_not_a_database',
    `${layout.data} holds files but no PostgreSQL database. Nothing was changed. Move it away or choose another data directory.`,
    { status: 503 },
  );
}

export function refuseOtherMajor(layout: Layout, found: number, ours: number): void {
  if (found === ours) return;
  throw new AppError(
    'data_directory_of_another_version',
    `The database in ${layout.data} was made by PostgreSQL ${found}; this program brings PostgreSQL ${ours}. Nothing was changed. ` +
      `Write a backup with the program that made it (quittance backup FILE), then restore it into a new data directory.`,
    { status: 503, details: { found, ours } },
  );
}

let attempts = 0;

/** Makes a new database. Returns also when another process was faster. */
export async function initialise(
  layout: Layout,
  how: { binaries: Binaries; runAs: RunAs; transport: Transport },
): Promise<void> {
  removeAbandoned(layout);
  const unfinished = `${layout.data}.initialising-${process.pid}-${++attempts}`;
  const password = `${unfinished}.password`;
  refusingUnwritable(layout.root, () => makeOwned(unfinished, how.runAs));
  try {
    if (how.transport === 'tcp') writeOwned(password, `${newPassword()}\n`, how.runAs);
    await runInitdb(unfinished, how, password);
    if (how.transport === 'tcp') renameSync(password, passwordFile(unfinished));
    renameSync(unfinished, layout.data);
  } catch (error) {
    if (!isMoveOntoExisting(error)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(password, { force: true });
  }
}

function isMoveOntoExisting(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM';
}

/** What a killed process left. Its number is in the name; a living process's is left alone. */
function removeAbandoned(layout: Layout): void {
  for (const name of readdirSync(layout.root)) {
    const pid = /^postgres\.initialising-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(layout.root, name), REMOVE_UNDER_WRITER);
  }
}

/** Whether a process of this number runs. One that ended and was not yet buried by its parent does not. */
export function isAlive(pid: number): boolean {
  return isNumberTaken(pid) && !isUnburied(pid);
}

/** Whether a new process could not get this number, which is all that PostgreSQL itself looks at. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isUnburied(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true; // buried between the two looks
  }
}

async function runInitdb(
  directory: string,
  { binaries, runAs, transport }: { binaries: Binaries; runAs: RunAs; transport: Transport },
  password: string,
): Promise<void> {
  const authentication =
    transport === 'tcp'
      ? ['--auth=scram-sha-256', `--pwfile=${password}`]
      : ['--auth-local=trust', '--auth-host=reject'];
  // The built-in C.UTF-8 is the same on every system and in every version of its libraries: indexes stay right.
  const command = commandAs(runAs, binaries.initdb, [
    ...['-D', directory, '-U', SUPERUSER, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'],
    ...['--builtin-locale=C.UTF-8', '--no-instructions', ...authentication],
  ]);
  const environment = { ...process.env, ...binaries.environment, LC_ALL: 'C' };
  const child = spawn(command.program, command.args, {
    ...command.options,
    env: environment,
    cwd: process.platform === 'win32' ? directory : '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (exitCode !== 0) throw startFailure(directory, output);
}

/** Turns PostgreSQL's own words into what to do. */
export function startFailure(directory: string, output: string): AppError {
  const words = output.trim().split('\n').slice(-6).join('\n');
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new AppError('disk_is_full', `The disk with ${directory} is full. Free some space and start again.`, {
      status: 503,
      details: { words },
    });
  }
  if (/Read-only file system|Permission denied/i.test(output)) return unwritable(directory, words);
  return new AppError('database_did_not_start', `PostgreSQL did not start in ${directory}. It said:\n${words}`, {
    status: 503,
    details: { words },
  });
}

function unwritable(directory: string, words: string): AppError {
  return new AppError(
    'data_directory_not_writable',
    `The data directory ${directory} cannot be written (${words}). Choose another with --data or QUITTANCE_DATA, or set DATABASE_URL.`,
    { status: 503, details: { words } },
  );
}

export function refusingUnwritable<T>(directory: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw startFailure(directory, 'No space left on device');
    if (['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(String(error.code)))
      throw unwritable(directory, error.message);
    throw error;
  }
}

export function makeOwned(directory: string, runAs: RunAs): void {
  mkdirSync(directory, { mode: 0o700 });
  if (runAs.owner) chownSync(directory, runAs.owner.uid, runAs.owner.gid);
}

/** Writes a file of the database's user in one step. */
export function writeOwned(file: string, text: string, runAs: RunAs): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  if (runAs.owner) chownSync(unfinished, runAs.owner.uid, runAs.owner.gid);
  renameSync(unfinished, file);
}

/**
 * The directory of the Unix socket, which nobody else may enter: whoever reaches the socket is trusted. Inside the data
 * directory; a short one of this user's where the socket's path would be longer than the system allows.
 */
export function socketDirectory(layout: Layout, runAs: RunAs): string {
  const inside = path.join(layout.root, 'socket');
  const isShort = Buffer.byteLength(`${inside}/.s.PGSQL.5432`) <= SOCKET_PATH_MAX;
  const hash = createHash('sha256').update(layout.root).digest('hex').slice(0, 12);
  const directory = isShort ? inside : path.join(os.tmpdir(), `quittance-${process.getuid?.() ?? 0}-${hash}`);
  if (!existsSync(directory)) {
    const unfinished = `${directory}.${process.pid}`;
    refusingUnwritable(directory, () => makeOwned(unfinished, runAs));
    try {
      renameSync(unfinished, directory);
    } catch (error) {
      rmSync(unfinished, { recursive: true });
      if (!isMoveOntoExisting(error)) throw error; // made by another starter at this moment: checked below like any other
    }
  }
  const status = lstatSync(directory);
  const owner = runAs.owner?.uid ?? process.getuid?.();
  if (status.isDirectory() && status.uid === owner && (status.mode & 0o077) === 0) return directory;
  throw new AppError(
    'socket_directory_is_not_private',
    `${directory} must be a directory that only user ${owner} can enter, since whoever reaches the database's socket is trusted. Remove it and start again.`,
    { status: 503 },
  );
}
