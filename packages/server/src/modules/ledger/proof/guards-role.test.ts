/** What the application's role may not do at all: change what is written, see another company, reach for more rights. */
import { addDays } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import {
  anApplication,
  client,
  forbidden,
  ours,
  plainLeg,
  refusedBy,
  theirInvoice,
  theirs,
  useAttackedLedger,
} from './attacked-ledger.ts';
import { insertRows } from './raw-ledger.ts';

useAttackedLedger();

describe('what is written stays', () => {
  const table = [
    'entry',
    'posting',
    'document',
    'item',
    'command',
    'audit_event',
    'entry_undo',
    'item_position',
    'period_close',
    'seal',
    'month_end_snapshot',
    'month_end_balance',
    'journal_export',
    'intercompany_transfer',
  ];
  it.each(table)('%s: no row is deleted', (name) => forbidden(client.query(`delete from ${name}`)));
  it.each(table)('%s: no table is emptied', (name) => forbidden(client.query(`truncate ${name}`)));
  it.each([
    ['entry', 'effective_on', "'2020-01-01'"],
    ['entry', 'amount_minor', '1'],
    ['posting', 'amount_minor', '1'],
    ['posting', 'due_on', "'2020-01-01'"],
    ['document', 'amount_minor', '1'],
    ['document', 'cancelled_by_entry_id', 'null'],
    ['item', 'amount_minor', '1'],
    ['item', 'settled_minor', '0'],
    ['item', 'settled_functional_minor', '0'],
    ['item', 'customer_id', 'id'],
    ['item', 'due_on', "'2020-01-01'"],
    ['command', 'response', 'null'],
    ['audit_event', 'reason', "'none'"],
    ['entry_undo', 'undone_minor', '0'],
    ['item_position', 'due_on', "'2020-01-01'"],
    ['period_close', 'control_totals', "'[]'"],
    ['seal', 'hash', "''"],
    ['month_end_balance', 'amount_minor', '1'],
    ['company', 'functional_currency', "'USD'"],
    ['company', 'clock', "'given'"],
    ['company', 'time_zone', "'Pacific/Kiritimati'"],
    ['customer', 'number', "'X'"],
  ])('%s.%s is never updated', (name, column, value) =>
    forbidden(client.query(`update ${name} set ${column} = ${value}`)),
  );
  it.each([
    ['entry_undo', '(company_id, entry_id, amount_minor, undone_minor) select current_company(), id, 0, 0 from entry'],
    [
      'item_position',
      '(company_id, item_id, entry_id, step, effective_on, customer_id, due_on) select current_company(), id, id, 1, due_on, customer_id, due_on from item',
    ],
  ])('%s is written by the guards alone', (name, rows) => forbidden(client.query(`insert into ${name} ${rows}`)));
  it('a company is never made with a clock of its own choice', () =>
    forbidden(
      client.query(
        "insert into company (id, code, name, functional_currency, time_zone, clock) values (gen_random_uuid(), 'X', 'X', 'EUR', 'UTC', 'given')",
      ),
    ));
  it('closed_period_stays_closed', async () => {
    await client.query("insert into ledger_book (company_id, closed_through) values (current_company(), '2020-12-31')");
    await client.query('savepoint before');
    await refusedBy('closed_period_stays_closed', client.query("update ledger_book set closed_through = '2020-11-30'"));
    await client.query('rollback to before');
    await refusedBy('closed_period_stays_closed', client.query('update ledger_book set closed_through = null'));
    await client.query('rollback to before');
    await forbidden(client.query('delete from ledger_book'));
  });
});

describe('companies', () => {
  const tables = [
    'ledger_book',
    'posting_account',
    'document',
    'item',
    'entry',
    'posting',
    'entry_undo',
    'item_position',
    'pending_act',
    'hold',
    'fx_rate',
    'period_close',
    'month_end_snapshot',
    'month_end_balance',
    'seal',
    'intercompany_transfer',
    'journal_export',
    'customer',
    'customer_bank_account',
    'command',
    'audit_event',
  ];
  it.each(tables)('%s: a forgotten filter shows nothing of another company', async (name) => {
    const seen = await client.query(`select from ${name} where company_id <> $1`, [ours.company.id]);
    expect(seen.rowCount).toBe(0);
  });
  it('without a company, nothing is seen', async () => {
    await client.query("select set_config('quittance.company', '', true)");
    for (const name of tables) expect((await client.query(`select from ${name}`)).rowCount, name).toBe(0);
  });
  it('row-level security holds for every table with a company', async () => {
    const open = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
          and has_any_column_privilege('quittance_app', c.oid, 'select, insert, update')`);
    expect(open.rows).toEqual([]);
  });
  it('an entry of another company is not written', async () => {
    const rows = await anApplication({ entry: { company_id: theirs.company.id } });
    await forbidden(insertRows(client, rows));
  });
  it('a note on an item of another company is not written', async () => {
    const changed = await client.query("update item set note = 'x' where id = $1", [theirInvoice.itemId]);
    expect(changed.rowCount).toBe(0);
  });
  it('an entry of another company is not undone', async () => {
    const rows = await anApplication({
      entry: { kind: 'undo', reverses_entry_id: theirInvoice.entryId, amount_minor: 1000 },
      postings: [plainLeg('cash', 1), plainLeg('suspense', -1)],
    });
    await refusedBy('reversal_names_its_entry', insertRows(client, rows));
  });
});

describe('the role', () => {
  it.each([
    'alter table posting disable trigger all',
    'alter table posting disable row level security',
    'drop trigger postings_arrive_whole on posting',
    'drop table seal',
    "set session_replication_role = 'replica'",
    'alter role quittance_app superuser',
    'create role quittance_friend superuser',
    'create table public.shadow (id int)',
    'create function public.current_company() returns uuid language sql return null',
    'create or replace function refuse(rule text, detail text) returns void language sql as $$ select $$',
    "copy posting to program 'cat'",
    "select pg_read_file('postgresql.auto.conf')",
    'create extension dblink',
  ])('may not: %s', async (attack) => {
    const outcome = await client.query(attack).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
    expect(['42501', '42P13']).toContain(outcome);
  });
  it('trigger functions are not to be called', async () => {
    await expect(client.query('select check_new_postings()')).rejects.toMatchObject({ code: '0A000' });
  });
  it('a temporary table of the same name misleads no guard', async () => {
    await client.query('create temporary table item (like public.item)');
    await client.query('create temporary table company (like public.company)');
    const rows = await anApplication({ entry: { effective_on: addDays(ours.today, 1) } });
    await refusedBy('posting_is_not_in_the_future', insertRows(client, rows));
  });
  it.each(['set role none', 'reset role'])('laid down (%s), gives no more rights', async (laidDown) => {
    await client.query(laidDown);
    const { rows } = await client.query<{ login: string; owner: string }>(
      `select session_user as login, pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()`,
    );
    const { login = '', owner = '' } = rows[0] ?? {};
    expect(login).not.toBe(owner);
    for (const attack of ['delete from seal', `set role ${owner}`, `set session authorization ${owner}`]) {
      await client.query('savepoint before');
      await forbidden(client.query(attack));
      await client.query('rollback to before');
    }
  });
});
