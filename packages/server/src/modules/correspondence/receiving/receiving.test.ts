import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { addContact } from '../../customers/contacts.usecase.ts';
import { saveRoles } from '../../identity/people.queries.ts';
import { conversationsOf, findConversation, listInbox } from '../conversations/conversations.queries.ts';
import { readConversation } from '../conversations/read-conversation.usecase.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { listMailboxes } from '../mailboxes/mailboxes.queries.ts';
import { listAttachments, listMessageItems, listMessages } from '../messages/messages.queries.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { findSuppressed } from '../sending/suppressed-addresses.queries.ts';
import { readMailboxes } from './read-mailboxes.job.ts';

let book: MailBook;
let rossi: string;
beforeEach(async () => {
  book = await openMailBook();
  rossi = await book.addCustomer('C-100', 'Rossi S.r.l.');
  const contact = {
    name: 'Ada Rossi',
    roles: [],
    language: 'it',
    email: 'ada@rossi.example',
    phone: null,
    notes: null,
  };
  await book.run((tx) => addContact(tx, rossi, { ...contact, isPrimary: true }));
});
afterEach(() => book.drop());

let mails = 0;
function mail(
  options: { from?: string; subject?: string; headers?: string[]; text?: string; type?: string } = {},
): string {
  const { from = 'Ada <ada@rossi.example>', subject = 'Your statement', headers = [], text = 'Hello', type } = options;
  mails += 1;
  return [
    `From: ${from}`,
    'To: statements@example.com',
    `Subject: ${subject}`,
    `Message-ID: <in-${mails}@rossi.example>`,
    'Date: Fri, 20 Nov 2026 13:30:00 +0100',
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    '',
    text,
  ].join('\n');
}

const read = () => readMailboxes(book.context, book.scope);
const inbox = (part: 'unassigned' | 'all' | 'handled' = 'unassigned') =>
  book.read((tx) => listInbox(tx, { part, personId: book.scope.actor.id, limit: 50 }));
const messagesOf = (conversationId: string) => book.read((tx) => listMessages(tx, conversationId));
const events = () =>
  book.read((tx) =>
    tx.all<{ kind: string; data: object }>(sql`
    select kind, data from outbox_event where company_id = ${tx.company.id} and kind like 'mail.%' order by id`),
  );

