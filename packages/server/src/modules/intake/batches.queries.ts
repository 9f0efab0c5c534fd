import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { BatchDetails } from './batch-recorder.ts';
import type { BatchCounts, BatchStatus, ImportBatch, ImportedRow, ImportProblem, RowOutcome } from './import-batch.ts';
import type { FileKind, ImportMapping, ImportQuestion } from './reading/messages.ts';

const batchWith = (reports: Query) => sql`
  select b.id, b.kind, b.file_name as "fileName", b.file_id as "fileId", f.sha256, f.byte_count as "byteCount", b.status, b.mapping,
      b.questions, b.header, b.sheets, b.examples, b.source_name as "sourceName", b.rows_done as "rowsDone", b.rows_known as "rowsKnown", b.added, b.changed, b.unchanged, b.refused,
      b.left_out as "leftOut", b.problem_count as "problemCount", b.new_customers as "newCustomers", b.error_code as "errorCode", b.error,
      b.uploaded_by_name as "uploadedByName", b.uploaded_at as "uploadedAt", b.touched_at as "touchedAt", b.posted_at as "postedAt",
      b.undone_at as "undoneAt", b.snapshot_on as "snapshotOn", b.error_details as "errorDetails",
      ${reports}
    from import_batch b join import_file f on f.company_id = b.company_id and f.id = b.file_id`;
const BATCH = batchWith(sql`b.problem_groups as "problemGroups", b.statements`);
/** Lists have many, and nobody looks into one there. */
const LISTED_BATCH = batchWith(sql`'[]'::jsonb as "problemGroups", '[]'::jsonb as statements`);

export async function insertBatch(
  tx: Tx,
  batch: { id: string; kind: FileKind; fileName: string; fileId: string },
): Promise<void> {
  await tx.run(sql`
    insert into import_batch (company_id, id, kind, file_name, file_id, status, uploaded_by, uploaded_by_name, uploaded_at, touched_at)
      values (${tx.company.id}, ${batch.id}, ${batch.kind}, ${batch.fileName}, ${batch.fileId}, 'reading', ${tx.actor.id}, ${tx.actor.name},
        ${tx.recordedAt}, ${tx.recordedAt})`);
}

export async function findBatch(tx: Tx, id: string): Promise<ImportBatch | undefined> {
  return tx.maybe(sql`${BATCH} where b.company_id = ${tx.company.id} and b.id = ${id}`);
}

/** The import of this very file that still stands, if there is one. Posted with refused rows, the file may come again for these. */
export async function findBatchOfFile(
  tx: Tx,
  file: { fileId: string; kind: FileKind },
): Promise<ImportBatch | undefined> {
  const found = await tx.all<ImportBatch>(sql`${BATCH}
    where b.company_id = ${tx.company.id} and b.file_id = ${file.fileId} and b.kind = ${file.kind} and b.status not in ('failed', 'undone', 'discarded')
      and not (b.status = 'posted' and (b.refused > 0 or b.snapshot_on is not null))
    order by b.id desc limit 1`);
  return found[0];
}

/** Imports, the latest first; `before` is the id after which the page starts. */
export async function listBatches(
  tx: Tx,
  page: { before?: string | undefined; limit: number },
): Promise<ImportBatch[]> {
  return tx.all(sql`${LISTED_BATCH}
    where b.company_id = ${tx.company.id} ${page.before === undefined ? noSql : sql`and b.id < ${page.before}::uuid`}
    order by b.id desc limit ${page.limit}`);
}

/** Batches at work that have not moved for so many seconds: they were interrupted. */
export async function listInterrupted(tx: Tx, secondsStill: number): Promise<ImportBatch[]> {
  return tx.all(sql`${BATCH}
    where b.company_id = ${tx.company.id} and b.status in ('reading', 'posting', 'undoing')
      and b.touched_at < ${tx.recordedAt}::timestamptz - make_interval(secs => ${secondsStill})`);
}

/** Why a step failed. */
export interface BatchFailure {
  readonly errorCode: string;
  readonly error: string;
  readonly errorDetails: Readonly<Record<string, unknown>> | null;
}

const AT_WORK: ReadonlySet<BatchStatus> = new Set(['reading', 'posting', 'undoing']);

/** Moves a batch on, if it is where it is expected; work that begins counts its rows from nothing. False when it is elsewhere. */
export async function moveBatch(
  tx: Tx,
  id: string,
  move: { from: readonly BatchStatus[]; to: BatchStatus } & Partial<BatchFailure>,
): Promise<boolean> {
  const moved = await tx.run(sql`
    update import_batch set status = ${move.to}, error_code = ${move.errorCode ?? null}, error = ${move.error ?? null},
        error_details = ${move.errorDetails ? JSON.stringify(move.errorDetails) : null},
        rows_done = ${AT_WORK.has(move.to) ? sql`0` : sql`coalesce(rows_known, rows_done)`}, touched_at = ${tx.recordedAt} ${stamp(tx, move.to)}
      where company_id = ${tx.company.id} and id = ${id} and status = any(${move.from}::text[])`);
  return moved === 1;
}

