import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../errors.ts';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** sha256 of the text with line feeds only, so that a checkout on Windows is the same migration. */
  readonly checksum: string;
}

export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../../../../../db/migrations/', import.meta.url));

/** The files `0001_words.sql` of a directory in numeric order. Throws `migration_misnamed` on any other .sql, and on twins. */
export async function readMigrations(directory = MIGRATIONS_DIRECTORY): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(
    names.map(async (name) => migrationFile(name, await readFile(path.join(directory, name), 'utf8'))),
  );
  files.sort((a, b) => a.number - b.number);
  files.forEach((file, index) => {
    if (files[index + 1]?.number === file.number) throw misnamed(file.name);
  });
  return files;
}

export function migrationFile(name: string, text: string): MigrationFile {
  const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
  if (number === undefined) throw misnamed(name);
  const lines = text.replaceAll('\r\n', '\n');
  return { number: Number(number), name, text: lines, checksum: createHash('sha256').update(lines).digest('hex') };
}

function misnamed(name: string): AppError {
  return new AppError('migration_misnamed', `${name}: migrations are named 0001_words.sql, each number once.`, {
    status: 503,
  });
}
