import { localDate } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { openSmtpServer } from '../../../platform/testing/smtp-server.ts';
import { noteConsent } from '../../customers/contact-consent.usecase.ts';
import { insertContacts, listActivities } from '../../customers/index.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { findMailbox } from '../mailboxes/mailboxes.queries.ts';
import { changeMailbox, theMailbox } from '../mailboxes/mailboxes.usecase.ts';
import { readMailboxes } from '../receiving/read-mailboxes.job.ts';
import { countAsked, openDeliveries } from './deliveries.queries.ts';
import { ASK_AFTER_HOURS } from './next-try.ts';
import { answerForDelivery, lookUpUncertain } from './resolve-uncertain.usecase.ts';
import { sendWaiting } from './send-waiting.usecase.ts';
import { findSuppressed, suppressAddress } from './suppressed-addresses.queries.ts';

let book: MailBook;
beforeEach(async () => {
  book = await openMailBook();
});
afterEach(() => book.drop());

const send = (context = book.context) => sendWaiting(context, book.scope);

describe('a message that is put on its way', () => {
  it('goes out once, with its token, its Message-ID and its file, and stands on the timeline', async () => {
    const customerId = await book.addCustomer('C-1');
    const files = [{ name: 'statement.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7') }];
    const { id, conversationId } = await book.queue({ customerId, files, isAutomatic: true });
    expect(await send()).toEqual({ sent: 1, notSent: 0 });
    expect(await send()).toEqual({ sent: 0, notSent: 0 });
    const [mail] = book.smtp.taken;
    expect(mail).toMatchObject({ from: book.imap.login.user, to: ['ap@customer.example'] });
    expect(mail?.raw).toMatch(/Subject: Statement of account \[[A-Z2-9]{8}\]/);
    expect(mail?.raw).toContain(`Message-ID: <${id}@example.com>`);
    expect(mail?.raw).toContain('filename=statement.pdf');
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
    expect(await book.delivery(id)).toMatchObject({ state: 'sent', attempts: 1 });
    const lines = await book.read((tx) => listActivities(tx, { customerIds: [customerId], limit: 5 }));
    expect(lines).toMatchObject([{ kind: 'mail', text: 'Statement of account', detail: { conversationId } }]);
  });

  it('stands on the timeline as done by whoever wrote it, whoever or whatever sends it', async () => {
    const customerId = await book.addCustomer('C-1');
    await book.queue({ customerId });
    const job = { ...book.scope, actor: { id: newId(), name: 'Somebody else' } };
    await sendWaiting(book.context, job as typeof book.scope);
    const [line] = await book.read((tx) => listActivities(tx, { customerIds: [customerId], limit: 5 }));
    expect(line).toMatchObject({ actorId: book.scope.actor.id, actorName: book.scope.actor.name });
  });

  it('is the earlier one when its keys were taken, and is refused when some of them were', async () => {
    const first = await book.queue({ keys: ['dunning/1/item-a/2', 'dunning/1/item-b/2'] });
    expect(await book.queue({ keys: ['dunning/1/item-a/2', 'dunning/1/item-b/2'] })).toEqual({
      ...first,
      isNew: false,
    });
    await expect(book.queue({ keys: ['dunning/1/item-b/2', 'dunning/1/item-c/2'] })).rejects.toMatchObject({
      code: 'already_sent',
      details: { keys: ['dunning/1/item-b/2'] },
    });
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it('two who put the same on its way at once put one', async () => {
    const keys = ['dunning/1/item-a/1'];
    const both = await Promise.allSettled([book.queue({ keys }), book.queue({ keys }), book.queue({ keys })]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await send();
    expect(book.smtp.taken).toHaveLength(1);
  });

  it('goes to nobody who is suppressed, also when that happens while it waits', async () => {
    const address = 'ap@customer.example';
    const { id } = await book.queue();
    await book.run((tx) => suppressAddress(tx, { address, reason: 'unsubscribed', note: null, messageId: null }));
    await expect(book.queue()).rejects.toMatchObject({ code: 'address_suppressed' });
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    expect(await book.delivery(id)).toMatchObject({ state: 'failed' });
    expect(book.smtp.taken).toEqual([]);
  });

  it('goes to nobody who said not to be written to, also when they say so while it waits; who wrote to us is answered', async () => {
    const customerId = await book.addCustomer('C-1');
    const contactId = newId();
    await book.run((tx) =>
      insertContacts(tx, [{ id: contactId, customerId, name: 'Ada Rossi', email: 'AP@customer.example' }], null),
    );
    const said = (mayMail: boolean) =>
      book.run((tx) =>
        noteConsent(tx, contactId, { mayMail, mayCall: true, since: localDate('2026-11-19'), source: 'by phone' }),
      );
    const { id, conversationId } = await book.queue({ customerId });
    await said(false);
    await expect(book.queue({ customerId })).rejects.toMatchObject({ code: 'recipient_refuses_mail' });
    await expect(book.queue({ customerId, conversationId })).rejects.toMatchObject({ code: 'recipient_refuses_mail' });
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    expect(await book.delivery(id)).toMatchObject({ state: 'failed', said: expect.stringContaining('Ada Rossi') });
    const answer = ['From: ap@customer.example', 'To: us@example.com', `In-Reply-To: <${id}@example.com>`];
    book.imap.deliver([...answer, 'Message-ID: <in-1@customer.example>', 'Subject: A question', '', 'Why?'].join('\n'));
    await readMailboxes(book.context, book.scope);
    await book.queue({ customerId, conversationId });
    await said(true);
    await book.queue({ customerId });
    expect(await send()).toEqual({ sent: 2, notSent: 0 });
  });

  it('to nobody, or with 18 MB of files, is refused at once', async () => {
    await expect(book.queue({ to: [] })).rejects.toMatchObject({ code: 'no_recipient' });
    const files = [{ name: 'a.bin', type: 'application/pdf', content: Buffer.alloc(18 * 1024 * 1024) }];
    await expect(book.queue({ files })).rejects.toMatchObject({ code: 'message_too_large' });
  });
});

describe('when the server misbehaves', () => {
  it('that is away for an hour gets everything afterwards, once, after a handful of tries', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 40; count += 1) ids.push((await book.queue({ text: `Letter ${count}` })).id);
    await book.smtp.close();
    let tries = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      tries += (await send()).notSent;
      book.forward(1);
    }
    expect(tries).toBeLessThan(10);
    const [first = ''] = ids;
    expect(await book.delivery(first)).toMatchObject({ state: 'queued', attempts: 0 });
    const [shown] = await book.read((tx) => openDeliveries(tx, 1));
    expect(shown?.mailbox).toMatchObject({ error: expect.stringContaining('ECONNREFUSED') });
    expect(Date.parse(shown?.mailbox.againAt ?? '')).toBeGreaterThan(Date.parse(shown?.tryAt ?? ''));
    expect(await book.read((tx) => findMailbox(tx, book.mailboxId))).toMatchObject({ sendingFailures: tries });
    const back = await openSmtpServer(book.smtp.login.port);
    book.forward(18);
    expect(await send()).toEqual({ sent: 40, notSent: 0 });
    expect(await send()).toEqual({ sent: 0, notSent: 0 });
    const taken = back.taken.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1] ?? '');
    expect(taken.sort()).toEqual(ids.sort());
    expect(await book.read((tx) => findMailbox(tx, book.mailboxId))).toMatchObject({
      sendingFailures: 0,
      sendingError: null,
    });
    await back.close();
  });

  it('that goes away over one message lets the others go first', async () => {
    const poison = await book.queue();
    book.smtp.fault = 'breaks_before_data';
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    const others = [await book.queue(), await book.queue()];
    book.smtp.fault = 'none';
    expect(await send()).toEqual({ sent: 0, notSent: 0 }); // the server is given a minute
    book.forward(1.3);
    expect(await send()).toEqual({ sent: 3, notSent: 0 });
    expect(book.smtp.taken.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1])).toEqual([
      ...[others[0]?.id, others[1]?.id, poison.id],
    ]);
  });

  it.each(['is_closing', 'knows_no_such_sender', 'keeps_silent_before_data'] as const)(
    'that %s says nothing against the letter: it waits and goes out when the server is well again',
    async (fault) => {
      const { id } = await book.queue();
      book.smtp.fault = fault;
      expect(await send()).toEqual({ sent: 0, notSent: 1 });
      expect(await book.delivery(id)).toMatchObject({ state: 'queued' });
      book.smtp.fault = 'none';
      book.forward(2);
      expect(await send()).toEqual({ sent: 1, notSent: 0 });
    },
  );

  it('that puts a letter off for a week never makes it fail: after a day a person is asked, and it goes on being tried', async () => {
    const { id } = await book.queue();
    book.smtp.fault = 'refuses_for_now';
    const asked = () => book.context.database.read(book.scope, countAsked);
    let tries = 0;
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      tries += (await send()).notSent;
      expect(await asked()).toBe(hour >= ASK_AFTER_HOURS ? 1 : 0);
      book.forward(60);
    }
    expect(await book.delivery(id)).toMatchObject({ state: 'queued', attempts: tries });
    expect(tries).toBeGreaterThan(40);
    expect(tries).toBeLessThan(60);
    book.smtp.fault = 'none';
    book.forward(300);
    expect(await send()).toEqual({ sent: 1, notSent: 0 });
    expect(await asked()).toBe(0);
  });

  it('whose password nobody has set yet sends when it is set, and says until then what is missing', async () => {
    const { host, port, security } = book.smtp.login;
    await book.run(async (tx) => {
      const mailbox = await theMailbox(tx, book.mailboxId);
      const passwordFrom = 'QUITTANCE_SECRET_NEW';
      return changeMailbox(tx, mailbox.id, { ...mailbox, smtp: { host, port, security, user: 'ar', passwordFrom } });
    });
    const { id } = await book.queue();
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    const [waiting] = await book.read((tx) => openDeliveries(tx, 9));
    expect(waiting).toMatchObject({ messageId: id, state: 'queued', attempts: 0 });
    expect(waiting?.mailbox.error).toContain('QUITTANCE_SECRET_NEW is not set');
    book.forward(2);
    expect(await send({ ...book.context, secret: () => 'set by now' })).toEqual({ sent: 1, notSent: 0 });
  });

  it('that takes it for some and puts others off sends it to these alone, later; who has it gets no second one', async () => {
    const to = ['ap@customer.example', 'full@customer.example'].map((address) => ({ address, name: null }));
    const { id } = await book.queue({ to });
    expect(await send()).toEqual({ sent: 1, notSent: 0 });
    expect(await book.delivery(id)).toMatchObject({ state: 'queued', leftTo: ['full@customer.example'] });
    expect(await book.read((tx) => findSuppressed(tx, ['full@customer.example']))).toEqual([]);
    book.smtp.fault = 'full_boxes_are_emptied';
    book.forward(2);
    expect(await send()).toEqual({ sent: 1, notSent: 0 });
    expect(book.smtp.taken.map((mail) => mail.to)).toEqual([['ap@customer.example'], ['full@customer.example']]);
    expect(await book.delivery(id)).toMatchObject({ state: 'sent', leftTo: null });
  });

  it('that refuses one of two for good has sent it to the other, and says who has not got it', async () => {
    const to = ['ap@customer.example', 'nobody@customer.example'].map((address) => ({ address, name: null }));
    const { id } = await book.queue({ to });
    await send();
    expect(await book.delivery(id)).toMatchObject({ state: 'sent', leftTo: ['nobody@customer.example'] });
    expect(await book.read((tx) => findSuppressed(tx, ['nobody@customer.example']))).toHaveLength(1);
  });

  it('that puts a message off (greylisting) is asked again later', async () => {
    const { id } = await book.queue();
    book.smtp.fault = 'refuses_for_now';
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    book.smtp.fault = 'none';
    expect(await send()).toEqual({ sent: 0, notSent: 0 });
    book.forward(2);
    expect(await send()).toEqual({ sent: 1, notSent: 0 });
    expect(await book.delivery(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('that refuses for good is not asked again; an address that is gone gets nothing any more', async () => {
    book.smtp.fault = 'refuses_for_good';
    const { id } = await book.queue();
    await send();
    expect(await book.delivery(id)).toMatchObject({ state: 'failed' });
    expect(await book.read((tx) => findSuppressed(tx, ['ap@customer.example']))).toEqual([]);
    book.smtp.fault = 'none';
    await book.queue({ to: [{ address: 'nobody@customer.example', name: null }] });
    await send();
    expect(await book.read((tx) => findSuppressed(tx, ['nobody@customer.example']))).toMatchObject([
      { reason: 'bounced' },
    ]);
  });

  it.each(['takes_it_and_breaks', 'takes_it_and_keeps_silent'] as const)(
    'that %s leaves the message uncertain: it is found in the folder of sent mails, or a person answers',
    async (fault) => {
      book.smtp.fault = fault;
      const { id } = await book.queue();
      await send();
      expect(await book.delivery(id)).toMatchObject({ state: 'uncertain' });
      book.smtp.fault = 'none';
      book.forward(120);
      expect(await send()).toEqual({ sent: 0, notSent: 0 });
      expect(await lookUpUncertain(book.context, book.scope)).toBe(0);
      book.imap.deliver(book.smtp.taken[0]?.raw ?? '', 'Sent');
      expect(await lookUpUncertain(book.context, book.scope)).toBe(1);
      expect(await book.delivery(id)).toMatchObject({ state: 'sent' });
      expect(book.smtp.taken).toHaveLength(1);
    },
  );

  it('a person who says "send it again" sends the same mail; one who says it was sent ends the matter', async () => {
    book.smtp.fault = 'takes_it_and_breaks';
    const [first, second] = [await book.queue(), await book.queue()];
    await send();
    await send();
    book.smtp.fault = 'none';
    await book.run((tx) => answerForDelivery(tx, { messageId: first.id, answer: 'send_again' }, {}));
    await book.run((tx) => answerForDelivery(tx, { messageId: second.id, answer: 'was_sent' }, {}));
    await expect(
      book.run((tx) => answerForDelivery(tx, { messageId: second.id, answer: 'send_again' }, {})),
    ).rejects.toMatchObject({
      code: 'delivery_is_settled',
    });
    await send();
    expect(book.smtp.taken.map(({ raw }) => raw).filter((raw) => raw.includes(first.id))).toHaveLength(2);
    expect(book.smtp.taken[0]?.raw).toBe(book.smtp.taken[2]?.raw);
  });
});

describe('a server of ours that is killed', () => {
  it('after any of its steps sends nothing twice and loses nothing', async () => {
    const counts = { killed: 0, sent: 0, uncertain: 0 };
    for (let writes = 0; writes <= 9; writes += 1) {
      const before = book.smtp.taken.length;
      const ids = [await book.queue(), await book.queue(), await book.queue()].map(({ id }) => id);
      const killed = await send(book.killedAfter(writes)).then(
        () => false,
        () => true,
      );
      if (killed) counts.killed += 1;
      await send(); // another server, at once
      book.forward(30);
      await send(); // and when the claim of the dead one is over
      const taken = book.smtp.taken.slice(before).map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1]);
      expect(new Set(taken).size, `killed after ${writes}: nothing twice`).toBe(taken.length);
      for (const id of ids) {
        const { state } = await book.delivery(id);
        expect(['sent', 'uncertain'], `killed after ${writes}`).toContain(state);
        // Not sent and not uncertain would be lost; sent without the server's word would be a lie.
        if (state === 'sent') expect(taken).toContain(id);
        counts[state as 'sent' | 'uncertain'] += 1;
      }
    }
    expect(counts.killed).toBeGreaterThanOrEqual(7);
    expect(counts.sent + counts.uncertain).toBe(30);
    expect(counts.uncertain).toBeLessThanOrEqual(counts.killed);
  });
});
