/** Mails as no program should write them, each with a name. All are made here; none is anybody's. */

const head = (options: { from?: string | null; subject?: string; headers?: readonly string[]; type?: string | null }) =>
  [
    ...(options.from === null ? [] : [`From: ${options.from ?? 'Ada <ada@rossi.example>'}`]),
    'To: statements@example.com',
    `Subject: ${options.subject ?? 'Your statement'}`,
    ...(options.headers ?? []),
    ...(options.type === null
      ? []
      : ['MIME-Version: 1.0', `Content-Type: ${options.type ?? 'text/plain; charset=utf-8'}`]),
    '',
    '',
  ].join('\n');

const MIXED = 'multipart/mixed; boundary="b"';
const WORDS = '--b\nContent-Type: text/plain; charset=utf-8\n\nWe pay INV-1.\n';
const file = (name: string, type: string, content: string, encoding = 'base64') =>
  `--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: ${encoding}\n\n${content}\n`;
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
/** Words beyond ASCII, as mail programs send them. */
const said = (text: string, options: Parameters<typeof head>[0] = {}) =>
  `${head({ ...options, headers: [...(options.headers ?? []), 'Content-Transfer-Encoding: base64'] })}${Buffer.from(text).toString('base64')}`;

/** 30 mails, one within the other, the words in the innermost. */
function withinEachOther(depth: number): string {
  let inner = 'Content-Type: text/plain\n\nWe pay INV-1.';
  for (let at = 0; at < depth; at += 1) {
    inner = `Content-Type: multipart/mixed; boundary="n${at}"\n\n--n${at}\n${inner}\n--n${at}--`;
  }
  return `From: Ada <ada@rossi.example>\nSubject: Your statement\n${inner}\n`;
}

const distinctWords = (count: number) => Array.from({ length: count }, (_, at) => `слово${at.toString(36)}ж`).join(' ');

/** Each in which the words can be read: they are, whatever else is wrong. */
export const READ_NASTY: Readonly<Record<string, string>> = {
  'no last boundary': `${head({ type: MIXED })}${WORDS}`,
  'letters that no program knows': `${head({ type: 'text/plain; charset=x-klingon' })}We pay INV-1.`,
  'letters named by nothing': `${head({ type: 'text/plain; charset=""' })}We pay INV-1.`,
  'letters that are not what it says': `${head({ type: 'text/plain; charset=utf-8', headers: ['Content-Transfer-Encoding: quoted-printable'] })}We pay INV-1. =FF=FE=ZZ`,
  'a file whose base64 is cut off': `${head({ type: MIXED })}${WORDS}${file('advice.pdf', 'application/pdf', base64('%PDF-1.7 x').slice(0, 7))}--b--\n`,
  'no sender': `${head({ from: null })}We pay INV-1.`,
  'two senders': `${head({ headers: ['From: Eve <eve@evil.example>'] })}We pay INV-1.`,
  'a sender without a domain': `${head({ from: 'root' })}We pay INV-1.`,
  'a date in 1970': `${head({ headers: ['Date: Thu, 1 Jan 1970 00:00:00 +0000'] })}We pay INV-1.`,
  'a date in 2099': `${head({ headers: ['Date: Thu, 31 Dec 2099 23:59:59 +0000'] })}We pay INV-1.`,
  'a date that is none': `${head({ headers: ['Date: Fri, 35 Foo 20x6 99:99:99 +9999'] })}We pay INV-1.`,
  'names written from right to left, turned round': `${head({ from: `${word('\u202eanaD\u202c הוא')} <ada@rossi.example>`, type: MIXED })}${WORDS}${file(word('invoice\u202efdp.exe'), 'application/pdf', base64('MZ'))}--b--\n`,
  'a ZIP with mails in it': `${head({ type: MIXED })}${WORDS}${file('mails.zip', 'application/zip', base64('PK\x03\x04 a.eml'))}--b--\n`,
  'a winmail.dat': `${head({ type: MIXED })}${WORDS}${file('winmail.dat', 'application/ms-tnef', base64('\x78\x9f\x3e\x22'))}--b--\n`,
  'a signature (S/MIME)': `${head({ type: 'multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="b"' })}${WORDS}${file('smime.p7s', 'application/pkcs7-signature', base64('0\x82'))}--b--\n`,
  'an answer of a calendar without a method': `${head({ type: MIXED })}${WORDS}${file('invite.ics', 'text/calendar', base64('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR'))}--b--\n`,
  'HTML that never ends': `${head({ type: 'text/html; charset=utf-8' })}<table><tr><td><b>We pay INV-1.<script>alert(1)`,
  'a header of a megabyte': `${head({ headers: [`X-Spam-Report: ${'x'.repeat(1024 * 1024)}`] })}We pay INV-1.`,
  'a subject of a megabyte': `${head({ subject: 'x'.repeat(1024 * 1024) })}We pay INV-1.`,
  'a subject that brings headers along': `${head({ subject: '=?utf-8?Q?Hello=0D=0ABcc:_all=40rossi.example?=' })}We pay INV-1.`,
  'a picture sign cut in half by our limits': said(`We pay INV-1. ${'y'.repeat(185)}😀${'z'.repeat(499_799)}😀`, {
    from: `${word(`${'n'.repeat(199)}😀`)} <ada@rossi.example>`,
    subject: word(`${'x'.repeat(499)}😀`),
  }),
  'zero characters': `${head({ subject: 'ze\0ro' })}We pay\0 INV-1.`,
  'five thousand references': `${head({ headers: [`References: ${Array.from({ length: 5_000 }, (_, at) => `<${at}@rossi.example>`).join(' ')}`] })}We pay INV-1.`,
  'a thousand files': `${head({ type: MIXED })}${WORDS}${Array.from({ length: 1_000 }, (_, at) => file(`f${at}.txt`, 'text/plain', base64(`${at}`))).join('')}--b--\n`,
  'two hundred readers': `${head({ headers: [`Cc: ${Array.from({ length: 200 }, (_, at) => `p${at}@rossi.example`).join(', ')}`] })}We pay INV-1.`,
  'hundred thousand different words': said(`We pay INV-1. ${distinctWords(100_000)}`),
  'one word of half a million letters': `${head({})}We pay INV-1. ${'w'.repeat(500_000)}`,
  'a Message-ID that is none': `${head({ headers: ['Message-ID: hello world'] })}We pay INV-1.`,
  'nobody it is to': `${head({ headers: ['Bcc: undisclosed-recipients:;'] })}We pay INV-1.`,
};

/** Each that cannot be read: it is there all the same, and says so or shows nothing. */
export const UNREAD_NASTY: Readonly<Record<string, string>> = {
  'parts under another boundary than it says': `${head({ type: MIXED })}--c\nContent-Type: text/plain\n\nWe pay INV-1.\n--c--\n`,
  'mails within mails, thirty deep': withinEachOther(30),
  'a whole that is encrypted (S/MIME)': `${head({ type: 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', headers: ['Content-Transfer-Encoding: base64'] })}${base64('0\x82\x01')}`,
  'nothing but a body': 'We pay INV-1.\n',
  noise: Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 256)).toString('latin1'),
};
