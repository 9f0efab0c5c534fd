import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import type { MessageKind } from '../messages/message.ts';
import { listMessages } from '../messages/messages.queries.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { findSuppressed } from '../sending/suppressed-addresses.queries.ts';
import { readMailboxes } from './read-mailboxes.job.ts';

let book: MailBook;
let rossi: string;
beforeAll(async () => {
  book = await openMailBook();
  rossi = await book.addCustomer('C-100', 'Rossi S.r.l.');
});
afterAll(() => book.drop());

interface Reported {
  readonly messageId: string;
  readonly address: string;
}

const report = ({ messageId, address }: Reported, fields: readonly string[], words: string, original = true) =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    ...['--r', 'Content-Type: text/plain; charset=utf-8', '', words, ''],
    ...['--r', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
    ...[`Final-Recipient: rfc822; ${address}`, ...fields, ''],
    ...(original ? ['--r', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, 'Subject: x', ''] : []),
    '--r--',
  ].join('\n');

const FAILED = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 no such user'];

/** As servers of these makes and languages write them; none is anybody's. */
const NOT_DELIVERED: Readonly<Record<string, (one: Reported) => string>> = {
  'Postfix, in English': (one) =>
    `From: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n${report(one, FAILED, 'I’m sorry to have to inform you that your message could not be delivered.')}`,
  'Exchange, in German': (one) =>
    `From: postmaster@kunde.example\nSubject: Unzustellbar: Kontoauszug\nIn-Reply-To: ${one.messageId}\n${report(one, FAILED, 'Fehler bei der Nachrichtenzustellung an folgende Empfänger', false)}`,
  'Gmail, in Italian': (one) =>
    `From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nSubject: Delivery Status Notification (Failure)\nX-Failed-Recipients: ${one.address}\nReferences: ${one.messageId}\n${report(one, FAILED, 'Messaggio non recapitato: l’indirizzo non è stato trovato.')}`,
  'Exim, in French, in words': (one) =>
    `From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: ${one.address}\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n\nUn message que vous avez envoyé n’a pas pu être remis :\n\n  ${one.address}\n    SMTP error from remote mail server after RCPT TO:<${one.address}>:\n    550 5.1.1 unknown user\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: ${one.messageId}\nSubject: x\n`,
  'qmail, in Spanish, in words': (one) =>
    `From: MAILER-DAEMON@qmail.example\nSubject: fallo en la entrega\nContent-Type: text/plain; charset=utf-8\n\nHi. This is the qmail-send program at qmail.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${one.address}>:\nLo siento, no existe el buzón (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <statements@example.com>\nMessage-Id: ${one.messageId}\nSubject: x\n`,
};

const LATE = ['Action: delayed', 'Status: 4.4.1', 'Diagnostic-Code: smtp; 451 4.4.1 connection timed out'];
const QUIET: Readonly<Record<string, (one: Reported) => string>> = {
  'a delivery that is late': (one) =>
    `From: MAILER-DAEMON@mx.example\nSubject: Delayed Mail (still being retried)\n${report(one, LATE, 'Still trying.')}`,
  'a delivery that succeeded': (one) =>
    `From: postmaster@kunde.example\nSubject: Zugestellt: Kontoauszug\n${report(one, ['Action: delivered', 'Status: 2.0.0'], 'OK')}`,
  'a receipt of reading': ({ messageId, address }) =>
    `From: ${address}\nSubject: Letto: Estratto conto\nIn-Reply-To: ${messageId}\nContent-Type: multipart/report; report-type=disposition-notification; boundary="r"\n\n--r\nContent-Type: text/plain\n\nLetto.\n--r--`,
  ...Object.fromEntries(
    [
      'Automatic reply: Statement',
      'Risposta automatica: Estratto conto',
      'Abwesenheitsnotiz: Kontoauszug',
      'Réponse automatique : Relevé de compte',
      'Respuesta automática: Estado de cuenta',
      'Out of office',
      'Fuori ufficio',
      'Abwesend bis 3. Dezember',
      'Absent du bureau',
      'Fuera de la oficina hasta el lunes',
    ].map((subject) => [
      `"${subject}", without any header that says so`,
      ({ messageId, address }: Reported) =>
        `From: ${address}\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\nIn-Reply-To: ${messageId}\n\nI am back on Monday.\n`,
    ]),
  ),
};

let letters = 0;
async function after(mailOf: (one: Reported) => string): Promise<{ kinds: MessageKind[]; isGone: boolean }> {
  letters += 1;
  const address = `ap${letters}@customer.example`;
  const { id, conversationId } = await book.queue({ customerId: rossi, to: [{ address, name: null }] });
  expect(await sendWaiting(book.context, book.scope)).toEqual({ sent: 1, notSent: 0 });
  book.imap.deliver(mailOf({ messageId: `<${id}@example.com>`, address }));
  expect(await readMailboxes(book.context, book.scope)).toBe(1);
  const kinds = (await book.read((tx) => listMessages(tx, conversationId))).map(({ kind }) => kind);
  const isGone = (await book.read((tx) => findSuppressed(tx, [address]))).length === 1;
  return { kinds, isGone };
}

describe('a report of another server', () => {
  it.each(Object.entries(NOT_DELIVERED))(
    '%s: it stands with its letter, and nothing goes there any more',
    async (_, of) => {
      expect(await after(of)).toEqual({ kinds: ['mail', 'bounce'], isGone: true });
    },
  );

  it.each(Object.entries(QUIET))('%s makes nobody wait, and stops nothing', async (_, of) => {
    expect(await after(of)).toEqual({ kinds: ['mail', 'automatic'], isGone: false });
  });

  it('a person who misses an invoice is no machine', async () => {
    const mail = ({ messageId, address }: Reported) =>
      `From: ${address}\nSubject: Absence de facture\nIn-Reply-To: ${messageId}\n\nIl nous manque la facture.\n`;
    expect(await after(mail)).toEqual({ kinds: ['mail', 'mail'], isGone: false });
  });
});

it('two hundred answers of a machine in a minute: all kept, thirty make somebody wait, nothing is answered', async () => {
  const { id, conversationId } = await book.queue({ customerId: rossi });
  await sendWaiting(book.context, book.scope);
  const sent = book.smtp.taken.length;
  for (let at = 0; at < 200; at += 1) {
    book.imap.deliver(
      `From: bot@ticket.example\nSubject: Ticket ${at}\nMessage-ID: <t${at}@ticket.example>\nIn-Reply-To: <${id}@example.com>\n\nYour request ${at} was received.\n`,
    );
  }
  expect(await readMailboxes(book.context, book.scope)).toBe(200);
  const kinds = (await book.read((tx) => listMessages(tx, conversationId))).map(({ kind }) => kind);
  expect(kinds).toHaveLength(201);
  expect(kinds.filter((kind) => kind === 'automatic')).toHaveLength(170);
  await sendWaiting(book.context, book.scope);
  expect(book.smtp.taken).toHaveLength(sent);
});
