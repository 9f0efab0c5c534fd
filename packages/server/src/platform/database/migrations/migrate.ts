/**
 * Plain SQL files, numbered, forward only, never edited after they landed. Each runs in one transaction together with the
 * line that remembers it; an advisory lock lets only one process migrate at a time.
 */
import pg from 'pg';
import { AppError } from '../../errors.ts';
import { ensureLogin } from '../login.ts';
import { type MigrationFile, readMigrations } from './files.ts';

export { MIGRATIONS_DIRECTORY, readMigrations } from './files.ts';

const MIGRATING = 7299; // the advisory lock of whoever migrates this database

interface Landed {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export interface MigrateOptions {
  /** The files to apply instead of those of db/migrations. */
  readonly files?: readonly MigrationFile[];
  /** Stop after this number: a backup is loaded into the schema that it was written from. */
  readonly through?: number;
}

/**
 * Brings the database to the program's schema and says what was applied: `{ applied: ['0001_foundation.sql'] }`, nothing on
 * the second call. Throws `migration_edited`, `migration_missing`, `migration_out_of_order`, `database_newer_than_program`
 * (all 503, nothing changed) and `migration_failed` (the earlier ones stay applied).
 */
export async function migrate(
  connection: pg.ClientConfig,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const files = options.files ?? (await readMigrations());
  const client = new pg.Client({ ...connection, application_name: 'quittance migrate' });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${MIGRATING})`);
    const landed = await readLanded(client);
    refuseDifferences(files, landed);
    const due = files.filter(
      (file) => file.number > (landed.at(-1)?.number ?? 0) && file.number <= (options.through ?? file.number),
    );
    for (const file of due) await apply(client, file);
    await ensureLogin(connection);
    return { applied: due.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

/** The number of the last migration that this database has; 0 when it has none. */
export async function schemaVersion(client: pg.ClientBase): Promise<number> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('quittance_migration') is not null as there`,
  );
  if (!table.rows[0]?.there) return 0;
  const answer = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from quittance_migration',
  );
  return answer.rows[0]?.number ?? 0;
}

async function readLanded(client: pg.Client): Promise<Landed[]> {
  await client.query(LIST_OF_MIGRATIONS);
  const answer = await client.query<Landed>('select number, name, checksum from quittance_migration order by number');
  return answer.rows;
}

const LIST_OF_MIGRATIONS = `create table if not exists quittance_migration (
    number int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

/** Makes the schema in a database without tables, within the transaction of the caller, who loads a backup into it. */
export async function makeSchema(client: pg.ClientBase, files: readonly MigrationFile[]): Promise<void> {
  await client.query(LIST_OF_MIGRATIONS);
  for (const file of files) await run(client, file);
}

function refuseDifferences(files: readonly MigrationFile[], landed: readonly Landed[]): void {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  const newest = files.at(-1)?.number ?? 0;
  const ahead = landed.filter((row) => row.number > newest);
  if (ahead.length > 0) {
    throw refusal(
      'database_newer_than_program',
      `The database was written by a newer Quittance (it has ${ahead.map((row) => row.name).join(', ')}). Install that version or a newer one; this one changed nothing.`,
    );
  }
  for (const row of landed) {
    const file = byNumber.get(row.number);
    if (file === undefined) {
      throw refusal(
        'migration_missing',
        `The migration ${row.name}, which this database has, is missing from the program. Restore the file.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw refusal(
        'migration_edited',
        `The migration ${file.name} was changed after it was applied to this database. Restore its text and put the change into a new migration.`,
      );
    }
  }
  const last = landed.at(-1)?.number ?? 0;
  const late = files.find((file) => file.number < last && !landed.some((row) => row.number === file.number));
  if (late) {
    throw refusal(
      'migration_out_of_order',
      `The migration ${late.name} came after number ${last} was applied. Give it the next free number.`,
    );
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await run(client, file);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const words = error instanceof Error ? error.message : String(error);
    throw refusal('migration_failed', `${file.name}${lineOf(error, file.text)}: ${words}`);
  }
}

async function run(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await client.query(file.text);
  await client.query('insert into quittance_migration (number, name, checksum) values ($1, $2, $3)', [
    file.number,
    file.name,
    file.checksum,
  ]);
}

/** PostgreSQL counts characters from 1; people count lines. */
function lineOf(error: unknown, text: string): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) return '';
  return `, line ${[...text].slice(0, Number(error.position) - 1).filter((character) => character === '\n').length + 1}`;
}

function refusal(code: string, message: string): AppError {
  return new AppError(code, message, { status: 503 });
}
