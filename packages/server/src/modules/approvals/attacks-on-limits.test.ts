/** Ways to post more alone than one may: by other doors, by splitting, by undoing. Each is refused with the way on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApprovalsDesk, at, eur, openApprovalsDesk } from './approvals.fixture.ts';

let desk: ApprovalsDesk;
let mia: ApprovalsDesk['mia'];
let count = 0;
beforeAll(async () => {
  desk = await openApprovalsDesk();
});
afterAll(() => desk.close());
/** Each attack is somebody else’s, so that no sum of another counts. */
beforeEach(async () => {
  count += 1;
  mia = await desk.signIn(`Manager ${count}`, 'manager');
});

const adjust = (who: ApprovalsDesk['mia'], itemId: string, kind: string, amount: string, effectiveOn?: string) =>
  who.send('POST', at(`/items/${itemId}/adjustments`), {
    ...{ kind, amount: eur(amount), reason: 'insolvent' },
    ...(effectiveOn && { effectiveOn }),
  });

const creditNote = (amount: string, customerId = desk.customerId) => ({
  kind: 'credit_note',
  number: `C-${++count}`,
  customerId,
  issuedOn: '2026-02-20',
  instalments: [{ dueOn: '2026-02-20', amount: eur(amount) }],
});

const credit = (who: ApprovalsDesk['mia'], amount: string, customerId?: string) =>
  who.send('POST', at('/documents'), creditNote(amount, customerId));

async function aCustomer(): Promise<string> {
  const customer = { number: `9${++count}`, name: `Customer ${count}` };
  const asked = await desk.mia.send('POST', at('/customers'), { reason: 'new', customer });
  const made = await desk.bruno.send('POST', at(`/customer-requests/${asked.body.id}/approve`), { reason: 'known' });
  return String(made.body.customerId);
}

async function anInvoiceOf(customerId: string, amount: string): Promise<string> {
  const posted = await desk.mia.send('POST', at('/documents'), {
    ...{ kind: 'invoice', number: `I-${++count}`, customerId, issuedOn: '2026-01-15' },
    instalments: [{ dueOn: '2026-02-15', amount: eur(amount) }],
  });
  return (posted.body.itemIds as string[])[0] ?? '';
}

describe('credits', () => {
  it('above the limit are refused to whoever posts documents; asked for, another decides', async () => {
    const dario = await desk.signIn('Dario', 'dispute_analyst');
    for (const who of [dario, mia]) {
      expect((await credit(who, '10000.01')).body).toMatchObject({
        code: 'approval_needed',
        details: { kind: 'credit', of: 'kind', limit: eur('10000.00'), left: eur('10000.00'), asked: eur('10000.01') },
      });
    }
    expect((await credit(dario, '10000.00')).status).toBe(200);
    const act = {
      ...{ kind: 'credit', document: 'credit_note', number: 'C-asked', customerId: desk.customerId },
      ...{ issuedOn: '2026-02-20', amount: eur('12000.00') },
    };
    const asked = await desk.askAs(dario, act, 'goods came back');
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
  });

  it('dated after today are measured too', async () => {
    const later = { ...creditNote('10000.01'), issuedOn: '2026-04-01' };
    expect((await mia.send('POST', at('/documents'), later)).body.code).toBe('approval_needed');
  });

  it('are limited for a role or a person like write-offs', async () => {
    const rosa = await desk.signIn('Rosa', 'dispute_analyst');
    const row = { kind: 'credit', holder: { personId: rosa.id }, alone: eur('500.00'), decide: null };
    expect((await desk.olga.send('PUT', at('/approval-limits'), row)).status).toBe(204);
    expect((await credit(rosa, '500.01')).body).toMatchObject({ details: { limit: eur('500.00') } });
    expect((await credit(rosa, '500.00')).status).toBe(200);
  });

  it('by taking back an invoice are credits', async () => {
    const customerId = await aCustomer();
    const takeBack = async (invoice: string) => {
      const { body } = await desk.ada.get(at(`/items/${invoice}`));
      const undo = { reason: 'billed twice', withDependents: false };
      return desk.ada.send('POST', at(`/entries/${body.openingEntryId}/reversal`), undo);
    };
    const [large, small] = [await anInvoiceOf(customerId, '10000.01'), await anInvoiceOf(customerId, '10000.00')];
    expect((await takeBack(large)).body).toMatchObject({
      code: 'approval_needed',
      details: { kind: 'credit', asked: eur('10000.01') },
    });
    expect((await takeBack(small)).status).toBe(200);
  });

  it('that a program brings are another system’s, until its role has a limit', async () => {
    const issued = await desk.olga.send('POST', at('/tokens'), {
      name: 'erp',
      roles: ['api_client'],
      expiresInDays: 1,
    });
    const headers = { authorization: `Bearer ${issued.body.token}` };
    const bring = () =>
      desk.test.ask({ method: 'POST', url: at('/documents'), payload: creditNote('50000.00'), headers });
    expect((await bring()).status).toBe(200);
    const row = { kind: 'credit', holder: { role: 'api_client' }, alone: eur('1000.00'), decide: null };
    expect((await desk.olga.send('PUT', at('/approval-limits'), row)).status).toBe(204);
    expect((await bring()).body.code).toBe('approval_needed');
  });
});

