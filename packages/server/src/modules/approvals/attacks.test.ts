/** Ways around four eyes that somebody might try, each refused, and by the database too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '../../app.fixture.ts';
import { ownerPool } from '../../platform/database/pool.ts';
import { makeSignInLink } from '../identity/index.ts';
import { saveRoles } from '../identity/people.queries.ts';
import { releasePending } from '../ledger/index.ts';
import { type ApprovalsDesk, at, eur, IBAN, openApprovalsDesk } from './approvals.fixture.ts';

let desk: ApprovalsDesk;
beforeAll(async () => {
  desk = await openApprovalsDesk();
  // What counts together has its own attacks: see attacks-on-limits.test.ts.
  for (const kind of ['customer_total', 'day_total']) {
    const row = { kind, holder: { role: 'manager' }, alone: null, decide: null };
    expect((await desk.olga.send('PUT', at('/approval-limits'), row)).status).toBe(204);
  }
});
afterAll(() => desk.close());

let count = 0;
async function aRequestBy(caller: ApprovalsDesk['ada'], amount = '50.00') {
  const receipt = await desk.receipt(`A-${++count}`, '100.00');
  const asked = await desk.askAs(caller, desk.refund(receipt, amount));
  expect(asked.status).toBe(201);
  return { receipt, id: asked.body.id };
}

describe('approving one’s own', () => {
  it('from a second tab, with another session of the same person, is refused', async () => {
    const { id, receipt } = await aRequestBy(desk.mia);
    expect((await desk.approveAs(desk.mia, id)).body.code).toBe('approval_is_your_own');
    expect(await desk.openOf(receipt)).toBe('-100.00');
  });

  it('after a change of roles is refused: who asked stays who asked', async () => {
    const { id } = await aRequestBy(desk.ada);
    const { app, operator } = desk.test;
    const scope = { company: desk.company, actor: operator };
    await app.services.database.write(scope, (tx) => saveRoles(tx, desk.ada.id, ['manager']));
    expect((await desk.approveAs(desk.ada, id)).body.code).toBe('approval_is_your_own');
    const back = await desk.ada.send('POST', at(`/approvals/${id}/sending-back`), { words: 'me' });
    expect(back.body.code).toBe('approval_is_your_own');
    await app.services.database.write(scope, (tx) => saveRoles(tx, desk.ada.id, ['cash_analyst']));
  });

  it('by an API token is refused, whoever made it: programs neither ask nor decide', async () => {
    const issued = await desk.olga.send('POST', at('/tokens'), {
      name: 'erp',
      roles: ['api_client'],
      expiresInDays: 1,
    });
    const headers = { authorization: `Bearer ${issued.body.token}` };
    const { id, receipt } = await aRequestBy(desk.ada);
    const seen = (await desk.mia.get(at(`/approvals/${id}`))).body.fingerprint;
    const asToken = (url: string, payload: object) => desk.test.ask({ method: 'POST', url: at(url), payload, headers });
    expect((await asToken(`/approvals/${id}/approval`, { seen })).body.code).toBe('not_permitted');
    const wish = { act: desk.refund(receipt, '1.00'), reason: 'x' };
    expect((await asToken('/approvals', wish)).body.code).toBe('not_permitted');
    expect((await desk.test.ask({ url: at('/approvals'), headers })).status).toBe(200);
  });

  it('straight in the database is refused too', async () => {
    const { id } = await aRequestBy(desk.ada);
    const owner = ownerPool(desk.test.connection, 1);
    const step = (by: string, what: string) =>
      owner.query(
        `insert into approval_step (company_id, id, request_id, version, what, fingerprint, by_id, by_name, at)
           select company_id, gen_random_uuid(), id, version, $2, 'x', $3, 'X', now() from approval_request where id = $1`,
        [id, what, by],
      );
    await expect(step(desk.ada.id, 'approved')).rejects.toThrow('approval_is_given_by_another');
    const post = `update approval_request set state = 'posted', settled_at = now(), entry_ids = array[gen_random_uuid()] where id = $1`;
    await expect(owner.query(post, [id])).rejects.toThrow('approval_comes_before_posting');
    await owner.end();
  });
});

describe('changing what was asked', () => {
  it('after an approval, the amount cannot be changed: only what was sent back is, and then approvals count anew', async () => {
    await desk.olga.send('PUT', at('/approval-second-limits'), { kind: 'refund', above: eur('40.00') });
    const { id, receipt } = await aRequestBy(desk.ada, '50.00');
    expect((await desk.approveAs(desk.mia, id)).body).toMatchObject({ state: 'waiting' });
    const again = { act: desk.refund(receipt, '90.00'), reason: 'more' };
    const path = at(`/approvals/${id}/ask-again`);
    expect((await desk.ada.send('POST', path, again)).body.code).toBe('approval_is_not_sent_back');
    await desk.bruno.send('POST', at(`/approvals/${id}/sending-back`), { words: 'how much?' });
    expect((await desk.ada.send('POST', path, again)).status).toBe(204);
    expect((await desk.approveAs(desk.bruno, id)).body).toMatchObject({ state: 'waiting' });
    expect(await desk.openOf(receipt)).toBe('-100.00');
    expect((await desk.approveAs(desk.mia, id)).body).toMatchObject({ state: 'posted' });
    await desk.olga.send('PUT', at('/approval-second-limits'), { kind: 'refund', above: null });
  });

  it('a credit cannot be asked again for another customer: the request would still name the first', async () => {
    const { body } = await desk.mia.send('POST', at('/customers'), {
      reason: 'new business',
      customer: { number: '9999', name: 'Somebody else' },
    });
    const other = await desk.bruno.send('POST', at(`/customer-requests/${body.id}/approve`), { reason: 'known' });
    const credit = (customerId: string) => ({
      ...{ kind: 'credit', document: 'credit_note', number: 'A-credit', customerId },
      ...{ issuedOn: '2026-02-01', amount: eur('70.00') },
    });
    const asked = await desk.askAs(desk.ada, credit(desk.customerId));
    await desk.mia.send('POST', at(`/approvals/${asked.body.id}/sending-back`), { words: 'why?' });
    const again = { act: credit(String(other.body.customerId)), reason: 'goods returned' };
    const answer = await desk.ada.send('POST', at(`/approvals/${asked.body.id}/ask-again`), again);
    expect(answer.body.code).toBe('approval_is_about_another');
  });

  it('straight in the database is refused', async () => {
    const { id } = await aRequestBy(desk.ada);
    const owner = ownerPool(desk.test.connection, 1);
    const raise = owner.query('update approval_request set amount_minor = 99999 where id = $1', [id]);
    await expect(raise).rejects.toThrow('approval_is_changed_only_when_sent_back');
    const redirect = owner.query(`update approval_request set pay_account = 'XX00' where id = $1`, [id]);
    await expect(redirect).rejects.toThrow('approval_is_changed_only_when_sent_back');
    await owner.end();
  });

  it('an approval of entries that were never shown is refused', async () => {
    const { id } = await aRequestBy(desk.ada);
    const path = at(`/approvals/${id}/approval`);
    expect((await desk.mia.send('POST', path, { seen: 'x'.repeat(43) })).body.code).toBe('entries_changed');
  });

  it('the account cannot be exchanged meanwhile: a removed one stops the approval', async () => {
    const { id } = await aRequestBy(desk.ada);
    const asked = await desk.mia.send('POST', at(`/customers/${desk.customerId}/requests`), {
      reason: 'new bank',
      change: { bankAccounts: [] },
    });
    await desk.bruno.send('POST', at(`/customer-requests/${asked.body.id}/approve`), { reason: 'called' });
    expect((await desk.approveAs(desk.mia, id)).body.code).toBe('refund_account_unknown');
    const back = await desk.mia.send('POST', at(`/customers/${desk.customerId}/requests`), {
      reason: 'old bank again',
      change: { bankAccounts: [{ account: IBAN, holder: 'Neri' }] },
    });
    await desk.bruno.send('POST', at(`/customer-requests/${back.body.id}/approve`), { reason: 'called' });
  });
});

describe('the first of two approvers', () => {
  const twoAbove = (above: string | null) =>
    desk.olga.send('PUT', at('/approval-second-limits'), { kind: 'refund', above: above === null ? null : eur(above) });
  const scope = () => ({ company: desk.company, actor: desk.test.operator });

  it('counts no more once the role is gone: another two approve', async () => {
    await twoAbove('40.00');
    const vera = await desk.signIn('Vera', 'manager');
    const { id, receipt } = await aRequestBy(desk.ada);
    expect((await desk.approveAs(vera, id)).body).toMatchObject({ state: 'waiting' });
    await desk.test.app.services.database.write(scope(), (tx) => saveRoles(tx, vera.id, ['cash_analyst']));
    const shown = await desk.mia.get(at(`/approvals/${id}`));
    expect(shown.body).toMatchObject({ approvedBy: [], lapsedBy: ['Vera'], approvalsCount: 0, noTurn: null });
    expect((await desk.approveAs(desk.mia, id)).body).toMatchObject({ state: 'waiting' });
    expect(await desk.openOf(receipt)).toBe('-100.00');
    expect((await desk.approveAs(desk.bruno, id)).body).toMatchObject({ state: 'posted' });
    await twoAbove(null);
  });

  it('counts no more once their limit is below the amount, or they have left', async () => {
    await twoAbove('40.00');
    const walter = await desk.signIn('Walter', 'manager');
    const { id } = await aRequestBy(desk.ada);
    await desk.approveAs(walter, id);
    const row = { kind: 'refund', holder: { personId: walter.id }, alone: eur('0'), decide: eur('10.00') };
    await desk.olga.send('PUT', at('/approval-limits'), row);
    expect((await desk.approveAs(desk.mia, id)).body).toMatchObject({ state: 'waiting' });
    await desk.test.app.services.database.write(scope(), (tx) => saveRoles(tx, walter.id, []));
    expect((await desk.approveAs(desk.bruno, id)).body).toMatchObject({ state: 'posted' });
    await twoAbove(null);
  });
});

describe('posting twice', () => {
  it('by a replayed key gives the first answer and moves nothing more', async () => {
    const { id, receipt } = await aRequestBy(desk.ada);
    const { fingerprint: seen } = (await desk.mia.get(at(`/approvals/${id}`))).body;
    const headers = { 'idempotency-key': 'approve-once' };
    const approve = (body: object) => desk.mia.send('POST', at(`/approvals/${id}/approval`), body, headers);
    const first = await approve({ seen });
    const second = await approve({ seen });
    expect(second.body).toEqual(first.body);
    expect(await desk.openOf(receipt)).toBe('-50.00');
    expect((await approve({ seen, words: 'another body' })).body.code).toBe('idempotency_key_reused');
  });

  it('by two managers at the same instant posts once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, receipt } = await aRequestBy(desk.ada);
      const { fingerprint: seen } = (await desk.mia.get(at(`/approvals/${id}`))).body;
      const path = at(`/approvals/${id}/approval`);
      const answers = await Promise.all(
        [desk.mia, desk.bruno, desk.mia].map((who) => who.send('POST', path, { seen })),
      );
      expect(answers.filter((answer) => answer.body.state === 'posted')).toHaveLength(1);
      expect(await desk.openOf(receipt)).toBe('-50.00');
    }
  });

  it('two who ask for the same at the same instant: one request', async () => {
    const receipt = await desk.receipt('A-race', '100.00');
    const answers = await Promise.all(
      [desk.ada, desk.mia, desk.bruno].map((who) => desk.askAs(who, desk.refund(receipt, '100.00'))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('the ledger’s own doors', () => {
  it('a refund is never posted by one manager alone, nor split under the limit by two requests at once', async () => {
    const receipt = await desk.receipt('A-direct', '100.00');
    const body = { kind: 'refund', amount: eur('1.00'), reason: 'quick' };
    expect((await desk.mia.send('POST', at(`/items/${receipt}/adjustments`), body)).body.code).toBe('approval_needed');
    const invoice = await desk.invoice('A-split', '20000.00');
    const half = { kind: 'write_off', amount: eur('6000.00'), reason: 'half' };
    const answers = await Promise.all(
      [1, 2].map(() => desk.mia.send('POST', at(`/items/${invoice}/adjustments`), half)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await desk.openOf(invoice)).toBe('14000.00');
  });
});

describe('the limit by acts that wait for their day', () => {
  const sixThousand = (effectiveOn?: string) => ({
    kind: 'write_off',
    amount: eur('6000.00'),
    reason: 'half',
    ...(effectiveOn && { effectiveOn }),
  });
  const writeOff = (invoice: string, body: object) => desk.mia.send('POST', at(`/items/${invoice}/adjustments`), body);

  it('two that wait count together, also when they come at once', async () => {
    const invoice = await desk.invoice('A-wait', '20000.00');
    const answers = await Promise.all(['2026-03-20', '2026-03-21'].map((day) => writeOff(invoice, sixThousand(day))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('one that waits counts beside one that is posted now', async () => {
    const invoice = await desk.invoice('A-wait-now', '20000.00');
    expect((await writeOff(invoice, sixThousand('2026-03-20'))).status).toBe(200);
    expect((await writeOff(invoice, sixThousand())).body.code).toBe('approval_needed');
  });

  it('one that has waited and was posted by the clock still counts for who gave it', async () => {
    const invoice = await desk.invoice('A-waited', '20000.00');
    expect((await writeOff(invoice, sixThousand('2026-03-03'))).status).toBe(200);
    desk.test.clock.forward(24 * 60);
    await releasePending(desk.test.app.services.database, { company: desk.company, actor: desk.test.operator });
    const { app, operator, ask } = desk.test;
    const link = await makeSignInLink(app.services.identity, { personId: desk.mia.id, madeBy: operator });
    const signedIn = await ask({ method: 'POST', url: '/session/link', payload: { token: link.secret } });
    const mia = callerOf(ask, desk.mia.id, signedIn);
    const posted = await mia.get(at(`/items/${invoice}`));
    expect(posted.body).toMatchObject({ open: eur('14000.00') });
    const again = await mia.send('POST', at(`/items/${invoice}/adjustments`), sixThousand());
    expect(again.body.code).toBe('approval_needed');
  });
});

it('the books hold after all of it', async () => {
  const scope = { company: desk.company, actor: desk.test.operator };
  const invariants = await desk.test.app.services.verify(scope);
  expect(invariants.filter((one) => !one.ok)).toEqual([]);
});
