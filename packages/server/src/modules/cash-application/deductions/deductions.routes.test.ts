import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../platform/errors.ts';
import type { LimitGuard } from '../../ledger/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';

let book: CashBook;
let routes: CashRoutes;
let acme: string;
let postsAlone = true;
const limitGuard: LimitGuard = async () => {
  if (!postsAlone) throw new AppError('approval_needed', 'Ask for it: another person decides.', { status: 409 });
};

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  routes = await serveCashRoutes(book, { limitGuard });
});
afterAll(async () => {
  await routes.close();
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

const ask: CashRoutes['ask'] = (...asked) => routes.ask(...asked);

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('deductions at the desk', () => {
  it('the reasons say what becomes of each, and up to which cap', async () => {
    const { body } = await ask('GET', '/cash/deduction-reasons');
    expect(body.rows).toContainEqual({
      reason: 'small_difference',
      words: 'Small difference',
      treatment: 'posted',
      needs: 'nothing',
      caps: { item: EUR('10.00'), itemPercent: 5, day: EUR('1000.00'), analystDay: EUR('200.00') },
      mayExceed: 'ledger.adjust',
    });
    expect(body.rows).toContainEqual(expect.objectContaining({ reason: 'damage', treatment: 'claimed', caps: null }));
  });

  it('a payment short by 148.80 is applied with its reasons, listed, and undone with them', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7200001', amount: '1000.00' });
    const receipt = await book.receive({ amount: '851.20', number: 'S-1' });
    const deductions = [
      { itemId: invoice, amount: EUR('138.00'), reason: 'damage', note: 'pallet 7', stated: 'DMG-01' },
      { itemId: invoice, amount: EUR('10.80'), reason: 'small_difference' },
    ];
    const payload = { customerId: acme, allocations: [{ itemId: invoice, amount: EUR('851.20') }], deductions };
    const refused = await ask('POST', `/receipts/${receipt}/apply`, payload);
    expect(refused).toMatchObject({ status: 409, body: { code: 'deduction_cap_exceeded' } });
    expect(refused.body.detail).toMatch(/10\.80 EUR small difference on 7200001 is not posted.*A manager may post it/);
    expect(await ask('POST', `/receipts/${receipt}/apply`, payload, 'manager')).toMatchObject({
      status: 200,
      body: { queue: 'posted' },
    });
    const { body: list } = await ask('GET', '/cash/deductions?state=open');
    expect(list.rows).toMatchObject([
      { itemNumber: '7200001', amount: EUR('138.00'), left: EUR('138.00'), stated: 'DMG-01', note: 'pallet 7' },
    ]);
    expect(list.totals).toEqual([
      { state: 'open', reason: 'damage', count: 1, amount: EUR('138.00') },
      { state: 'posted', reason: 'small_difference', count: 1, amount: EUR('10.80') },
    ]);
    const { body: detail } = await ask('GET', `/receipts/${receipt}`);
    expect(detail.settlement.deductions).toMatchObject([
      { number: '7200001', reason: 'damage', treatment: 'claimed' },
      { number: '7200001', reason: 'small_difference', treatment: 'posted' },
    ]);
    const { body: undone } = await ask('POST', `/receipts/${receipt}/undo`, { reason: 'wrong customer' });
    expect(undone.undone.map(({ kind }: { kind: string }) => kind)).toEqual([
      'small_difference',
      'application',
      'identification',
    ]);
    expect(undone.withdrawn).toHaveLength(2);
    const { body: after } = await ask('GET', `/cash/deductions?receiptId=${receipt}`);
    expect(after.rows.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('what a manager may not post alone either is for an approval: nothing is posted', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7200101', amount: '5000.00' });
    const receipt = await book.receive({ amount: '1000.00' });
    const deductions = [{ itemId: invoice, amount: EUR('4000.00'), reason: 'small_difference' }];
    const payload = { customerId: acme, allocations: [{ itemId: invoice, amount: EUR('1000.00') }], deductions };
    postsAlone = false;
    expect(await ask('POST', `/receipts/${receipt}/apply`, payload, 'manager')).toMatchObject({
      status: 409,
      body: { code: 'approval_needed' },
    });
    expect([await book.open(invoice), await book.deductions(receipt)]).toEqual(['5000.00 of C-1', []]);
    const within = { ...payload, deductions: [{ ...deductions[0], amount: EUR('9.99') }] };
    expect(await ask('POST', `/receipts/${receipt}/apply`, within, 'manager')).toMatchObject({ status: 200 });
    postsAlone = true;
  });

  it('a reason that nobody knows is refused with those there are', async () => {
    const invoice = await book.owe({ customerId: acme, number: '7200002', amount: '10.00' });
    const receipt = await book.receive({ amount: '9.00' });
    const deductions = [{ itemId: invoice, amount: EUR('1.00'), reason: 'bad_weather' }];
    const payload = { customerId: acme, allocations: [{ itemId: invoice, amount: EUR('9.00') }], deductions };
    const { status, body } = await ask('POST', `/receipts/${receipt}/apply`, payload);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/deductions.*reason.*damage/);
  });

  it('pages follow one another without losing a row', async () => {
    for (const at of [1, 2, 3]) {
      const invoice = await book.owe({ customerId: acme, number: `722000${at}`, amount: '50.00' });
      const receipt = await book.receive({ amount: '40.00' });
      const deductions = [{ itemId: invoice, amount: EUR('10.00'), reason: 'pricing' }];
      const allocations = [{ itemId: invoice, amount: EUR('40.00') }];
      await ask('POST', `/receipts/${receipt}/apply`, { customerId: acme, allocations, deductions });
    }
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await ask('GET', `/cash/deductions?reason=pricing&limit=1${cursor}`);
      seen.push(...body.rows.map(({ itemNumber }: { itemNumber: string }) => itemNumber));
      if (body.next === null) break;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
    expect(seen.sort()).toEqual(['7220001', '7220002', '7220003']);
  });
});
