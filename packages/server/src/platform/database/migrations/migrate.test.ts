import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { createBlankDatabase, currentSchema, isPartitioned, type TestDatabase } from '../../testing/database.ts';
import { migrationFile } from './files.ts';
import { MIGRATIONS_DIRECTORY, migrate, readMigrations } from './migrate.ts';
import { partitioned, partitionTables } from './partitioned.ts';
import { writeSchema } from './schema.ts';

const databases: TestDatabase[] = [];

async function blank(): Promise<TestDatabase> {
  const database = await createBlankDatabase();
  databases.push(database);
  return database;
}

async function rows<Row extends pg.QueryResultRow>(database: TestDatabase, text: string): Promise<Row[]> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

const first = migrationFile('0001_colours.sql', 'create table colour (name text);');
const second = migrationFile('0002_red.sql', "insert into colour values ('red');");

describe('migrations', () => {
  it('are applied once, in order', async () => {
    const { connection } = await blank();
    expect(await migrate(connection, { files: [first, second] })).toEqual({
      applied: ['0001_colours.sql', '0002_red.sql'],
    });
    expect(await migrate(connection, { files: [first, second] })).toEqual({ applied: [] });
  });

  it('started by several processes at once, are applied by one', async () => {
    const database = await blank();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => migrate(database.connection, { files: [first, second] })),
    );
    expect(results.flatMap((result) => result.applied).sort()).toEqual(['0001_colours.sql', '0002_red.sql']);
    expect(await rows(database, 'select count(*)::int as reds from colour')).toEqual([{ reds: 1 }]);
  });

  it('that fail leave nothing behind, name their line, and keep the earlier ones', async () => {
    const database = await blank();
    const bad = migrationFile('0002_bad.sql', 'create table shade (name text);\n\ninsert into missing values (1);');
    await expect(migrate(database.connection, { files: [first, bad] })).rejects.toMatchObject({
      code: 'migration_failed',
      message: '0002_bad.sql, line 3: relation "missing" does not exist',
    });
    expect(
      await rows(database, "select to_regclass('colour') is not null as kept, to_regclass('shade') as half"),
    ).toEqual([{ kept: true, half: null }]);
    expect(await migrate(database.connection, { files: [first, second] })).toEqual({ applied: ['0002_red.sql'] });
  });

  it('can be applied up to a number', async () => {
    const { connection } = await blank();
    expect(await migrate(connection, { files: [first, second], through: 1 })).toEqual({
      applied: ['0001_colours.sql'],
    });
  });

  it.each([
    ['migration_edited', [migrationFile(first.name, `${first.text} -- better`), second]],
    ['migration_missing', [migrationFile('0000_zero.sql', ''), second]],
    ['migration_out_of_order', [migrationFile('0000_zero.sql', ''), first, second]],
    ['database_newer_than_program', [first]],
  ])('%s is refused and changes nothing', async (code, files) => {
    const database = await blank();
    await migrate(database.connection, { files: [first, second] });
    await expect(migrate(database.connection, { files })).rejects.toMatchObject({ code });
    expect(await rows(database, 'select count(*)::int as migrations from quittance_migration')).toEqual([
      { migrations: 2 },
    ]);
  });

  it('with a name out of the order are refused', () => {
    expect(() => migrationFile('12-late.sql', '')).toThrow(/0001_words.sql/);
  });

  it('are the same on a checkout with Windows line ends', () => {
    expect(migrationFile('0001_a.sql', 'select 1;\r\nselect 2;\r\n').checksum).toBe(
      migrationFile('0001_a.sql', 'select 1;\nselect 2;\n').checksum,
    );
  });
});

describe('db/schema.sql', () => {
  it.skipIf(isPartitioned())('is what the migrations make (npm run generate writes it)', async () => {
    const committed = await readFile(path.join(MIGRATIONS_DIRECTORY, '..', 'schema.sql'), 'utf8');
    expect(await currentSchema()).toBe(committed);
  });

  it('shows columns, keys, triggers, policies and grants, sorted', async () => {
    const database = await blank();
    await migrate(database.connection, {
      files: [
        migrationFile(
          '0001_all.sql',
          `create function greet() returns trigger language plpgsql as $$ begin return null; end $$;
           create table b (id int primary key, name text collate "C" default 'x' not null, twice int generated always as (id * 2) stored,
             constraint name_is_short check (length(name) < 9));
           create table a (b_id int references b);
           create index b_by_name on b (name) where id > 3;
           create trigger b_greets after insert on b for each statement execute function greet();
           alter table b enable row level security;
           create policy only_small on b using (id < 9);
           grant select, update (name) on b to public`.replaceAll('to public', 'to pg_monitor'),
        ),
      ],
    });
    const text = await writeSchema(database.connection);
    expect(text.indexOf('create table a (')).toBeLessThan(text.indexOf('create table b ('));
    expect(text.slice(text.indexOf('create table b ('), text.indexOf('create table quittance_migration'))).toBe(
      `create table b (
  id integer not null,
  name text collate "C" not null default 'x'::text,
  twice integer generated always as ((id * 2)) stored,
  constraint b_pkey PRIMARY KEY (id),
  constraint name_is_short CHECK ((length(name) < 9))
);
CREATE INDEX b_by_name ON b USING btree (name) WHERE (id > 3);
CREATE TRIGGER b_greets AFTER INSERT ON b FOR EACH STATEMENT EXECUTE FUNCTION greet();
alter table b enable row level security;
create policy only_small on b using ((id < 9));
grant select on b to pg_monitor;
grant update (name) on b to pg_monitor;

`,
    );
  });
});

describe('the keys of company tables', () => {
  it('all carry the company: every company table can be partitioned by it', async () => {
    const database = await blank();
    await migrate(database.connection, { files: partitioned(await readMigrations()) });
    const tables = await rows<{ name: string; kind: string; partitions: number }>(
      database,
      `select c.relname as name, c.relkind as kind, (select count(*)::int from pg_inherits where inhparent = c.oid) as partitions
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attname = 'company_id' and c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) expect(table).toMatchObject({ kind: 'p', partitions: 4 });
  });

  it('that lack it are refused by PostgreSQL', async () => {
    const { connection } = await blank();
    const bad = migrationFile(
      '0001_bad.sql',
      'create table bad (\n  id uuid primary key,\n  company_id uuid not null\n);',
    );
    await expect(migrate(connection, { files: partitioned([bad]) })).rejects.toThrow(
      /must include all partitioning columns/,
    );
  });

  it('reference tables, comments and literals are left alone', () => {
    const text = `create table country (code text primary key);
create table kind ( -- not; the end
  company_id uuid not null,
  mark text default ');' check (mark <> '(')
);
create index kind_by_mark on kind (company_id, mark);`;
    expect(partitionTables(text)).toBe(`create table country (code text primary key);
create table kind ( -- not; the end
  company_id uuid not null,
  mark text default ');' check (mark <> '(')
) partition by hash (company_id);
create table kind_0 partition of kind for values with (modulus 4, remainder 0);
create table kind_1 partition of kind for values with (modulus 4, remainder 1);
create table kind_2 partition of kind for values with (modulus 4, remainder 2);
create table kind_3 partition of kind for values with (modulus 4, remainder 3);
create index kind_by_mark on kind (company_id, mark);`);
  });
});
