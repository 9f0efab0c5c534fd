import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { localDate } from '@quittance/core/calendar';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aging, applyCredits, postDocuments, sealEntries, verify } from '../../../modules/ledger/index.ts';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { openTestBook, type TestBook } from '../../testing/ledger-book.ts';
import { readMigrations } from '../migrations/migrate.ts';
import { partitioned } from '../migrations/partitioned.ts';
import { applicationPool } from '../pool.ts';
import { Database } from '../transaction.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const NASTY = "tab\t, line\nfeed, back\\slash, \\., quote ', “Straße” 株式会社 \u{1F600}";

let source: TestDatabase;
let book: TestBook;
let directory: string;
let file: string;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-backup-'));
  file = path.join(directory, 'monday.backup');
  source = await createTestDatabase();
  book = await openTestBook(source.connection, { today: localDate('2026-03-01') });
  const customerId = await book.addCustomer('C1', NASTY);
  const document = { customerId, currency: 'EUR', issuedOn: localDate('2026-01-01') };
  const post = (kind: 'invoice' | 'receipt', number: string, amountMinor: bigint) =>
    book.run((tx) =>
      postDocuments(
        tx,
        [{ ...document, kind, number, instalments: [{ dueOn: localDate('2026-01-31'), amountMinor }] }],
        { commandId: tx.commandId, batchId: null },
      ),
    );
  const [invoice] = await post('invoice', '4711', 10_000n);
  const [receipt] = await post('receipt', 'R1', 4_000n);
  await book.run((tx) =>
    applyCredits(
      tx,
      [{ creditItemId: receipt?.itemIds[0] ?? '', debitItemId: invoice?.itemIds[0] ?? '', amountMinor: 4_000n }],
      { effectiveOn: localDate('2026-02-01') },
    ),
  );
  await book.database.write(book.scope, sealEntries);
  await backup({ connection: source.connection, file });
});

afterAll(async () => {
  await book.close();
  await source.drop();
  rmSync(directory, { recursive: true });
});

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

async function target(): Promise<TestDatabase> {
  const database = await createBlankDatabase();
  databases.push(database);
  return database;
}

