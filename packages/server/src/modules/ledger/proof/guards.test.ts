/**
 * The second guard: direct SQL as the application's role that would break a rule is refused by the database itself. One
 * test for each rule, named as the constraint that keeps it.
 */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { runClosingCommand } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { openTestBook } from '../../../platform/testing/ledger-book.ts';
import { closePeriod } from '../index.ts';
import {
  anApplication,
  anOpening,
  application,
  client,
  creditLeg,
  debitLeg,
  invoice,
  ours,
  plainLeg,
  post,
  receipt,
  refusedAsTwin,
  refusedBy,
  testDatabase,
  useAttackedLedger,
  yesterday,
} from './attacked-ledger.ts';
import { insertRows, type Row } from './raw-ledger.ts';

useAttackedLedger();

describe('entries and postings', () => {
  it('a sound entry is let in', async () => insertRows(client, await anApplication()));
  it('a sound opening is let in', async () => insertRows(client, await anOpening()));

  it('postings_arrive_whole_with_their_entry: postings without an entry', async () => {
    const { posting } = await anApplication();
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, { posting }));
  });
  it('postings_arrive_whole_with_their_entry: fewer than the entry says', async () => {
    const rows = await anApplication({ entry: { posting_count: 3 } });
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, rows));
  });
  it('postings_arrive_whole_with_their_entry: more, for an old entry', async () => {
    const { posting } = await anApplication({ entry: { id: application } });
    const later = posting.map((row) => ({ ...row, line: Number(row.line) + 2 }));
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, { posting: later }));
  });
  it('postings_arrive_whole_with_their_entry: lines that skip a number', async () => {
    const rows = await anApplication({ postings: [debitLeg(), creditLeg({ line: 3 })] });
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, rows));
  });
  it('postings_arrive_whole_with_their_entry: recorded at another instant', async () => {
    const rows = await anApplication({ postings: [debitLeg(), creditLeg({ recorded_at: '2020-01-01T00:00:00Z' })] });
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, rows));
  });
  it('postings_arrive_whole_with_their_entry: before the entry takes effect', async () => {
    const early = { effective_on: addDays(yesterday, -1) };
    const rows = await anApplication({ postings: [debitLeg(early), creditLeg(early)] });
    await refusedBy('postings_arrive_whole_with_their_entry', insertRows(client, rows));
  });
  it('entry_arrives_with_its_postings', async () => {
    const { entry } = await anApplication();
    await refusedBy('entry_arrives_with_its_postings', insertRows(client, { entry }));
  });
  it('entry_has_two_postings_or_more', async () => {
    const rows = await anApplication({ postings: [plainLeg('cash', 0)] });
    await refusedBy('entry_has_two_postings_or_more', insertRows(client, rows));
  });
  it('entry_balances_in_each_currency', async () => {
    const rows = await anApplication({
      postings: [debitLeg({ functional_minor: -1000 }), creditLeg({ amount_minor: 999, functional_minor: 1000 })],
    });
    await refusedBy('entry_balances_in_each_currency', insertRows(client, rows));
  });
  it('entry_balances_in_each_currency: two currencies that cancel as numbers', async () => {
    const rows = await anApplication({
      postings: [plainLeg('cash', 1000), plainLeg('suspense', -1000, { currency: 'USD' })],
    });
    await refusedBy('entry_balances_in_each_currency', insertRows(client, rows));
  });
  it('entry_balances_in_each_currency: two days that cancel as numbers', async () => {
    const rows = await anApplication({
      postings: [plainLeg('cash', 1000), plainLeg('suspense', -1000, { effective_on: ours.today })],
    });
    await refusedBy('entry_balances_in_each_currency', insertRows(client, rows));
  });
  it('entry_balances_in_functional', async () => {
    const rows = await anApplication({ postings: [debitLeg({ functional_minor: -999 }), creditLeg()] });
    await refusedBy('entry_balances_in_functional', insertRows(client, rows));
  });
  it('entry_kind_is_known', async () =>
    refusedBy('entry_kind_is_known', insertRows(client, await anApplication({ entry: { kind: 'gift' } }))));
  it('posting_account_is_known', async () =>
    refusedBy(
      'posting_account_is_known',
      insertRows(client, await anApplication({ postings: [plainLeg('pocket', 1), plainLeg('cash', -1)] })),
    ));
  it('entry_amount_is_not_negative', async () =>
    refusedBy(
      'entry_amount_is_not_negative',
      insertRows(client, await anApplication({ entry: { amount_minor: -1 } })),
    ));
  it('control_posting_names_item_and_date: a control account without an item', async () => {
    const rows = await anApplication({ postings: [debitLeg({ item_id: null }), creditLeg()] });
    await refusedBy('control_posting_names_item_and_date', insertRows(client, rows));
  });
  it('control_posting_names_item_and_date: a plain account with an item', async () => {
    const rows = await anApplication({ postings: [debitLeg(), creditLeg({ account: 'bad_debt' })] });
    await refusedBy('control_posting_names_item_and_date', insertRows(client, rows));
  });
});

