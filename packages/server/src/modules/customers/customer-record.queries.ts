/** The guarded part of a customer's record, whole: what requests compare with and change. */
import type { BankAccount, GuardedFields, TaxId } from '@quittance/core/parties';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface AccountRecord extends BankAccount {
  readonly customerId: string;
  /** `import`, `request`, or whoever else brought it. */
  readonly origin: string;
  readonly createdAt: string;
  readonly requestId: string | null;
  readonly reviewedByName: string | null;
  readonly reviewedAt: string | null;
  /** An import brought it to a customer that was there before, and nobody has looked at it. */
  readonly isToReview: boolean;
}

const IS_TO_REVIEW = sql`(b.origin = 'import' and b.reviewed_at is null and b.created_at > c.created_at)`;

export async function findAccountRecords(tx: Tx, customerIds: readonly string[]): Promise<AccountRecord[]> {
  return tx.all(sql`
    select b.customer_id as "customerId", b.account, b.holder, b.origin, b.created_at as "createdAt", b.request_id as "requestId",
        b.reviewed_by_name as "reviewedByName", b.reviewed_at as "reviewedAt", ${IS_TO_REVIEW} as "isToReview"
      from customer_bank_account b join customer c on c.company_id = b.company_id and c.id = b.customer_id
      where b.company_id = ${tx.company.id} and b.customer_id = any(${customerIds}::uuid[])
      order by b.customer_id, b.created_at, b.account`);
}

export interface AccountToReview extends AccountRecord {
  readonly customerNumber: string;
  readonly customerName: string;
  /** The accounts the customer had before. */
  readonly earlierAccounts: readonly string[];
}

const TO_REVIEW_SHOWN_MAX = 500;

/** Accounts that imports brought to customers that were there before, the latest first. */
export async function findAccountsToReview(tx: Tx): Promise<AccountToReview[]> {
  return tx.all(sql`
    select b.customer_id as "customerId", b.account, b.holder, b.origin, b.created_at as "createdAt", b.request_id as "requestId",
        null as "reviewedByName", null as "reviewedAt", true as "isToReview", c.number as "customerNumber", c.name as "customerName",
        array(select e.account from customer_bank_account e where e.company_id = b.company_id and e.customer_id = b.customer_id
          and e.account <> b.account and e.created_at <= b.created_at order by e.created_at) as "earlierAccounts"
      from customer_bank_account b join customer c on c.company_id = b.company_id and c.id = b.customer_id
      where b.company_id = ${tx.company.id} and ${IS_TO_REVIEW}
      order by b.created_at desc, b.account limit ${TO_REVIEW_SHOWN_MAX}`);
}

/** False when there is no such account to review. */
export async function markAccountReviewed(tx: Tx, of: { customerId: string; account: string }): Promise<boolean> {
  const changed = await tx.run(sql`
    update customer_bank_account set reviewed_by = ${tx.actor.id}, reviewed_by_name = ${tx.actor.name}, reviewed_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and customer_id = ${of.customerId} and account = ${of.account} and reviewed_at is null`);
  return changed === 1;
}

export async function findTaxIds(tx: Tx, customerIds: readonly string[]): Promise<(TaxId & { customerId: string })[]> {
  return tx.all(sql`
    select customer_id as "customerId", country, kind, number from customer_tax_id
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) order by customer_id, country, kind, number`);
}

type SavedFields = Pick<GuardedFields, 'name' | 'parentId' | 'terms' | 'taxId'> & {
  readonly creditLimitMinor: bigint | null;
  readonly creditLimitCurrency: string | null;
};

export async function saveGuardedFields(tx: Tx, id: string, fields: SavedFields): Promise<void> {
  await tx.run(sql`
    update customer set name = ${fields.name}, parent_id = ${fields.parentId}, terms = ${fields.terms}, tax_id = ${fields.taxId},
        credit_limit_minor = ${fields.creditLimitMinor}, credit_limit_currency = ${fields.creditLimitCurrency}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function replaceTaxIds(tx: Tx, customerId: string, taxIds: readonly TaxId[]): Promise<void> {
  await tx.run(sql`delete from customer_tax_id where company_id = ${tx.company.id} and customer_id = ${customerId}`);
  await tx.run(sql`
    insert into customer_tax_id (company_id, customer_id, country, kind, number, created_at)
      select ${tx.company.id}, ${customerId}, country, kind, number, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(taxIds)}) as t (country text, kind text, number text)
      on conflict do nothing`);
}

export async function addAccountsOfRequest(
  tx: Tx,
  of: { customerId: string; requestId: string; accounts: readonly BankAccount[] },
): Promise<void> {
  await tx.run(sql`
    insert into customer_bank_account (company_id, customer_id, account, holder, origin, request_id, created_at)
      select ${tx.company.id}, ${of.customerId}, account, holder, 'request', ${of.requestId}, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(of.accounts)}) as a (account text, holder text)
      on conflict (company_id, customer_id, account) do update set holder = excluded.holder, request_id = excluded.request_id`);
}

export async function removeAccounts(tx: Tx, customerId: string, accounts: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from customer_bank_account
      where company_id = ${tx.company.id} and customer_id = ${customerId} and account = any(${accounts}::text[])`);
}
