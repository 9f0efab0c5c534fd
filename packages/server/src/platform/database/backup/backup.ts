import { constants, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { AppError } from '../../errors.ts';
import { schemaVersion } from '../migrations/migrate.ts';
import { blocksOf, FORMAT, lineOf } from './format.ts';
import { readHead, readTables, SESSION, type TableToCopy } from './tables.queries.ts';

export interface BackupSummary {
  readonly file: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

const COMPRESSION = 1; // twice as fast as the default for a file a tenth larger; the disk is then no slower than the network

/**
 * Writes everything in the database, as of one instant, to a file that must not exist yet, while others go on working.
 * `backup({ connection, file: 'monday.backup' })` gives `{ file, madeAt, tables: 31, rows: 241337, bytes: 9123456 }`.
 * The file appears under its name only when it is whole. Throws `backup_file_exists`, `backup_of_empty_database`,
 * `backup_not_writable`.
 */
export async function backup(place: { connection: pg.ClientConfig; file: string }): Promise<BackupSummary> {
  const file = path.resolve(place.file);
  if (existsSync(file)) {
    throw new AppError(
      'backup_file_exists',
      `${file} exists already. Choose another name, so that no backup is overwritten.`,
    );
  }
  const client = new pg.Client({ ...place.connection, application_name: 'quittance backup' });
  await client.connect();
  try {
    await client.query(SESSION);
    await client.query('begin isolation level repeatable read read only');
    if ((await schemaVersion(client)) === 0) {
      throw new AppError(
        'backup_of_empty_database',
        'There is no Quittance in this database, so there is nothing to back up.',
      );
    }
    return await writeFile(client, file);
  } finally {
    await client.end();
  }
}

async function writeFile(client: pg.Client, file: string): Promise<BackupSummary> {
  const unfinished = `${file}.part`;
  const summary = { madeAt: '', tables: 0, rows: 0 };
  try {
    const handle = await open(unfinished, constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY, 0o600);
    await pipeline(
      content(client, summary),
      createGzip({ level: COMPRESSION }),
      createWriteStream('', { fd: handle.fd, autoClose: false }),
    );
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    await rename(unfinished, file);
    return { file, ...summary, bytes: size };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {}); // the error to tell is the first one
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)) && 'syscall' in error) {
      throw new AppError('backup_not_writable', `${file} could not be written: ${error.message}. No backup was made.`);
    }
    throw error;
  }
}

async function* content(
  client: pg.Client,
  summary: { madeAt: string; tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const head = await readHead(client);
  summary.madeAt = head.madeAt;
  yield lineOf({ quittanceBackup: FORMAT, ...head });
  for (const table of await readTables(client)) {
    yield lineOf({ table: table.name, columns: table.columns });
    const stream = client.query(copyTo(copyStatement(table)));
    const sha256 = yield* blocksOf(stream);
    await client.query('select'); // the number of rows comes after the rows; this waits for it
    yield lineOf({ rows: stream.rowCount, sha256 });
    summary.tables += 1;
    summary.rows += stream.rowCount;
  }
  yield lineOf({ tables: summary.tables, rows: summary.rows });
}

function copyStatement(table: TableToCopy): string {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  return table.isPartitioned
    ? `copy (select ${columns} from ${table.name}) to stdout`
    : `copy ${table.name} (${columns}) to stdout`;
}