async function rows<Row extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text. */
async function everything(connection: pg.ClientConfig): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    connection,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> 'quittance_migration' order by 1`,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const found = await rows<{ text: string }>(connection, `select t::text as text from ${name} t order by 1`);
    all[name] = found.map((row) => row.text).join('\n');
  }
  return all;
}

describe('a backup', () => {
  it('holds every row, is private, and says what is in it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['monday.backup']);
    const [head = ''] = gunzipSync(readFileSync(file)).toString().split('\n');
    expect(JSON.parse(head)).toMatchObject({
      quittanceBackup: 1,
      companies: [{ code: 'TEST', name: 'Test Company' }],
      seals: [{ companyId: book.company.id, number: '1' }],
    });
  });

  it('never overwrites another', async () => {
    await expect(backup({ connection: source.connection, file })).rejects.toMatchObject({ code: 'backup_file_exists' });
  });

  it('to a place that cannot be written leaves nothing', async () => {
    const inFile = path.join(file, 'inner');
    await expect(backup({ connection: source.connection, file: inFile })).rejects.toMatchObject({
      code: 'backup_not_writable',
    });
    const nowhere = path.join(directory, 'none', 'monday.backup');
    await expect(backup({ connection: source.connection, file: nowhere })).rejects.toMatchObject({
      code: 'backup_not_writable',
    });
  });

  it('of a database without Quittance is refused', async () => {
    const { connection } = await target();
    const other = path.join(directory, 'empty.backup');
    await expect(backup({ connection, file: other })).rejects.toMatchObject({ code: 'backup_of_empty_database' });
    expect(existsSync(other)).toBe(false);
  });

  it('shows one instant, whatever is written meanwhile', async () => {
    const copy = path.join(directory, 'busy.backup');
    const client = new pg.Client(source.connection);
    await client.connect();
    let isDone = false;
    // Each transaction writes an audit line and a posting account; tables are copied in the order of their names.
    const writing = (async () => {
      for (let number = 1; !isDone; number++) {
        await client.query(
          `with line as (insert into audit_event (company_id, id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id)
             values ($1, gen_random_uuid(), now(), $1, 'Writer', 'busy', 'test', $2) returning company_id)
           insert into posting_account (company_id, account, gl_code, name) select company_id, 'busy' || $2, '', '' from line`,
          [book.company.id, String(number)],
        );
      }
    })();
    await backup({ connection: source.connection, file: copy });
    isDone = true;
    await writing;
    const restored = await target();
    await restore({ connection: restored.connection, file: copy });
    const [found] = await rows<{ lines: number; accounts: number }>(
      restored.connection,
      `select (select count(*)::int from audit_event where action = 'busy') as lines,
        (select count(*)::int from posting_account where account like 'busy%') as accounts`,
    );
    expect(found?.accounts).toBe(found?.lines);
    await client.query(
      "delete from audit_event where action = 'busy'; delete from posting_account where account like 'busy%'",
    );
    await client.end();
    rmSync(copy);
  });
});

describe('a restored database', () => {
  it('has the same rows, answers alike, passes verify, and goes on working', async () => {
    const restored = await target();
    const summary = await restore({ connection: restored.connection, file });
    expect(summary).toMatchObject({ companies: [{ code: 'TEST' }], migrated: [] });
    expect(await everything(restored.connection)).toEqual(await everything(source.connection));

    const database = new Database(await applicationPool(restored.connection, 2), { now: () => 1_772_370_000_000_000n });
    const invariants = await database.read(book.scope, (tx) => verify(tx));
    expect(invariants.filter((invariant) => !invariant.ok)).toEqual([]);
    const request = { asOf: localDate('2026-03-01'), by: 'customer', buckets: [30, 60, 90] } as const;
    expect((await database.read(book.scope, (tx) => aging(tx, request))).rows).toEqual(
      (await book.read((tx) => aging(tx, request))).rows,
    );
    await database.end();
  });

  it('has its guards, keys and indexes back', async () => {
    const restored = await target();
    await restore({ connection: restored.connection, file });
    const shape = `
      select 'index ' || indexdef as thing from pg_indexes where schemaname = 'public'
      union all select conname || pg_get_constraintdef(oid) || convalidated from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgname || tgenabled::text from pg_trigger where not tgisinternal order by 1`;
    expect(await rows(restored.connection, shape)).toEqual(await rows(source.connection, shape));
  });

  it('may be partitioned where the source was not, and the other way round', async () => {
    const middle = await target();
    await restore({ connection: middle.connection, file, migrations: partitioned(await readMigrations()) });
    expect(await everything(middle.connection)).toEqual(await everything(source.connection));
    const second = path.join(directory, 'partitioned.backup');
    await backup({ connection: middle.connection, file: second });
    const last = await target();
    await restore({ connection: last.connection, file: second });
    expect(await everything(last.connection)).toEqual(await everything(source.connection));
    rmSync(second);
  });
});

describe('restore refuses', () => {
  const notEmpty = { code: 'restore_target_not_empty' };

  it('a database with rows, and changes none', async () => {
    const before = await everything(source.connection);
    await expect(restore({ connection: source.connection, file })).rejects.toMatchObject(notEmpty);
    expect(await everything(source.connection)).toEqual(before);
  });

  it('a database of something else', async () => {
    const { connection } = await target();
    await rows(connection, 'create table holiday_photo (id int)');
    await expect(restore({ connection, file })).rejects.toMatchObject(notEmpty);
    expect(await rows(connection, "select to_regclass('company') as made")).toEqual([{ made: null }]);
  });

  it('a file that is no backup', async () => {
    const { connection } = await target();
    const other = path.join(directory, 'letter.txt');
    for (const content of [Buffer.from('dear customer'), gzipSync('dear customer\n'), gzipSync('{"a":1}\n')]) {
      writeFileSync(other, content);
      await expect(restore({ connection, file: other })).rejects.toMatchObject({ code: 'not_a_backup' });
    }
    rmSync(other);
  });

  it('a file that was cut off or changed, leaving the target as it was, ready for the right file', async () => {
    const { connection } = await target();
    const text = gunzipSync(readFileSync(file));
    const broken = path.join(directory, 'broken.backup');
    const attempts: (() => void)[] = [
      () => {
        writeFileSync(broken, readFileSync(file));
        truncateSync(broken, Math.floor(statSync(file).size * 0.7));
      },
      () => writeFileSync(broken, gzipSync(text.toString().replace('Test Company\tEUR', 'Best Company\tEUR'))),
      () => writeFileSync(broken, gzipSync(text.subarray(0, text.lastIndexOf('{"table"')))),
      () => writeFileSync(broken, gzipSync(Buffer.concat([text, Buffer.from('{}\n')]))),
    ];
    for (const attempt of attempts) {
      attempt();
      await expect(restore({ connection, file: broken })).rejects.toMatchObject({ code: 'backup_damaged' });
      expect(await everything(connection)).toEqual({});
    }
    rmSync(broken);
    await restore({ connection, file });
    expect(await everything(connection)).toEqual(await everything(source.connection));
  });

  it('a backup of a newer program, and one of another', async () => {
    const { connection } = await target();
    const [head = '', ...rest] = gunzipSync(readFileSync(file)).toString('latin1').split('\n');
    const parsed = JSON.parse(Buffer.from(head, 'latin1').toString()) as { migrations: object[] };
    const newer = {
      ...parsed,
      migrations: [...parsed.migrations, { number: 9999, name: '9999_later.sql', checksum: 'x' }],
    };
    const other = { ...parsed, migrations: [{ ...parsed.migrations[0], checksum: 'x' }] };
    const changed = path.join(directory, 'changed.backup');
    for (const [content, code] of [
      [newer, 'backup_of_newer_program'],
      [{ ...parsed, quittanceBackup: 2 }, 'backup_of_newer_program'],
      [other, 'backup_of_other_program'],
    ] as const) {
      writeFileSync(changed, gzipSync(Buffer.from([JSON.stringify(content), ...rest].join('\n'), 'latin1')));
      await expect(restore({ connection, file: changed })).rejects.toMatchObject({ code });
    }
    rmSync(changed);
  });
});