function stamp(tx: Tx, status: BatchStatus): Query {
  if (status === 'posted')
    return sql`, posted_by = coalesce(posted_by, ${tx.actor.id}), posted_at = coalesce(posted_at, ${tx.recordedAt}::timestamptz)`;
  if (status === 'undone') return sql`, undone_by = ${tx.actor.id}, undone_at = ${tx.recordedAt}`;
  return noSql;
}

/** Somebody is at it, or it waits for its turn: it was not interrupted. */
export async function touchBatch(tx: Tx, id: string): Promise<void> {
  await tx.run(
    sql`update import_batch set touched_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`,
  );
}

export async function saveProgress(tx: Tx, id: string, rowsDone: number): Promise<void> {
  await tx.run(sql`
    update import_batch set rows_done = ${rowsDone}, touched_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}

export async function saveMapping(
  tx: Tx,
  id: string,
  seen: {
    mapping: ImportMapping | null;
    questions: readonly ImportQuestion[];
    header: readonly string[];
    sheets: readonly string[];
    examples: readonly (readonly string[])[];
  },
): Promise<void> {
  await tx.run(sql`
    update import_batch set mapping = ${seen.mapping === null ? null : JSON.stringify(seen.mapping)}, questions = ${JSON.stringify(seen.questions)},
        header = ${JSON.stringify(seen.header)}, sheets = ${JSON.stringify(seen.sheets)},
        examples = ${JSON.stringify(seen.examples)}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function saveCounts(tx: Tx, id: string, counts: BatchCounts & { rowsKnown: number }): Promise<void> {
  await tx.run(sql`
    update import_batch set rows_known = ${counts.rowsKnown}, rows_done = ${counts.rowsKnown}, added = ${counts.added},
        changed = ${counts.changed}, unchanged = ${counts.unchanged}, refused = ${counts.refused}, left_out = ${counts.leftOut},
        problem_count = ${counts.problemCount}, new_customers = ${counts.newCustomers}
      where company_id = ${tx.company.id} and id = ${id}`);
}

/** What is shown of a batch, in place of what was shown before. */
export async function replaceDetails(tx: Tx, id: string, details: BatchDetails): Promise<void> {
  await tx.run(sql`
    update import_batch set problem_groups = ${JSON.stringify(details.problemGroups)}, statements = ${JSON.stringify(details.statements)}
      where company_id = ${tx.company.id} and id = ${id}`);
  await tx.run(sql`delete from import_row where company_id = ${tx.company.id} and batch_id = ${id}`);
  await tx.run(sql`delete from import_problem where company_id = ${tx.company.id} and batch_id = ${id}`);
  await tx.run(sql`
    insert into import_row (company_id, batch_id, outcome, number, row, label, fields)
      select ${tx.company.id}, ${id}, outcome, row_number() over (), row, label, fields
        from json_to_recordset(${JSON.stringify(details.rows)}) as r (outcome text, row int, label text, fields jsonb)`);
  await tx.run(sql`
    insert into import_problem (company_id, batch_id, number, row, field, code, message, is_note, parameters)
      select ${tx.company.id}, ${id}, row_number() over (), row, field, code, message, "isNote", coalesce(parameters, '{}')
        from json_to_recordset(${JSON.stringify(details.problems)}) as p (row int, field text, code text, message text, "isNote" boolean,
          parameters jsonb)`);
}

export async function listRows(
  tx: Tx,
  page: {
    batchId: string;
    outcome: RowOutcome | undefined;
    after: { outcome: string; number: number } | undefined;
    limit: number;
  },
): Promise<(ImportedRow & { number: number })[]> {
  return tx.all(sql`
    select number, row, outcome, label, fields from import_row
      where company_id = ${tx.company.id} and batch_id = ${page.batchId}
        ${page.outcome === undefined ? noSql : sql`and outcome = ${page.outcome}`}
        ${page.after === undefined ? noSql : sql`and (outcome, number) > (${page.after.outcome}, ${page.after.number}::int)`}
      order by outcome, number limit ${page.limit}`);
}

export async function listProblems(
  tx: Tx,
  page: { batchId: string; after: number | undefined; limit: number },
): Promise<(ImportProblem & { number: number })[]> {
  return tx.all(sql`
    select number, row, field, code, message, is_note as "isNote", parameters from import_problem
      where company_id = ${tx.company.id} and batch_id = ${page.batchId} and number > ${page.after ?? 0}
      order by number limit ${page.limit}`);
}

/** Nobody else posts or undoes this batch until the transaction ends. */
export async function lockBatch(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${BATCH_LOCK}, hashtext(${id}))`);
}

const BATCH_LOCK = 7302;
