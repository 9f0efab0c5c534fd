import { localDate } from '@quittance/core/calendar';
import type { SettlementReason } from '@quittance/core/settlement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { holdsOfItems, saveRate } from '../../ledger/index.ts';
import { applyReceipt, confirmProposal } from '../acts/receipt-acts.usecase.ts';
import { undoReceipt } from '../acts/undo-receipt.usecase.ts';
import { type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { listDeductions } from './deductions.queries.ts';

let book: CashBook;
let acme: string;
const PAYER = 'ACME Manufacturing GmbH';
const run = (...receiptIds: string[]) => applyUnapplied(book.database, book.scope, { receiptIds });
const command = () => ({ action: 'test', body: newId() });
const confirm = (receiptId: string) => confirmProposal(book.database, book.scope, { receiptId, command: command() });
const undo = (receiptId: string) =>
  undoReceipt(book.database, book.scope, { receiptId, reason: 'wrong', wasWrong: false, command: command() });

interface Typed {
  readonly pay: Readonly<Record<string, string>>;
  readonly deduct?: readonly (readonly [itemId: string, amount: string, reason: SettlementReason, note?: string])[];
  readonly mayExceed?: boolean;
  readonly customerId?: string;
}

const type = (receiptId: string, { pay, deduct = [], mayExceed = false, customerId = acme }: Typed) =>
  applyReceipt(book.database, book.scope, {
    receiptId,
    customerId,
    allocations: Object.entries(pay).map(([itemId, amount]) => ({
      itemId,
      amountMinor: minor(amount),
      currency: 'EUR',
    })),
    deductions: deduct.map(([itemId, amount, reason, note]) => ({
      itemId,
      amountMinor: minor(amount),
      currency: 'EUR',
      reason,
      note,
    })),
    exceedGuard: mayExceed ? async () => {} : undefined,
    command: command(),
  });

/** Amounts in the way of being dunned: "10.00 deduction". */
const holds = async (itemId: string) =>
  (await book.read((tx) => holdsOfItems(tx, [itemId]))).map(({ kind, amountMinor }) => `${amountMinor} ${kind}`);

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', PAYER);
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

describe('by itself, a run', () => {
  it('posts a discount that the terms grant', async () => {
    const issuedOn = localDate('2026-11-12');
    const invoice = await book.owe({
      customerId: acme,
      number: '7100001',
      amount: '1000.00',
      issuedOn,
      terms: '2% 10 net 30',
    });
    const receipt = await book.receive({ amount: '980.00', text: 'INV 7100001', payer: PAYER });
    expect(await run(receipt)).toMatchObject({ posted: 1 });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
    expect(await book.deductions(receipt)).toEqual(['7100001 20.00 cash_discount posted']);
    expect(await book.decision(receipt)).toMatchObject({ decision: 'auto', state: 'posted' });
  });

  it('claims a discount taken late: the item stays open by it, nobody duns it, and others are told', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7100101', amount: '500.00', terms: '2% 10 net 30' });
    const receipt = await book.receive({ amount: '490.00', text: 'INV 7100101 2% SKONTO', payer: PAYER });
    expect(await run(receipt)).toMatchObject({ posted: 1 });
    expect(await book.open(invoice)).toBe('10.00 of C-1');
    expect(await book.deductions(receipt)).toEqual(['7100101 10.00 unearned_discount claimed']);
    expect(await holds(invoice)).toEqual(['1000 deduction']);
    const events = await book.read((tx) =>
      tx.all<{ kind: string; data: object }>(
        sql`select kind, data from outbox_event where company_id = ${tx.company.id} and data->>'itemId' = ${invoice}`,
      ),
    );
    const amount = { amount: '10.00', currency: 'EUR' };
    expect(events).toMatchObject([{ kind: 'deduction.claimed', data: { reason: 'unearned_discount', amount } }]);
  });

  it('posts a bank’s charges and a few cents, claims damaged goods', async () => {
    const fee = await book.owe({ customerId: acme, number: '7100201', amount: '800.00' });
    const cents = await book.owe({ customerId: acme, number: '7100202', amount: '600.00' });
    const broken = await book.owe({ customerId: acme, number: '7100203', amount: '700.00' });
    const receipts = [
      await book.receive({ amount: '785.00', text: 'INV 7100201 CHGS 15.00', payer: PAYER }),
      await book.receive({ amount: '599.97', text: 'INV 7100202', payer: PAYER }),
      await book.receive({ amount: '633.12', text: 'INV 7100203 LESS DAMAGED GOODS 66.88', payer: PAYER }),
    ];
    expect(await run(...receipts)).toMatchObject({ posted: 3 });
    const { deductions } = await book.decision(receipts[2] ?? '');
    expect(deductions).toMatchObject([{ stated: 'INV 7100203 LESS DAMAGED GOODS 66.88', reason: 'damage' }]);
    expect((await Promise.all(receipts.map(book.deductions))).flat()).toEqual([
      '7100201 15.00 bank_fee posted',
      '7100202 0.03 small_difference posted',
      '7100203 66.88 damage claimed',
    ]);
    expect(await Promise.all([fee, cents, broken].map(book.open))).toEqual([
      '0.00 of C-1',
      '0.00 of C-1',
      '66.88 of C-1',
    ]);
  });

  it('does not claim twice: what is short on a claimed item is for a person', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7100301', amount: '400.00' });
    await run(await book.receive({ amount: '350.11', text: '7100301 LESS DAMAGED GOODS 49.89', payer: PAYER }));
    const second = await book.receive({ amount: '30.00', text: '7100301 LESS DAMAGED GOODS 19.89', payer: PAYER });
    expect(await run(second)).toMatchObject({ suggested: 1 });
    await expect(confirm(second)).rejects.toMatchObject({ code: 'deduction_claimed_before' });
    await type(second, { pay: { [invoice]: '30.00' } });
    const [claim] = await book.read((tx) => listDeductions(tx, { itemId: invoice, state: 'open', limit: 10 }));
    expect(claim).toMatchObject({ amountMinor: 4_989n, leftMinor: 1_989n });
  });
});

