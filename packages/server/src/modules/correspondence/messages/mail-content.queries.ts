/** Mails and their files, once by the hash of their content. */
import { createHash } from 'node:crypto';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A statement's parameter stays far below what a connection takes at once. */
const PART_BYTES = 1024 * 1024;

/**
 * Its SHA-256. What is kept already is not written again; it is as young as this, so that nobody takes it away in the same moment
 * as unused.
 */
export async function keepContent(tx: Tx, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (!(await isNewHere(tx, { sha256, byteCount: content.length }))) return sha256;
  for (let part = 0; part * PART_BYTES < content.length; part += 1) {
    const bytes = Buffer.from(content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    await tx.run(sql`
      insert into mail_content_part (company_id, sha256, part, content) values (${tx.company.id}, ${sha256}, ${part}, ${bytes})`);
  }
  return sha256;
}

async function isNewHere(tx: Tx, content: { readonly sha256: string; readonly byteCount: number }): Promise<boolean> {
  const { sha256, byteCount } = content;
  const insert = sql`
    insert into mail_content (company_id, sha256, byte_count, stored_at)
      values (${tx.company.id}, ${sha256}, ${byteCount}, ${tx.recordedAt}) on conflict do nothing`;
  if ((await tx.run(insert)) === 1) return true;
  const renewed = await tx.run(sql`
    update mail_content set stored_at = ${tx.recordedAt} where company_id = ${tx.company.id} and sha256 = ${sha256}`);
  // It was just being taken away as unused: the update waited for that.
  return renewed === 0 && (await tx.run(insert)) === 1;
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

export interface UnusedContents {
  readonly keptFrom: string;
  readonly keptBefore: string;
  readonly limit: number;
}

const IS_UNUSED = sql`
  not exists (select from message m where m.company_id = c.company_id and m.raw_sha256 = c.sha256)
  and not exists (select from message_attachment a where a.company_id = c.company_id and a.sha256 = c.sha256)
  and not exists (select from message_delivery d where d.company_id = c.company_id and d.raw_sha256 = c.sha256)`;

/** Those of an age that no message has. Messages are for ever, so that what one has once is never looked at again. */
export async function findUnused(tx: Tx, { keptFrom, keptBefore, limit }: UnusedContents): Promise<string[]> {
  const rows = await tx.lists<[string]>(sql`
    select c.sha256 from mail_content c
      where c.company_id = ${tx.company.id} and c.stored_at >= ${keptFrom} and c.stored_at < ${keptBefore} and ${IS_UNUSED}
      order by c.stored_at limit ${limit}`);
  return rows.map(([sha256]) => sha256);
}

/** What somebody kept anew or sent meanwhile stays. Those that went. */
export async function deleteUnused(
  tx: Tx,
  { hashes, keptBefore }: { readonly hashes: readonly string[]; readonly keptBefore: string },
): Promise<{ readonly sha256: string; readonly byteCount: bigint }[]> {
  return tx.all(sql`
    with gone as (
      delete from mail_content c
        where c.company_id = ${tx.company.id} and c.sha256 = any(${hashes}::text[]) and c.stored_at < ${keptBefore} and ${IS_UNUSED}
        returning c.sha256, c.byte_count),
    parts as (
      delete from mail_content_part p using gone where p.company_id = ${tx.company.id} and p.sha256 = gone.sha256)
    select sha256, byte_count as "byteCount" from gone order by sha256`);
}
