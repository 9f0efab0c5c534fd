/** What people took back of what was learnt, and gave back. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { SavedMapping } from '../../intake/index.ts';
import type { LearntKind, LearntThing } from './learnt.ts';

export type RevokedKind = Extract<LearntKind, 'account' | 'name' | 'habit' | 'layout'>;

/** As it stood when it was taken back. */
export interface Told
  extends Pick<LearntThing, 'what' | 'origin' | 'times' | 'ofTimes' | 'shareBps' | 'meaning' | 'sinceOn' | 'lastOn'> {
  /** Of a layout: all of it, as it was kept. */
  readonly layout?: SavedMapping;
}

export interface Revocation {
  readonly id: string;
  readonly kind: RevokedKind;
  readonly key: string;
  readonly customerId: string | null;
  readonly told: Told;
}

export async function insertRevocation(
  tx: Tx,
  { kind, key, customerId, told, reason }: Omit<Revocation, 'id'> & { readonly reason: string },
): Promise<string> {
  const id = newId();
  await tx.run(sql`
    insert into knowledge_revocation (company_id, id, kind, key, customer_id, told, revoked_at, revoked_by, revoked_by_name, reason)
      values (${tx.company.id}, ${id}, ${kind}, ${key}, ${customerId}, ${JSON.stringify(told)}::jsonb, ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name}, ${reason})`);
  return id;
}

/** One that stands, locked. */
export async function findRevocation(tx: Tx, id: string): Promise<Revocation | undefined> {
  return tx.maybe(sql`
    select id, kind, key, customer_id as "customerId", told from knowledge_revocation
      where company_id = ${tx.company.id} and id = ${id} and restored_at is null for update`);
}

export async function endRevocation(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.run(sql`
    update knowledge_revocation set restored_at = ${tx.recordedAt}, restored_by = ${tx.actor.id}, restored_by_name = ${tx.actor.name},
        restored_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id}`);
}

/** A person says that the receipt may pay the item after all, or that it may not. Returns whether that changed anything. */
export async function endPair(tx: Tx, pair: PairKey, reason: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update rejected_pair set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}, ended_reason = ${reason}
      where company_id = ${tx.company.id} and receipt_item_id = ${pair.receiptItemId} and item_id = ${pair.itemId} and ended_at is null`);
  return ended > 0;
}

export interface PairKey {
  readonly receiptItemId: string;
  readonly itemId: string;
}

export async function restorePair(tx: Tx, pair: PairKey): Promise<boolean> {
  const restored = await tx.run(sql`
    update rejected_pair set ended_at = null, ended_by_name = null, ended_reason = null
      where company_id = ${tx.company.id} and receipt_item_id = ${pair.receiptItemId} and item_id = ${pair.itemId} and ended_reason is not null`);
  return restored > 0;
}

export async function endPayer(tx: Tx, id: string, reason: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update rejected_payer set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}, ended_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id} and ended_at is null`);
  return ended > 0;
}

/** False when it stands, or was said again meanwhile. */
export async function restorePayer(tx: Tx, id: string): Promise<boolean> {
  const restored = await tx.run(sql`
    update rejected_payer r set ended_at = null, ended_by_name = null, ended_reason = null
      where r.company_id = ${tx.company.id} and r.id = ${id} and r.ended_by_name is not null
        and not exists (select from rejected_payer n where n.company_id = r.company_id and n.mark = r.mark and n.key = r.key
          and n.customer_id = r.customer_id and n.ended_at is null)`);
  return restored > 0;
}

export async function endCodeById(tx: Tx, id: string, reason: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update deduction_code set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}, ended_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id} and ended_at is null`);
  return ended > 0;
}

/** False when it stands, or the code means something else now. */
export async function restoreCode(tx: Tx, id: string): Promise<boolean> {
  const restored = await tx.run(sql`
    update deduction_code k set ended_at = null, ended_by_name = null, ended_reason = null
      where k.company_id = ${tx.company.id} and k.id = ${id} and k.ended_at is not null
        and not exists (select from deduction_code n where n.company_id = k.company_id and n.customer_id = k.customer_id
          and n.code_key = k.code_key and n.ended_at is null)`);
  return restored > 0;
}