describe('splitting', () => {
  it('over kinds on one item counts together', async () => {
    const invoice = await anInvoiceOf(await aCustomer(), '40000.00');
    expect((await adjust(mia, invoice, 'write_off', '6000.00')).status).toBe(200);
    expect((await adjust(mia, invoice, 'cash_discount', '4000.01')).body).toMatchObject({
      code: 'approval_needed',
      details: { of: 'item_total', limit: eur('10000.00'), value: eur('10000.01'), left: eur('4000.00') },
    });
    expect((await adjust(mia, invoice, 'deduction', '4000.00')).status).toBe(200);
  });

  it('into a write-off and a credit applied to the same item counts together', async () => {
    const customerId = await aCustomer();
    const invoice = await anInvoiceOf(customerId, '40000.00');
    const note = await credit(mia, '8000.00', customerId);
    const [creditItemId] = note.body.itemIds as string[];
    const allocations = [{ creditItemId, debitItemId: invoice, amount: eur('8000.00') }];
    const applied = await mia.send('POST', at('/applications'), { allocations });
    expect(applied.status).toBe(200);
    expect((await adjust(mia, invoice, 'write_off', '2000.01')).body).toMatchObject({
      details: { of: 'item_total', left: eur('2000.00') },
    });
    expect((await adjust(mia, invoice, 'write_off', '2000.00')).status).toBe(200);
  });

  it('over the items of one customer counts together for 30 days', async () => {
    const customerId = await aCustomer();
    const invoices = [];
    for (let at = 0; at < 3; at++) invoices.push(await anInvoiceOf(customerId, '9000.00'));
    const answers = [];
    for (const invoice of invoices) answers.push(await adjust(mia, invoice, 'write_off', '9000.00'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409]);
    expect(answers[2]?.body).toMatchObject({
      details: { of: 'customer_total', limit: eur('20000.00'), left: eur('2000.00') },
    });
    expect(answers[2]?.body.detail).toContain('another person decides');
  });

  it('over customers counts together for the day, also when all come at once', async () => {
    const row = { kind: 'day_total', holder: { personId: mia.id }, alone: eur('15000.00'), decide: null };
    expect((await desk.olga.send('PUT', at('/approval-limits'), row)).status).toBe(204);
    const invoices = [];
    for (let at = 0; at < 4; at++) invoices.push(await anInvoiceOf(await aCustomer(), '6000.00'));
    const answers = await Promise.all(invoices.map((invoice) => adjust(mia, invoice, 'write_off', '6000.00')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ details: { of: 'day_total', left: eur('3000.00') } });
  });

  it('into a part now and a part that waits for its day counts together, over kinds', async () => {
    const invoice = await anInvoiceOf(await aCustomer(), '40000.00');
    expect((await adjust(mia, invoice, 'write_off', '6000.00', '2026-03-20')).status).toBe(200);
    expect((await adjust(mia, invoice, 'cash_discount', '6000.00')).body).toMatchObject({
      details: { of: 'item_total' },
    });
  });
});

describe('what is undone', () => {
  it('counts no more, by as much as was undone', async () => {
    const invoice = await anInvoiceOf(await aCustomer(), '40000.00');
    const written = await adjust(mia, invoice, 'write_off', '10000.00');
    const [entryId] = written.body.entryIds as string[];
    const undo = { reason: 'paid after all', withDependents: false, amount: eur('2500.00') };
    expect((await mia.send('POST', at(`/entries/${entryId}/reversal`), undo)).status).toBe(200);
    expect((await adjust(mia, invoice, 'cash_discount', '2500.01')).body.code).toBe('approval_needed');
    expect((await adjust(mia, invoice, 'cash_discount', '2500.00')).status).toBe(200);
  });
});

