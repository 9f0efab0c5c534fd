import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../app.fixture.ts';
import { euro, type InterestDeskBook, openInterestDesk } from './interest-notes.fixture.ts';

let desk: InterestDeskBook;
let mia: Caller;
let max: Caller;
beforeAll(async () => {
  desk = await openInterestDesk();
  ({ mia, max } = desk);
  // A manager charges and lets go up to 200.00 alone: 209.63 takes a second person.
  for (const kind of ['interest_charge', 'interest_waiver']) {
    const limit = { kind, holder: { role: 'manager' }, alone: euro('200.00'), decide: euro('5000.00') };
    const set = await desk.expert.send('PUT', at('/approval-limits'), limit);
    expect(set.status, set.text).toBeLessThan(300);
  }
});
afterAll(() => desk.drop());

const at = (address: string) => `/companies/IT01${address}`;
const itemsOf = async (customerId: string): Promise<string[]> => {
  const { rows } = (await mia.get(at('/interest-proposals?limit=100'))).body;
  const found = rows.find((row) => row.customerId === customerId) as unknown as
    | { lines: { itemId: string }[] }
    | undefined;
  return found?.lines.map(({ itemId }) => itemId) ?? [];
};
const notes = async (customerId: string) => (await mia.get(at(`/interest-notes?customerId=${customerId}`))).body.rows;
const direct = async (customerId: string, what: 'charges' | 'waivers', total = '209.63') =>
  mia.send('POST', at(`/customers/${customerId}/interest-${what}`), {
    ...{ itemIds: await itemsOf(customerId), total: euro(total) },
    ...(what === 'waivers' ? { reason: 'goodwill' } : {}),
  });
const ask = async (customerId: string, given: { kind?: string; letter?: object | null; total?: string } = {}) => {
  const { kind = 'interest_charge', letter = null, total = '209.63' } = given;
  const more = kind === 'interest_charge' ? { letter } : {};
  const act = { kind, customerId, itemIds: await itemsOf(customerId), total: euro(total), ...more };
  return mia.send('POST', at('/approvals'), { act, reason: 'they pay late every month' });
};
interface Detail {
  readonly fingerprint: string;
  readonly state: string;
  readonly noTurn: string | null;
  readonly refusal: { code: string } | null;
  readonly amount: object;
  readonly differences: { account: string; asked: { amount: string }; now: { amount: string } }[];
}
const detail = async (id: string) => (await max.get(at(`/approvals/${id}`))).body as unknown as Detail;
const approve = async (id: string, seen?: string) =>
  max.send('POST', at(`/approvals/${id}/approval`), { seen: seen ?? (await detail(id)).fingerprint });

