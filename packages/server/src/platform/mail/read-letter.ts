/**
 * A mail as somebody wrote it to us: who, to whom, in answer to what, text and HTML, files, and the headers that say whether a
 * machine wrote it. What is not well formed is read as far as it goes.
 */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { AppError } from '../errors.ts';
import type { MailAddress } from './compose.ts';
import { FILES_MAX, filesOf, type MailFile, NESTING_MAX } from './message.ts';
import { withDeclaredLetters } from './undeclared-letters.ts';

export interface Letter {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: string | null;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Every address it was delivered to or says it is for. */
  readonly addressedTo: readonly string[];
  readonly subject: string;
  /** ISO in UTC, as the sender's clock had it; null when it cannot be read. */
  readonly date: string | null;
  readonly text: string;
  readonly html: string | null;
  /** By name in small letters; several of one name joined with line breaks. */
  readonly headers: Readonly<Record<string, string>>;
  /** As they stand, the topmost first. */
  readonly authenticationResults: readonly string[];
  readonly files: readonly MailFile[];
  /** The part of a report that machines read (RFC 3464, RFC 5965); null in other mails. */
  readonly report: string | null;
  /** The Message-ID of the mail that a report is about. */
  readonly reportedId: string | null;
}

/** Throws `mail_unreadable`. */
export async function readLetter(source: Uint8Array): Promise<Letter> {
  try {
    const mail = await PostalMime.parse(withDeclaredLetters(source), {
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: NESTING_MAX,
      forceRfc822Attachments: true,
    });
    return keepable(letterOf(mail));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('mail_unreadable', `The message is not a readable mail: ${reason}`);
  }
}

function letterOf(mail: Email): Letter {
  const headers: Record<string, string> = {};
  for (const { key, value } of mail.headers) headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  const [to, cc] = [flat(mail.to ?? []), flat(mail.cc ?? [])];
  const files = filesOf(mail);
  const delivered = mail.headers.filter(({ key }) => DELIVERED_TO.has(key)).map(({ value }) => value.trim());
  return {
    messageId: /<[^<>\s]+>/.exec(mail.messageId ?? '')?.[0] ?? null,
    inReplyTo: mail.inReplyTo ?? null,
    references: mail.references ?? null,
    from: flat(mail.from ? [mail.from] : [])[0] ?? null,
    to,
    cc,
    addressedTo: [...[...to, ...cc].map(({ address }) => address), ...delivered],
    subject: western(mail.subject ?? '').trim(),
    date: dateOf(mail.date),
    text: western(mail.text ?? '').trim(),
    html: mail.html === undefined ? null : western(mail.html),
    headers,
    authenticationResults: mail.headers.flatMap(({ key, value }) => (key === 'authentication-results' ? [value] : [])),
    files: files.filter(({ type }) => !REPORT_TYPES.has(type)).slice(0, FILES_MAX),
    report: reportOf(files),
    reportedId: reportedIdOf(files) ?? reportedInWords(mail),
  };
}

/** There were no mails before this, and a day of the year 0 is none that a database keeps. */
const OLDEST = '1970-01-01';

function dateOf(date: string | undefined): string | null {
  return date !== undefined && date >= OLDEST && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(date) ? date : null;
}

/**
 * The same with what no database keeps taken out of every text: zero characters and halves of characters. Encoded words bring them
 * into any field, and one such mail would keep all later ones from being read.
 */
function keepable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') as T;
  if (Array.isArray(value)) return value.map(keepable) as T;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, keepable(field)])) as T;
}

const DELIVERED_TO = new Set(['delivered-to', 'x-original-to', 'envelope-to']);
const REPORT_TYPES = new Set(['message/delivery-status', 'message/feedback-report']);
const REPORTED_TYPES = new Set(['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers']);
const REPORT_CHARS_MAX = 100_000;

function reportOf(files: readonly MailFile[]): string | null {
  const report = files.find(({ type }) => REPORT_TYPES.has(type));
  return report === undefined ? null : latin(report.content);
}

function reportedIdOf(files: readonly MailFile[]): string | null {
  if (reportOf(files) === null) return null;
  const reported = files.find(({ type }) => REPORTED_TYPES.has(type));
  const head = reported === undefined ? '' : latin(reported.content).replace(/\r?\n[ \t]+/g, ' ');
  return /^Message-ID:\s*(<[^<>\s]+>)/im.exec(head)?.[1] ?? null;
}

const SERVER = /^(?:mailer-daemon|postmaster)@/i;

/** Servers that write no report for machines quote the mail, with its Message-ID, in their words. */
function reportedInWords({ from, headers, text = '' }: Email): string | null {
  const isServers = SERVER.test(from?.address ?? '') || headers.some(({ key }) => key === 'x-failed-recipients');
  return isServers ? (/^[ \t]*Message-ID:\s*(<[^<>\s]+>)/im.exec(text.slice(0, REPORT_CHARS_MAX))?.[1] ?? null) : null;
}

function latin(content: Uint8Array): string {
  return Buffer.from(content.subarray(0, REPORT_CHARS_MAX)).toString('utf8');
}

const ADDRESSES_MAX = 100;

function flat(addresses: readonly Address[]): MailAddress[] {
  return addresses
    .flatMap((entry) => (entry.group === undefined ? [entry] : entry.group))
    .filter(({ address }) => /^[^\s@]+@[^\s@]+$/.test(address))
    .slice(0, ADDRESSES_MAX)
    .map(({ address, name }) => ({ address: address.toLowerCase(), name: western(name).trim() || null }));
}

const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009fŸ';

/**
 * Node 20's decoder leaves the bytes 80 to 9F of windows-1252 as control characters (nodejs/node#56542), which no mail means:
 * U+0080 is the euro sign.
 */
function western(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => HIGH_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}
