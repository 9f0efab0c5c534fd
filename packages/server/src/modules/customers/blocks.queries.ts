/** Blocks: no orders, no dunning, no payments out, with reason, by whom and since when. */
import type { Block } from '@quittance/core/parties';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface CustomerBlock {
  readonly id: string;
  readonly customerId: string;
  readonly what: Block;
  readonly reason: string;
  /** The ledger's hold that tells whoever sends. */
  readonly holdId: string | null;
  readonly blockedBy: string;
  readonly blockedByName: string;
  readonly blockedAt: string;
  readonly releasedByName: string | null;
  readonly releasedAt: string | null;
  readonly releaseReason: string | null;
}

const COLUMNS = sql`
  id, customer_id as "customerId", what, reason, hold_id as "holdId", blocked_by as "blockedBy", blocked_by_name as "blockedByName",
  blocked_at as "blockedAt", released_by_name as "releasedByName", released_at as "releasedAt", release_reason as "releaseReason"`;

/** Blocks in force. */
export async function findBlocks(tx: Tx, customerIds: readonly string[]): Promise<CustomerBlock[]> {
  return tx.all(sql`
    select ${COLUMNS} from customer_block
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and released_at is null
      order by customer_id, what`);
}

const BLOCKS_SHOWN_MAX = 200;

/** Those in force and those released, the latest first. */
export async function blockHistory(tx: Tx, customerId: string): Promise<CustomerBlock[]> {
  return tx.all(sql`
    select ${COLUMNS} from customer_block
      where company_id = ${tx.company.id} and customer_id = ${customerId} order by blocked_at desc, id desc limit ${BLOCKS_SHOWN_MAX}`);
}

export async function findBlock(tx: Tx, id: string): Promise<CustomerBlock | undefined> {
  return tx.maybe(sql`select ${COLUMNS} from customer_block where company_id = ${tx.company.id} and id = ${id}`);
}

export async function insertBlock(
  tx: Tx,
  block: Pick<CustomerBlock, 'id' | 'customerId' | 'what' | 'reason' | 'holdId'>,
): Promise<void> {
  await tx.run(sql`
    insert into customer_block (company_id, id, customer_id, what, reason, hold_id, blocked_by, blocked_by_name, blocked_at)
      values (${tx.company.id}, ${block.id}, ${block.customerId}, ${block.what}, ${block.reason}, ${block.holdId}, ${tx.actor.id},
        ${tx.actor.name}, ${tx.recordedAt})`);
}

/** False when it was released before. Throws `block_is_released_by_another`. */
export async function endBlock(tx: Tx, id: string, reason: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update customer_block set released_by = ${tx.actor.id}, released_by_name = ${tx.actor.name}, released_at = ${tx.recordedAt},
        release_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id} and released_at is null`);
  return changed === 1;
}
