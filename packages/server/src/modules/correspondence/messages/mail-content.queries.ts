/** Mails and their files, once by the hash of their content. */
import { createHash } from 'node:crypto';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A statement's parameter stays far below what a connection takes at once. */
const PART_BYTES = 1024 * 1024;

/** Its SHA-256. What is kept already is not written again. */
export async function keepContent(tx: Tx, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const isNew = await tx.run(sql`
    insert into mail_content (company_id, sha256, byte_count, stored_at)
      values (${tx.company.id}, ${sha256}, ${content.length}, ${tx.recordedAt}) on conflict do nothing`);
  if (isNew === 0) return sha256;
  for (let part = 0; part * PART_BYTES < content.length; part += 1) {
    const bytes = Buffer.from(content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    await tx.run(sql`
      insert into mail_content_part (company_id, sha256, part, content) values (${tx.company.id}, ${sha256}, ${part}, ${bytes})`);
  }
  return sha256;
}

/** Undefined when nothing of that hash is kept. */
export async function readContent(tx: Tx, sha256: string): Promise<Uint8Array | undefined> {
  const kept = await tx.maybe(
    sql`select 1 from mail_content where company_id = ${tx.company.id} and sha256 = ${sha256}`,
  );
  if (kept === undefined) return undefined;
  const parts = await tx.all<{ content: Buffer }>(sql`
    select content from mail_content_part where company_id = ${tx.company.id} and sha256 = ${sha256} order by part`);
  return Buffer.concat(parts.map(({ content }) => content));
}
