import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { adjustItem, aging, findItem, reverseEntry } from '../../ledger/index.ts';
import { type CashBook, minor, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { applyReceipt, confirmProposal, markNotOurs, putOnAccount } from './receipt-acts.usecase.ts';
import { undoReceipt } from './undo-receipt.usecase.ts';

let book: CashBook;
let acme: string;
let boreal: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });
const undo = (receiptId: string, wasWrong = false) =>
  undoReceipt(book.database, book.scope, { receiptId, reason: 'wrong customer', wasWrong, command: command() });
const figures = async (asOf: string, knownAt?: string) => {
  const { rows, totals } = await book.read((tx) =>
    aging(tx, { asOf: localDate(asOf), knownAt, by: 'item', buckets: [30, 60, 90] }),
  );
  return { rows, totals };
};
const now = () => book.read(async (tx) => tx.recordedAt);

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  boreal = await book.addCustomer('C-2', 'Boreal Supply S.p.A.');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('a receipt that posted itself and is undone', () => {
  it('leaves the aging as it was, on every day; what was known meanwhile is still known', async () => {
    const invoice = await book.owe({ customerId: acme, number: '6100001', amount: '150.00' });
    const credit = await book.owe({ customerId: acme, number: '6108001', amount: '20.00', kind: 'credit_note' });
    const receipt = await book.receive({
      amount: '130.00',
      text: '6100001 6108001',
      bookedOn: localDate('2026-10-30'),
    });
    const before = { today: await figures(TODAY), october: await figures('2026-10-31') };
    await apply(receipt);
    const appliedAt = await now();
    const applied = { today: await figures(TODAY), october: await figures('2026-10-31') };
    expect(await book.open(invoice)).toBe('0.00 of C-1');
    expect(applied).not.toEqual(before);
    const { entryIds, restored } = await undo(receipt);
    expect(entryIds).toHaveLength(3); // receipt to invoice, credit note to invoice, identification
    expect(restored.map(({ number, openMinor }) => `${number} ${openMinor}`).sort()).toEqual([
      '6100001 15000',
      '6108001 -2000',
      'BANK-1 -13000',
    ]);
    expect(await book.open(credit)).toBe('-20.00 of C-1');
    expect(await book.open(receipt)).toBe('-130.00 of UNIDENTIFIED');
    expect({ today: await figures(TODAY), october: await figures('2026-10-31') }).toEqual(before);
    const asKnown = { today: await figures(TODAY, appliedAt), october: await figures('2026-10-31', appliedAt) };
    expect(asKnown).toEqual(applied);
  });

  it('is back in its queue as a proposal and does not post by itself again', async () => {
    const invoice = await book.owe({ customerId: acme, number: '6101001', amount: '45.00' });
    const receipt = await book.receive({ amount: '45.00', text: '6101001' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    await undo(receipt);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'suggest', state: 'waiting' });
    expect(await apply(receipt)).toMatchObject({ unchanged: 1 });
    expect(await book.open(invoice)).toBe('45.00 of C-1');
    await confirmProposal(book.database, book.scope, { receiptId: receipt, command: command() });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
  });

  it('because it was wrong, is not proposed for these items again', async () => {
    const invoice = await book.owe({ customerId: acme, number: '6102001', amount: '46.00' });
    const receipt = await book.receive({ amount: '46.00', text: '6102001', payer: 'QUITE ANOTHER' });
    await apply(receipt);
    await undo(receipt, true);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'exception', allocations: [] });
    expect(await book.held(invoice)).toEqual([]);
    const twin = await book.receive({ amount: '46.00', text: '6102001' });
    expect(await apply(twin)).toMatchObject({ posted: 1 }); // the pair is rejected, not the item
  });

  it('forgets the payer it had taught', async () => {
    await book.owe({ customerId: acme, number: '6103001', amount: '47.01' });
    const receipt = await book.receive({ amount: '47.01', text: '6103001', account: 'DE47' });
    await apply(receipt);
    await undo(receipt, true);
    await book.owe({ customerId: acme, number: '6103002', amount: '47.02' });
    const bare = await book.receive({ amount: '47.02', account: 'DE47' });
    expect(await apply(bare)).toMatchObject({ suggested: 1 });
    expect((await book.decision(bare)).question?.code).toBe('does_payer_pay_for');
  });
});

