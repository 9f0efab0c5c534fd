import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSmtpServer, type TestSmtpServer } from '../testing/smtp-server.ts';
import { composeMail, openSmtp } from './index.ts';

const ENVELOPE = { from: 'ar@example.com', to: ['ap@customer.example'] };
const RAW = Buffer.from('Subject: Statement\r\nMessage-ID: <1@example.com>\r\n\r\nHello\r\n');

let smtp: TestSmtpServer;
beforeEach(async () => {
  smtp = await openSmtpServer();
});
afterEach(() => smtp.close());

async function sendOnce(raw: Uint8Array = RAW, to = ENVELOPE.to) {
  const session = openSmtp(smtp.login, { silenceMs: 500 });
  try {
    return await session.send({ ...ENVELOPE, to }, raw);
  } finally {
    session.close();
  }
}

describe('handing a mail to a server', () => {
  it('is accepted, several over one connection', async () => {
    const session = openSmtp(smtp.login);
    for (let count = 0; count < 3; count += 1) {
      expect(await session.send(ENVELOPE, RAW)).toMatchObject({ kind: 'accepted', refused: [] });
    }
    session.close();
    expect(smtp.taken).toHaveLength(3);
  });

  it('is accepted many times over one connection, and nothing goes on listening for what is sent', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error) => warnings.push(warning);
    process.on('warning', warned);
    const session = openSmtp(smtp.login);
    for (let count = 0; count < 12; count += 1) {
      expect(await session.send(ENVELOPE, RAW)).toMatchObject({ kind: 'accepted' });
    }
    session.close();
    await setImmediate();
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('tells which of several addresses the server refused', async () => {
    const outcome = await sendOnce(RAW, ['ap@customer.example', 'nobody@customer.example']);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      refused: [{ address: 'nobody@customer.example', isPermanent: true }],
    });
    const later = await sendOnce(RAW, ['ap@customer.example', 'full@customer.example']);
    expect(later).toMatchObject({
      kind: 'accepted',
      refused: [{ address: 'full@customer.example', isPermanent: false }],
    });
    expect(await sendOnce(RAW, ['nobody@customer.example'])).toMatchObject({ kind: 'refused', isPermanent: true });
  });

  it.each([
    ['refuses_for_now', { kind: 'refused', isPermanent: false }, 0],
    ['refuses_for_good', { kind: 'refused', isPermanent: true }, 0],
    ['breaks_before_data', { kind: 'unreachable', isOnMessage: true }, 0],
    ['is_closing', { kind: 'unreachable', isOnMessage: false }, 0],
    ['knows_no_such_sender', { kind: 'unreachable', isOnMessage: false }, 0],
    ['keeps_silent_before_data', { kind: 'unreachable', isOnMessage: true }, 0],
    ['takes_it_and_breaks', { kind: 'unknown' }, 1],
    ['takes_it_and_keeps_silent', { kind: 'unknown' }, 1],
  ] as const)('a server that %s: what is known afterwards is told, never guessed', async (fault, outcome, taken) => {
    smtp.fault = fault;
    expect(await sendOnce()).toMatchObject(outcome);
    expect(smtp.taken).toHaveLength(taken);
  });

  it('says where nobody answers', async () => {
    const session = openSmtp({ ...smtp.login, port: 1 });
    expect(await session.send(ENVELOPE, RAW)).toMatchObject({ kind: 'unreachable', isOnMessage: false });
    const unnamed = openSmtp({ ...smtp.login, host: 'mail.nowhere.invalid' });
    expect(await unnamed.send(ENVELOPE, RAW)).toMatchObject({ kind: 'unreachable', isOnMessage: false });
  });

  it('sends five megabytes as they are', async () => {
    const raw = Buffer.concat([RAW, Buffer.from('0123456789\r\n'.repeat(436_906))]);
    expect(await sendOnce(raw)).toMatchObject({ kind: 'accepted' });
    expect(smtp.taken[0]?.raw.length).toBe(raw.length);
  });
});

it('a composed mail has the Message-ID it was given, its files, and reads nothing from the disk', async () => {
  const raw = await composeMail({
    from: { address: 'ar@example.com', name: 'Società Esempio' },
    replyTo: 'ar+k7q2@example.com',
    to: [{ address: 'ap@customer.example', name: null }],
    cc: [],
    subject: 'Sollecito: più di 30 giorni',
    text: 'Gentile cliente',
    html: '<p>Gentile cliente</p>',
    messageId: '<7@example.com>',
    inReplyTo: '<6@customer.example>',
    references: ['<5@customer.example>', '<6@customer.example>'],
    date: '2026-11-20T10:00:00Z',
    headers: { 'Auto-Submitted': 'auto-generated' },
    files: [{ name: 'estratto.pdf', type: 'application/pdf', content: Buffer.from('%PDF-') }],
  });
  const text = Buffer.from(raw).toString();
  expect(text).toContain('Message-ID: <7@example.com>');
  expect(text).toContain('Date: Fri, 20 Nov 2026 10:00:00 +0000');
  expect(text).toContain('References: <5@customer.example> <6@customer.example>');
  expect(text).toContain('filename=estratto.pdf');
  expect(text).toContain('Auto-Submitted: auto-generated');
});
