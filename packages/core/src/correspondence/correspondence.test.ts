import { describe, expect, it } from 'vitest';
import {
  addressWithToken,
  failedRecipients,
  kindOfMail,
  messageIdsIn,
  newWords,
  plainSubject,
  saysAddressIsGone,
  senderAuthentication,
  subjectWithToken,
  tokensInAddresses,
  tokensInSubject,
} from './index.ts';

describe('what ties an answer to its conversation', () => {
  it('is a token in the address, as it comes back in any letters', () => {
    expect(addressWithToken('ar@example.com', 'K7Q2M9XD')).toBe('ar+k7q2m9xd@example.com');
    const addresses = [
      'AR+K7Q2M9XD@Example.com',
      'ar+news@example.com',
      'ar+k7q2m9xd@example.com.evil',
      'ar@example.com',
    ];
    expect(tokensInAddresses(addresses, 'ar@example.com')).toEqual(['K7Q2M9XD']);
  });

  it('is a token in the subject, written once', () => {
    expect(subjectWithToken('Mahnung', 'K7Q2M9XD')).toBe('Mahnung [K7Q2M9XD]');
    expect(subjectWithToken('AW: Mahnung [K7Q2M9XD]', 'K7Q2M9XD')).toBe('AW: Mahnung [K7Q2M9XD]');
    expect(tokensInSubject('WG: AW: Mahnung [k7q2m9xd] [EXTERN]')).toEqual(['K7Q2M9XD']);
    expect(plainSubject('WG: AW: Re[2]: Mahnung  [K7Q2M9XD]')).toBe('Mahnung');
  });

  it('is the latest Message-ID first', () => {
    expect(messageIdsIn('<a@x> <b@x>\n <c@x>')).toEqual(['<c@x>', '<b@x>', '<a@x>']);
    expect(messageIdsIn('<'.repeat(100_000))).toEqual([]);
  });
});

describe('who wrote a mail', () => {
  const kind = (headers: Record<string, string>, subject = 'Hello', from = 'ada@rossi.example') =>
    kindOfMail({ headers, subject, from });

  it.each([
    ['Automatic reply: Statement'],
    ['Abwesenheitsnotiz: Kontoauszug'],
    ['Risposta automatica: estratto conto'],
    ['Réponse automatique : relevé'],
    ['Respuesta automática: estado'],
  ])('%s is automatic in its language', (subject) => expect(kind({}, subject)).toBe('automatic'));

  it('a person, unless headers or sender say otherwise', () => {
    expect(kind({})).toBe('mail');
    expect(kind({ 'auto-submitted': 'no' })).toBe('mail');
    expect(kind({ 'x-auto-response-suppress': 'All' })).toBe('mail');
    expect(kind({ 'auto-submitted': 'auto-replied' })).toBe('automatic');
    expect(kind({ precedence: 'bulk' })).toBe('automatic');
    expect(kind({}, 'Your parcel', 'no-reply@shop.example')).toBe('automatic');
    expect(kind({}, 'Mail delivery failed', 'MAILER-DAEMON@mx.example')).toBe('bounce');
    expect(kind({ 'content-type': 'multipart/report; report-type=delivery-status' })).toBe('bounce');
  });

  it('a delivery report names whom it did not reach, for good or for now', () => {
    const report =
      'Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; AP@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550\r\n user unknown\r\n\r\nFinal-Recipient: rfc822;b@x.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n';
    expect(failedRecipients(report)).toEqual([
      { address: 'ap@x.example', isPermanent: true, status: '5.1.1', reason: 'smtp; 550 user unknown' },
      { address: 'b@x.example', isPermanent: false, status: '4.4.1', reason: null },
    ]);
  });

  it('a refusal for what the mail is says nothing of the address', () => {
    expect(saysAddressIsGone('550 5.1.1 user unknown')).toBe(true);
    expect(saysAddressIsGone('550 5.7.1 blocked, see our policy')).toBe(false);
    expect(saysAddressIsGone('554 rejected as spam')).toBe(false);
  });
});

describe('whether the sender is the one named', () => {
  const verdict = (...results: string[]) =>
    senderAuthentication(results, { authority: 'mx.us.example', fromAddress: 'ada@rossi.example' }).verdict;

  it('is believed of our own server only, and only on top', () => {
    expect(verdict('mx.us.example; dmarc=pass header.from=rossi.example')).toBe('passed');
    expect(verdict('mx.them.example; dmarc=pass')).toBe('unknown');
    expect(verdict('a.example; x=y', 'b.example; x=y', 'mx.us.example; dmarc=pass')).toBe('unknown');
  });

  it('needs a signature of the sender’s own domain when there is no DMARC', () => {
    expect(verdict('mx.us.example; dkim=pass header.d=rossi.example')).toBe('passed');
    expect(verdict('mx.us.example; dkim=pass header.d=evil.example')).toBe('unknown');
    expect(verdict('mx.us.example; spf=fail smtp.mailfrom=rossi.example')).toBe('failed');
    expect(verdict('mx.us.example (comment; dmarc=pass); dmarc=fail')).toBe('failed');
  });
});

describe('the new words of an answer', () => {
  it.each([
    ['We pay on Friday.\n\nOn Thu, 19 Nov 2026 at 09:00, AR <ar@x.example> wrote:\n> Please pay', 'We pay on Friday.'],
    [
      'Paghiamo venerdì.\n\nIl giorno gio 19 nov 2026 alle ore 09:00 AR\n<ar@x.example> ha scritto:\n> Sollecito',
      'Paghiamo venerdì.',
    ],
    ['Zahlung folgt.\n\nVon: AR <ar@x.example>\nGesendet: Donnerstag\nBetreff: Mahnung', 'Zahlung folgt.'],
    ['Payé.\n-- \nAda Rossi', 'Payé.'],
    ['-----Original Message-----\nFrom: x', ''],
  ])('%j are %j', (body, words) => expect(newWords(body)).toBe(words));
});
