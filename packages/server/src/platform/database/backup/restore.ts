import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '../../errors.ts';
import { type MigrationFile, readMigrations } from '../migrations/files.ts';
import { makeSchema, migrate, schemaVersion } from '../migrations/migrate.ts';
import { type BackupHead, BackupReader, damaged, FORMAT } from './format.ts';
import { readObstacles, readSeals, readTables, SESSION, type TableToCopy } from './tables.queries.ts';

export interface RestoreSummary {
  readonly madeAt: string;
  readonly companies: BackupHead['companies'];
  readonly tables: number;
  readonly rows: number;
  /** Migrations newer than the backup, applied after loading. */
  readonly migrated: readonly string[];
}

/**
 * Loads a backup into a database without tables, of any kind. One transaction makes the schema of the backup's time, loads
 * all rows, and checks them against the backup's checksums, the foreign keys and the seals; then the newer migrations follow.
 * Throws `restore_target_not_empty`, `not_a_backup`, `backup_damaged`, `backup_of_newer_program`, `backup_of_other_program`;
 * the target is then as it was before.
 */
export async function restore(place: {
  connection: pg.ClientConfig;
  file: string;
  /** The migrations to make the schema with, instead of those of db/migrations (partitioned, for instance). */
  migrations?: readonly MigrationFile[];
}): Promise<RestoreSummary> {
  const reader = new BackupReader(piecesOf(place.file));
  const client = new pg.Client({ ...place.connection, application_name: 'quittance restore' });
  await client.connect();
  try {
    const head = await readHeadOf(reader, place.file);
    const files = place.migrations ?? (await readMigrations());
    refuseOtherSchema(head, files);
    await client.query(SESSION);
    await client.query('begin');
    await refuseUsedTarget(client);
    await makeSchema(client, files.slice(0, head.migrations.length));
    const loaded = await load(client, reader, head);
    await client.query('commit');
    const { applied } = await migrate(place.connection, { files });
    await client.query('analyze');
    return { madeAt: head.madeAt, companies: head.companies, ...loaded, migrated: applied };
  } finally {
    await reader.close();
    await client.end();
  }
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  const raw = createReadStream(file);
  const gunzip = createGunzip();
  raw.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const piece of raw.pipe(gunzip)) yield piece as Buffer;
  } finally {
    raw.destroy();
    gunzip.destroy();
  }
}

async function readHeadOf(reader: BackupReader, file: string): Promise<BackupHead> {
  const head = await reader.line().catch((error: Error) => {
    throw new AppError('not_a_backup', `${file} is not a backup of Quittance (${error.message}).`);
  });
  if (typeof head.quittanceBackup !== 'number')
    throw new AppError('not_a_backup', `${file} is not a backup of Quittance.`);
  if (head.quittanceBackup > FORMAT) throw newerProgram(file);
  return head as unknown as BackupHead; // written by `backup`, which has this shape
}

function newerProgram(what: string): AppError {
  return new AppError(
    'backup_of_newer_program',
    `The backup was written by a newer Quittance (${what}). Install that version or a newer one.`,
  );
}

/** The backup's migrations are the first of ours, unchanged. */
function refuseOtherSchema(head: BackupHead, files: readonly MigrationFile[]): void {
  head.migrations.forEach((migration, index) => {
    const file = files[index];
    if (file === undefined) throw newerProgram(migration.name);
    if (file.number === migration.number && file.checksum === migration.checksum) return;
    throw new AppError(
      'backup_of_other_program',
      `The backup was written by a program whose migration ${migration.name} differs from this one's. Restore it with that program.`,
    );
  });
}

async function refuseUsedTarget(client: pg.Client): Promise<void> {
  const [table] = await readTables(client);
  if (table) throw notEmpty(table.name);
  if ((await schemaVersion(client)) > 0) throw notEmpty('quittance_migration');
}

function notEmpty(table: string): AppError {
  return new AppError(
    'restore_target_not_empty',
    `A backup is restored into an empty database only, and this one has tables already (${table}). Nothing was changed. ` +
      'Name a new data directory (--data) or a new database (DATABASE_URL).',
    { status: 409 },
  );
}

async function load(
  client: pg.Client,
  reader: BackupReader,
  head: BackupHead,
): Promise<{ tables: number; rows: number }> {
  const known = new Map((await readTables(client)).map((table) => [table.name, table]));
  const obstacles = await readObstacles(client);
  for (const statement of obstacles.remove) await client.query(statement);
  let [tables, rows] = [0, 0];
  let line = await reader.line();
  for (; typeof line.table === 'string'; line = await reader.line()) {
    rows += await loadTable(client, reader, tableOf(known, line));
    tables += 1;
  }
  if (line.tables !== tables || line.rows !== rows) throw damaged('tables are missing');
  await reader.finish();
  for (const statement of obstacles.restore) await client.query(statement);
  if (JSON.stringify(await readSeals(client)) !== JSON.stringify(head.seals))
    throw damaged('the seals are not those that were written');
  return { tables, rows };
}

function tableOf(known: ReadonlyMap<string, TableToCopy>, line: Record<string, unknown>): TableToCopy {
  const table = known.get(String(line.table));
  const columns = Array.isArray(line.columns) ? line.columns.map(String) : [];
  if (!table || columns.some((column) => !table.columns.includes(column)))
    throw damaged(`this program knows no table ${line.table} like it`);
  return { ...table, columns };
}

async function loadTable(client: pg.Client, reader: BackupReader, table: TableToCopy): Promise<number> {
  await client.query(`truncate ${table.name}`); // what a migration put there is in the backup, as it stood
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  let said = 0;
  const blocks = async function* (): AsyncGenerator<Buffer> {
    said = yield* reader.rows(table.name);
  };
  const freeze = table.isPartitioned ? '' : ' with (freeze)'; // saves the vacuum of all rows later
  const stream = client.query(copyFrom(`copy ${table.name} (${columns}) from stdin${freeze}`));
  await pipeline(blocks, stream);
  if (stream.rowCount !== said) throw damaged(`${table.name} has ${stream.rowCount} rows instead of ${said}`);
  return said;
}
