/** What a mail carries: its files, and its text. Threads are read where correspondence is. */
import PostalMime from 'postal-mime';
import { AppError } from '../errors.ts';

export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** Shown inside the text, as logos of signatures are. */
  readonly isInline: boolean;
}

const FILES_MAX = 50;
const NESTING_MAX = 20;

/** The files of a message, those of a forwarded message included. Throws `mail_unreadable`. */
export async function filesOfMail(source: Uint8Array): Promise<MailFile[]> {
  try {
    const mail = await PostalMime.parse(source, { attachmentEncoding: 'arraybuffer', maxNestingDepth: NESTING_MAX });
    return mail.attachments.slice(0, FILES_MAX).map((attachment, index) => ({
      name: attachment.filename ?? `attachment-${index + 1}`,
      type: attachment.mimeType,
      content: bytesOf(attachment.content),
      isInline: attachment.disposition === 'inline' || attachment.related === true,
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('mail_unreadable', `The message is not a readable mail: ${reason}`);
  }
}

/** What a reader of the message sees, without its files. Throws `mail_unreadable`. */
export async function textOfMail(source: Uint8Array): Promise<string> {
  try {
    const { html, text } = await PostalMime.parse(source, { maxNestingDepth: NESTING_MAX });
    return html !== undefined && (/<table\b/i.test(html) || (text ?? '').trim() === '') ? html : (text ?? '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('mail_unreadable', `The message is not a readable mail: ${reason}`);
  }
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
