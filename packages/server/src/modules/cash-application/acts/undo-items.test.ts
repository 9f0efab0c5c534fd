import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { saveRate } from '../../ledger/index.ts';
import { allocated, type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { applyReceipt } from './receipt-acts.usecase.ts';
import { undoItems } from './undo-items.usecase.ts';
import { undoReceipt } from './undo-receipt.usecase.ts';

let book: CashBook;
let acme: string;
const command = () => ({ action: 'test', body: newId() });
const takeBack = (receiptId: string, itemIds: readonly string[], wasWrong = false) =>
  undoItems(book.database, book.scope, {
    ...{ receiptId, itemIds, reason: 'not this one', wasWrong, command: command() },
    countAgain: async () => {},
  });

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('one wrong item of a receipt', () => {
  it('is taken back; the others stay paid, with their deductions, and the money waits on the account', async () => {
    const [first, second, third] = [
      await book.owe({ customerId: acme, number: '4711', amount: '100.00' }),
      await book.owe({ customerId: acme, number: '4712', amount: '100.00' }),
      await book.owe({ customerId: acme, number: '4713', amount: '120.00' }),
    ];
    const receipt = await book.receive({ amount: '300.00' });
    const currency = 'EUR';
    const hundred = (itemId: string) => ({ itemId, amountMinor: minor('100.00'), currency });
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations: [hundred(first), hundred(second), hundred(third)],
      deductions: [
        { itemId: third, amountMinor: minor('5.00'), currency, reason: 'bank_fee' },
        { itemId: third, amountMinor: minor('15.00'), currency, reason: 'shortage' },
      ],
      command: command(),
    });
    const { restored, stayed, withdrawn } = await takeBack(receipt, [second], true);
    expect(restored.map(({ number, openMinor }) => `${number} ${openMinor}`).sort()).toEqual([
      '4712 10000',
      'BANK-1 -10000',
    ]);
    expect(stayed).toEqual(['4711', '4713']);
    expect(withdrawn).toEqual([]);
    expect(await Promise.all([first, second, third, receipt].map(book.open))).toEqual([
      '0.00 of C-1',
      '100.00 of C-1',
      '15.00 of C-1',
      '-100.00 of C-1',
    ]);
    expect(await book.deductions(receipt)).toEqual(['4713 15.00 shortage claimed', '4713 5.00 bank_fee posted']);
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ state: 'posted', decision: 'manual', unappliedMinor: 10_000n });
    expect(allocated(decision)).toEqual(['4711 100.00', '4713 100.00']);
    expect(await book.held(second)).toEqual([]); // it was wrong: not proposed again
    await undoReceipt(book.database, book.scope, {
      receiptId: receipt,
      reason: 'all',
      wasWrong: false,
      command: command(),
    });
    expect(await Promise.all([first, second, third].map(book.open))).toEqual([
      '100.00 of C-1',
      '100.00 of C-1',
      '120.00 of C-1',
    ]);
  });

  it('that was the only one is the whole', async () => {
    const invoice = await book.owe({ customerId: acme, number: '4720', amount: '33.00' });
    const receipt = await book.receive({ amount: '33.00', text: 'INVOICE 4720', payer: 'ACME Manufacturing GmbH' });
    await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
    expect(await takeBack(receipt, [invoice])).toMatchObject({ stayed: [] });
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['33.00 of C-1', '-33.00 of UNIDENTIFIED']);
  });

  it('is refused when the receipt does not pay it, or the credit notes that stay would be more than what is paid', async () => {
    const [paid, other] = [
      await book.owe({ customerId: acme, number: '4730', amount: '80.00' }),
      await book.owe({ customerId: acme, number: '4731', amount: '80.00' }),
    ];
    const credit = await book.owe({ customerId: acme, number: '4738', amount: '30.00', kind: 'credit_note' });
    const receipt = await book.receive({ amount: '50.00' });
    const part = (itemId: string, amount: string) => ({ itemId, amountMinor: minor(amount), currency: 'EUR' });
    const allocations = [part(paid, '80.00'), part(credit, '-30.00')];
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations,
      command: command(),
    });
    await expect(takeBack(receipt, [other])).rejects.toMatchObject({ code: 'item_is_not_applied' });
    await expect(takeBack(receipt, [paid])).rejects.toMatchObject({ code: 'rest_does_not_fit' });
    expect(await book.open(paid)).toBe('0.00 of C-1');
    await takeBack(receipt, [paid, credit]);
    expect([await book.open(paid), await book.open(credit)]).toEqual(['80.00 of C-1', '-30.00 of C-1']);
  });

  it('that alone got cash takes the deductions of the others with it, and says so', async () => {
    const [paid, other] = [
      await book.owe({ customerId: acme, number: '4740', amount: '60.00' }),
      await book.owe({ customerId: acme, number: '4741', amount: '15.00' }),
    ];
    const receipt = await book.receive({ amount: '60.00' });
    const part = (itemId: string, amount: string) => ({ itemId, amountMinor: minor(amount), currency: 'EUR' });
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations: [part(paid, '60.00')],
      deductions: [{ ...part(other, '15.00'), reason: 'damage' }],
      command: command(),
    });
    const { withdrawn } = await takeBack(receipt, [paid]);
    expect(withdrawn).toMatchObject([{ number: '4741', amount: { amount: '15.00', currency: 'EUR' } }]);
    expect(await book.deductions(receipt)).toEqual([]);
  });

  it('is refused when the credit notes that stay in another currency would be more than what is paid there', async () => {
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: localDate('2026-10-01'), rate: '0.90' }));
    const owe = (number: string, amount: string, kind: 'invoice' | 'credit_note') =>
      book.owe({ customerId: acme, number, amount, kind, currency: 'USD' });
    const [paid, small, credit] = [
      await owe('4750', '50.00', 'invoice'),
      await owe('4751', '10.00', 'invoice'),
      await owe('4758', '20.00', 'credit_note'),
    ];
    const receipt = await book.receive({ amount: '36.00' });
    const part = (itemId: string, usd: string, eur: string) => ({
      ...{ itemId, amountMinor: minor(usd), currency: 'USD' },
      receiptAmount: { amountMinor: minor(eur), currency: 'EUR' },
    });
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations: [part(paid, '50.00', '30.00'), part(small, '10.00', '14.00'), part(credit, '-20.00', '-8.00')],
      command: command(),
    });
    await expect(takeBack(receipt, [paid])).rejects.toMatchObject({ code: 'rest_does_not_fit' });
  });
});