describe('money without an item, by itself', () => {
  it('above the cited items stays on the customer’s account', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7110001', amount: '900.00' });
    const receipt = await book.receive({ amount: '911.11', text: 'INV 7110001', payer: PAYER });
    expect(await run(receipt)).toMatchObject({ posted: 1 });
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '-11.11 of C-1']);
    expect(await book.decision(receipt)).toMatchObject({ state: 'posted', unappliedMinor: 1_111n });
    expect(await run(receipt)).toMatchObject({ unchanged: 1 });
  });

  it('paid in advance waits on the account, and pays its invoice when it comes', async () => {
    await book.owe({ customerId: acme, number: '7110101', amount: '20.10' });
    await run(await book.receive({ amount: '20.10', text: '7110101', account: 'DE77', payer: PAYER }));
    const advance = await book.receive({
      amount: '450.00',
      text: 'ADVANCE PAYMENT PO 881177',
      account: 'DE77',
      payer: PAYER,
    });
    expect(await run(advance)).toMatchObject({ posted: 1 });
    expect(await book.decision(advance)).toMatchObject({ state: 'on_account', decision: 'auto', customerId: acme });
    expect(await book.open(advance)).toBe('-450.00 of C-1');
    expect(await run(advance)).toMatchObject({ unchanged: 1 });
    const invoice = await book.owe({ customerId: acme, number: 'P-1', amount: '450.00', purchaseOrder: 'PO 881177' });
    expect(await run(advance)).toMatchObject({ posted: 1 });
    expect([await book.open(invoice), await book.open(advance)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
    const { undone } = await undo(advance);
    expect(undone.map(({ kind }) => kind)).toEqual(['application', 'identification']);
    expect(await book.open(advance)).toBe('-450.00 of UNIDENTIFIED');
  });

  it('that is no receivable by its words goes to suspense, and teaches nothing of its payer', async () => {
    const receipt = await book.receive({ amount: '321.00', text: 'VAT REFUND Q3 2026', payer: 'TAX OFFICE NORTH' });
    expect(await run(receipt)).toMatchObject({ posted: 1 });
    expect(await book.decision(receipt)).toMatchObject({ state: 'not_ours', customerId: null });
    expect(await book.open(receipt)).toBe('0.00 of UNIDENTIFIED');
    await undo(receipt);
    expect(await book.open(receipt)).toBe('-321.00 of UNIDENTIFIED');
  });
});

