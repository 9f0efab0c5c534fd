/** Files that a person attaches to a letter: kept by the hash of their content when they are chosen, named by it when it is sent. */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { keepContent, readContent } from '../messages/mail-content.queries.ts';
import { doubtAboutFile, mediaTypeOf, safeFileName } from '../receiving/attachment-check.ts';
import { type DraftFile, FILES_BYTES_MAX } from './message-draft.ts';

export interface LetterFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Throws `letter_file_too_large`, `letter_file_empty`. */
export async function wholeLetterFile(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > FILES_BYTES_MAX) {
      const message =
        'The file has more than 17 MB, which most mail servers refuse. Send a smaller one, or a link to it.';
      throw new AppError('letter_file_too_large', message, { status: 413 });
    }
    chunks.push(chunk);
  }
  if (bytes === 0) throw new AppError('letter_file_empty', 'The file is empty. Choose another.');
  return Buffer.concat(chunks);
}

/** Throws `letter_file_refused` for what a customer’s server would refuse too: programs, pages, what is not what its name says. */
export async function keepLetterFile(
  tx: CommandTx,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<LetterFile> {
  const { content } = file;
  const name = safeFileName(file.name);
  refuseDoubtful(name, content);
  const sha256 = await keepContent(tx, content);
  const kept = { sha256, name, mediaType: mediaTypeOf(name), bytes: content.length };
  const subject = { subjectKind: 'mail_content', subjectId: sha256 };
  tx.audit({ action: 'correspondence.letter_file_kept', ...subject, after: { name, sha256, bytes: content.length } });
  return kept;
}

/** Throws `letter_file_missing`, `letter_file_refused`. */
export async function letterFiles(
  tx: Tx,
  chosen: readonly { readonly sha256: string; readonly name: string }[],
): Promise<DraftFile[]> {
  const files: DraftFile[] = [];
  for (const { sha256, name: given } of chosen) {
    const name = safeFileName(given);
    const content = await readContent(tx, sha256);
    if (content === undefined) {
      throw new AppError('letter_file_missing', `${name} is not kept here. Attach it again.`, { details: { name } });
    }
    refuseDoubtful(name, content);
    files.push({ name, type: mediaTypeOf(name), content });
  }
  return files;
}

const DOUBTS = {
  file_too_large: 'has more than 25 MB',
  type_not_allowed: 'is of a kind that runs or that mail servers refuse',
  type_is_another: 'is not what its name says',
} as const;

function refuseDoubtful(name: string, content: Uint8Array): void {
  const doubt = doubtAboutFile({ name, type: mediaTypeOf(name), content });
  if (doubt === null) return;
  const message = `${name} ${DOUBTS[doubt]}. Send it as PDF, picture, office file, text or ZIP.`;
  throw new AppError('letter_file_refused', message, { details: { name, doubt } });
}
