/** A merged duplicate and its survivor are one payer: items of both are candidates, and what is learnt goes to the survivor. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { applyReceipt, confirmProposal, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { allocated, type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { receiptDetail } from '../queues/receipt-detail.usecase.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { listLearnt } from './learnt.queries.ts';

let book: CashBook;
let survivor: string;
let duplicate: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });
const payersOf = async (search: string) => {
  const things = await book.read((tx) => listLearnt(tx, { state: 'standing', search, limit: 100 }));
  return things.map((one) => `${one.what} → ${one.customerNumber}`);
};

beforeAll(async () => {
  book = await openCashBook();
  survivor = await book.addCustomer('C-1', 'Alder Ltd');
  duplicate = await book.addCustomer('D-1', 'ALDER LIMITED');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('a payment of a party with a merged duplicate', () => {
  it('that cites invoices of both records is one payment of the survivor, and posts itself', async () => {
    await book.merge(duplicate, survivor);
    const first = await book.owe({ customerId: duplicate, number: '8200001', amount: '30.00' });
    const second = await book.owe({ customerId: survivor, number: '8200002', amount: '12.00' });
    const receipt = await book.receive({
      amount: '42.00',
      text: '8200001 8200002',
      payer: 'ALDER LTD',
      account: 'GB29NWBK60161331926819',
    });
    await apply(receipt);
    const { decision, customerId } = await book.decision(receipt);
    expect([decision, customerId]).toEqual(['auto', survivor]);
    expect([await book.open(first), await book.open(second)]).toEqual(['0.00 of D-1', '0.00 of C-1']);
    expect(await payersOf('GB29')).toEqual(['GB29NWBK60161331926819 → C-1']);
  });

  it('known only from the duplicate is known as the survivor’s', async () => {
    const other = await book.addCustomer('D-2', 'Birch Trading');
    const birch = await book.addCustomer('C-2', 'Birch Group');
    await book.owe({ customerId: other, number: '8210001', amount: '5.00' });
    await apply(await book.receive({ amount: '5.00', text: '8210001', account: 'IT60BIRCH', payer: 'Somebody' }));
    await book.merge(other, birch);
    await book.owe({ customerId: birch, number: '8210002', amount: '77.10' });
    const open = await book.owe({ customerId: other, number: '8210003', amount: '1.99' });
    const receipt = await book.receive({ amount: '77.10', account: 'IT60BIRCH', payer: 'Somebody' });
    await apply(receipt);
    const decided = await book.decision(receipt);
    expect([decided.customerId, allocated(decided)]).toEqual([birch, ['8210002 77.10']]);
    const detail = await book.read((tx) => receiptDetail(tx, receipt));
    expect(detail.candidates.map(({ id }) => id)).toContain(open);
  });

  it('put on the duplicate’s account by a person is the survivor’s, and so is what it teaches', async () => {
    const receipt = await book.receive({ amount: '9.00', account: 'FR76HAND', payer: 'By hand' });
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: duplicate, command: command() });
    expect(await book.open(receipt)).toBe('-9.00 of C-1');
    expect(await payersOf('FR76HAND')).toEqual(['FR76HAND → C-1']);
  });

  it('that stands on the duplicate stays there: applying it to an item of the survivor moves nothing else', async () => {
    const late = await book.addCustomer('D-3', 'Cedar old');
    const cedar = await book.addCustomer('C-3', 'Cedar');
    const receipt = await book.receive({ amount: '20.00' });
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: late, command: command() });
    await book.merge(late, cedar);
    const invoice = await book.owe({ customerId: cedar, number: '8230001', amount: '25.00' });
    const allocations = [{ itemId: invoice, amountMinor: minor('20.00'), currency: 'EUR' }];
    const given = { receiptId: receipt, customerId: cedar, allocations, command: command() };
    const { entryIds } = await applyReceipt(book.database, book.scope, given);
    expect(entryIds).toHaveLength(1);
    expect([await book.open(receipt), await book.open(invoice)]).toEqual(['0.00 of D-3', '5.00 of C-3']);
  });

  it('proposed before the merge is confirmed for the survivor', async () => {
    const old = await book.addCustomer('D-4', 'Elm old');
    const elm = await book.addCustomer('C-4', 'Elm');
    await book.owe({ customerId: old, number: '8240001', amount: '61.07' });
    const receipt = await book.receive({ amount: '61.07', account: 'DE99ELM', payer: 'Elm Holding' });
    await apply(receipt);
    expect((await book.decision(receipt)).decision).toBe('suggest');
    await book.merge(old, elm);
    await confirmProposal(book.database, book.scope, { receiptId: receipt, command: command() });
    expect(await book.open(receipt)).toBe('0.00 of C-4');
    expect(await payersOf('DE99ELM')).toEqual(['DE99ELM → C-4']);
  });

  it('is two again when the merge is undone', async () => {
    const fir = await book.addCustomer('D-5', 'Fir North');
    const other = await book.addCustomer('C-5', 'Fir South');
    const merge = await book.merge(fir, other);
    await book.unmerge(merge);
    await book.owe({ customerId: fir, number: '8250001', amount: '3.30' });
    const receipt = await book.receive({ amount: '3.30', text: '8250001' });
    await apply(receipt);
    expect((await book.decision(receipt)).customerId).toBe(fir);
  });
});
