/** Files that speak for a request: a mail, a letter, a screenshot. */
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface EvidenceFile {
  readonly id: string;
  readonly requestId: string;
  readonly name: string;
  readonly bytes: number;
  readonly addedByName: string;
  readonly addedAt: string;
}

export async function evidenceOf(tx: Tx, requestId: string): Promise<EvidenceFile[]> {
  return tx.all(sql`
    select id, request_id as "requestId", name, octet_length(content) as bytes, added_by_name as "addedByName", added_at as "addedAt"
      from approval_evidence where company_id = ${tx.company.id} and request_id = ${requestId} order by id`);
}

export async function insertEvidence(
  tx: Tx,
  file: { id: string; requestId: string; name: string; sha256: string; content: Uint8Array },
): Promise<void> {
  await tx.run(sql`
    insert into approval_evidence (company_id, id, request_id, name, sha256, content, added_by, added_by_name, added_at)
      values (${tx.company.id}, ${file.id}, ${file.requestId}, ${file.name}, ${file.sha256}, ${Buffer.from(file.content)}, ${tx.actor.id},
        ${tx.actor.name}, ${tx.recordedAt})`);
}

export async function findEvidence(
  tx: Tx,
  of: { requestId: string; id: string },
): Promise<{ name: string; content: Uint8Array } | undefined> {
  return tx.maybe(sql`
    select name, content from approval_evidence
      where company_id = ${tx.company.id} and request_id = ${of.requestId} and id = ${of.id}`);
}
