import { localDate } from '@quittance/core/calendar';
import { NO_CHANGES } from '@quittance/core/cash-policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { adjustItem, applyCredits, identifyReceipt, saveRate } from '../../ledger/index.ts';
import { allocated, type CashBook, minor, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { proposePolicy, switchPolicy } from '../policies/policies.usecase.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { applyReceipt, confirmProposal, markNotOurs, putOnAccount } from './receipt-acts.usecase.ts';

let book: CashBook;
let acme: string;
let boreal: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = (action = 'test') => ({ action, body: newId() });
const confirm = (receiptId: string) => confirmProposal(book.database, book.scope, { receiptId, command: command() });
const type = (receiptId: string, customerId: string, parts: Record<string, string>) =>
  applyReceipt(book.database, book.scope, {
    receiptId,
    customerId,
    allocations: Object.entries(parts).map(([itemId, amount]) => ({
      itemId,
      amountMinor: minor(amount),
      currency: 'EUR',
    })),
    command: command(),
  });

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  boreal = await book.addCustomer('C-2', 'Boreal Supply S.p.A.');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('a proposal', () => {
  it('confirmed is posted, its hold lifted, its payer learnt', async () => {
    const invoice = await book.owe({ customerId: boreal, number: '5100001', amount: '412.37' });
    const receipt = await book.receive({ amount: '412.37', payer: 'NORTHWIND FACTORING', account: 'DE11' });
    await apply(receipt);
    await confirm(receipt);
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-2', '0.00 of C-2']);
    expect(await book.held(invoice)).toEqual([]);
    expect(await book.decision(receipt)).toMatchObject({
      decision: 'suggest',
      state: 'posted',
      settledByName: 'Test Analyst',
    });
    await book.owe({ customerId: boreal, number: '5100002', amount: '512.38' });
    const next = await book.receive({ amount: '512.38', payer: 'NORTHWIND FACTORING', account: 'DE11' });
    expect(await apply(next)).toMatchObject({ posted: 1 });
  });

  it('a cent short is proposed with the question why; confirmed, the cent is cleared as a small difference', async () => {
    const first = await book.owe({ customerId: acme, number: '5101001', amount: '100.00' });
    const second = await book.owe({ customerId: acme, number: '5101002', amount: '50.00' });
    const receipt = await book.receive({ amount: '149.99', text: '5101001 5101002' });
    await apply(receipt);
    const { question } = await book.decision(receipt);
    expect(question?.code).toBe('why_short');
    await confirm(receipt);
    expect([await book.open(first), await book.open(second)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
    const { deductions } = await book.decision(receipt);
    expect(deductions).toMatchObject([
      { number: '5101001', amountMinor: 1n, reason: 'small_difference', treatment: 'posted' },
    ]);
  });

  it('is refused when nothing is proposed, and when the receipt was settled meanwhile', async () => {
    const receipt = await book.receive({ amount: '9.99', payer: 'WHO IS THIS' });
    await apply(receipt);
    await expect(confirm(receipt)).rejects.toMatchObject({ code: 'nothing_to_confirm' });
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: acme, command: command() });
    await expect(confirm(receipt)).rejects.toMatchObject({ code: 'nothing_to_confirm' });
  });

  it('is none any more when its item was paid by another receipt; settled in the ledger, it is refused', async () => {
    const invoice = await book.owe({ customerId: acme, number: '5102001', amount: '61.00' });
    const receipt = await book.receive({ amount: '61.00', payer: 'SOMEONE' });
    const other = await book.receive({ amount: '40.00', payer: 'SOMEONE ELSE' });
    await apply(receipt);
    const writeOff = { itemId: invoice, kind: 'write_off' as const, amountMinor: 1_000n };
    await book.run((tx) => adjustItem(tx, writeOff, { effectiveOn: TODAY }));
    await expect(confirm(receipt)).rejects.toMatchObject({ code: 'open_amount_exceeded' });
    await type(other, acme, { [invoice]: '40.00' });
    await expect(confirm(receipt)).rejects.toMatchObject({ code: 'nothing_to_confirm' });
    expect(await book.open(receipt)).toBe('-61.00 of UNIDENTIFIED');
  });
});

describe('a person applies otherwise than proposed', () => {
  it('part amounts and a credit note; the rest stays on the customer’s account', async () => {
    const first = await book.owe({ customerId: acme, number: '5110001', amount: '100.00' });
    const second = await book.owe({ customerId: acme, number: '5110002', amount: '80.00' });
    const credit = await book.owe({ customerId: acme, number: '5118001', amount: '30.00', kind: 'credit_note' });
    const receipt = await book.receive({ amount: '150.00', payer: 'ACME', text: 'PART PAYMENT' });
    await type(receipt, acme, { [first]: '100.00', [second]: '55.00', [credit]: '-10.00' });
    expect(await Promise.all([first, second, credit, receipt].map(book.open))).toEqual([
      '0.00 of C-1',
      '25.00 of C-1',
      '-20.00 of C-1',
      '-5.00 of C-1',
    ]);
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ decision: 'manual', state: 'posted', unappliedMinor: 500n });
    expect(allocated(decision)).toEqual(['5110001 100.00', '5110002 55.00', '5118001 -10.00']);
    expect(decision.sentence).toBe('Test Analyst applied 5110001 100.00, 5110002 55.00, 5118001 -10.00 EUR.');
  });

  it('what was proposed instead is not proposed for this receipt again', async () => {
    const proposed = await book.owe({ customerId: boreal, number: '5111001', amount: '333.10' });
    const meant = await book.owe({ customerId: boreal, number: '5111002', amount: '900.00' });
    const receipt = await book.receive({ amount: '333.10', payer: 'SOME AGENCY' });
    await apply(receipt);
    expect(await book.held(proposed)).toEqual([proposed]);
    await type(receipt, boreal, { [meant]: '300.00' });
    expect(await book.held(proposed)).toEqual([]);
    expect(await book.open(receipt)).toBe('-33.10 of C-2');
    await apply(receipt);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'manual', state: 'posted' });
  });

  it.each([
    ['more than is open of the item', { 0: '120.00' }, 'open_amount_exceeded'],
    ['a debit with a minus', { 0: '-10.00' }, 'open_amount_exceeded'],
    ['more than the receipt holds', { 0: '100.00', 1: '80.00' }, 'allocations_do_not_fit'],
    ['credits that are worth more than the items', { 0: '10.00', 2: '-30.00' }, 'allocations_do_not_fit'],
  ])('%s is refused', async (_, parts: Record<number, string>, code) => {
    const items = [
      await book.owe({ customerId: acme, number: newId(), amount: '100.00' }),
      await book.owe({ customerId: acme, number: newId(), amount: '80.00' }),
      await book.owe({ customerId: acme, number: newId(), amount: '30.00', kind: 'credit_note' }),
    ];
    const receipt = await book.receive({ amount: '150.00' });
    const typed = Object.fromEntries(Object.entries(parts).map(([at, amount]) => [items[Number(at)] ?? '', amount]));
    await expect(type(receipt, acme, typed)).rejects.toMatchObject({ code });
    expect(await book.open(receipt)).toBe('-150.00 of UNIDENTIFIED');
  });

  it('another receipt is no item to pay, and the UNIDENTIFIED customer no payer', async () => {
    const invoice = await book.owe({ customerId: acme, number: '5113001', amount: '10.00' });
    const [receipt, other] = [await book.receive({ amount: '10.00' }), await book.receive({ amount: '10.00' })];
    await expect(type(receipt, acme, { [other]: '-5.00', [invoice]: '10.00' })).rejects.toMatchObject({
      code: 'allocation_needs_an_item',
    });
    await expect(type(receipt, book.unidentifiedId, { [invoice]: '10.00' })).rejects.toMatchObject({
      code: 'customer_is_unidentified',
    });
  });
});

