import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Claim {
  readonly receiptId: string;
  readonly by: string;
  readonly byName: string;
  readonly since: string;
  readonly expiresAt: string;
}

const COLUMNS = sql`
  receipt_item_id as "receiptId", claimed_by as "by", claimed_by_name as "byName", claimed_at as since, expires_at as "expiresAt"`;

/** Claims that stand now, the latest first. */
export async function standingClaims(tx: Tx, limit: number): Promise<Claim[]> {
  return tx.all(sql`
    select ${COLUMNS} from receipt_claim
      where company_id = ${tx.company.id} and expires_at > ${tx.recordedAt} order by claimed_at desc, receipt_item_id limit ${limit}`);
}

export async function claimOf(tx: Tx, receiptId: string): Promise<Claim | undefined> {
  return tx.maybe(sql`
    select ${COLUMNS} from receipt_claim
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptId} and expires_at > ${tx.recordedAt}`);
}

/**
 * Takes a receipt that nobody is at, or prolongs one's own claim, and says who is at it afterwards. Two who come at once are
 * told the same name: the row is one.
 */
export async function takeOrRenew(tx: Tx, receiptId: string, minutes: number): Promise<void> {
  await tx.run(sql`
    insert into receipt_claim (company_id, receipt_item_id, claimed_by, claimed_by_name, claimed_at, expires_at)
      values (${tx.company.id}, ${receiptId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt},
        ${tx.recordedAt}::timestamptz + make_interval(mins => ${minutes}))
      on conflict (company_id, receipt_item_id) do update
        set claimed_by = excluded.claimed_by, claimed_by_name = excluded.claimed_by_name, expires_at = excluded.expires_at,
          claimed_at = case when receipt_claim.claimed_by = excluded.claimed_by and receipt_claim.expires_at > excluded.claimed_at
            then receipt_claim.claimed_at else excluded.claimed_at end
        where receipt_claim.claimed_by = excluded.claimed_by or receipt_claim.expires_at <= excluded.claimed_at`);
}

export async function replaceClaim(tx: Tx, receiptId: string, minutes: number): Promise<void> {
  await tx.run(sql`
    insert into receipt_claim (company_id, receipt_item_id, claimed_by, claimed_by_name, claimed_at, expires_at)
      values (${tx.company.id}, ${receiptId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt},
        ${tx.recordedAt}::timestamptz + make_interval(mins => ${minutes}))
      on conflict (company_id, receipt_item_id) do update
        set claimed_by = excluded.claimed_by, claimed_by_name = excluded.claimed_by_name, claimed_at = excluded.claimed_at,
          expires_at = excluded.expires_at`);
}

/** Lets go of a receipt; another's claim stays. What expired long ago goes with it. */
export async function deleteClaim(tx: Tx, receiptId: string): Promise<void> {
  await tx.run(sql`
    delete from receipt_claim where company_id = ${tx.company.id}
      and ((receipt_item_id = ${receiptId} and claimed_by = ${tx.actor.id}) or expires_at < ${tx.recordedAt}::timestamptz - interval '1 day')`);
}
