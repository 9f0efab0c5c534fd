import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApprovalsDesk, at, eur, openApprovalsDesk } from './approvals.fixture.ts';

let desk: ApprovalsDesk;
beforeAll(async () => {
  desk = await openApprovalsDesk();
});
afterAll(() => desk.close());

describe('a refund', () => {
  it('is asked by the analyst, approved by a manager, and posted once with exactly what was shown', async () => {
    const receipt = await desk.receipt('R-1', '120.00');
    const draft = await desk.ada.send('POST', at('/approvals/draft'), { act: desk.refund(receipt, '50.00') });
    expect(draft.body).toMatchObject({ kind: 'refund', amount: eur('50.00'), needed: 1 });
    expect(await desk.openOf(receipt)).toBe('-120.00');

    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '50.00'));
    expect(asked.status).toBe(201);
    const shown = await desk.mia.get(at(`/approvals/${asked.body.id}`));
    expect(shown.body).toMatchObject({
      state: 'waiting',
      noTurn: null,
      requestedByName: 'Ada',
      differences: [],
      deciders: ['Administrator', 'Bruno', 'Mia'],
      asked: [{ kind: 'refund', amount: eur('50.00') }],
    });
    const postings = (shown.body.asked as { postings: { account: string; amount: object }[] }[])[0]?.postings;
    expect(postings?.map(({ account, amount }) => [account, amount])).toEqual([
      ['unapplied', eur('50.00')],
      ['refund', eur('-50.00')],
    ]);
    expect(shown.body.now).toEqual(shown.body.asked);

    const approved = await desk.approveAs(desk.mia, asked.body.id);
    expect(approved.body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(receipt)).toBe('-70.00');
    const after = await desk.ada.get(at(`/approvals/${asked.body.id}`));
    expect(after.body).toMatchObject({ state: 'posted', now: null, noTurn: 'settled', isUndone: false });
    expect((after.body.steps as { what: string; byName: string }[]).map(({ what, byName }) => [what, byName])).toEqual([
      ['asked', 'Ada'],
      ['approved', 'Mia'],
      ['posted', 'Mia'],
    ]);
    expect((await desk.approveAs(desk.bruno, asked.body.id)).body.code).toBe('approval_is_settled');
  });

  it('goes only to an account that two people have looked at', async () => {
    const receipt = await desk.receipt('R-2', '10.00');
    const act = { kind: 'refund', itemId: receipt, amount: eur('10.00'), account: 'IT60X0542811101000000123456' };
    expect((await desk.askAs(desk.ada, act)).body.code).toBe('refund_account_unknown');
  });

  it('of an invoice is none: we owe nothing there', async () => {
    const invoice = await desk.invoice('I-2', '10.00');
    expect((await desk.askAs(desk.ada, desk.refund(invoice, '10.00'))).body.code).toBe('refund_needs_a_credit');
  });

  it('is refused while payments out are blocked, also when it was asked before', async () => {
    const receipt = await desk.receipt('R-3', '10.00');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '10.00'));
    const block = { what: 'payments', reason: 'insolvency administrator' };
    expect((await desk.mia.send('POST', at(`/customers/${desk.customerId}/blocks`), block)).status).toBe(201);
    expect((await desk.approveAs(desk.bruno, asked.body.id)).body.code).toBe('payments_are_blocked');
    const blocks = await desk.mia.get(at(`/customers/${desk.customerId}/blocks`));
    const blockId = blocks.body.rows[0]?.id;
    await desk.bruno.send('POST', at(`/blocks/${blockId}/release`), { reason: 'lifted' });
    await desk.ada.send('POST', at(`/approvals/${asked.body.id}/withdrawal`), {});
  });
});

