/**
 * A folder into which people or other programs drop files. A file is taken once it has come to rest, and then moved aside:
 * to `taken/` or, with a note of the reason beside it, to `refused/`. Names that say "not finished yet" are left alone, and
 * so is everything that is no plain file: a link could lead out of the folder.
 */
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../platform/errors.ts';

/** A file is at rest when nobody has written to it for so long. */
const REST_MS = 10_000;
const FILES_MAX = 200;
const UNFINISHED = /^(\.|~\$)|\.(part|partial|tmp|temp|filepart|crdownload|swp|lock)$/i;

export const TAKEN = 'taken';
export const REFUSED = 'refused';

export interface DroppedFile {
  readonly name: string;
  readonly byteCount: number;
  /** Ends with `file_still_changing` when somebody wrote to it meanwhile. */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** The folder below `root`, made when it is missing. Throws `folder_not_allowed` for a path that leads out of it. */
export async function openFolder(root: string, relative: string): Promise<string> {
  const wanted = path.resolve(root, relative);
  if (!isBelow(path.resolve(root), wanted)) throw notAllowed(relative);
  await mkdir(wanted, { recursive: true });
  const [realRoot, real] = await Promise.all([realpath(root), realpath(wanted)]);
  if (!isBelow(realRoot, real)) throw notAllowed(relative);
  return real;
}

function isBelow(root: string, wanted: string): boolean {
  const way = path.relative(root, wanted);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}

function notAllowed(relative: string): AppError {
  return new AppError(
    'folder_not_allowed',
    `${relative} is not below the drop directory of this installation. Name a folder below it, such as DE01/bank.`,
  );
}

/** What lies in the folder at rest, by name. `now` is in milliseconds. */
export async function droppedFiles(folder: string, now: number): Promise<DroppedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name)).map((entry) => entry.name);
  const files: DroppedFile[] = [];
  for (const name of names.sort().slice(0, FILES_MAX)) {
    const place = path.join(folder, name);
    const seen = await lstat(place).catch(() => null);
    if (seen === null || !seen.isFile() || now - seen.mtimeMs < REST_MS) continue;
    const state = { size: seen.size, mtimeMs: seen.mtimeMs };
    files.push({ name, byteCount: seen.size, content: () => unchanged(place, state) });
  }
  return files;
}

async function* unchanged(place: string, before: { readonly size: number; readonly mtimeMs: number }) {
  yield* createReadStream(place) as AsyncIterable<Uint8Array>;
  const after = await lstat(place);
  if (after.size === before.size && after.mtimeMs === before.mtimeMs) return;
  throw new AppError('file_still_changing', 'Somebody is still writing to this file. It is taken once it rests.');
}

/** `stamp` keeps files of the same name apart. A failure to move is told to the caller. */
export async function moveAside(
  folder: string,
  name: string,
  to: { readonly place: typeof TAKEN | typeof REFUSED; readonly stamp: string; readonly reason?: string },
): Promise<void> {
  const directory = path.join(folder, to.place);
  await mkdir(directory, { recursive: true });
  const target = path.join(directory, `${to.stamp}-${name}`);
  try {
    await rename(path.join(folder, name), target);
  } catch (error) {
    // Somebody pressed "look now" while the folder was being looked at: the other has moved it, its content is there once.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if (to.reason !== undefined) await writeFile(`${target}.reason.txt`, `${to.reason}\n`);
}