describe('a mail that came', () => {
  it('is taken once, filed by its sender, and shows in the inbox and on the timeline', async () => {
    book.imap.deliver(mail());
    expect(await read()).toBe(1);
    expect(await read()).toBe(0);
    const [conversation] = await inbox();
    expect(conversation).toMatchObject({
      ...{ customerNumber: 'C-100', subject: 'Your statement', state: 'open', waitingSince: expect.any(String) },
      ...{ lastFrom: 'Ada', openingWords: 'Hello', messageCount: 1 },
    });
    const [message] = await messagesOf(conversation?.id ?? '');
    expect(message).toMatchObject({ matchedBy: 'sender', authentication: 'unknown', kind: 'mail' });
    expect((await events()).map(({ kind }) => kind)).toEqual(['mail.received']);
  });

  it('of a customer whom somebody looks after is theirs, by name; of nobody who works here it is nobody’s', async () => {
    const [colleague, stranger] = [newId(), newId()];
    await book.run(async (tx) => {
      await tx.run(sql`insert into actor (id, kind, name) values (${colleague}, 'person', 'Jo Cruz')`);
      await tx.run(sql`insert into person (id, email) values (${colleague}, 'jo@example.com')`);
      await saveRoles(tx, colleague, ['collections_analyst']);
    });
    book.imap.deliver(mail());
    await readMailboxes({ ...book.context, personOf: async () => colleague }, book.scope);
    expect(await inbox('all')).toMatchObject([{ assignedTo: colleague, assignedToName: 'Jo Cruz' }]);
    book.imap.deliver(mail({ subject: 'Something else' }));
    await readMailboxes({ ...book.context, personOf: async () => stranger }, book.scope);
    expect(await inbox()).toMatchObject([{ subject: 'Something else', assignedTo: null }]);
    // By portfolio: whose customers they are, whoever has the conversation.
    await book.run((tx) =>
      tx.run(sql`
        insert into portfolio_assignment (company_id, customer_id, owner_id, cause, rules_number)
          values (${tx.company.id}, ${rossi}, ${colleague}, 'rest', 1)`),
    );
    const of = (ownerIds: readonly string[]) =>
      book.read((tx) => listInbox(tx, { part: 'all', personId: book.scope.actor.id, ownerIds, limit: 9 }));
    expect([(await of([colleague])).length, (await of([stranger])).length]).toEqual([2, 0]);
  });

  it('is put to the message it answers by the thread headers, whoever sends it', async () => {
    const { id, conversationId } = await book.queue({ customerId: rossi });
    await sendWaiting(book.context, book.scope);
    book.imap.deliver(mail({ from: 'boss@elsewhere.example', headers: [`In-Reply-To: <${id}@example.com>`] }));
    await read();
    expect(await messagesOf(conversationId)).toMatchObject([{ direction: 'out' }, { matchedBy: 'headers' }]);
    expect((await events()).map(({ kind }) => kind)).toEqual(['mail.received', 'mail.replied']);
  });

  it('is put there by the token in its subject when the headers are gone, and by that of the address', async () => {
    const { conversationId } = await book.queue({ customerId: rossi });
    const token = (await book.read((tx) => findConversation(tx, conversationId)))?.token ?? '';
    book.imap.deliver(mail({ from: 'x@y.example', subject: `AW: Kontoauszug [${token}]` }));
    book.imap.deliver(
      mail({ from: 'x@y.example', headers: [`Delivered-To: statements+${token.toLowerCase()}@example.com`] }),
    );
    await read();
    expect((await messagesOf(conversationId)).map(({ matchedBy }) => matchedBy)).toEqual([null, 'token', 'token']);
  });

  it('of a stranger is filed by the invoice it names; one that names nothing waits for a person', async () => {
    const itemId = await book.owe({ customerId: rossi, number: 'INV-2026/00471', amount: '120.00' });
    book.imap.deliver(mail({ from: 'x@y.example', subject: 'About inv 2026 00471', text: 'Where is INV-2026/00471?' }));
    book.imap.deliver(mail({ from: 'x@y.example', subject: 'A question' }));
    await read();
    const rows = await inbox();
    expect(rows.map(({ subject, customerNumber }) => [subject, customerNumber]).sort()).toEqual([
      ['A question', null],
      ['About inv 2026 00471', 'C-100'],
    ]);
    const filed = rows.find(({ customerId }) => customerId !== null);
    const [message] = await messagesOf(filed?.id ?? '');
    const items = await book.read((tx) => listMessageItems(tx, [message?.id ?? '']));
    expect(items).toMatchObject([{ itemId, number: 'INV-2026/00471' }]);
  });

  it('goes on with an open conversation of the same subject and customer', async () => {
    book.imap.deliver(mail());
    book.imap.deliver(mail({ subject: 'RE: your statement', text: 'And one more thing' }));
    await read();
    expect(await book.read((tx) => conversationsOf(tx, { customerIds: [rossi], limit: 9 }))).toMatchObject([
      { messageCount: 2, openingWords: 'And one more thing' },
    ]);
  });

  it('keeps the euro sign of an old mail program, and its files once', async () => {
    const text = 'Zahlung von 12.400,00 =80 am Freitag';
    const headers = ['Content-Transfer-Encoding: quoted-printable'];
    book.imap.deliver(mail({ text, headers, type: 'text/plain; charset=windows-1252' }));
    await read();
    const [conversation] = await inbox();
    expect((await messagesOf(conversation?.id ?? ''))[0]?.body).toBe('Zahlung von 12.400,00 € am Freitag');
  });
});

describe('what is unusual', () => {
  it('a mail above 50 MB stays where it is, and a message says so', async () => {
    book.imap.deliver(mail({ subject: 'Plans', text: `${'x'.repeat(998)}\n`.repeat(53_000) }));
    expect(await read()).toBe(1);
    const [conversation] = await inbox();
    const [message] = await messagesOf(conversation?.id ?? '');
    expect(message).toMatchObject({ subject: 'Plans', body: '', rawSha256: null });
    const files = await book.read((tx) => listAttachments(tx, [message?.id ?? '']));
    expect(files).toMatchObject([{ name: 'message.eml', refusal: 'mail_too_large' }]);
    expect(await read()).toBe(0);
  });

  it('an answer from a clock that is three days late stands under its question all the same', async () => {
    const { id, conversationId } = await book.queue({ customerId: rossi });
    await sendWaiting(book.context, book.scope);
    const late = mail({ headers: [`In-Reply-To: <${id}@example.com>`] }).replace('Fri, 20 Nov', 'Tue, 17 Nov');
    book.imap.deliver(late);
    await read();
    const messages = await messagesOf(conversationId);
    expect(messages.map(({ direction }) => direction)).toEqual(['out', 'in']);
    expect(messages[1]?.happenedAt).toContain('2026-11-17');
    expect(messages[1]?.arrivedAt).toContain('2026-11-20');
  });
});

