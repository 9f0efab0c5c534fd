/** A file that came by itself: imported as its source says, once, and remembered with what came of it. */
import type { Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { importFile } from '../import-file.usecase.ts';
import type { ImportPlace } from '../promise-imports.ts';
import type { ArrivalSource, Origin } from './arrival.ts';
import { insertArrival } from './arrivals.queries.ts';

export interface ArrivingFile {
  readonly name: string;
  readonly byteCount: number;
  readonly content: AsyncIterable<Uint8Array>;
  readonly sender: string | null;
  readonly place: string;
}

/** Null when it was imported, or was there already; otherwise why the file was not even stored. */
export type Refusal = { readonly code: string; readonly message: string } | null;

/** As much as a person may upload. */
const FILE_BYTES_MAX = 512 * 1024 * 1024;

/** Throws only for what a later try may mend: `file_still_changing`, or a failure of the database. */
export async function takeArrival(
  place: ImportPlace & { readonly scope: Scope; readonly source: ArrivalSource },
  file: ArrivingFile,
): Promise<Refusal> {
  const { database, scope, source } = place;
  const origin: Origin = { channel: source.kind, sourceId: source.id, sender: file.sender, place: file.place };
  const refuse = async (code: string, message: string): Promise<Refusal> => {
    const known = { fileName: file.name, sha256: null, byteCount: BigInt(file.byteCount), batchId: null };
    await database.write(scope, (tx) => insertArrival(tx, { origin, ...known, outcome: 'refused', reason: message }));
    return { code, message };
  };
  if (file.byteCount > FILE_BYTES_MAX) {
    return refuse('file_too_large', 'The file is larger than 512 MB. Split it, or leave out what is settled.');
  }
  try {
    await importFile(place, scope, {
      fileName: file.name,
      content: file.content,
      kind: source.fileKind ?? undefined,
      upTo: source.posting,
      snapshotOn: source.isFullList ? 'today' : undefined,
      origin,
    });
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'file_still_changing') throw error;
    return refuse(error.code, error.message);
  }
}
