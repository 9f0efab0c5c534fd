import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CashBook, openCashBook } from './cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from './cash-routes.fixture.ts';

let book: CashBook;
let routes: CashRoutes;
let acme: string;

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  routes = await serveCashRoutes(book);
});
afterAll(async () => {
  await routes.close();
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

const ask: CashRoutes['ask'] = (...asked) => routes.ask(...asked);

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('a day at the cash desk', () => {
  let invoice: string;
  let proposed: string;
  let receipts: Record<'cited' | 'bare' | 'stranger', string>;

  it('begins with a run: one posts itself, one is proposed, one belongs to nobody yet', async () => {
    invoice = await book.owe({ customerId: acme, number: '7100001', amount: '100.00' });
    proposed = await book.owe({ customerId: acme, number: '7100002', amount: '212.34' });
    receipts = {
      cited: await book.receive({ amount: '100.00', text: ['RE 7100001', '  THANK YOU'], number: 'S1' }),
      bare: await book.receive({ amount: '212.34', payer: 'FACTOR AG', account: 'DE12', number: 'S2' }),
      stranger: await book.receive({ amount: '1.23', payer: 'WHO', number: 'S3' }),
    };
    expect(await ask('POST', '/cash-application/run')).toEqual({
      status: 200,
      body: { considered: 3, posted: 1, suggested: 1, exceptions: 1, unchanged: 0, passedOver: 0 },
    });
  });

  it('each receipt stands in one queue, and the queues are counted', async () => {
    const { body } = await ask('GET', '/receipts?queue=to_confirm');
    expect(body.counts).toEqual({ to_confirm: 1, exceptions: 0, unidentified: 1, unapplied: 0, posted: 1 });
    expect(body.rows).toMatchObject([
      {
        id: receipts.bare,
        number: 'S2',
        amount: EUR('212.34'),
        unapplied: EUR('212.34'),
        payerName: 'FACTOR AG',
        customerId: acme,
        customerName: 'ACME Manufacturing GmbH',
        queue: 'to_confirm',
        status: 'waiting',
      },
    ]);
    const posted = await ask('GET', '/receipts?queue=posted');
    expect(posted.body.rows).toMatchObject([
      { id: receipts.cited, text: 'RE 7100001 THANK YOU', unapplied: EUR('0.00') },
    ]);
    const unidentified = await ask('GET', '/receipts?queue=unidentified');
    expect(unidentified.body.rows).toMatchObject([{ id: receipts.stranger, customerId: null, status: 'waiting' }]);
  });

  it('is searched by payer, text, number and amount', async () => {
    const found = async (search: string) =>
      (await ask('GET', `/receipts?queue=to_confirm&search=${encodeURIComponent(search)}`)).body.rows.length;
    expect(await Promise.all(['factor', 'acme', '212.34', 'DE12', 'S2', 'nobody'].map(found))).toEqual([
      1, 1, 1, 1, 1, 0,
    ]);
  });

  it('a receipt shows what the bank said, what was concluded and why, and the items in reach', async () => {
    const { body } = await ask('GET', `/receipts/${receipts.bare}`);
    expect(body).toMatchObject({
      bankLine: { counterpartyName: 'FACTOR AG', counterpartyAccount: 'DE12', amount: EUR('212.34') },
      decision: {
        decision: 'suggest',
        state: 'waiting',
        allocations: [{ itemId: proposed, number: '7100002', amount: EUR('212.34') }],
        question: 'Does FACTOR AG pay for customer C-1?',
        questionCode: 'does_payer_pay_for',
      },
      settlement: null,
      candidates: [{ id: proposed, open: EUR('212.34'), daysLate: 19 }],
      applied: [],
      canUndo: false,
      isToDecide: false,
    });
    expect(body.decision.evidence).toContainEqual({
      kind: 'amount_unique',
      detail: 'of all open items only this one is 212.34 EUR',
      parameters: { total: EUR('212.34') },
    });
    const cited = await ask('GET', `/receipts/${receipts.cited}`);
    expect(cited.body).toMatchObject({
      decision: { decision: 'auto', state: 'posted', rule: 'cited_and_exact' },
      settlement: { kind: 'by_itself' },
      applied: [{ itemId: invoice, number: '7100001', amount: EUR('100.00') }],
      canUndo: true,
    });
  });

  it('the proposal is confirmed, and its payer is known from now on', async () => {
    const seen = (await ask('GET', `/receipts/${receipts.bare}`)).body.decision.number;
    const other = await ask('POST', `/receipts/${receipts.bare}/confirm`, { decision: seen - 1 });
    expect(other, 'another proposal than was seen').toMatchObject({ status: 409, body: { code: 'receipt_changed' } });
    const { status, body } = await ask('POST', `/receipts/${receipts.bare}/confirm`, { decision: seen });
    expect({ status, queue: body.queue, entries: body.entryIds.length }).toEqual({
      status: 200,
      queue: 'posted',
      entries: 2,
    });
    const known = await ask('GET', '/cash/knowledge?search=DE12');
    expect(known.body.rows).toMatchObject([
      { kind: 'account', what: 'DE12', customer: { id: acme }, origin: 'application', times: 1, canTakeBack: true },
    ]);
    const revoked = await ask('POST', '/cash/knowledge/revocations', {
      id: known.body.rows[0].id,
      reason: 'a factor',
    });
    expect(revoked.status).toBe(204);
    expect((await ask('GET', '/cash/knowledge?search=DE12')).body.rows).toEqual([]);
  });

  it('the stranger’s money is put on an account, then partly applied, and all of it undone', async () => {
    const { stranger } = receipts;
    expect((await ask('POST', `/receipts/${stranger}/on-account`, { customerId: acme })).body.queue).toBe('unapplied');
    const small = await book.owe({ customerId: acme, number: '7100003', amount: '1.00' });
    const typed = { customerId: acme, allocations: [{ itemId: small, amount: EUR('1.00') }] };
    expect((await ask('POST', `/receipts/${stranger}/apply`, typed)).body.queue).toBe('unapplied');
    const detail = await ask('GET', `/receipts/${stranger}`);
    expect(detail.body).toMatchObject({
      unapplied: EUR('0.23'),
      settlement: { kind: 'corrected', by: 'Test Analyst' },
      decision: { decision: 'exception', state: 'replaced', allocations: [] },
    });
    const undone = await ask('POST', `/receipts/${stranger}/undo`);
    expect(undone).toMatchObject({ status: 200, body: { queue: 'unidentified', kept: [] } });
    expect(undone.body.restored).toContainEqual({ itemId: small, number: '7100003', open: EUR('1.00') });
  });

  it('what was not ours leaves the queues', async () => {
    const moved = await ask('POST', `/receipts/${receipts.stranger}/not-ours`, { reason: 'for our landlord' });
    expect(moved.body.queue).toBe('posted');
    expect((await ask('GET', `/receipts/${receipts.stranger}`)).body.settlement).toMatchObject({ kind: 'not_ours' });
  });

  it('refusals say what to do', async () => {
    const again = await ask('POST', `/receipts/${receipts.bare}/confirm`, { decision: 1 });
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing_to_confirm' } });
    const typed = {
      customerId: acme,
      allocations: [{ itemId: invoice, amount: { amount: '1.005', currency: 'EUR' } }],
    };
    expect((await ask('POST', `/receipts/${receipts.bare}/apply`, typed)).status).toBe(400);
    expect((await ask('GET', '/receipts/01890000-0000-7000-8000-000000000000')).body.code).toBe('not_found');
    expect((await ask('GET', `/receipts/${invoice}`)).body.code).toBe('not_found');
  });

  it('an auditor reads, and applies nothing', async () => {
    expect((await ask('GET', '/receipts', undefined, 'auditor')).status).toBe(200);
    expect((await ask('POST', '/cash-application/run', undefined, 'auditor')).body.code).toBe('not_permitted');
  });

  it('long queues come in pages, each receipt once', async () => {
    for (let index = 0; index < 5; index += 1) await book.receive({ amount: `${index + 1}.77`, payer: 'NOBODY' });
    await ask('POST', '/cash-application/run');
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await ask('GET', `/receipts?queue=unidentified&limit=2${cursor}`);
      seen.push(...body.rows.map((row: { id: string }) => row.id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
    const first = await ask('GET', '/receipts?queue=posted&limit=1');
    const second = await ask('GET', `/receipts?queue=posted&limit=1&cursor=${first.body.next}`);
    expect(second.body.rows[0].since <= first.body.rows[0].since).toBe(true);
    expect(second.body.rows[0].id).not.toBe(first.body.rows[0].id);
  });
});
