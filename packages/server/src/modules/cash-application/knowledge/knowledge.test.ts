import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { addBankAccounts } from '../../customers/index.ts';
import { confirmProposal, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { importLinks, rebuildKnowledge } from './knowledge.usecase.ts';
import { listLearnt } from './learnt.queries.ts';
import { takeBack } from './take-back.usecase.ts';

let book: CashBook;
let acme: string;
let boreal: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });
const known = async (search?: string) => {
  const things = await book.read((tx) => listLearnt(tx, { state: 'standing', search, limit: 100 }));
  return things
    .filter(({ kind }) => kind === 'account' || kind === 'name')
    .map((one) => `${one.what} → ${one.customerNumber}, ${one.times} to ${one.lastOn}, ${one.origin}`)
    .sort();
};

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  boreal = await book.addCustomer('C-2', 'Boreal Supply S.p.A.');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('knowledge of payers', () => {
  it('grows with each confirmed application, by account and by name', async () => {
    for (const [number, bookedOn] of [
      ['8100001', '2026-11-02'],
      ['8100002', '2026-11-09'],
    ] as const) {
      await book.owe({ customerId: acme, number, amount: '10.00' });
      const paid = { amount: '10.00', text: number, account: 'DE89 3704', payer: 'ACME Holding SE' };
      await apply(await book.receive({ ...paid, bookedOn: localDate(bookedOn) }));
    }
    expect(await known()).toEqual([
      'ACME HOLDING → C-1, 2 to 2026-11-09, application',
      'DE893704 → C-1, 2 to 2026-11-09, application',
    ]);
  });

  it('shrinks when an application is undone, and is then what it was before', async () => {
    await book.owe({ customerId: acme, number: '8101001', amount: '11.00' });
    const before = await known();
    const receipt = await book.receive({ amount: '11.00', text: '8101001', account: 'DE893704', payer: 'Other Name' });
    await apply(receipt);
    expect(await known('OTHER')).toHaveLength(1);
    await undoReceipt(book.database, book.scope, {
      receiptId: receipt,
      reason: 'test',
      wasWrong: true,
      command: command(),
    });
    expect(await known()).toEqual(before);
  });

  it('built anew from the confirmations is the same', async () => {
    await book.owe({ customerId: boreal, number: '8102001', amount: '12.34' });
    const proposed = await book.receive({ amount: '12.34', payer: 'Cousin of Boreal', account: 'IT60' });
    await apply(proposed);
    await confirmProposal(book.database, book.scope, { receiptId: proposed, command: command() });
    const before = await known();
    expect(await rebuildKnowledge(book.database, book.scope)).toEqual({ corrected: 0 });
    expect(await known()).toEqual(before);
  });

  it('revoked says nothing any more, also after building anew; confirmed later it counts from one', async () => {
    const [link] = await book.read((tx) => listLearnt(tx, { state: 'standing', search: 'DE893704', limit: 1 }));
    await takeBack(book.database, book.scope, { id: link?.id ?? '', reason: 'account was sold', command: command() });
    expect(await known('DE893704')).toEqual([]);
    expect(await rebuildKnowledge(book.database, book.scope)).toEqual({ corrected: 0 });
    expect(await known('DE893704')).toEqual([]);
    const receipt = await book.receive({ amount: '99.99', account: 'DE893704' });
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: boreal, command: command() });
    expect(await known('DE893704')).toEqual(['DE893704 → C-2, 1 to 2026-11-20, application']);
  });

  it('an account in the customer’s own record, however it is written, lets a unique amount post', async () => {
    await book.database.write(book.scope, (tx) =>
      addBankAccounts(tx, [{ customerId: boreal, account: 'GB12-ABCD/99' }], 'import'),
    );
    await book.owe({ customerId: boreal, number: '8103001', amount: '1313.13' });
    expect(await apply(await book.receive({ amount: '1313.13', account: 'GB12 ABCD 99' }))).toMatchObject({
      posted: 1,
    });
  });

  it('told by somebody who knew counts as often as they say', async () => {
    const links = [{ mark: 'name' as const, key: 'Payments Centre S.r.l.', customerId: acme, uses: 7, lastOn: TODAY }];
    expect(await importLinks(book.database, book.scope, { links, command: command() })).toEqual({ links: 1 });
    expect(await known('payments')).toEqual(['PAYMENTS CENTRE → C-1, 7 to 2026-11-20, imported']);
    await book.owe({ customerId: acme, number: '8104001', amount: '1414.14' });
    const receipt = await book.receive({ amount: '1414.14', payer: 'PAYMENTS CENTRE' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect((await book.decision(receipt)).sentence).toContain('a payer of this name paid 7 times for C-1');
  });

  it('a customer that changes its name is known by the new one', async () => {
    const nova = await book.addCustomer('C-3', 'Nova Logistics Ltd');
    await book.owe({ customerId: nova, number: '8105001', amount: '1515.15' });
    const receipt = await book.receive({ amount: '1515.15', payer: 'NOVA LOGISTICS' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect((await book.decision(receipt)).sentence).toContain("the payer's name is that of C-3");
  });
});