describe('the cash desk', () => {
  it('counts what is posted beyond its caps, also when it is posted again beside the undoing of another item', async () => {
    const customerId = await aCustomer();
    const [large, other] = [await anInvoiceOf(customerId, '30000.00'), await anInvoiceOf(customerId, '100.00')];
    const posted = await desk.mia.send('POST', at('/documents'), {
      ...{ kind: 'receipt', number: `R-${++count}`, customerId, issuedOn: '2026-03-01' },
      instalments: [{ dueOn: '2026-03-01', amount: eur('14100.00') }],
    });
    const [receipt] = posted.body.itemIds as string[];
    const applied = await mia.send('POST', at(`/receipts/${receipt}/apply`), {
      customerId,
      allocations: [
        { itemId: large, amount: eur('14000.00') },
        { itemId: other, amount: eur('100.00') },
      ],
      deductions: [{ itemId: large, amount: eur('6000.00'), reason: 'cash_discount' }],
    });
    expect(applied.status).toBe(200);
    const undone = await mia.send('POST', at(`/receipts/${receipt}/undo`), { itemIds: [other] });
    expect(undone.status).toBe(200);
    expect(await desk.openOf(large)).toBe('10000.00');
    expect((await adjust(mia, large, 'write_off', '4000.01')).body).toMatchObject({
      code: 'approval_needed',
      details: { of: 'item_total', left: eur('4000.00') },
    });
  });
});

describe('limits of what counts together', () => {
  it('are shown to everyone for themselves, and rise with the highest of the kinds', async () => {
    const own = async () => (await mia.get(at('/approval-limits'))).body.ownTotals;
    expect(await own()).toEqual([
      { kind: 'item_total', alone: eur('10000.00') },
      { kind: 'customer_total', alone: eur('20000.00') },
      { kind: 'day_total', alone: eur('50000.00') },
    ]);
    const row = { kind: 'write_off', holder: { personId: mia.id }, alone: eur('25000.00'), decide: null };
    expect((await desk.olga.send('PUT', at('/approval-limits'), row)).status).toBe(204);
    expect(await own()).toMatchObject([
      { alone: eur('25000.00') },
      { alone: eur('50000.00') },
      { alone: eur('125000.00') },
    ]);
  });

  it('nobody raises for themselves, and a total decides nothing', async () => {
    const both = await desk.signIn(`Both ${++count}`, 'expert', 'manager');
    const raise = { kind: 'day_total', holder: { role: 'manager' }, alone: null, decide: null };
    expect((await both.send('PUT', at('/approval-limits'), raise)).body.code).toBe('limit_is_your_own');
    const decides = { ...raise, alone: eur('1.00'), decide: eur('1.00') };
    expect((await desk.olga.send('PUT', at('/approval-limits'), decides)).body.code).toBe('limit_says_nothing');
  });
});

it('the books hold after all of it', async () => {
  const scope = { company: desk.company, actor: desk.test.operator };
  const invariants = await desk.test.app.services.verify(scope);
  expect(invariants.filter((one) => !one.ok)).toEqual([]);
});

describe('an exchange rate', () => {
  it('of one’s own does not close an item: neither at the desk nor in the ledger', async () => {
    const rate = (quotedOn: string) => ({ currency: 'CHF', quotedOn, rate: '1.05' });
    expect((await desk.olga.send('POST', at('/exchange-rates'), rate('2026-01-01'))).status).toBeLessThan(300);
    const posted = await desk.mia.send('POST', at('/documents'), {
      ...{ kind: 'invoice', number: `I-${++count}`, customerId: desk.customerId, issuedOn: '2026-01-15' },
      instalments: [{ dueOn: '2026-02-15', amount: { amount: '1000.00', currency: 'CHF' } }],
    });
    const [invoice] = posted.body.itemIds as string[];
    const receipt = await desk.receipt(`R-${++count}`, '400.00');
    const amount = { amount: '1000.00', currency: 'CHF' };
    const atDesk = await desk.ada.send('POST', at(`/receipts/${receipt}/apply`), {
      customerId: desk.customerId,
      allocations: [{ itemId: invoice, amount, receiptAmount: eur('1.00') }],
    });
    const inLedger = await desk.ada.send('POST', at('/applications'), {
      allocations: [{ creditItemId: receipt, debitItemId: invoice, amount, creditAmount: eur('1.00') }],
    });
    for (const { status, body } of [atDesk, inLedger]) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'exchange_is_not_the_days' });
    }
    expect(await desk.openOf(receipt)).toBe('-400.00');
    const fair = await desk.ada.send('POST', at('/applications'), {
      allocations: [
        {
          ...{ creditItemId: receipt, debitItemId: invoice },
          ...{ amount: { amount: '380.00', currency: 'CHF' }, creditAmount: eur('400.00') },
        },
      ],
    });
    expect(fair.body).toMatchObject({ state: 'done' });
  });
});
