import { localDate } from '@quittance/core/calendar';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { openImapServer, type TestImapServer } from '../../../platform/testing/imap-server.ts';
import { openSmtpServer, type TestSmtpServer } from '../../../platform/testing/smtp-server.ts';
import { type CorrespondenceContext, sendWaiting } from '../../correspondence/index.ts';
import { insertContacts, insertCustomers } from '../../customers/index.ts';
import { postDocuments } from '../../ledger/index.ts';
import { invitationFile } from './invitation.ts';

let test: TestApp;
let scope: Scope;
let smtp: TestSmtpServer;
let imap: TestImapServer;
let context: CorrespondenceContext;
let lucia: Caller;
let manager: Caller;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome. */
beforeAll(async () => {
  [smtp, imap] = [await openSmtpServer(), await openImapServer()];
  test = await openTestApp({ config: { logLevel: 'silent', secret: () => imap.login.password } });
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
    ...{
      imap: { ...imap.login, password: undefined, passwordFrom: 'QUITTANCE_SECRET_MAIL' },
      hasAddressTokens: false,
      authority: 'mx.example.com',
      isDefault: true,
      isEnabled: true,
    },
  };
  const added = await manager.send('POST', at('/mailboxes'), mailbox);
  expect([added.status, added.body.detail]).toEqual([201, undefined]);
});
afterAll(async () => {
  await test.close();
  await Promise.all([smtp.close(), imap.close()]);
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

/** A promise speaks of what is open. */
async function owes(customerId: string, amountMinor: bigint): Promise<void> {
  const instalments = [{ dueOn: localDate('2026-02-10'), amountMinor }];
  const invoice = {
    kind: 'invoice',
    number: 'V-1',
    customerId,
    currency: 'EUR',
    issuedOn: localDate('2026-01-10'),
    instalments,
  } as const;
  await runCommand(test.app.services.database, scope, { action: 'test.owe', body: {} }, async (tx) => {
    await postDocuments(tx, [invoice], { commandId: tx.commandId, batchId: null });
    return null;
  });
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

let answered = 0;

/** A calendar's answer comes by mail, as another library writes it. */
async function answers(given: {
  from: string;
  attendee?: string;
  status: string;
  uid: string;
  sequence?: number;
  comment?: string;
  day?: string;
}): Promise<void> {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', given.uid);
  event.updatePropertyWithValue('sequence', given.sequence ?? 0);
  if (given.comment !== undefined) event.updatePropertyWithValue('comment', given.comment);
  const attendee = new ICAL.Property('attendee');
  attendee.setValue(`mailto:${given.attendee ?? given.from}`);
  attendee.setParameter('partstat', given.status);
  event.addProperty(attendee);
  calendar.addSubcomponent(event);
  answered += 1;
  imap.deliver(
    [
      ...[`From: ${given.from}`, 'To: ar@example.com', `Subject: ${given.status}: meeting`],
      ...[`Message-ID: <answer-${answered}@x.example>`, `Date: ${given.day ?? '2026-03-02'}T08:30:00Z`],
      ...['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="b"', ''],
      ...['--b', 'Content-Type: text/plain', '', `${given.from}: ${given.status}`],
      ...['--b', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', '', calendar.toString(), '--b--'],
    ].join('\n'),
  );
  await lucia.send('POST', at('/mailboxes/check'));
}

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

  it('shows what those invited answered by their calendars; nobody has to answer an answer', async () => {
    const { id, ada, bruno } = await aCustomer('Risposte');
    const planned = await lucia.send('POST', at(`/customers/${id}/sessions`), draft([ada, bruno]));
    const [first] = await invitations();
    const people = async () => (await lucia.get(at(`/sessions/${planned.body.id}`))).body.people as unknown;
    await answers({ from: 'ada@risposte.example', status: 'ACCEPTED', uid: first?.uid ?? '', sequence: 0 });
    await answers({ from: 'bruno@risposte.example', status: 'DECLINED', uid: first?.uid ?? '', comment: 'In ferie' });
    expect(await people()).toMatchObject([
      { name: 'Ada Rossi', answer: { answer: 'accepted', isToEarlier: false } },
      { name: 'Bruno Neri', answer: { answer: 'declined', comment: 'In ferie' } },
      { name: 'Lucia Ferrandi', answer: null },
    ]);
    const { conversationId } = (await lucia.get(at(`/sessions/${planned.body.id}`))).body;
    const read = (await lucia.get(at(`/conversations/${conversationId}`))).body;
    expect(read.conversation).toMatchObject({ waitingSince: null });
    expect(read.messages).toMatchObject([{ direction: 'out' }, { kind: 'meeting_answer' }, { kind: 'meeting_answer' }]);
    expect((await lucia.get(at('/conversations/counts'))).body.unassigned).toBe(0);

    // An older answer that was under way for long does not overtake the later one.
    await answers({ from: 'ada@risposte.example', status: 'TENTATIVE', uid: first?.uid ?? '', day: '2026-03-01' });
    expect(await people()).toMatchObject([{ answer: { answer: 'accepted' } }, {}, {}]);
    const later = draft([ada, bruno], { startsAt: '2026-03-31T08:00:00Z', endsAt: '2026-03-31T09:00:00Z' });
    await lucia.send('PUT', at(`/sessions/${planned.body.id}`), later);
    expect(await people()).toMatchObject([{ answer: { answer: 'accepted', isToEarlier: true } }, {}, {}]);
  });

  it('believes no answer of somebody who was not invited, from another address, or to another invitation', async () => {
    const { id, ada } = await aCustomer('Estranei');
    const planned = await lucia.send('POST', at(`/customers/${id}/sessions`), draft([ada]));
    const uid = `${planned.body.id}@quittance`;
    await answers({ from: 'eve@evil.example', status: 'DECLINED', uid });
    await answers({ from: 'eve@evil.example', attendee: 'ada@estranei.example', status: 'DECLINED', uid });
    await answers({
      from: 'ada@estranei.example',
      status: 'DECLINED',
      uid: '040000008200E00074C5B7101A82E008@outlook',
    });
    await answers({ from: 'ada@estranei.example', status: 'DECLINED', uid, sequence: 7 });
    const { people } = (await lucia.get(at(`/sessions/${planned.body.id}`))).body;
    expect(people).toMatchObject([{ answer: null }, { answer: null }]);
    expect((await lucia.get(at('/conversations/counts'))).body.unassigned).toBe(0);
  });

  it('that took place leaves its minutes in the timeline, and tasks and promises with their points', async () => {
    const { id, ada } = await aCustomer('Verdi');
    await owes(id, 50_000n);
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
