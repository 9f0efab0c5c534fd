import { sql } from '../database/sql.ts';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';

export interface AuditLine {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | undefined;
}

export async function findCommand(tx: Tx, key: string): Promise<{ bodyHash: string; response: unknown } | undefined> {
  return tx.maybe(sql`
    select body_hash as "bodyHash", response from command where company_id = ${tx.company.id} and key = ${key}`);
}

export async function insertCommand(
  tx: Tx,
  command: { id: string; key: string; bodyHash: string; response: unknown; audit: readonly AuditLine[] },
): Promise<void> {
  await tx.run(sql`
    with lines as (
      insert into audit_event (company_id, id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, before, after, reason)
      select ${tx.company.id}, id, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}, action, "subjectKind", "subjectId", before, after, reason
        from json_to_recordset(${auditJson(command.audit)}) as line
          (id uuid, action text, "subjectKind" text, "subjectId" text, before jsonb, after jsonb, reason text))
    insert into command (company_id, key, id, body_hash, actor_id, recorded_at, response)
    values (${tx.company.id}, ${command.key}, ${command.id}, ${command.bodyHash}, ${tx.actor.id}, ${tx.recordedAt},
      ${JSON.stringify(command.response ?? null)})`);
}

/** Audit lines of changes outside the ledger, in the transaction of the change. */
export async function insertAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  await tx.run(sql`
    insert into audit_event (company_id, id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, before, after, reason)
    select ${tx.company.id}, id, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}, action, "subjectKind", "subjectId", before, after, reason
      from json_to_recordset(${auditJson(lines)}) as line
        (id uuid, action text, "subjectKind" text, "subjectId" text, before jsonb, after jsonb, reason text)`);
}

function auditJson(lines: readonly AuditLine[]): string {
  return JSON.stringify(
    lines.map((line) => ({ id: newId(), ...line })),
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );
}
