import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface AuditEventView {
  readonly id: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

export interface AuditPage {
  readonly subject: { readonly kind: string; readonly id: string } | undefined;
  readonly before: { readonly recordedAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The trail, newest first; of one subject when it is named. */
export function listAuditEvents(tx: Tx, page: AuditPage): Promise<AuditEventView[]> {
  const subject = page.subject
    ? sql`and subject_kind = ${page.subject.kind} and subject_id = ${page.subject.id}`
    : noSql;
  const before = page.before
    ? sql`and (recorded_at, id) < (${page.before.recordedAt}::timestamptz, ${page.before.id}::uuid)`
    : noSql;
  return tx.all(sql`
    select id, recorded_at as "recordedAt", actor_id as "actorId", actor_name as "actorName", action, subject_kind as "subjectKind",
        subject_id as "subjectId", before, after, reason
      from audit_event where company_id = ${tx.company.id} ${subject} ${before}
      order by recorded_at desc, id desc limit ${page.limit}`);
}
