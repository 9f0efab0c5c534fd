/** Who asked to post statements that do not foot, and who let them in. */
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const RELEASE_STATES = ['waiting', 'given', 'refused'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export interface StatementRelease {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  /** Of the statements as they were seen. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly state: ReleaseState;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly words: string | null;
}

const RELEASE = sql`
  select r.id, r.batch_id as "batchId", b.file_name as "fileName", r.fingerprint, r.reason, r.state, r.asked_by as "askedBy",
      r.asked_by_name as "askedByName", r.asked_at as "askedAt", r.decided_by_name as "decidedByName", r.decided_at as "decidedAt", r.words
    from statement_release r join import_batch b on b.company_id = r.company_id and b.id = r.batch_id`;

/** Of an import, the latest first. */
export async function releasesOf(tx: Tx, batchId: string): Promise<StatementRelease[]> {
  return tx.all(sql`${RELEASE} where r.company_id = ${tx.company.id} and r.batch_id = ${batchId} order by r.id desc`);
}

/** Those that wait for imports that may still be posted, the latest first. */
export async function listWaiting(
  tx: Tx,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<StatementRelease[]> {
  return tx.all(sql`${RELEASE}
    where r.company_id = ${tx.company.id} and r.state = 'waiting' and b.status = 'preview'
      ${page.before === undefined ? noSql : sql`and r.id < ${page.before}::uuid`}
    order by r.id desc limit ${page.limit}`);
}

export async function insertRelease(
  tx: Tx,
  one: Pick<StatementRelease, 'id' | 'batchId' | 'fingerprint' | 'reason'>,
): Promise<void> {
  await tx.run(sql`
    insert into statement_release (company_id, id, batch_id, fingerprint, reason, asked_by, asked_by_name, asked_at)
      values (${tx.company.id}, ${one.id}, ${one.batchId}, ${one.fingerprint}, ${one.reason}, ${tx.actor.id}, ${tx.actor.name},
        ${tx.recordedAt})`);
}

/** Throws `release_is_decided_by_another`, `release_is_decided_once`. */
export async function saveDecision(
  tx: Tx,
  one: { readonly id: string; readonly state: Exclude<ReleaseState, 'waiting'>; readonly words: string | null },
): Promise<void> {
  await tx.run(sql`
    update statement_release set state = ${one.state}, words = ${one.words}, decided_by = ${tx.actor.id},
        decided_by_name = ${tx.actor.name}, decided_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${one.id}`);
}