describe('interest above one’s limit', () => {
  it('is refused to one, asked for, and charged and told by another’s word, once', async () => {
    const customerId = await desk.owes('Vetreria', ['FV-1']);
    const refused = await direct(customerId, 'charges');
    expect(refused.body).toMatchObject({
      code: 'approval_needed',
      details: { of: 'customer_kind', limit: euro('200.00') },
    });
    expect(await notes(customerId)).toEqual([]);

    expect((await ask(customerId, { total: '209.62' })).body.code).toBe('interest_changed');
    const letter = { address: 'ap@vetreria.example', name: 'Ada Rossi', language: 'en' };
    const { id } = (await ask(customerId, { letter })).body;
    expect((await ask(customerId)).body.code).toBe('approval_is_asked_already');
    expect((await direct(customerId, 'waivers')).body.code).toBe('approval_waits');
    const { rows } = (await max.get(at('/approvals?view=for_me'))).body;
    expect(rows).toMatchObject([{ id, kind: 'interest_charge', customerName: 'Vetreria', amount: euro('209.63') }]);
    expect((await mia.send('POST', at(`/approvals/${id}/approval`), { seen: 'x' })).body.code).toBe(
      'approval_is_your_own',
    );

    const note = await max.get(at(`/approvals/${id}/interest-note`));
    expect(note.status, note.text).toBe(200);
    expect(await notes(customerId)).toEqual([]); // looked at, and not charged

    const { fingerprint } = await detail(id);
    const both = await Promise.all([approve(id, fingerprint), approve(id, fingerprint)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const charged = await notes(customerId);
    expect(charged).toMatchObject([
      { total: euro('209.63'), state: 'on_its_way', letter: { to: ['ap@vetreria.example'] } },
    ]);
    expect((await max.get(at(`/approvals/${id}/interest-note`))).status).toBe(404); // charged: the note itself stands
    await desk.send();
    const mail = (await desk.mails()).at(-1);
    expect(mail?.text).toContain('Kind regards\nMia'); // who asked signs, not who approved
    expect((await max.get(at('/approvals?view=settled'))).body.rows).toMatchObject([{ id, state: 'posted' }]);
  });

  it('stays what it was through the day of asking, whatever day it is decided on and whatever note came between', async () => {
    const customerId = await desk.owes('Larkfield', ['FV-2']);
    const { id } = (await ask(customerId)).body;
    const other = await desk.owes('Between', ['FV-3']);
    await desk.expert.send('PUT', at('/approval-limits'), {
      ...{ kind: 'interest_charge', holder: { personId: max.id }, alone: null, decide: null },
    });
    const body = { itemIds: await itemsOf(other), total: euro('209.63') };
    expect((await max.send('POST', at(`/customers/${other}/interest-charges`), body)).status).toBe(200);
    desk.test.clock.forward(4 * 24 * 60);
    [mia, max] = [await signIn('Mia', mia), await signIn('Max', max)];
    expect(await detail(id)).toMatchObject({ refusal: null, differences: [], amount: euro('209.63') });
    expect((await approve(id)).status).toBe(200);
    expect(await notes(customerId)).toMatchObject([{ total: euro('209.63'), dueOn: '2026-03-20' }]);
    // The four days since are proposed anew: 10,000.00 × 10.15 % × 4 / 365.
    expect(await totalOf(customerId)).toBe('11.12');
  });

  it('is looked at again where money came to light: the difference is shown, and what was seen is what is charged', async () => {
    const customerId = await desk.owes('Late Money', ['FV-4', 'FV-5']);
    const items = await itemsOf(customerId);
    const total = await totalOf(customerId);
    const { id } = (await ask(customerId, { total })).body;
    const before = (await detail(id)).fingerprint;
    await settle(items[0] ?? '', customerId);
    expect((await approve(id, before)).body.code).toBe('entries_changed');
    const now = await detail(id);
    expect(now.differences.map(({ account }) => account)).toContain('receivable');
    expect((await approve(id)).status).toBe(200);
    // 31 days of what was paid on 1 February, 65 of the other, twice 40.00.
    expect(await notes(customerId)).toMatchObject([{ total: euro('346.96') }]);
  });

  it('of which nothing is left is refused by the books, with the reason, and withdrawn by who asked', async () => {
    const customerId = await desk.owes('Nothing Left', ['FV-6']);
    const [item = ''] = await itemsOf(customerId);
    const { id } = (await ask(customerId, { total: await totalOf(customerId) })).body;
    await cancel(item);
    expect(await detail(id)).toMatchObject({ refusal: { code: 'interest_changed' }, noTurn: 'refused_by_books' });
    expect((await mia.send('POST', at(`/approvals/${id}/withdrawal`), { words: null })).status).toBe(204);
  });

  it('is let go by a second person’s word, which posts nothing', async () => {
    const customerId = await desk.owes('Goodwill', ['FV-7']);
    const total = await totalOf(customerId);
    expect((await direct(customerId, 'waivers', total)).body.code).toBe('approval_needed');
    const { id } = (await ask(customerId, { kind: 'interest_waiver', total })).body;
    expect(await itemsOf(customerId)).toHaveLength(1);
    expect((await approve(id)).body).toEqual({ state: 'posted', entryIds: [] });
    expect(await itemsOf(customerId)).toEqual([]);
    expect(await notes(customerId)).toEqual([]);
    expect((await approve(id, 'again')).body.code).toBe('approval_is_settled');
  });

  it('sent back with words is withdrawn, and then one may ask again', async () => {
    const customerId = await desk.owes('Sent Back', ['FV-8']);
    const total = await totalOf(customerId);
    const { id } = (await ask(customerId, { total })).body;
    await max.send('POST', at(`/approvals/${id}/sending-back`), { words: 'they have a point' });
    expect((await direct(customerId, 'charges', total)).body.code).toBe('approval_waits');
    await mia.send('POST', at(`/approvals/${id}/withdrawal`), { words: 'true' });
    expect((await ask(customerId, { total })).status).toBe(201);
  });
});

async function signIn(_name: string, who: Caller): Promise<Caller> {
  const { identity } = desk.test.app.services;
  const { makeSignInLink } = await import('../../identity/index.ts');
  const { callerOf } = await import('../../../app.fixture.ts');
  const link = await makeSignInLink(identity, { personId: who.id, madeBy: desk.test.operator });
  const answer = await desk.test.ask({ method: 'POST', url: '/session/link', payload: { token: link.secret } });
  return callerOf(desk.test.ask, who.id, answer);
}

async function totalOf(customerId: string): Promise<string> {
  const { rows } = (await mia.get(at('/interest-proposals?limit=100'))).body;
  return (rows.find((row) => row.customerId === customerId)?.total as { amount: string } | undefined)?.amount ?? '';
}

/** A payment of 1 February, found late. */
async function settle(itemId: string, customerId: string): Promise<void> {
  const on = localDate('2026-02-01');
  const credit = {
    kind: 'on_account_credit',
    number: `P-${itemId.slice(-6)}`,
    customerId,
    currency: 'EUR',
    issuedOn: on,
  } as const;
  const document = { ...credit, instalments: [{ dueOn: on, amountMinor: 1_000_000n }] };
  const { itemIds } = await desk.act({ kind: 'document', document });
  const allocations = [{ creditItemId: itemIds[0] ?? '', debitItemId: itemId, amountMinor: 1_000_000n }];
  await desk.act({ kind: 'application', allocations, effectiveOn: on, reason: 'found' });
}

async function cancel(itemId: string): Promise<void> {
  const { openingEntryId } = (await mia.get(at(`/items/${itemId}`))).body;
  await desk.act({
    kind: 'reversal',
    entryId: String(openingEntryId),
    withDependents: true,
    reason: 'never delivered',
  });
}
