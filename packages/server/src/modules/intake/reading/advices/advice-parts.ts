/** What a file with advices consists of: itself, or the text and the files of a mail. */
import PostalMime from 'postal-mime';
import { FileRefused } from '../file-refused.ts';
import { MAIL_PARTS_MAX } from './advice-limits.ts';

export interface AdvicePart {
  /** Null for the file itself. */
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** Set when it is text for certain: the body of a mail. */
  readonly text?: string;
}

export interface AdviceParts {
  readonly subject: string;
  readonly parts: readonly AdvicePart[];
  readonly isMail: boolean;
}

const MAIL =
  /^(?:(?:From|To|Cc|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-[\w-]+|X-[\w-]+|DKIM-Signature|Reply-To): .*\r?\n(?:[ \t].*\r?\n)*){2,}/i;
const HEAD_BYTES = 20_000;
const NESTING_MAX = 20;

export async function partsOf(bytes: Uint8Array, fileName: string): Promise<AdviceParts> {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1').replace(/^\s+/, '');
  if (!MAIL.test(head)) return { subject: fileName, parts: [{ name: null, bytes }], isMail: false };
  try {
    const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: NESTING_MAX });
    const files = mail.attachments
      .filter(
        ({ disposition, related, mimeType }) =>
          !((disposition === 'inline' || related) && mimeType.startsWith('image/')),
      )
      .slice(0, MAIL_PARTS_MAX)
      .map((file, index) => ({ name: file.filename ?? `attachment-${index + 1}`, bytes: bytesOf(file.content) }));
    const body = bodyOf(mail);
    const parts = body === null ? files : [{ name: 'the message', bytes: new Uint8Array(0), text: body }, ...files];
    return { subject: mail.subject ?? '', parts, isMail: true };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileRefused('mail_unreadable', `The message is not a readable mail: ${reason}`);
  }
}

/** The form with a table, else the plain one. */
function bodyOf({
  html,
  text,
}: {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}): string | null {
  if (html !== undefined && (/<table\b/i.test(html) || (text ?? '').trim() === '')) return html;
  return text ?? html ?? null;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