describe('whom a mail is from', () => {
  const result = (value: string) => [`Authentication-Results: ${value}`];
  const verdict = async (headers: string[]) => {
    book.imap.deliver(mail({ headers, subject: `Case ${mails}` }));
    await read();
    const [conversation] = await inbox();
    return (await messagesOf(conversation?.id ?? ''))[0]?.authentication;
  };

  it('is what our own receiving server says, and nothing that the mail brought along', async () => {
    expect(await verdict(result('mx.example.com; dmarc=pass header.from=rossi.example'))).toBe('passed');
    expect(await verdict(result('mx.example.com; spf=fail smtp.mailfrom=x.example; dmarc=fail'))).toBe('failed');
    expect(await verdict(result('mx.evil.example; dmarc=pass header.from=rossi.example'))).toBe('unknown');
    expect(await verdict([])).toBe('unknown');
  });

  it('counts for what it promises: of a forged mail nothing is offered to be kept as a promise', async () => {
    const promised = async (value: string) => {
      const text = 'We will pay 500.00 EUR on 27 November 2026.';
      book.imap.deliver(mail({ headers: result(value), subject: `Case ${mails}`, text }));
      await read();
      const [conversation] = await inbox();
      const { messages } = await book.read((tx) => readConversation(tx, conversation?.id ?? ''));
      return messages.flatMap(({ promises }) => promises.map(({ amountMinor }) => amountMinor));
    };
    expect(await promised('mx.example.com; dmarc=pass header.from=rossi.example')).toEqual([50_000n]);
    expect(await promised('mx.example.com; spf=fail smtp.mailfrom=x.example; dmarc=fail')).toEqual([]);
  });
});

describe('machines', () => {
  it('an out-of-office answer stands in the conversation and makes nobody wait', async () => {
    const { id, conversationId } = await book.queue({ customerId: rossi });
    const headers = [`In-Reply-To: <${id}@example.com>`, 'Auto-Submitted: auto-replied'];
    book.imap.deliver(mail({ subject: 'Automatic reply: Statement', headers }));
    await read();
    expect(await messagesOf(conversationId)).toMatchObject([{}, { kind: 'automatic' }]);
    expect(await inbox()).toEqual([]);
    expect(await events()).toEqual([]);
  });

  const bounce = (about: string, address: string) =>
    mail({
      from: 'MAILER-DAEMON@mx.rossi.example',
      subject: 'Undelivered Mail Returned to Sender',
      type: 'multipart/report; report-type=delivery-status; boundary="b"',
      text: [
        ...['--b', 'Content-Type: text/plain', '', 'It could not be delivered.'],
        ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.rossi.example', ''],
        ...[
          `Final-Recipient: rfc822; ${address}`,
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 no such user',
          '',
        ],
        ...[
          '--b',
          'Content-Type: message/rfc822',
          '',
          `Message-ID: <${about}@example.com>`,
          'Subject: x',
          '',
          'x',
          '--b--',
        ],
      ].join('\n'),
    });

  it('a mail that did not arrive is told, and nothing is sent to that address any more', async () => {
    const { id, conversationId } = await book.queue({ customerId: rossi });
    book.imap.deliver(bounce(id, 'ap@customer.example'));
    await read();
    expect(await messagesOf(conversationId)).toMatchObject([{}, { kind: 'bounce', matchedBy: 'headers' }]);
    expect(await book.read((tx) => findSuppressed(tx, ['AP@customer.example']))).toMatchObject([{ reason: 'bounced' }]);
    expect(await events()).toMatchObject([{ kind: 'mail.bounced', data: { addresses: ['ap@customer.example'] } }]);
    expect((await inbox()).map((row) => row.id)).toEqual([conversationId]);
  });

  it('a forged report stops nothing: of a mail that we never sent there', async () => {
    const { id } = await book.queue({ customerId: rossi });
    book.imap.deliver(bounce(id, 'ada@rossi.example'));
    book.imap.deliver(bounce('01890000-0000-7000-8000-000000000000', 'ap@customer.example'));
    await read();
    const suppressed = (tx: Parameters<typeof findSuppressed>[0]) =>
      findSuppressed(tx, ['ada@rossi.example', 'ap@customer.example']);
    expect(await book.read(suppressed)).toEqual([]);
  });

  it('a complaint stops mail to whoever complained', async () => {
    const { id } = await book.queue({ customerId: rossi });
    book.imap.deliver(
      mail({
        from: 'fbl@provider.example',
        type: 'multipart/report; report-type=feedback-report; boundary="b"',
        text: [
          ...[
            '--b',
            'Content-Type: message/feedback-report',
            '',
            'Feedback-Type: abuse',
            'Original-Rcpt-To: ap@customer.example',
            '',
          ],
          ...['--b', 'Content-Type: message/rfc822', '', `Message-ID: <${id}@example.com>`, '', 'x', '--b--'],
        ].join('\n'),
      }),
    );
    await read();
    expect(await book.read((tx) => findSuppressed(tx, ['ap@customer.example']))).toMatchObject([
      { reason: 'complained' },
    ]);
  });

  it('our own mail that comes back in a circle is left alone; forty in an hour are machines', async () => {
    book.imap.deliver(mail({ from: 'statements@example.com', headers: ['X-Loop: statements@example.com'] }));
    await read();
    expect(await inbox('all')).toEqual([]);
    for (let count = 0; count < 34; count += 1) book.imap.deliver(mail({ text: `Again ${count}` }));
    await read();
    const [conversation] = await inbox('all');
    const kinds = (await messagesOf(conversation?.id ?? '')).map(({ kind }) => kind);
    expect([kinds.length, kinds.filter((kind) => kind === 'automatic').length]).toEqual([34, 4]);
  });
});

