/** A file from upload to posting in one go, for the command line and for folders that are watched. */
import type { Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import type { Channel } from './arrival/arrival.ts';
import { findBatch, listProblems, saveMapping } from './batches.queries.ts';
import type { ImportBatch, ImportProblem } from './import-batch.ts';
import { type PostingChoice, postBatch, startPosting } from './post-batch.usecase.ts';
import type { ImportPlace } from './promise-imports.ts';
import { readBatch, receiveFile, theBatch, type Upload } from './read-batch.usecase.ts';
import type { ImportMapping } from './reading/messages.ts';
import { requirePerson } from './who-may-post.ts';

export interface ImportRequest extends Upload {
  /** How the columns are to be read, when the guess would be wrong. */
  readonly mapping?: ImportMapping | undefined;
  /** `preview` posts nothing. */
  readonly upTo: 'preview' | PostingChoice;
}

export interface ImportReport {
  readonly batch: ImportBatch;
  /** False when this very file came before: nothing happened then, if it was posted. */
  readonly isNew: boolean;
  readonly problems: readonly ImportProblem[];
  /** Why it was not posted, though it was asked for. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

const PROBLEMS_MAX = 10_000;
/** Nobody stands beside a file that comes so. */
const BY_ITSELF: ReadonlySet<Channel | undefined> = new Set<Channel>(['folder', 'mailbox']);

/** Never throws for what the file holds: the report says it. */
export async function importFile(place: ImportPlace, scope: Scope, request: ImportRequest): Promise<ImportReport> {
  const { database } = place;
  const { batch, isNew } = await receiveFile(database, scope, request);
  const { id } = batch;
  const wasPosted = !isNew && batch.status === 'posted';
  const { mapping } = request;
  if (mapping !== undefined) {
    const { header, sheets, examples } = batch;
    await database.write(scope, (tx) => saveMapping(tx, id, { mapping, questions: [], header, sheets, examples }));
  }
  await readBatch(place, scope, id);
  const read = theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id);
  const choice = request.upTo;
  const refusal =
    read.status === 'failed'
      ? { code: read.errorCode ?? 'file_unreadable', message: read.error ?? 'The file cannot be read.' }
      : choice === 'preview'
        ? null
        : await postOrTell(place, scope, { batch: read, choice, isByItself: BY_ITSELF.has(request.origin?.channel) });
  return database.read(scope, async (tx) => {
    const now = theBatch(await findBatch(tx, id), id);
    return {
      batch: wasPosted ? asThereAlready(now) : now,
      isNew,
      problems: (await listProblems(tx, { batchId: id, after: undefined, limit: PROBLEMS_MAX })).map(
        ({ number: _, ...problem }) => problem,
      ),
      refusal,
    };
  });
}

/** What the first time added is there already the second time. */
function asThereAlready(batch: ImportBatch): ImportBatch {
  const unchanged = batch.added + batch.changed + batch.unchanged;
  return { ...batch, added: 0, changed: 0, unchanged, newCustomers: 0 };
}

async function postOrTell(
  place: ImportPlace,
  scope: Scope,
  asked: { readonly batch: ImportBatch; readonly choice: PostingChoice; readonly isByItself: boolean },
): Promise<ImportReport['refusal']> {
  const { batch, choice, isByItself } = asked;
  const { id } = batch;
  try {
    if (isByItself) requirePerson(batch);
    await place.database.write(scope, (tx) => startPosting(tx, id, choice));
    await postBatch(place, scope, id, choice);
    return null;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message };
    throw error;
  }
}