describe('when', () => {
  const at = (shift: string) => client.query<{ at: string }>(`select clock_timestamp() + interval '${shift}' as at`);
  it.each(['1 hour', '-1 hour'])('entry_is_recorded_now: not %s off', async (shift) => {
    const entry = { recorded_at: (await at(shift)).rows[0]?.at ?? '' };
    const rows = await anApplication({ entry, postings: [plainLeg('cash', 1), plainLeg('suspense', -1)] });
    await refusedBy('entry_is_recorded_now', insertRows(client, rows));
  });
  it('item_history_is_recorded_in_order: not before what somebody else has recorded meanwhile', async () => {
    const began = await client.query<{ at: string }>('select transaction_timestamp() as at');
    await post.undo(await post.apply(receipt, invoice, 1n, yesterday));
    const rows = await anApplication({ entry: { recorded_at: began.rows[0]?.at ?? '' } });
    await expect(insertRows(client, rows)).rejects.toMatchObject({ code: '40001' });
  });
  it('posting_is_not_in_the_future', async () => {
    const rows = await anApplication({ entry: { effective_on: addDays(ours.today, 1) } });
    await refusedBy('posting_is_not_in_the_future', insertRows(client, rows));
  });
  it('posting_is_not_in_the_future: not with one of its legs', async () => {
    const later = { effective_on: addDays(ours.today, 1) };
    const rows = await anApplication({
      postings: [
        plainLeg('cash', 1),
        plainLeg('suspense', -1),
        plainLeg('cash', 1, later),
        plainLeg('suspense', -1, later),
      ],
    });
    await refusedBy('posting_is_not_in_the_future', insertRows(client, rows));
  });
  it('period_is_closed', async () => {
    await client.query('insert into ledger_book (company_id, closed_through) values (current_company(), $1)', [
      yesterday,
    ]);
    await refusedBy('period_is_closed', insertRows(client, await anApplication()));
  });
});

describe('undoing', () => {
  const undoing = (entry: Row, amountMinor = 1000) =>
    anApplication({
      entry: { kind: 'undo', reverses_entry_id: application, amount_minor: amountMinor, ...entry },
      postings: [debitLeg({ amount_minor: amountMinor }), creditLeg({ amount_minor: -amountMinor })],
    });
  it('a sound undo is let in', async () => insertRows(client, await undoing({})));
  it('undone_not_above_original: not by one', async () =>
    refusedBy('undone_not_above_original', insertRows(client, await undoing({ amount_minor: 4001 }))));
  it('undone_not_above_original: not by several', async () => {
    await insertRows(client, await undoing({}, 3000));
    await refusedBy('undone_not_above_original', insertRows(client, await undoing({ amount_minor: 1001 })));
  });
  it('reversal_is_never_reversed', async () => {
    const first = await undoing({});
    await insertRows(client, first);
    await refusedBy(
      'reversal_is_never_reversed',
      insertRows(client, await undoing({ reverses_entry_id: first.entry[0]?.id ?? null })),
    );
  });
  it('entry_is_reversed_once', async () => {
    await insertRows(client, await undoing({ kind: 'reversal', amount_minor: 4000 }));
    await refusedAsTwin(insertRows(client, await undoing({ kind: 'reversal', amount_minor: 4000 })));
  });
  it('reversal_undoes_the_whole_and_later: not a part', async () =>
    refusedBy('reversal_undoes_the_whole_and_later', insertRows(client, await undoing({ kind: 'reversal' }))));
  it('reversal_undoes_the_whole_and_later: not before the original', async () =>
    refusedBy(
      'reversal_undoes_the_whole_and_later',
      insertRows(client, await undoing({ effective_on: addDays(yesterday, -1) })),
    ));
  it('undo_has_an_amount', async () =>
    refusedBy('undo_has_an_amount', insertRows(client, await undoing({ amount_minor: 0 }))));
  it('reversal_names_its_entry: one that exists', async () =>
    refusedBy('reversal_names_its_entry', insertRows(client, await undoing({ reverses_entry_id: newId() }))));
  it('reversal_names_its_entry: any at all', async () =>
    refusedBy('reversal_names_its_entry', insertRows(client, await undoing({ reverses_entry_id: null }))));
  it('reversal_names_its_entry: no other kind does', async () =>
    refusedBy('reversal_names_its_entry', insertRows(client, await undoing({ kind: 'application' }))));
});

describe('a closed month', () => {
  it('stays as it was closed', async () => {
    const book = await openTestBook(testDatabase.connection, { today: addDays(ours.today, 0), code: 'CLOSED' });
    const endsOn = '2020-01-31' as LocalDate;
    await runClosingCommand(book.database, book.scope, { action: 'test', body: null }, (tx) =>
      closePeriod(tx, endsOn, []),
    );
    await client.query("select set_config('quittance.company', $1, true)", [book.company.id]);
    const company = { company_id: book.company.id };
    const { entry, posting } = await anApplication({
      entry: { ...company, effective_on: endsOn },
      postings: [plainLeg('cash', 1, company), plainLeg('suspense', -1, company)],
    });
    await refusedBy('period_is_closed', insertRows(client, { entry, posting }));
    await book.close();
  });
});
