/** What a file with advices consists of: itself, or the text and the files of a mail. */
import { AppError } from '../../../../platform/errors.ts';
import { isMail, isPictureInText, readMail } from '../../../../platform/mail/message.ts';
import { FileRefused } from '../file-refused.ts';

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

export async function partsOf(bytes: Uint8Array, fileName: string): Promise<AdviceParts> {
  if (!isMail(bytes)) return { subject: fileName, parts: [{ name: null, bytes }], isMail: false };
  const { subject, text, files } = await readMail(bytes).catch((error: unknown) => {
    if (error instanceof AppError) throw new FileRefused(error.code, error.message);
    throw error;
  });
  const message: AdvicePart = { name: 'the message', bytes: new Uint8Array(0), text };
  const sent = files.filter((file) => !isPictureInText(file)).map(({ name, content }) => ({ name, bytes: content }));
  return { subject, parts: text === '' ? sent : [message, ...sent], isMail: true };
}
