import type { BankReport } from '@quittance/core/bank-formats';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface OwnAccount {
  readonly account: string;
  readonly batchId: string;
  readonly learnedAt: string;
  /** By which kind of file its receipts come. */
  readonly receiptsBy: BankReport;
  /** An expert's word on it; null while the first file decides. */
  readonly receiptsByWord: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly sharedBy: string | null;
  readonly sharedAt: string | null;
  readonly sharedReason: string | null;
}

const OWN_ACCOUNTS_MAX = 1_000; // of one company; large groups keep some hundreds

export async function listOwnAccounts(tx: Tx): Promise<OwnAccount[]> {
  return tx.all(sql`
    select account, batch_id as "batchId", learned_at as "learnedAt", receipts_by as "receiptsBy",
        case when receipts_by_set_at is not null then
          json_build_object('by', receipts_by_set_by_name, 'at', receipts_by_set_at, 'reason', receipts_by_reason) end as "receiptsByWord",
        shared_by_name as "sharedBy", shared_at as "sharedAt",
        shared_reason as "sharedReason"
      from own_bank_account where company_id = ${tx.company.id} order by account_key limit ${OWN_ACCOUNTS_MAX}`);
}

/** Another company that the account belongs to, unless somebody has said here that it is shared. */
export async function findOtherOwner(
  tx: Tx,
  account: { readonly key: string; readonly hashes: readonly string[] },
): Promise<{ id: string; code: string } | undefined> {
  return tx.maybe(sql`
    select c.id, c.code from bank_account_owner o join company c on c.id = o.owner_id
      where o.account_hash = any(${account.hashes}::text[]) and o.owner_id <> ${tx.company.id}
        and not exists (select from own_bank_account a
          where a.company_id = ${tx.company.id} and a.account_key = ${account.key} and a.shared_at is not null)
      limit 1`);
}

/** Claims an account nobody has claimed yet. Of two companies that claim it at once, the second waits and comes too late. */
export async function claimAccount(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.run(sql`
    insert into bank_account_owner (account_hash, owner_id, claimed_at)
      select hash, ${tx.company.id}, ${tx.recordedAt} from unnest(${hashes}::text[]) hash order by hash
      on conflict (account_hash) do nothing`);
}

/** Who said of a file that its accounts are shared, if somebody did. */
export interface SharedWord {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

export async function findSharedWord(tx: Tx, batchId: string): Promise<SharedWord | undefined> {
  return tx.maybe(sql`
    select accounts_shared_by_name as by, accounts_shared_at as at, accounts_shared_reason as reason from import_batch
      where company_id = ${tx.company.id} and id = ${batchId} and accounts_shared_at is not null`);
}

export async function saveSharedWord(tx: Tx, batchId: string, reason: string): Promise<void> {
  await tx.run(sql`
    update import_batch set accounts_shared_by = ${tx.actor.id}, accounts_shared_by_name = ${tx.actor.name},
        accounts_shared_at = ${tx.recordedAt}, accounts_shared_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${batchId}`);
}

export async function insertOwnAccount(
  tx: Tx,
  own: {
    readonly key: string;
    readonly account: string;
    readonly batchId: string;
    readonly receiptsBy: BankReport;
    readonly shared: SharedWord | null;
  },
): Promise<void> {
  await tx.run(sql`
    insert into own_bank_account (company_id, account_key, account, batch_id, learned_at, receipts_by, shared_by_name, shared_at, shared_reason)
      values (${tx.company.id}, ${own.key}, ${own.account}, ${own.batchId}, ${tx.recordedAt}, ${own.receiptsBy}, ${own.shared?.by ?? null},
        ${own.shared?.at ?? null}, ${own.shared?.reason ?? null})
      on conflict (company_id, account_key) do nothing`);
}

/** Ours, and whatever statements ever told of, undone ones too. */
export async function listToldAccounts(
  tx: Tx,
): Promise<{ key: string; account: string; isOwn: boolean; isPosted: boolean }[]> {
  return tx.all(sql`
    select key, min(account) as account, bool_or(own) as "isOwn", bool_or(posted) as "isPosted" from (
      select account_key as key, account, true as own, false as posted from own_bank_account where company_id = ${tx.company.id}
      union all
      select upper(regexp_replace(s.account, '\\s', '', 'g')), s.account, false, b.status = 'posted'
        from bank_statement s join import_batch b on b.company_id = s.company_id and b.id = s.batch_id
        where s.company_id = ${tx.company.id} and s.account is not null) told
      group by key order by key`);
}

export async function deleteOwnAccounts(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from own_bank_account where company_id = ${tx.company.id} and account_key = any(${keys}::text[])`);
}

export async function releaseClaims(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from bank_account_owner where owner_id = ${tx.company.id} and account_hash = any(${hashes}::text[])`);
}