describe('when the books changed since it was asked', () => {
  it('the difference is shown, an approval of the old entries is refused, and of the new ones posted', async () => {
    const receipt = await desk.receipt('R-4', '100.00');
    const customer = await desk.signIn('Carla', 'manager');
    const asked = await desk.askAs(desk.ada, { kind: 'move', itemId: receipt, customerId: await aCustomer('4712') });
    const before = await desk.mia.get(at(`/approvals/${asked.body.id}`));
    const setApart = { kind: 'suspense', amount: eur('30.00'), reason: 'not theirs' };
    expect((await customer.send('POST', at(`/items/${receipt}/adjustments`), setApart)).status).toBe(200);

    const stale = await desk.mia.send('POST', at(`/approvals/${asked.body.id}/approval`), {
      seen: before.body.fingerprint,
    });
    expect(stale.body.code).toBe('entries_changed');
    const now = await desk.mia.get(at(`/approvals/${asked.body.id}`));
    expect(now.body.differences).toMatchObject([
      { account: 'unapplied', asked: eur('100.00'), now: eur('70.00') },
      { account: 'unapplied', asked: eur('-100.00'), now: eur('-70.00') },
    ]);
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
  });

  it('what the books refuse now cannot be approved, and says why', async () => {
    const receipt = await desk.receipt('R-5', '40.00');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '40.00'));
    const setApart = { kind: 'suspense', amount: eur('15.00'), reason: 'not theirs' };
    await desk.mia.send('POST', at(`/items/${receipt}/adjustments`), setApart);
    const shown = await desk.mia.get(at(`/approvals/${asked.body.id}`));
    expect(shown.body).toMatchObject({ noTurn: 'refused_by_books', refusal: { code: 'open_amount_exceeded' } });
    expect((await desk.approveAs(desk.mia, asked.body.id)).body.code).toBe('open_amount_exceeded');
  });
});

describe('sending back', () => {
  it('takes words, and the request waits again when it is asked anew with another amount', async () => {
    const receipt = await desk.receipt('R-6', '90.00');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '90.00'));
    const back = at(`/approvals/${asked.body.id}/sending-back`);
    expect((await desk.mia.send('POST', back, { words: '' })).status).toBe(400);
    expect((await desk.mia.send('POST', back, { words: 'only 60: invoice I-9 is open' })).status).toBe(204);
    const again = { act: desk.refund(receipt, '60.00'), reason: 'agreed with the customer' };
    const path = at(`/approvals/${asked.body.id}/ask-again`);
    expect((await desk.bruno.send('POST', path, again)).body.code).toBe('approval_is_not_yours');
    expect((await desk.ada.send('POST', path, again)).status).toBe(204);
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(receipt)).toBe('-30.00');
  });

  it('is closed by another when whoever asked has left', async () => {
    const receipt = await desk.receipt('R-7', '90.00');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '90.00'));
    const withdrawal = at(`/approvals/${asked.body.id}/withdrawal`);
    expect((await desk.mia.send('POST', withdrawal, {})).body.code).toBe('approval_is_not_yours');
    await desk.mia.send('POST', at(`/approvals/${asked.body.id}/sending-back`), { words: 'who is this?' });
    expect((await desk.mia.send('POST', withdrawal, { words: 'Ada has left' })).status).toBe(204);
    expect((await desk.askAs(desk.mia, desk.refund(receipt, '90.00'))).status).toBe(201);
  });
});

describe('one thing has one open request', () => {
  it('a second about the same receipt names who asked, and the receipt carries a hold meanwhile', async () => {
    const receipt = await desk.receipt('R-8', '20.00');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '20.00'));
    const second = await desk.askAs(desk.mia, desk.refund(receipt, '5.00'));
    expect(second.body).toMatchObject({ code: 'approval_is_asked_already' });
    expect(second.body.detail).toContain('Ada');
    const holds = await desk.ada.get(at(`/items/${receipt}/holds`));
    expect(holds.body.rows).toMatchObject([{ kind: 'waiting_approval', amount: eur('20.00') }]);
    await desk.ada.send('POST', at(`/approvals/${asked.body.id}/withdrawal`), { words: 'applied instead' });
    expect((await desk.ada.get(at(`/items/${receipt}/holds`))).body.rows).toEqual([]);
  });
});

