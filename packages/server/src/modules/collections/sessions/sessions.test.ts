import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { openSmtpServer, type TestSmtpServer } from '../../../platform/testing/smtp-server.ts';
import { type CorrespondenceContext, sendWaiting } from '../../correspondence/index.ts';
import { insertContacts, insertCustomers } from '../../customers/index.ts';
import { invitationFile } from './invitation.ts';

let test: TestApp;
let scope: Scope;
let smtp: TestSmtpServer;
let context: CorrespondenceContext;
let lucia: Caller;
let manager: Caller;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome. */
beforeAll(async () => {
  test = await openTestApp();
  smtp = await openSmtpServer();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  manager = await test.signIn('Imogen Thackery', company, 'manager', 'expert');
  context = { database: test.app.services.database, clock: test.clock, secret: () => undefined, silenceMs: 500 };
  const { host, port, security } = smtp.login;
  const mailbox = {
    ...{
      name: 'Example S.r.l.',
      address: 'ar@example.com',
      smtp: { host, port, security, user: null, passwordFrom: null },
    },
    ...{ imap: null, hasAddressTokens: false, authority: 'mx.example.com', isDefault: true, isEnabled: true },
  };
  const added = await manager.send('POST', at('/mailboxes'), mailbox);
  expect([added.status, added.body.detail]).toEqual([201, undefined]);
});
afterAll(async () => {
  await test.close();
  await smtp.close();
});

const at = (path: string): string => `/companies/IT01${path}`;

async function aCustomer(name: string): Promise<{ id: string; ada: string; bruno: string }> {
  const [id, ada, bruno] = [newId(), newId(), newId()];
  await test.app.services.database.write(scope, async (tx) => {
    await insertCustomers(tx, [{ id, number: name, name, country: 'IT' }], null);
    const contacts = [
      { id: ada, customerId: id, name: 'Ada Rossi', email: `ada@${name.toLowerCase()}.example`, isPrimary: true },
      { id: bruno, customerId: id, name: 'Bruno Neri', email: `bruno@${name.toLowerCase()}.example` },
    ];
    await insertContacts(tx, contacts, null);
  });
  return { id, ada, bruno };
}

const draft = (contactIds: string[], more: object = {}) => ({
  title: 'Open invoices of January',
  startsAt: '2026-03-30T08:00:00Z', // 10:00 in Rome, the day after the clocks changed
  endsAt: '2026-03-30T08:30:00Z',
  place: 'https://meet.example/abc',
  contactIds,
  personIds: [lucia.id],
  points: [{ kind: 'other', title: 'Price of order 4711' }],
  ...more,
});

/** What the calendars of those invited read. */
async function invitations() {
  smtp.taken.length = 0;
  await sendWaiting(context, scope);
  return Promise.all(
    smtp.taken.map(async ({ raw, to }) => {
      const mail = await PostalMime.parse(raw);
      const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      const text = new TextDecoder().decode(part?.content as ArrayBuffer);
      const calendar = new ICAL.Component(ICAL.parse(text));
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
      return {
        ...{ to, subject: mail.subject ?? '', text: mail.text ?? '', uid: event.uid, sequence: event.sequence },
        method: calendar.getFirstPropertyValue('method'),
        starts: event.startDate.toJSDate().toISOString(),
        minutes: event.duration.toSeconds() / 60,
        attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
        status: event.component.getFirstPropertyValue('status'),
        typeSaysMethod: /Content-Type: text\/calendar;[^\n]*(\n\s[^\n]*)*method=/i.test(raw),
      };
    }),
  );
}

describe('an invitation', () => {
  const invitation = {
    uid: 'a@quittance',
    sequence: 0,
    method: 'REQUEST',
    title: 'Réunion, „Köln“; 1',
    place: '',
    description: 'x\ny',
    organiser: { name: 'AR', address: 'ar@example.com' },
    people: [],
    stampedAt: '2026-03-02T09:00:00.123456Z',
  } as const;
  const readBack = (startsAt: string, endsAt: string) => {
    const { content } = invitationFile({ ...invitation, startsAt, endsAt });
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(content)));
    return new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  };

  it('names the same instants before, in and after the hour in which clocks change', () => {
    for (const [startsAt, endsAt] of [
      ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'], // Rome: 01:30 to 03:30 on the clock
      ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'], // Rome: 02:30 to 02:30 on the clock
      ['2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z'], // New York
    ] as const) {
      const event = readBack(startsAt, endsAt);
      expect(event.startDate.toJSDate().toISOString()).toBe(startsAt.replace('Z', '.000Z'));
      expect(event.duration.toSeconds()).toBe(3_600);
    }
  });

  it('keeps the signs that the format gives a meaning', () => {
    const event = readBack('2026-03-30T08:00:00Z', '2026-03-30T08:30:00Z');
    expect([event.summary, event.description]).toEqual(['Réunion, „Köln“; 1', 'x\ny']);
  });
});

