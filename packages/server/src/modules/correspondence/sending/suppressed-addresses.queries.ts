import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export type SuppressionReason = 'bounced' | 'complained' | 'unsubscribed';

export interface SuppressedAddress {
  readonly id: string;
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note: string | null;
  readonly messageId: string | null;
  readonly since: string;
}

const SUPPRESSED = sql`
  select id, address, reason, note, message_id as "messageId", since from suppressed_address`;

/** Of these addresses, those that get nothing any more. */
export async function findSuppressed(tx: Tx, addresses: readonly string[]): Promise<SuppressedAddress[]> {
  const lower = addresses.map((address) => address.toLowerCase());
  return tx.all(
    sql`${SUPPRESSED} where company_id = ${tx.company.id} and lifted_at is null and address = any(${lower}::text[])`,
  );
}

export async function listSuppressed(tx: Tx, limit: number): Promise<SuppressedAddress[]> {
  return tx.all(
    sql`${SUPPRESSED} where company_id = ${tx.company.id} and lifted_at is null order by since desc limit ${limit}`,
  );
}

/** Does nothing for one that is suppressed already. */
export async function suppressAddress(
  tx: Tx,
  { address, reason, note, messageId }: Pick<SuppressedAddress, 'address' | 'reason' | 'note' | 'messageId'>,
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into suppressed_address (company_id, id, address, reason, note, message_id, since)
      values (${tx.company.id}, ${newId()}, ${address.toLowerCase()}, ${reason}, ${note}, ${messageId}, ${tx.recordedAt})
      on conflict do nothing`);
  return added === 1;
}

export async function liftSuppression(tx: Tx, id: string, reason: string): Promise<boolean> {
  const lifted = await tx.run(sql`
    update suppressed_address set lifted_at = ${tx.recordedAt}, lifted_by = ${tx.actor.id}, lifted_by_name = ${tx.actor.name},
        lift_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id} and lifted_at is null`);
  return lifted === 1;
}