describe('a person’s act undone', () => {
  it('a correction: both the correction and what it said no to are taken back', async () => {
    const proposed = await book.owe({ customerId: boreal, number: '6110001', amount: '333.10' });
    const other = await book.owe({ customerId: boreal, number: '6110002', amount: '900.00' });
    const receipt = await book.receive({ amount: '333.10', payer: 'SOME AGENCY' });
    await apply(receipt);
    const allocations = [{ itemId: other, amountMinor: minor('333.10'), currency: 'EUR' }];
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: boreal,
      allocations,
      command: command(),
    });
    await undo(receipt, true);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'suggest', allocations: [{ itemId: proposed }] });
  });

  it('on account, then applied, is undone in one go to where the bank left it', async () => {
    const invoice = await book.owe({ customerId: boreal, number: '6111001', amount: '20.00' });
    const receipt = await book.receive({ amount: '50.00', payer: 'SLOW PAYER' });
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: acme, command: command() });
    const allocations = [{ itemId: invoice, amountMinor: minor('20.00'), currency: 'EUR' }];
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: boreal,
      allocations,
      command: command(),
    });
    expect(await book.open(receipt)).toBe('-30.00 of C-2');
    await undo(receipt);
    expect([await book.open(receipt), await book.open(invoice)]).toEqual(['-50.00 of UNIDENTIFIED', '20.00 of C-2']);
  });

  it('not ours comes back from suspense', async () => {
    const receipt = await book.receive({ amount: '44.44', payer: 'WRONG ADDRESS' });
    await markNotOurs(book.database, book.scope, {
      receiptId: receipt,
      reason: 'meant for our landlord',
      command: command(),
    });
    await undo(receipt);
    expect(await book.open(receipt)).toBe('-44.44 of UNIDENTIFIED');
  });

  it('leaves a refund alone, and the receipt with the customer that was refunded', async () => {
    const invoice = await book.owe({ customerId: acme, number: '6113001', amount: '60.00' });
    const receipt = await book.receive({ amount: '100.00', payer: 'OVERPAYER' });
    const allocations = [{ itemId: invoice, amountMinor: minor('60.00'), currency: 'EUR' }];
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations,
      command: command(),
    });
    const refund = { itemId: receipt, kind: 'refund' as const, amountMinor: minor('40.00') };
    await book.run((tx) => adjustItem(tx, refund, { effectiveOn: TODAY, reason: 'overpaid' }));
    const { kept } = await undo(receipt);
    expect(kept.map(({ kind }) => kind)).toEqual(['refund', 'identification']);
    expect([await book.open(receipt), await book.open(invoice)]).toEqual(['-60.00 of C-1', '60.00 of C-1']);
  });

  it('is refused when nothing was done', async () => {
    const receipt = await book.receive({ amount: '1.11' });
    await apply(receipt);
    await expect(undo(receipt)).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });
});

describe('an application undone in the ledger itself', () => {
  it('is proposed again, and not posted over the head of who undid it', async () => {
    const invoice = await book.owe({ customerId: acme, number: '6120001', amount: '83.00' });
    const receipt = await book.receive({ amount: '83.00', text: '6120001' });
    await apply(receipt);
    const entryId = (await book.decision(receipt)).entryIds[1] ?? '';
    await book.run((tx) => reverseEntry(tx, { entryId, withDependents: false, reason: 'mistake' }));
    expect(await apply(receipt)).toMatchObject({ suggested: 1 });
    expect([await book.open(receipt), await book.open(invoice)]).toEqual(['-83.00 of C-1', '83.00 of C-1']);
  });

  it('a receipt cancelled with its application teaches nothing any more', async () => {
    await book.owe({ customerId: acme, number: '6121001', amount: '84.01' });
    const receipt = await book.receive({ amount: '84.01', text: '6121001', account: 'DE84' });
    await apply(receipt);
    const item = await book.read((tx) => findItem(tx, receipt));
    const entryId = item?.openingEntryId ?? '';
    await book.run((tx) => reverseEntry(tx, { entryId, withDependents: true, reason: 'the statement was undone' }));
    await apply();
    expect(await book.decision(receipt)).toMatchObject({ decision: 'auto', state: 'undone' });
    await book.owe({ customerId: acme, number: '6121002', amount: '84.02' });
    const bare = await book.receive({ amount: '84.02', account: 'DE84' });
    expect(await apply(bare)).toMatchObject({ suggested: 1 });
  });
});
