/** A file is stored before anything is made of it: by the hash of its content, once, in parts of a megabyte. */
import { createHash } from 'node:crypto';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { fileTooLarge } from '../../platform/http/files.ts';
import { UPLOAD_BYTES_MAX } from '../../platform/http/limits.ts';
import { newId } from '../../platform/ids.ts';
import { findFileId, insertFile, insertFilePart } from './files.queries.ts';

const PART_BYTES = 1024 * 1024;

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly byteCount: number;
  /** The first bytes, to see what kind of file it is. */
  readonly head: Uint8Array;
}

/** Throws `file_empty` and `file_too_large`; then nothing is stored. What is known to be too large is not even begun. */
export async function storeFile(
  database: Database,
  scope: Scope,
  { content, byteCount = 0 }: { readonly content: AsyncIterable<Uint8Array>; readonly byteCount?: number | undefined },
): Promise<StoredFile> {
  if (byteCount > UPLOAD_BYTES_MAX) throw fileTooLarge();
  const id = newId();
  const { isNew, ...stored } = await storeParts(database, scope, { id, content });
  if (isNew) return { id, ...stored };
  const earlier = await database.read(scope, (tx) => findFileId(tx, stored.sha256));
  return { id: earlier ?? id, ...stored };
}

interface StoredParts extends Omit<StoredFile, 'id'> {
  readonly isNew: boolean;
}

/** Rolls the parts back when the file is known: only its end tells the hash. */
async function storeParts(
  database: Database,
  scope: Scope,
  file: { readonly id: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<StoredParts> {
  let result: StoredParts | null = null;
  try {
    return await database.write(scope, async (tx) => {
      const hash = createHash('sha256');
      let byteCount = 0;
      let part = 0;
      let head: Uint8Array = new Uint8Array(0);
      for await (const piece of inParts(file.content)) {
        if (part === 0) head = piece;
        hash.update(piece);
        byteCount += piece.length;
        if (byteCount > UPLOAD_BYTES_MAX) throw fileTooLarge();
        await insertFilePart(tx, { fileId: file.id, part, content: piece });
        part += 1;
      }
      if (byteCount === 0) throw new AppError('file_empty', 'The file is empty. Check that the right one was chosen.');
      const sha256 = hash.digest('hex');
      const isNew = await insertFile(tx, { id: file.id, sha256, byteCount });
      result = { sha256, byteCount, head, isNew };
      if (!isNew) throw new StoredAlready();
      return result;
    });
  } catch (error) {
    if (error instanceof StoredAlready && result !== null) return result;
    throw error;
  }
}

class StoredAlready extends Error {}

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    pieces.push(piece);
    length += piece.length;
    if (length < PART_BYTES) continue;
    const whole = Buffer.concat(pieces);
    let at = 0;
    for (; at + PART_BYTES <= whole.length; at += PART_BYTES) yield whole.subarray(at, at + PART_BYTES);
    pieces = [whole.subarray(at)];
    length = whole.length - at;
  }
  if (length > 0) yield Buffer.concat(pieces);
}
