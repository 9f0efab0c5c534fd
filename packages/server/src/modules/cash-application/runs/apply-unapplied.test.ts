import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { applyCredits, itemPostings } from '../../ledger/index.ts';
import { allocated, type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from './apply-unapplied.usecase.ts';

let book: CashBook;
let acme: string;
let boreal: string;
const apply = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  boreal = await book.addCustomer('C-2', 'Boreal Supply S.p.A.');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('a receipt that explains itself', () => {
  it('by the number of one item and the exact amount is posted, with its sentence', async () => {
    const invoice = await book.owe({ customerId: acme, number: 'INV-2026/00471', amount: '100.00' });
    const receipt = await book.receive({ amount: '100.00', text: 'PAYMENT INV 2026 471' });
    expect(await apply(receipt)).toMatchObject({ considered: 1, posted: 1 });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
    expect(await book.open(receipt)).toBe('0.00 of C-1');
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ decision: 'auto', state: 'posted', rule: 'cited_and_exact', customerId: acme });
    expect(decision.sentence).toBe(
      'Cites 1 open item by whole number (INV2026471); total exact, 100.00 EUR; the payer is not known; no other explanation.',
    );
    expect(decision.entryIds).toHaveLength(2); // identified and applied
  });

  it('by two numbers pays both', async () => {
    const first = await book.owe({ customerId: acme, number: '4711001', amount: '70.00' });
    const second = await book.owe({ customerId: acme, number: '4711002', amount: '30.00' });
    const receipt = await book.receive({ amount: '100.00', text: ['RE 4711001', 'RE 4711002'] });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect([await book.open(first), await book.open(second)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
  });

  it('with a credit note netted pays the invoice with both', async () => {
    const invoice = await book.owe({ customerId: acme, number: '4712001', amount: '150.00' });
    const credit = await book.owe({ customerId: acme, number: '8800001', amount: '20.00', kind: 'credit_note' });
    const receipt = await book.receive({ amount: '130.00', text: '4712001 LESS CN 8800001' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect([await book.open(invoice), await book.open(credit)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
    expect(allocated(await book.decision(receipt)).sort()).toEqual(['4712001 150.00', '8800001 -20.00']);
  });

  it('by the order number of its item is found too', async () => {
    const invoice = await book.owe({
      customerId: acme,
      number: '4712501',
      amount: '19.90',
      purchaseOrder: 'PO-4500077',
    });
    const receipt = await book.receive({ amount: '19.90', text: 'YOUR PO 4500077' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
  });

  it('of October, applied in November, counts for October', async () => {
    const invoice = await book.owe({ customerId: acme, number: '4713001', amount: '60.00' });
    const receipt = await book.receive({ amount: '60.00', text: '4713001', bookedOn: localDate('2026-10-30') });
    await apply(receipt);
    const postings = await book.read((tx) => itemPostings(tx, { itemId: invoice }));
    expect(postings.map((posting) => posting.effectiveOn)).toEqual(['2026-10-01', '2026-10-30']);
  });
});

describe('a receipt that does not explain itself', () => {
  it('by a unique amount alone is proposed, with the question who pays, and its item is held', async () => {
    const invoice = await book.owe({ customerId: boreal, number: '4720001', amount: '412.37' });
    const receipt = await book.receive({ amount: '412.37', payer: 'NORTHWIND FACTORING', account: 'DE11' });
    expect(await apply(receipt)).toMatchObject({ suggested: 1 });
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ decision: 'suggest', state: 'waiting', customerId: boreal });
    expect(decision.question?.sentence).toBe('Does NORTHWIND FACTORING pay for customer C-2?');
    expect(await book.held(invoice)).toEqual([invoice]);
    expect(await book.open(receipt)).toBe('-412.37 of UNIDENTIFIED');
  });

  it('from a payer nobody knows is an exception, and the question is who it is', async () => {
    const receipt = await book.receive({ amount: '12.34', payer: 'CITY INSURANCE' });
    expect(await apply(receipt)).toMatchObject({ exceptions: 1 });
    const decision = await book.decision(receipt);
    expect(decision).toMatchObject({ decision: 'exception', customerId: null, allocations: [] });
    expect(decision.question?.code).toBe('who_is_payer');
  });

  it('by the name of a customer alone waits for that customer, and the question is which items', async () => {
    const receipt = await book.receive({ amount: '5.55', payer: 'BOREAL SUPPLY SPA' });
    await apply(receipt);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'exception', customerId: boreal });
    expect((await book.decision(receipt)).question?.code).toBe('which_items');
  });

  it('decided again with nothing new, writes nothing', async () => {
    const receipt = await book.receive({ amount: '13.13', payer: 'CITY INSURANCE' });
    await apply(receipt);
    expect(await apply(receipt)).toMatchObject({ considered: 1, unchanged: 1 });
    expect((await book.decision(receipt)).number).toBe(1);
  });

  it('is decided anew when the item it waits for comes: the proposal before is replaced and its hold lifted', async () => {
    const first = await book.owe({ customerId: boreal, number: '4721001', amount: '77.01' });
    const receipt = await book.receive({ amount: '77.01', text: 'INVOICE 4721002', payer: 'UNKNOWN ONE' });
    await apply(receipt);
    expect(await book.held(first)).toEqual([first]);
    const second = await book.owe({ customerId: boreal, number: '4721002', amount: '77.01' });
    expect(await apply(receipt)).toMatchObject({ posted: 1 });
    expect(await book.held(first, second)).toEqual([]);
    expect((await book.decision(receipt)).number).toBe(2);
    expect([await book.open(first), await book.open(second)]).toEqual(['77.01 of C-2', '0.00 of C-2']);
  });
});

describe('what was posted teaches', () => {
  it('a payer’s account once known lets a unique amount post', async () => {
    await book.owe({ customerId: acme, number: '4730001', amount: '201.01' });
    const second = await book.owe({ customerId: acme, number: '4730002', amount: '202.02' });
    const cited = await book.receive({ amount: '201.01', text: '4730001', account: 'DE44 1000', payer: 'ACME SHARED' });
    await apply(cited);
    const bare = await book.receive({ amount: '202.02', account: 'DE441000' });
    expect(await apply(bare)).toMatchObject({ posted: 1 });
    expect(await book.decision(bare)).toMatchObject({ rule: 'unique_amount_by_known_payer', customerId: acme });
    expect(await book.open(second)).toBe('0.00 of C-1');
  });

  it('the same payment a second time stays on the account of its payer, and the sentence names the first', async () => {
    await book.owe({ customerId: acme, number: '4731001', amount: '303.03' });
    const first = await book.receive({ amount: '303.03', text: '4731001', account: 'DE44', number: 'STMT-7' });
    await apply(first);
    const second = await book.receive({ amount: '303.03', text: '4731001', account: 'DE44' });
    expect(await apply(second)).toMatchObject({ posted: 1 });
    expect(await book.open(second)).toBe('-303.03 of C-1');
    const decision = await book.decision(second);
    expect(decision).toMatchObject({ state: 'on_account', customerId: acme, unappliedMinor: 30_303n });
    expect(decision.sentence).toContain('STMT-7');
    expect(await apply(second)).toMatchObject({ unchanged: 1 });
  });

  it('the same payment by a payer known by nothing but a number is an exception that names the first', async () => {
    await book.owe({ customerId: acme, number: '4731002', amount: '304.03' });
    await apply(await book.receive({ amount: '304.03', text: '4731002', payer: 'ROSE TRADING', number: 'STMT-8' }));
    const second = await book.receive({ amount: '304.03', text: '4731002', payer: 'ROSE TRADING' });
    expect(await apply(second)).toMatchObject({ exceptions: 1 });
    const { question } = await book.decision(second);
    expect(question?.sentence).toBe('Is this the same payment as receipt STMT-8 of 2026-11-20, sent twice?');
  });
});

describe('two receipts that cite one item', () => {
  it('of one day both wait, and each names the other', async () => {
    const invoice = await book.owe({ customerId: acme, number: '4740001', amount: '88.00' });
    const receipts = [
      await book.receive({ amount: '88.00', text: '4740001' }),
      await book.receive({ amount: '88.00', text: '4740001' }),
    ];
    expect(await apply(...receipts)).toMatchObject({ suggested: 2 });
    expect((await book.decision(receipts[0] ?? '')).question?.code).toBe('which_receipt_pays');
    expect(await book.open(invoice)).toBe('88.00 of C-1');
  });
});

describe('what happens elsewhere', () => {
  it('a proposal ends when its receipt was applied by hand in the ledger', async () => {
    const invoice = await book.owe({ customerId: boreal, number: '4750001', amount: '51.51' });
    const receipt = await book.receive({ amount: '51.51', payer: 'SOMEBODY' });
    await apply(receipt);
    expect(await book.held(invoice)).toEqual([invoice]);
    const allocation = { creditItemId: receipt, debitItemId: invoice, amountMinor: 5_151n };
    await book.run((tx) => applyCredits(tx, [allocation], { effectiveOn: tx.today }));
    await apply(receipt);
    expect(await book.decision(receipt)).toMatchObject({ state: 'withdrawn' });
    expect(await book.held(invoice)).toEqual([]);
  });
});

describe('within one run', () => {
  it('what posts teaches for what comes with it, and takes its item from other proposals', async () => {
    const cited = await book.owe({ customerId: boreal, number: '4760001', amount: '640.01' });
    const bare = await book.owe({ customerId: boreal, number: '4760002', amount: '641.02' });
    const receipts = [
      await book.receive({ amount: '641.02', account: 'FR76 9', payer: 'ADVANCE ONE' }), // known once the next is posted
      await book.receive({ amount: '640.01', text: '4760001', account: 'FR76 9' }),
      await book.receive({ amount: '640.01', payer: 'STRANGER' }), // would have been proposed for 4760001
    ];
    expect(await apply(...receipts)).toMatchObject({ posted: 2, suggested: 0, exceptions: 1 });
    expect([await book.open(cited), await book.open(bare)]).toEqual(['0.00 of C-2', '0.00 of C-2']);
  });

  it('what the ledger refuses is an exception with its reason', async () => {
    const closing = await openCashBook();
    const customerId = await closing.addCustomer('C-1');
    await closing.owe({ customerId, number: '4770001', amount: '10.00' });
    const receipt = await closing.receive({ amount: '10.00', text: '4770001' });
    await closing.run((tx) =>
      tx.run(sql`
        insert into ledger_book (company_id, closing_through) values (${tx.company.id}, '2026-11-30')
          on conflict (company_id) do update set closing_through = excluded.closing_through`),
    );
    const actor = { id: newId(), name: 'Night run' }; // may not post in a closing period
    const { database } = closing;
    const report = await applyUnapplied(database, { company: closing.company, actor });
    expect(report).toMatchObject({ considered: 1, posted: 0, exceptions: 1 });
    const decision = await closing.decision(receipt);
    expect(decision.sentence).toContain('2026-12-01 is after today (2026-11-20)');
    expect(decision.evidence.at(-1)).toMatchObject({ kind: 'ledger_refused', params: { code: 'dated_in_future' } });
    expect(await applyUnapplied(database, closing.scope)).toMatchObject({ posted: 1 }); // by one who may
    expect(await closing.broken()).toEqual([]);
    await closing.drop();
  });
});
