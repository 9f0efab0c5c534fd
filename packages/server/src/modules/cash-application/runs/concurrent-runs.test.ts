/** Several processes apply at once: each receipt is applied once, whoever comes first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { applyReceipt, confirmProposal } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from './apply-unapplied.usecase.ts';

let book: CashBook;
let acme: string;

beforeAll(async () => {
  book = await openCashBook(24);
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('runs at the same time', () => {
  it('eight of them apply 60 receipts once each', async () => {
    const receipts: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      const number = String(9_100_001 + index);
      const amount = `${100 + index}.${index % 2 === 0 ? '10' : '20'}`;
      await book.owe({ customerId: acme, number, amount });
      // Every fifth carries no reference and is only proposed.
      receipts.push(
        await book.receive({
          amount,
          text: index % 5 === 0 ? 'THANKS' : number,
          account: `DE${index % 3}`,
          payer: 'X',
        }),
      );
    }
    const runs = await Promise.all(Array.from({ length: 8 }, () => applyUnapplied(book.database, book.scope)));
    const total = (kind: 'posted' | 'considered') => runs.reduce((sum, run) => sum + run[kind], 0);
    expect(total('considered')).toBeGreaterThanOrEqual(60);
    const decisions = await Promise.all(receipts.map((id) => book.decision(id)));
    const posted = decisions.filter(({ state }) => state === 'posted');
    expect(posted.length).toBeGreaterThanOrEqual(48);
    expect(total('posted')).toBe(posted.length);
    for (const { receiptItemId } of posted) expect(await book.open(receiptItemId)).toBe('0.00 of C-1');
  });

  it('a confirmation, a correction and two runs leave a receipt applied by one of them', async () => {
    const invoice = await book.owe({ customerId: acme, number: '9200001', amount: '987.65' });
    const receipt = await book.receive({ amount: '987.65', payer: 'A FACTOR' });
    await applyUnapplied(book.database, book.scope);
    const command = () => ({ action: 'test', body: newId() });
    const allocations = [{ itemId: invoice, amountMinor: 98_765n, currency: 'EUR' }];
    const outcomes = await Promise.allSettled([
      confirmProposal(book.database, book.scope, { receiptId: receipt, command: command() }),
      applyReceipt(book.database, book.scope, {
        receiptId: receipt,
        customerId: acme,
        allocations,
        command: command(),
      }),
      applyUnapplied(book.database, book.scope),
      applyUnapplied(book.database, book.scope),
    ]);
    expect(outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.slice(2).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
  });

  it('undone by four people at once, it is undone once', async () => {
    const invoice = await book.owe({ customerId: acme, number: '9300001', amount: '55.00' });
    const receipt = await book.receive({ amount: '55.00', text: '9300001' });
    await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
    const undo = () =>
      undoReceipt(book.database, book.scope, {
        receiptId: receipt,
        reason: 'race',
        wasWrong: false,
        command: { action: 'test', body: newId() },
      });
    const outcomes = await Promise.allSettled([undo(), undo(), undo(), undo()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['55.00 of C-1', '-55.00 of UNIDENTIFIED']);
  });
});