it('a run of cash application leaves alone what waits for approval', async () => {
  const receipt = await desk.receipt('R-20', '64.00');
  const asked = await desk.askAs(desk.ada, desk.refund(receipt, '64.00'));
  const considered = async () => Number((await desk.ada.send('POST', at('/cash-application/run'))).body.considered);
  const held = await considered();
  await desk.ada.send('POST', at(`/approvals/${asked.body.id}/withdrawal`), {});
  expect(await considered()).toBe(held + 1);
});

describe('limits', () => {
  it('a manager posts alone up to the limit; above it, also in parts, it takes a request', async () => {
    const invoice = await desk.invoice('I-10', '30000.00');
    const adjust = (amount: string) =>
      desk.mia.send('POST', at(`/items/${invoice}/adjustments`), {
        kind: 'write_off',
        amount: eur(amount),
        reason: 'insolvent',
      });
    expect((await adjust('10000.01')).body).toMatchObject({
      code: 'approval_needed',
      details: { limit: eur('10000.00') },
    });
    expect((await adjust('6000.00')).status).toBe(200);
    expect((await adjust('4000.01')).body).toMatchObject({
      code: 'approval_needed',
      details: { value: eur('10000.01') },
    });
    expect((await adjust('4000.00')).status).toBe(200);
    expect(await desk.openOf(invoice)).toBe('20000.00');
    const writeOff = { kind: 'adjustment', adjustment: 'write_off', itemId: invoice, amount: eur('20000.00') };
    const asked = await desk.askAs(desk.mia, writeOff, 'insolvent');
    expect((await desk.approveAs(desk.bruno, asked.body.id)).body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(invoice)).toBe('0.00');
  });

  it('an act dated after today is measured by what it would be worth today', async () => {
    const invoice = await desk.invoice('I-11', '30000.00');
    const body = { kind: 'write_off', amount: eur('20000.00'), reason: 'insolvent', effectiveOn: '2026-04-01' };
    expect((await desk.mia.send('POST', at(`/items/${invoice}/adjustments`), body)).body.code).toBe('approval_needed');
  });

  it('undoing a part of an entry is said in the currency of the entry, asked for or at once', async () => {
    const invoice = await desk.invoice('I-13', '100.00');
    const body = { kind: 'write_off', amount: eur('40.00'), reason: 'insolvent' };
    const written = await desk.mia.send('POST', at(`/items/${invoice}/adjustments`), body);
    const [entryId] = written.body.entryIds as string[];
    const inYen = { amount: '1500', currency: 'JPY' };
    const undone = (amount: object) =>
      desk.mia.send('POST', at(`/entries/${entryId}/reversal`), { amount, reason: 'paid after all' });
    const asked = (amount: object) => desk.askAs(desk.ada, { kind: 'reversal', entryId, amount });
    expect((await undone(inYen)).body.code).toBe('currencies_differ');
    expect((await asked(inYen)).body.code).toBe('currencies_differ');
    expect(await desk.openOf(invoice)).toBe('60.00');
    expect((await undone(eur('15.00'))).status).toBe(200);
    expect(await desk.openOf(invoice)).toBe('75.00');
    const rest = await asked(eur('25.00'));
    expect((await desk.approveAs(desk.bruno, rest.body.id)).body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(invoice)).toBe('100.00');
  });

  it('above the second limit two people approve, and nobody twice', async () => {
    const seconds = { kind: 'refund', above: eur('1000.00') };
    expect((await desk.olga.send('PUT', at('/approval-second-limits'), seconds)).status).toBe(204);
    const receipt = await desk.receipt('R-12', '1000.01');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '1000.01'));
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'waiting', entryIds: [] });
    expect((await desk.approveAs(desk.mia, asked.body.id)).body.code).toBe('approval_given_already');
    expect(await desk.openOf(receipt)).toBe('-1000.01');
    expect((await desk.approveAs(desk.bruno, asked.body.id)).body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(receipt)).toBe('0.00');
  });

  it('whose limit is too low is told, and who may', async () => {
    const limit = { kind: 'refund', holder: { personId: desk.bruno.id }, alone: eur('0'), decide: eur('10.00') };
    expect((await desk.olga.send('PUT', at('/approval-limits'), limit)).status).toBe(204);
    const receipt = await desk.receipt('R-13', '10.01');
    const asked = await desk.askAs(desk.ada, desk.refund(receipt, '10.01'));
    expect((await desk.approveAs(desk.bruno, asked.body.id)).body.code).toBe('approval_above_your_limit');
    const shown = await desk.bruno.get(at(`/approvals/${asked.body.id}`));
    expect(shown.body).toMatchObject({ noTurn: 'above_limit', deciders: expect.not.arrayContaining(['Bruno']) });
    expect((await desk.bruno.get(at('/approvals/counts'))).body.forMe).toBe(0);
    const clearing = { kind: 'refund', holder: { personId: desk.bruno.id } };
    expect((await desk.olga.send('POST', at('/approval-limits/clearing'), clearing)).status).toBe(204);
  });

  it('nobody gives themselves more, and an amount in another currency is none', async () => {
    const both = await desk.signIn('Dora', 'expert', 'manager');
    const raise = { kind: 'any', holder: { role: 'manager' }, alone: null, decide: null };
    expect((await both.send('PUT', at('/approval-limits'), raise)).body.code).toBe('limit_is_your_own');
    const second = { kind: 'any', above: null };
    expect((await both.send('PUT', at('/approval-second-limits'), second)).body.code).toBe('limit_is_your_own');
    const lower = { kind: 'write_off', holder: { role: 'manager' }, alone: eur('9000.00'), decide: null };
    expect((await both.send('PUT', at('/approval-limits'), lower)).status).toBe(204);
    const dollars = { ...lower, alone: { amount: '1', currency: 'USD' } };
    expect((await desk.olga.send('PUT', at('/approval-limits'), dollars)).body.code).toBe('currencies_differ');
    expect((await desk.mia.send('PUT', at('/approval-limits'), lower)).status).toBe(403);
  });
});

