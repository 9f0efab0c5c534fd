/** What a mail carries: its subject, its text, its files. Threads are read where correspondence is. */
import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '../errors.ts';
import { withDeclaredLetters } from './undeclared-letters.ts';

export interface Mail {
  readonly subject: string;
  /** What a reader of the message sees: the form with a table, else the plain one. */
  readonly text: string;
  /** Those of a forwarded message included. */
  readonly files: readonly MailFile[];
}

export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Shown inside the text, as logos of signatures are. */
  readonly isInline: boolean;
  /** By which the text shows it, without its brackets. */
  readonly contentId?: string | undefined;
}

export const FILES_MAX = 50;
export const NESTING_MAX = 20;

/** Throws `mail_unreadable`. */
export async function readMail(source: Uint8Array): Promise<Mail> {
  try {
    const mail = await PostalMime.parse(withDeclaredLetters(source), {
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: NESTING_MAX,
    });
    return { subject: mail.subject ?? '', text: textOf(mail), files: filesOf(mail) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('mail_unreadable', `The message is not a readable mail: ${reason}`);
  }
}

/** A picture inside the text is no file that somebody sends. */
export function isPictureInText({ isInline, type }: MailFile): boolean {
  return isInline && type.startsWith('image/');
}

const HEADERS = [
  'From|To|Cc|Reply-To|Date|Subject|Message-ID|MIME-Version|Return-Path|Delivered-To|Received|Received-SPF|User-Agent',
  'Authentication-Results|DKIM-Signature|Accept-Language|(?:ARC|Content|List|Thread|X)-[\\w-]+',
].join('|');
const MAIL = new RegExp(`^(?:(?:${HEADERS}): .*\\r?\\n(?:[ \\t].*\\r?\\n)*){2}`, 'i');
const HEAD_BYTES = 20_000;

/** Whether bytes begin as a mail does: with two headers that mails have, each over as many lines as it likes. */
export function isMail(bytes: Uint8Array): boolean {
  return MAIL.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1').trimStart());
}

function textOf({ html, text = '' }: Email): string {
  return html !== undefined && (/<table\b/i.test(html) || text.trim() === '') ? html : text;
}

export function filesOf({ attachments }: Email): MailFile[] {
  return attachments.slice(0, FILES_MAX).map((attachment, index) => ({
    name: attachment.filename ?? `attachment-${index + 1}`,
    type: attachment.mimeType,
    content: bytesOf(attachment.content),
    isInline: attachment.disposition === 'inline' || attachment.related === true,
    ...(attachment.contentId === undefined ? {} : { contentId: attachment.contentId.replace(/^<|>$/g, '') }),
  }));
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
