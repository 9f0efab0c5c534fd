import { createHash } from 'node:crypto';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { evidenceOf, insertEvidence } from './evidence.queries.ts';
import { findRequest } from './requests.queries.ts';

const EVIDENCE_BYTES_MAX = 10 * 1024 * 1024; // a scanned letter; the table says the same
const EVIDENCE_FILES_MAX = 20;

/** A file's content whole. Throws `evidence_too_large`, `evidence_empty`. */
export async function wholeFile(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > EVIDENCE_BYTES_MAX) {
      const message = `The file has more than ${EVIDENCE_BYTES_MAX / 1024 / 1024} MiB. Add the page that matters.`;
      throw new AppError('evidence_too_large', message, { status: 413 });
    }
    chunks.push(chunk);
  }
  if (bytes === 0) throw new AppError('evidence_empty', 'The file is empty.');
  return Buffer.concat(chunks);
}

/** Adds a file to an open request. Returns its id. Throws `approval_is_settled`, `evidence_is_enough`. */
export async function addEvidence(
  tx: CommandTx,
  file: { requestId: string; name: string; content: Uint8Array },
): Promise<string> {
  const request = await findRequest(tx, file.requestId);
  if (!request) throw notFound('request', file.requestId);
  if (request.state === 'posted' || request.state === 'withdrawn') {
    throw new AppError('approval_is_settled', 'This request is settled; its evidence stays as it was.', {
      status: 409,
    });
  }
  if ((await evidenceOf(tx, request.id)).length >= EVIDENCE_FILES_MAX) {
    throw new AppError('evidence_is_enough', `A request has up to ${EVIDENCE_FILES_MAX} files.`);
  }
  const id = newId();
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await insertEvidence(tx, { id, ...file, sha256 });
  const after = { name: file.name, sha256 };
  tx.audit({ action: 'approval.evidence', subjectKind: 'approval_request', subjectId: request.id, after });
  return id;
}