describe('a resolution session', () => {
  it('invites, tells of a change under the same name, uninvites who is left out, and is cancelled', async () => {
    const { id, ada, bruno } = await aCustomer('Rossi');
    const planned = await lucia.send('POST', at(`/customers/${id}/sessions`), draft([ada, bruno]));
    expect([planned.status, planned.body.detail]).toEqual([201, undefined]);
    const [first] = await invitations();
    expect(first).toMatchObject({
      ...{ method: 'REQUEST', sequence: 0, starts: '2026-03-30T08:00:00.000Z', minutes: 30, typeSaysMethod: true },
      attendees: expect.arrayContaining(['mailto:ada@rossi.example', 'mailto:bruno@rossi.example']),
    });
    expect(first?.text).toContain('30 marzo 2026, 10:00 (Rome)');
    expect(first?.text).toContain('Price of order 4711');

    const later = draft([ada], { startsAt: '2026-03-31T08:00:00Z', endsAt: '2026-03-31T09:00:00Z' });
    expect((await lucia.send('PUT', at(`/sessions/${planned.body.id}`), later)).status).toBe(204);
    const changes = await invitations();
    expect(changes.map(({ method, to, uid }) => [method, to.includes('bruno@rossi.example'), uid])).toEqual([
      ['CANCEL', true, first?.uid],
      ['REQUEST', false, first?.uid],
    ]);
    const update = changes[1];
    expect(update?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(update).toMatchObject({ starts: '2026-03-31T08:00:00.000Z', minutes: 60 });

    expect(
      (await lucia.send('POST', at(`/sessions/${planned.body.id}/cancel`), { reason: 'Pagato nel frattempo' })).status,
    ).toBe(204);
    const [cancelled] = await invitations();
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: first?.uid, status: 'CANCELLED' });
    expect(cancelled?.sequence).toBeGreaterThan(update?.sequence ?? 0);
    expect(cancelled?.text).toContain('Pagato nel frattempo');
    expect((await lucia.send('PUT', at(`/sessions/${planned.body.id}`), later)).body.code).toBe('session_is_ended');
  });

  it('that took place leaves its minutes in the timeline, and tasks and promises with their points', async () => {
    const { id, ada } = await aCustomer('Verdi');
    const soon = { startsAt: '2026-03-02T09:30:00Z', endsAt: '2026-03-02T10:00:00Z' };
    const { body } = await lucia.send('POST', at(`/customers/${id}/sessions`), draft([ada], soon));
    const whole = (await lucia.get(at(`/sessions/${body.id}`))).body as unknown as { points: { id: string }[] };
    const point = at(`/sessions/${body.id}/points/${whole.points[0]?.id}`);
    expect((await lucia.send('POST', at(`/sessions/${body.id}/close`), { state: 'held' })).body.code).toBe(
      'session_not_begun',
    );
    test.clock.forward(60);
    await lucia.send('PUT', `${point}/minutes`, { minutes: 'They found the order; half is accepted' });
    const task = { title: 'Send the corrected invoice', assigneeId: lucia.id, due: { on: '2026-03-04' } };
    expect((await lucia.send('POST', `${point}/tasks`, task)).status).toBe(201);
    const parts = [{ promisedOn: '2026-03-06', amount: { amount: '500.00', currency: 'EUR' } }];
    expect((await lucia.send('POST', `${point}/promises`, { parts })).status).toBe(201);
    expect((await lucia.send('POST', at(`/sessions/${body.id}/close`), { state: 'held' })).status).toBe(204);
    const after = (await lucia.get(at(`/sessions/${body.id}`))).body;
    expect(after).toMatchObject({ state: 'held', points: [{ outcomes: [{ kind: 'promise' }, { kind: 'task' }] }] });
    const { rows } = (await lucia.get(at(`/customers/${id}/activities?kind=meeting`))).body;
    expect(rows.map(({ text }) => text)).toContain(
      'Open invoices of January\nPrice of order 4711: They found the order; half is accepted',
    );
  });

  it('in the past, or with somebody without an address or of another customer, is refused', async () => {
    const { id, ada } = await aCustomer('Neri');
    const other = await aCustomer('Altri');
    const plan = (body: object) => lucia.send('POST', at(`/customers/${id}/sessions`), body);
    expect((await plan(draft([ada], { startsAt: '2026-03-01T08:00:00Z' }))).body.code).toBe('session_is_past');
    expect((await plan(draft([other.ada]))).status).toBe(404);
    expect((await lucia.get(at(`/sessions?customer=${id}`))).body.rows).toEqual([]);
  });

  it('is planned from the hours in which both sides work', async () => {
    const { id, ada } = await aCustomer('Orari');
    const { body } = await lucia.get(at(`/customers/${id}/session-outlook`));
    expect(body).toMatchObject({ timeZone: 'Europe/Rome', contacts: [{ id: ada }, {}] });
    expect((body.windows as unknown[]).length).toBeGreaterThan(4);
  });
});