describe('a move to another customer', () => {
  it('takes a part: the receipt keeps the rest, the part is a receipt of the other, each under one request', async () => {
    const receipt = await desk.receipt('R-30', '100.00');
    const neighbour = await aCustomer('4730');
    const move = (amount: string) => ({ kind: 'move', itemId: receipt, customerId: neighbour, amount: eur(amount) });
    const draft = await desk.ada.send('POST', at('/approvals/draft'), { act: move('40.00') });
    expect(draft.body).toMatchObject({ kind: 'move', amount: eur('40.00'), value: eur('40.00') });
    for (const [amount, rest] of [
      ['40.00', '-60.00'],
      ['25.00', '-35.00'],
    ] as const) {
      const asked = await desk.askAs(desk.ada, move(amount), 'paid for the neighbour, too');
      expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
      expect(await desk.openOf(receipt)).toBe(rest);
    }
    const there = await desk.ada.get(at(`/customers/${neighbour}/items`));
    expect(there.body.rows.map(({ number, kind, open }) => [number, kind, open])).toEqual(
      expect.arrayContaining([
        ['R-30/2', 'receipt', eur('-40.00')],
        ['R-30/3', 'receipt', eur('-25.00')],
      ]),
    );
  });

  it('of all that is open moves the receipt itself; of more, or to its own customer, is refused', async () => {
    const receipt = await desk.receipt('R-31', '100.00');
    const neighbour = await aCustomer('4731');
    const move = (customerId: string, amount: string) => ({
      kind: 'move',
      itemId: receipt,
      customerId,
      amount: eur(amount),
    });
    expect((await desk.askAs(desk.ada, move(neighbour, '100.01'))).body.code).toBe('open_amount_exceeded');
    expect((await desk.askAs(desk.ada, move(desk.customerId, '40.00'))).body.code).toBe('receipt_is_there_already');
    const asked = await desk.askAs(desk.ada, move(neighbour, '100.00'));
    await desk.approveAs(desk.mia, asked.body.id);
    expect((await desk.ada.get(at(`/items/${receipt}`))).body).toMatchObject({
      customerId: neighbour,
      open: eur('-100.00'),
    });
  });
});