describe('an item in another currency', () => {
  const pay = (receiptId: string, itemId: string, [chf, eur]: readonly [string, string]) =>
    applyReceipt(book.database, book.scope, {
      receiptId,
      customerId: acme,
      allocations: [
        {
          ...{ itemId, amountMinor: minor(chf), currency: 'CHF' },
          receiptAmount: { amountMinor: minor(eur), currency: 'EUR' },
        },
      ],
      command: command(),
    });

  it('is not closed with 1.00 EUR of the receipt: what is paid is near the rate of its day', async () => {
    const rates = [
      ['2026-10-01', '1.10'],
      ['2026-11-18', '1.00'],
    ] as const;
    for (const [day, rate] of rates) {
      await book.run((tx) => saveRate(tx, { currency: 'CHF', quotedOn: localDate(day), rate }));
    }
    const invoice = await book.owe({ customerId: acme, number: '5140001', amount: '1359.76', currency: 'CHF' });
    const receipt = await book.receive({ amount: '1500.00' });
    await expect(pay(receipt, invoice, ['1359.76', '1.00'])).rejects.toMatchObject({
      code: 'exchange_is_not_the_days',
      details: {
        number: '5140001',
        asked: { amount: '1359.76', currency: 'CHF' },
        worth: { amount: '1359.76', currency: 'EUR' },
        paid: { amount: '1.00', currency: 'EUR' },
      },
    });
    await expect(pay(receipt, invoice, ['1359.76', '1495.74'])).rejects.toMatchObject({
      code: 'exchange_is_not_the_days', // the rate of October, and the money came in November
    });
    expect([await book.open(invoice), await book.open(receipt)]).toEqual([
      '1359.76 of C-1',
      '-1500.00 of UNIDENTIFIED',
    ]);
    // Seven percent off: allowed once the policy says eight.
    await expect(pay(receipt, invoice, ['1359.76', '1264.58'])).rejects.toMatchObject({ details: { percent: 5 } });
    const changes = { ...NO_CHANGES, limits: { exchangeSpreadPercentMax: 8 } };
    const { number } = await proposePolicy(book.database, book.scope, {
      changes,
      reason: 'thin markets',
      command: command(),
    });
    await switchPolicy(book.database, book.scope, { number, reason: 'thin markets', command: command() });
    await pay(receipt, invoice, ['1359.76', '1264.58']);
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '-235.42 of C-1']);
    await switchPolicy(book.database, book.scope, { number: 0, reason: 'over', command: command() });
  });

  it('is paid at a rate near that of its day', async () => {
    const invoice = await book.owe({ customerId: acme, number: '5140002', amount: '1359.76', currency: 'CHF' });
    const receipt = await book.receive({ amount: '1500.00' });
    await pay(receipt, invoice, ['1359.76', '1300.00']);
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '-200.00 of C-1']);
  });
});