describe('one payment for a family', () => {
  it('by its head office pays the items of two daughters, each on its own account', async () => {
    const head = await book.addCustomer('H-1', 'Holm Holding AB');
    const [north, south] = [await book.addCustomer('H-2', 'Holm Nord'), await book.addCustomer('H-3', 'Holm Syd')];
    await book.run((tx) =>
      tx.run(
        sql`update customer set parent_id = ${head} where company_id = ${tx.company.id} and id in (${north}, ${south})`,
      ),
    );
    const items = [
      await book.owe({ customerId: north, number: '7120001', amount: '310.00' }),
      await book.owe({ customerId: south, number: '7120002', amount: '205.50' }),
    ];
    const receipt = await book.receive({ amount: '515.50', text: '7120001 7120002', payer: 'Holm Holding AB' });
    expect(await run(receipt)).toMatchObject({ posted: 1 });
    expect(await Promise.all(items.map(book.open))).toEqual(['0.00 of H-2', '0.00 of H-3']);
    expect(await book.open(receipt)).toBe('0.00 of H-2');
    await undo(receipt);
    expect(await Promise.all(items.map(book.open))).toEqual(['310.00 of H-2', '205.50 of H-3']);
    expect(await book.open(receipt)).toBe('-515.50 of UNIDENTIFIED');
  });
});

describe('by hand, at the desk', () => {
  it('one item is split over reasons: 20.00 charges posted, 138.00 for damage claimed, the rest stays open', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7130001', amount: '1000.00' });
    const receipt = await book.receive({ amount: '800.00' });
    await type(receipt, {
      pay: { [invoice]: '800.00' },
      deduct: [
        [invoice, '20.00', 'bank_fee'],
        [invoice, '138.00', 'damage', 'pallet 7, photos to come'],
      ],
    });
    expect(await book.open(invoice)).toBe('180.00 of C-1');
    expect(await holds(invoice)).toEqual(['13800 deduction']);
    expect((await book.decision(receipt)).sentence).toBe(
      'Test Analyst applied 7130001 800.00 EUR, deducted 7130001 20.00 bank fee, 7130001 138.00 damage.',
    );
    const [claim] = await book.read((tx) => listDeductions(tx, { itemId: invoice, state: 'open', limit: 10 }));
    expect(claim).toMatchObject({ note: 'pallet 7, photos to come', leftMinor: 13_800n, isByItself: false });
  });

  it('withholding tax is posted and its certificate awaited', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7130101', amount: '1000.00' });
    const receipt = await book.receive({ amount: '800.00' });
    await type(receipt, { pay: { [invoice]: '800.00' }, deduct: [[invoice, '200.00', 'withholding_tax']] });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
    const found = await book.read((tx) => listDeductions(tx, { isCertificateExpected: true, limit: 10 }));
    expect(found.map(({ itemNumber }) => itemNumber)).toEqual(['7130101']);
  });

  it.each([
    ['more than is left after the cash', [['0', '250.00', 'damage']], 'deduction_above_open'],
    ['from a credit note', [['1', '1.00', 'damage']], 'deduction_needs_an_invoice'],
    ['nothing', [['0', '0.00', 'damage']], 'deduction_amount_unfit'],
    ['a small difference above its cap', [['0', '10.01', 'small_difference']], 'deduction_cap_exceeded'],
    ['a discount on an item without terms', [['0', '20.00', 'cash_discount']], 'deduction_not_granted'],
  ] as const)('%s is refused by the name of the item', async (_, parts, code) => {
    const items = [
      await book.owe({ customerId: acme, number: newId(), amount: '1000.00' }),
      await book.owe({ customerId: acme, number: newId(), amount: '30.00', kind: 'credit_note' }),
    ];
    const receipt = await book.receive({ amount: '800.00' });
    const deduct = parts.map(([at, amount, reason]) => [items[Number(at)] ?? '', amount, reason] as const);
    const typed = type(receipt, { pay: { [items[0] ?? '']: '800.00' }, deduct });
    await expect(typed).rejects.toMatchObject({ code, details: { number: expect.any(String) } });
    expect(await book.open(receipt)).toBe('-800.00 of UNIDENTIFIED');
  });

  it('a manager posts what is above the cap', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7130301', amount: '1000.00' });
    const receipt = await book.receive({ amount: '950.00' });
    const typed = { pay: { [invoice]: '950.00' }, deduct: [[invoice, '50.00', 'small_difference']] } as const;
    await expect(type(receipt, typed)).rejects.toMatchObject({ details: { mayApprove: 'ledger.adjust' } });
    await type(receipt, { ...typed, mayExceed: true });
    expect(await book.open(invoice)).toBe('0.00 of C-1');
  });
});