describe('bad mail', () => {
  it('files that run are not opened; the others are kept by their content', async () => {
    const type = 'multipart/mixed; boundary="b"';
    const file = (name: string, content: string) => [
      ...[
        '--b',
        `Content-Type: application/octet-stream; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
      ],
      ...['Content-Transfer-Encoding: base64', '', Buffer.from(content, 'latin1').toString('base64')],
    ];
    const text = [
      ...['--b', 'Content-Type: text/plain', '', 'Attached.'],
      ...file('advice.pdf', '%PDF-1.7 x'),
      ...file('../../etc/invoice.exe', 'MZ\x90'),
      ...file('list.pdf', 'MZ\x90'),
      ...file('page.csv', '<html><script>'),
      '--b--',
    ].join('\n');
    book.imap.deliver(mail({ type, text }));
    await read();
    const [conversation] = await inbox();
    const [message] = await messagesOf(conversation?.id ?? '');
    const files = await book.read((tx) => listAttachments(tx, [message?.id ?? '']));
    expect(files.map(({ name, refusal }) => [name, refusal])).toEqual([
      ['advice.pdf', null],
      ['invoice.exe', 'type_not_allowed'],
      ['list.pdf', 'type_not_allowed'],
      ['page.csv', 'type_is_another'],
    ]);
  });

  it('that nests without end, has no headers or zeros in it is a message all the same, and nothing stops the reading', async () => {
    const deep = Array.from(
      { length: 40 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n`,
    );
    book.imap.deliver(mail({ type: 'multipart/mixed; boundary="b0"', text: deep.join('\n') }));
    book.imap.deliver('Subject: no sender\n\nwords');
    book.imap.deliver(mail({ subject: 'zero', text: 'a\0b' }));
    book.imap.deliver(mail({ subject: 'fine' }));
    expect(await read()).toBe(4);
    expect((await inbox()).map(({ subject }) => subject)).toContain('fine');
    const refused = await book.read((tx) => tx.all(sql`select refusal from message_place where refusal is not null`));
    expect(refused).toEqual([{ refusal: 'mail_unreadable' }]);
  });

  it('that the database does not take stands as its envelope, whole beside it, and what comes after it is read', async () => {
    book.imap.deliver(mail({ subject: 'odd', text: 'words' }));
    book.imap.deliver(mail({ subject: 'fine' }));
    let asked = 0;
    const refusing = async () => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error('unsupported Unicode escape sequence'), { code: '22P05' });
      return null;
    };
    expect(await readMailboxes({ ...book.context, personOf: refusing }, book.scope)).toBe(2);
    const rows = await inbox();
    expect(rows.map(({ subject }) => subject).sort()).toEqual(['fine', 'odd']);
    const odd = rows.find(({ subject }) => subject === 'odd');
    const [message] = await messagesOf(odd?.id ?? '');
    expect(message).toMatchObject({ body: '', rawSha256: expect.any(String) });
    const files = await book.read((tx) => listAttachments(tx, [message?.id ?? '']));
    expect(files).toMatchObject([{ refusal: 'mail_unreadable' }]);
  });

  it('a mailbox that refuses says so and keeps no other waiting', async () => {
    await book.imap.close();
    expect(await read()).toBe(0);
    const [mailbox] = await book.read(listMailboxes);
    expect(mailbox?.receivingError).toContain('cannot be reached');
  });
});
