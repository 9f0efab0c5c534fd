/** The second guard on items: what direct SQL would do to one is refused, named as the constraint that keeps the rule. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import {
  anApplication,
  anOpening,
  begin,
  client,
  creditLeg,
  debitLeg,
  ours,
  plainLeg,
  pool,
  refusedAsTwin,
  refusedBy,
  theirInvoice,
  theirs,
  useAttackedLedger,
} from './attacked-ledger.ts';
import { insertRows, type Row } from './raw-ledger.ts';

useAttackedLedger();

describe('items', () => {
  it('item_opens_with_its_postings: an item without any', async () => {
    const { document, item } = await anOpening();
    await refusedBy('item_opens_with_its_postings', insertRows(client, { document, item }));
  });
  it('item_opens_with_its_postings: another amount', async () => {
    const rows = await anOpening({ item: { amount_minor: 2000 } });
    await refusedBy('item_opens_with_its_postings', insertRows(client, rows));
  });
  it('item_opens_with_its_postings: recorded at another instant', async () => {
    const rows = await anOpening({ item: { last_recorded_at: '2020-01-01T00:00:00Z' } });
    await refusedBy('item_opens_with_its_postings', insertRows(client, rows));
  });
  it('item_opens_with_its_postings: another functional amount', async () => {
    const rows = await anOpening({ item: { functional_minor: 999 } });
    await refusedBy('item_opens_with_its_postings', insertRows(client, rows));
  });
  it.each([
    ['kind', { kind: 'debit_note' }],
    ['amount settled already', { settled_minor: 10 }],
    ['carrying settled already', { settled_functional_minor: 10 }],
    ['past move', { has_moved: true }],
    ['document', { document_id: '00000000-0000-7000-8000-000000000001' }],
  ])('item_belongs_to_its_document: not with another %s', async (_what, changes) => {
    const rows = await anOpening({ item: changes });
    await refusedBy('item_belongs_to_its_document', insertRows(client, rows));
  });
  it('posting_fits_its_item: opened on another due date', async () => {
    const rows = await anOpening({ item: { due_on: '2020-01-01' } });
    await refusedBy('posting_fits_its_item', insertRows(client, rows));
  });
  const openingOf = async (customerId: string, changes: { document?: Row } = {}) => {
    const holder = { customer_id: customerId };
    const rows = await anOpening({ document: holder, item: holder, ...changes });
    return { ...rows, posting: rows.posting.map((row) => (row.item_id ? { ...row, ...holder } : row)) };
  };
  it('item_belongs_to_its_document: not with another customer', async () => {
    const rows = await openingOf(ours.unidentifiedId, { document: { customer_id: ours.customerId } });
    await refusedBy('item_belongs_to_its_document', insertRows(client, rows));
  });
  it('document_has_its_customer', async () =>
    refusedBy('document_has_its_customer', insertRows(client, await openingOf(newId()))));
  it('document_has_its_customer: not one of another company', async () =>
    refusedBy('document_has_its_customer', insertRows(client, await openingOf(theirs.customerId))));
  it('document_number_is_unique', async () => {
    await insertRows(client, await anOpening({ document: { number: 'TWICE' } }));
    await refusedAsTwin(insertRows(client, await anOpening({ document: { number: 'TWICE' } })));
  });
  it('item_open_between_zero_and_amount: not over-settled', async () => {
    const rows = await anApplication({ postings: [debitLeg({ amount_minor: -6001 }), plainLeg('bad_debt', 6001)] });
    await refusedBy('item_open_between_zero_and_amount', insertRows(client, rows));
  });
  it('item_open_between_zero_and_amount: not opened beyond its amount', async () => {
    const rows = await anApplication({ postings: [debitLeg({ amount_minor: 4001 }), plainLeg('bad_debt', -4001)] });
    await refusedBy('item_open_between_zero_and_amount', insertRows(client, rows));
  });
  it('item_open_between_zero_and_amount: not over-applied by two transactions at once', async () => {
    const other = await pool.connect();
    await insertRows(
      client,
      await anApplication({ postings: [debitLeg({ amount_minor: -4000 }), plainLeg('bad_debt', 4000)] }),
    );
    const rows = await anApplication({ postings: [debitLeg({ amount_minor: -4000 }), plainLeg('bad_debt', 4000)] });
    await other.query('begin');
    await other.query("select set_config('quittance.company', $1, true)", [ours.company.id]);
    const recordedAt = (await other.query<{ at: string }>('select clock_timestamp() as at')).rows[0]?.at ?? '';
    const second = insertRows(other, {
      entry: rows.entry.map((row) => ({ ...row, recorded_at: recordedAt })),
      posting: rows.posting.map((row) => ({ ...row, recorded_at: recordedAt })),
    });
    const outcome = expect(second).rejects.toMatchObject({ constraint: 'item_open_between_zero_and_amount' });
    await client.query('commit');
    await outcome;
    await other.query('rollback');
    other.release();
    await begin(ours);
    await insertRows(
      client,
      await anApplication({ postings: [debitLeg({ amount_minor: 4000 }), plainLeg('bad_debt', -4000)] }),
    );
    await client.query('commit');
  });
  it('item_closed_carries_nothing', async () => {
    const rows = await anApplication({
      postings: [
        debitLeg({ amount_minor: -6000, functional_minor: -5999 }),
        plainLeg('bad_debt', 6000, { functional_minor: 5999 }),
      ],
    });
    await refusedBy('item_closed_carries_nothing', insertRows(client, rows));
  });
  it('posting_fits_its_item: another currency', async () => {
    const usd = { currency: 'USD' };
    const rows = await anApplication({ postings: [debitLeg(usd), plainLeg('bad_debt', 1000, usd)] });
    await refusedBy('posting_fits_its_item', insertRows(client, rows));
  });
  it('posting_fits_its_item: the other control account', async () => {
    const rows = await anApplication({ postings: [debitLeg({ account: 'unapplied' }), creditLeg()] });
    await refusedBy('posting_fits_its_item', insertRows(client, rows));
  });
  it('posting_fits_its_item: an item that does not exist', async () => {
    const rows = await anApplication({ postings: [debitLeg({ item_id: newId() }), creditLeg()] });
    await refusedBy('posting_fits_its_item', insertRows(client, rows));
  });
  it('posting_fits_its_item: an item of another company', async () => {
    const rows = await anApplication({ postings: [debitLeg({ item_id: theirInvoice.itemId }), creditLeg()] });
    await refusedBy('posting_fits_its_item', insertRows(client, rows));
  });
  it('item_stands_in_one_place: not settled on another customer', async () => {
    const rows = await anApplication({ postings: [debitLeg({ customer_id: ours.unidentifiedId }), creditLeg()] });
    await refusedBy('item_stands_in_one_place', insertRows(client, rows));
  });
  it('item_stands_in_one_place: not settled on another due date', async () => {
    const rows = await anApplication({ postings: [debitLeg({ due_on: '2020-01-01' }), creditLeg()] });
    await refusedBy('item_stands_in_one_place', insertRows(client, rows));
  });
  it('item_stands_in_one_place: not moved in part', async () => {
    const rows = await anApplication({
      entry: { kind: 'due_date_change' },
      postings: [debitLeg(), debitLeg({ amount_minor: 1000, due_on: '2030-01-01' })],
    });
    await refusedBy('item_stands_in_one_place', insertRows(client, rows));
  });
  it('item_stands_in_one_place: not moved from where it does not stand', async () => {
    const rows = await anApplication({
      entry: { kind: 'due_date_change' },
      postings: [
        debitLeg({ amount_minor: -6000, due_on: '2029-01-01' }),
        debitLeg({ amount_minor: 6000, due_on: '2030-01-01' }),
      ],
    });
    await refusedBy('item_stands_in_one_place', insertRows(client, rows));
  });
  it('item_moves_to_a_customer', async () => {
    const rows = await anApplication({
      entry: { kind: 'identification' },
      postings: [creditLeg({ amount_minor: 6000 }), creditLeg({ amount_minor: -6000, customer_id: theirs.customerId })],
    });
    await refusedBy('item_moves_to_a_customer', insertRows(client, rows));
  });
});