describe('what is left of a receipt', () => {
  it('is asked about as the rest of what it paid, not as that paid twice', async () => {
    const invoice = await book.owe({ customerId: acme, number: '5150001', amount: '500.00' });
    const receipt = await book.receive({ amount: '531.18', payer: 'ACME MANUFACTURING', text: 'INVOICE 5150001' });
    // As another system has applied it, before anybody here looked at it.
    await book.run(async (tx) => {
      await identifyReceipt(tx, { itemId: receipt, customerId: acme }, { effectiveOn: TODAY });
      const allocation = { creditItemId: receipt, debitItemId: invoice, amountMinor: minor('500.00') };
      await applyCredits(tx, [allocation], { effectiveOn: TODAY });
    });
    await apply(receipt);
    const { question, sentence } = await book.decision(receipt);
    expect(question).toMatchObject({ code: 'what_is_rest_for', params: { difference: { amount: '31.18' } } });
    expect(sentence).toContain('the rest of a receipt that paid 5150001');
  });
});

describe('money without an item', () => {
  it('put on account stands open there, and is not asked about again', async () => {
    const receipt = await book.receive({ amount: '70.70', payer: 'PREPAYER LTD' });
    await apply(receipt);
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: boreal, command: command() });
    expect(await book.open(receipt)).toBe('-70.70 of C-2');
    expect(await apply(receipt)).toMatchObject({ unchanged: 1 });
    expect(await book.decision(receipt)).toMatchObject({ state: 'on_account' });
  });

  it('put on account before its invoice came is proposed when it comes, not posted', async () => {
    const receipt = await book.receive({ amount: '71.71', text: 'PROFORMA 5120001' });
    await apply(receipt);
    await putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: boreal, command: command() });
    const invoice = await book.owe({ customerId: boreal, number: '5120001', amount: '71.71' });
    expect(await apply(receipt)).toMatchObject({ suggested: 1 });
    await confirm(receipt);
    expect(await book.open(invoice)).toBe('0.00 of C-2');
  });

  it('that is not ours leaves the receivables for suspense, with the reason', async () => {
    const receipt = await book.receive({ amount: '44.44', payer: 'WRONG ADDRESS' });
    await markNotOurs(book.database, book.scope, {
      receiptId: receipt,
      reason: 'meant for our landlord',
      command: command(),
    });
    expect(await book.open(receipt)).toBe('0.00 of UNIDENTIFIED');
    expect(await book.decision(receipt)).toMatchObject({ state: 'not_ours', unappliedMinor: 0n });
    await expect(
      putOnAccount(book.database, book.scope, { receiptId: receipt, customerId: acme, command: command() }),
    ).rejects.toMatchObject({ code: 'receipt_is_settled' });
  });
});

describe('the same command twice', () => {
  it('posts once and answers the same', async () => {
    const invoice = await book.owe({ customerId: acme, number: '5130001', amount: '81.81' });
    const receipt = await book.receive({ amount: '81.81', payer: 'ONE MORE' });
    await apply(receipt);
    const given = { receiptId: receipt, command: { key: `twice-${receipt}`, action: 'cash.confirm', body: receipt } };
    const first = await confirmProposal(book.database, book.scope, given);
    expect(await confirmProposal(book.database, book.scope, given)).toEqual(first);
    expect(await book.open(invoice)).toBe('0.00 of C-1');
  });
});