describe('caps', () => {
  it('of a day are kept by ten people at once: of 10.00 each, what is over 200.00 of one analyst is refused', async () => {
    const analyst = { company: book.company, actor: { id: newId(), name: 'Busy Analyst' } };
    const cases = [];
    for (let at = 0; at < 24; at += 1) {
      const invoice = await book.owe({ customerId: acme, number: `71350${10 + at}`, amount: '1000.00' });
      cases.push({ invoice, receipt: await book.receive({ amount: '990.00' }) });
    }
    const outcomes = await Promise.allSettled(
      cases.map(({ invoice, receipt }) =>
        applyReceipt(book.database, analyst, {
          receiptId: receipt,
          customerId: acme,
          allocations: [{ itemId: invoice, amountMinor: 99_000n, currency: 'EUR' }],
          deductions: [{ itemId: invoice, amountMinor: 1_000n, currency: 'EUR', reason: 'small_difference' }],
          command: command(),
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.details.limit] : []));
    expect(refusals).toEqual(Array.from({ length: 4 }, () => 'above_analyst_cap'));
  });
});

describe('undone at a later day', () => {
  it('discount, charges and claim are taken back, and the answer names each', async () => {
    const issuedOn = localDate('2026-11-12');
    const terms = '3% 14 net 30';
    const invoice = await book.owe({ customerId: acme, number: '7140001', amount: '1000.00', issuedOn, terms });
    const receipt = await book.receive({ amount: '915.00' });
    const deduct = [
      [invoice, '30.00', 'cash_discount'],
      [invoice, '15.00', 'bank_fee'],
      [invoice, '40.00', 'shortage'],
    ] as const;
    await type(receipt, { pay: { [invoice]: '915.00' }, deduct });
    expect(await book.open(invoice)).toBe('40.00 of C-1');
    book.setToday(localDate('2026-12-09'));
    const { undone, withdrawn, restored, kept } = await undo(receipt);
    expect(undone.map(({ kind, amount, undoneOn }) => `${kind} ${amount.amount} ${undoneOn}`)).toEqual([
      'bank_fee 15.00 2026-11-20',
      'cash_discount 30.00 2026-11-20',
      'application 915.00 2026-11-20',
      'identification 915.00 2026-11-20',
    ]);
    expect(withdrawn.map(({ reason, amount }) => `${reason} ${amount.amount}`).sort()).toEqual([
      'bank_fee 15.00',
      'cash_discount 30.00',
      'shortage 40.00',
    ]);
    expect(restored.map(({ number, openMinor }) => `${number} ${openMinor}`)).toContain('7140001 100000');
    expect(kept).toEqual([]);
    expect(await book.open(invoice)).toBe('1000.00 of C-1');
    expect(await holds(invoice)).not.toContain('4000 deduction');
    expect(await book.deductions(receipt)).toEqual([]);
  });
});

describe('an item in another currency', () => {
  it('of 1,000.00 USD paid with 905.00 EUR is closed; what it was carried at differs by 5.00 EUR realised', async () => {
    await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: localDate('2026-10-01'), rate: '0.91' }));
    const invoice = await book.owe({ customerId: acme, number: '7150001', amount: '1000.00', currency: 'USD' });
    const receipt = await book.receive({ amount: '905.00' });
    const allocations = (receiptAmount?: string) => [
      {
        itemId: invoice,
        amountMinor: 100_000n,
        currency: 'USD',
        ...(receiptAmount && { receiptAmount: { amountMinor: minor(receiptAmount), currency: 'EUR' } }),
      },
    ];
    const asked = { receiptId: receipt, customerId: acme };
    const pay = (receiptAmount?: string) =>
      applyReceipt(book.database, book.scope, {
        ...asked,
        allocations: allocations(receiptAmount),
        command: command(),
      });
    await expect(pay()).rejects.toMatchObject({ code: 'credit_amount_missing' });
    await expect(pay('905.01')).rejects.toMatchObject({ code: 'allocations_do_not_fit' });
    await pay('905.00');
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
    const realised = await book.read((tx) =>
      tx.all<{ minor: bigint }>(
        sql`select sum(functional_minor)::bigint as minor from posting where company_id = ${tx.company.id} and account = 'fx_realised'`,
      ),
    );
    expect(realised).toEqual([{ minor: 500n }]);
    await undo(receipt);
    expect(await book.open(invoice)).toBe('1000.00 of C-1');
  });

  it('bears a deduction in its own currency, which the caps count at what it is carried at', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7150101', amount: '2000.00', currency: 'USD' });
    const receipt = await book.receive({ amount: '1780.00' });
    const money = (amount: string, currency: string) => ({ amountMinor: minor(amount), currency });
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations: [{ itemId: invoice, ...money('1950.00', 'USD'), receiptAmount: money('1780.00', 'EUR') }],
      deductions: [{ itemId: invoice, ...money('50.00', 'USD'), reason: 'bank_fee' }], // 45.50 EUR: within 50
      command: command(),
    });
    expect([await book.open(invoice), await book.open(receipt)]).toEqual(['0.00 of C-1', '0.00 of C-1']);
    expect(await book.deductions(receipt)).toEqual(['7150101 50.00 bank_fee posted']);
    await undo(receipt);
    expect(await book.open(invoice)).toBe('2000.00 of C-1');
  });
});

describe('a month that was closed since', () => {
  it('keeps its figures: the deduction is undone as of the first open day, and the answer says so', async () => {
    const issuedOn = localDate('2026-12-10');
    book.setToday(issuedOn);
    const invoice = await book.owe({ customerId: acme, number: '7160001', amount: '300.00', issuedOn });
    const receipt = await book.receive({ amount: '295.00', bookedOn: issuedOn });
    await type(receipt, { pay: { [invoice]: '295.00' }, deduct: [[invoice, '5.00', 'bank_fee']] });
    book.setToday(localDate('2027-01-08'));
    await book.run((tx) =>
      tx.run(sql`
        insert into ledger_book (company_id, closed_through) values (${tx.company.id}, '2026-12-31')
          on conflict (company_id) do update set closed_through = excluded.closed_through`),
    );
    const { undone } = await undo(receipt);
    expect(undone.map(({ kind, undoneOn }) => `${kind} ${undoneOn}`)).toEqual([
      'bank_fee 2027-01-01',
      'application 2027-01-01',
      'identification 2027-01-01',
    ]);
    expect(await book.open(invoice)).toBe('300.00 of C-1');
  });
});