describe('a transfer to another company', () => {
  it('is asked by the analyst, and the money is in both books once a manager has approved', async () => {
    const other = await desk.test.addCompany('FR01');
    const receipt = await desk.receipt('R-14', '75.00');
    const act = { kind: 'transfer', itemId: receipt, amount: eur('75.00'), toCompany: 'FR01' };
    expect((await desk.askAs(desk.ada, act)).body.code).toBe('company_not_found');
    const eva = await desk.test.signIn('Eva', desk.company, 'cash_analyst');
    const { operator, app } = desk.test;
    const { saveRoles } = await import('../identity/people.queries.ts');
    await app.services.database.write({ company: other, actor: operator }, (tx) =>
      saveRoles(tx, eva.id, ['cash_analyst']),
    );
    const asked = await desk.askAs(eva, act, 'belongs to France');
    expect(asked.status).toBe(201);
    expect((await desk.approveAs(desk.mia, asked.body.id)).body).toMatchObject({ state: 'posted' });
    expect(await desk.openOf(receipt)).toBe('0.00');
    const there = await eva.get(at('/receipts?queue=unidentified', 'FR01'));
    expect(there.body.rows).toMatchObject([{ number: 'IT01-R-14', unapplied: eur('75.00') }]);
  });
});

it('evidence is kept with an open request, downloaded as it is, and closed with it', async () => {
  const receipt = await desk.receipt('R-22', '8.00');
  const asked = await desk.askAs(desk.ada, desk.refund(receipt, '8.00'));
  const path = at(`/approvals/${asked.body.id}/evidence`);
  const form = new FormData();
  form.append('file', new Blob(['<b>please refund</b>']), 'mail from Neri.html');
  const body = new Response(form);
  const sent = async () =>
    desk.test.ask({
      method: 'POST',
      url: path,
      headers: {
        cookie: desk.ada.cookie,
        'x-csrf-token': desk.ada.csrfToken,
        'content-type': body.headers.get('content-type') ?? '',
      },
      payload,
    });
  const payload = Buffer.from(await body.arrayBuffer());
  const added = await sent();
  expect(added.status).toBe(201);
  const file = await desk.mia.get(`${path}/${added.body.id}`);
  expect(file.text).toBe('<b>please refund</b>');
  expect(file.headers['content-disposition']).toContain('attachment');
  expect(file.headers['content-type']).toBe('application/octet-stream');
  await desk.approveAs(desk.mia, asked.body.id);
  expect((await sent()).body.code).toBe('approval_is_settled');
});

it('says how long it has waited; nothing expires by itself', async () => {
  const receipt = await desk.receipt('R-21', '12.00');
  const asked = await desk.askAs(desk.ada, desk.refund(receipt, '12.00'));
  desk.test.clock.forward(3 * 24 * 60);
  const later = await desk.signIn('Gina', 'manager');
  const shown = await later.get(at(`/approvals/${asked.body.id}`));
  expect(shown.body).toMatchObject({ state: 'waiting', waitsDays: 3 });
  expect((await desk.approveAs(later, asked.body.id)).body).toMatchObject({ state: 'posted' });
});

it('the books hold after all of it', async () => {
  const scope = { company: desk.company, actor: desk.test.operator };
  const invariants = await desk.test.app.services.verify(scope);
  expect(invariants.filter((one) => !one.ok)).toEqual([]);
});

async function aCustomer(number: string): Promise<string> {
  const asked = await desk.mia.send('POST', at('/customers'), {
    reason: 'new',
    customer: { number, name: `No ${number}` },
  });
  const approved = await desk.bruno.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {
    reason: 'known',
  });
  return String(approved.body.customerId);
}
