/** Mails of somebody who means us harm. Each is taken or kept as what it is, and none keeps the next from coming in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listInbox } from '../conversations/conversations.queries.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { readMailboxes } from './read-mailboxes.job.ts';

let book: MailBook;
beforeAll(async () => {
  book = await openMailBook();
});
afterAll(() => book.drop());

let mails = 0;
function hostile(lines: { headers?: readonly string[]; body?: string; type?: string }): string {
  mails += 1;
  const given = lines.headers ?? [];
  const has = (name: string) => given.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return [
    ...(has('From') ? [] : ['From: Eve <eve@example.net>']),
    ...(has('To') ? [] : ['To: statements@example.com']),
    ...(has('Subject') ? [] : [`Subject: Hostile ${mails}`]),
    ...(has('Message-ID') ? [] : [`Message-ID: <hostile-${mails}@example.net>`]),
    ...(has('Date') ? [] : ['Date: Fri, 20 Nov 2026 13:30:00 +0100']),
    ...given,
    'MIME-Version: 1.0',
    `Content-Type: ${lines.type ?? 'text/plain; charset=utf-8'}`,
    '',
    lines.body ?? 'Hello',
  ].join('\n');
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const NUL = 'a\u0000b';

const MAILS: readonly (readonly [string, string])[] = [
  ['a zero character in the subject', hostile({ headers: [`Subject: ${encoded(NUL)}`] })],
  ['a zero character in the name of the sender', hostile({ headers: [`From: ${encoded(NUL)} <eve@example.net>`] })],
  ['a zero character in a recipient', hostile({ headers: [`To: ${encoded(NUL)} <statements@example.com>`] })],
  ['a zero character in an address', hostile({ headers: [`From: Eve <${encoded('e\u0000ve')}@example.net>`] })],
  ['a zero character in the Message-ID', hostile({ headers: [`Message-ID: ${encoded('<a\u0000b@example.net>')}`] })],
  [
    'a zero character in References',
    hostile({
      headers: [
        `References: ${encoded('<a\u0000b@example.net>')}`,
        `In-Reply-To: ${encoded('<a\u0000b@example.net>')}`,
      ],
    }),
  ],
  [
    'a raw zero character in headers',
    hostile({
      headers: ['To: "a\u0000b" <statements@example.com>', 'Authentication-Results: mx.example.com; dkim=fail\u0000'],
    }),
  ],
  ['a zero character in the text', hostile({ body: `Content ${NUL}` })],
  [
    'half a character in the subject',
    hostile({ headers: [`Subject: =?utf-16be?B?${Buffer.from([0xd8, 0x00, 0x00, 0x41]).toString('base64')}?=`] }),
  ],
  ['a day before all days', hostile({ headers: ['Date: 0000-01-01T00:00:00Z'] })],
  ['a day far before Christ', hostile({ headers: ['Date: -000100-01-01T00:00:00Z'] })],
  ['a day beyond all days', hostile({ headers: ['Date: +275760-09-13T00:00:00Z'] })],
  ['no day at all', hostile({ headers: ['Date: yesterday'] })],
  [
    'a thousand recipients',
    hostile({ headers: [`To: ${Array.from({ length: 1_000 }, (_, index) => `a${index}@example.net`).join(',\n ')}`] }),
  ],
  ['a subject of half a mebibyte', hostile({ headers: [`Subject: ${'x'.repeat(500_000)}`] })],
  ['a name of half a mebibyte', hostile({ headers: [`From: "${'😀'.repeat(60_000)}" <eve@example.net>`] })],
  [
    'a thousand references',
    hostile({
      headers: [`References: ${Array.from({ length: 1_000 }, (_, index) => `<r${index}@example.net>`).join('\n ')}`],
    }),
  ],
  [
    'attachments with hostile names, types and content ids',
    hostile({
      type: 'multipart/mixed; boundary=B',
      body: [
        `--B\nContent-Type: application/pdf; name="${encoded('../../etc/pass\u0000wd')}"\nContent-Disposition: attachment; filename*=utf-8''..%2F..%2Fa%00b.pdf\n\nx`,
        `--B\nContent-Type: image/png\u0000\nContent-ID: ${encoded('<a\u0000b>')}\nContent-Disposition: inline\n\nx`,
        `--B\nContent-Type: ${'x'.repeat(5_000)}/${'y'.repeat(5_000)}\nContent-Disposition: attachment; filename="${'n'.repeat(10_000)}"\n\nx`,
        '--B--',
      ].join('\n'),
    }),
  ],
  ['a body that ends in half an emoji at the limit', hostile({ body: `${'x'.repeat(499_999)}😀 tail` })],
  ['HTML that never ends', hostile({ type: 'text/html', body: '<div>'.repeat(10_000) })],
  [
    'a report with zero characters',
    hostile({
      headers: ['From: MAILER-DAEMON@example.net', 'Subject: Undelivered'],
      type: 'multipart/report; report-type=delivery-status; boundary=B',
      body: `--B\nContent-Type: text/plain\n\nx\n--B\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a\u0000b@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; ${NUL}\n--B--`,
    }),
  ],
];

describe('a mailbox goes on being read after', () => {
  it.each(MAILS)('%s', async (_what, raw) => {
    book.imap.deliver(raw);
    mails += 1;
    const after = `After ${mails}`;
    book.imap.deliver(hostile({ headers: [`Subject: ${after}`, 'From: Ada <ada@rossi.example>'] }));
    expect(await readMailboxes(book.context, book.scope)).toBe(2);
    const inbox = await book.read((tx) => listInbox(tx, { part: 'all', personId: book.scope.actor.id, limit: 200 }));
    expect(inbox.map(({ subject }) => subject)).toContain(after);
  });
});
