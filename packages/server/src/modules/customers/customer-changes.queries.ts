/** Changes to customers by an import: many at once, each field only where a value is given. */
import { rawSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Customer } from './customers.queries.ts';

export interface CustomerChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly parentId?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly terms?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly segment?: string | null | undefined;
  readonly tier?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly creditLimit?: { readonly amountMinor: bigint; readonly currency: string } | null | undefined;
}

/** Sets the fields that are named, null included; a field that is undefined stays as it is. */
export async function updateCustomers(tx: Tx, changes: readonly CustomerChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ creditLimit, ...change }) => ({
    ...change,
    ...(creditLimit === undefined
      ? {}
      : { limitMinor: creditLimit?.amountMinor.toString() ?? null, limitCurrency: creditLimit?.currency ?? null }),
  }));
  await tx.run(sql`
    update customer c set
        name = case when j ? 'name' then j->>'name' else c.name end,
        parent_id = case when j ? 'parentId' then (j->>'parentId')::uuid else c.parent_id end,
        country = case when j ? 'country' then j->>'country' else c.country end,
        language = case when j ? 'language' then j->>'language' else c.language end,
        tax_id = case when j ? 'taxId' then j->>'taxId' else c.tax_id end,
        email = case when j ? 'email' then j->>'email' else c.email end,
        phone = case when j ? 'phone' then j->>'phone' else c.phone end,
        terms = case when j ? 'terms' then j->>'terms' else c.terms end,
        time_zone = case when j ? 'timeZone' then j->>'timeZone' else c.time_zone end,
        channel = case when j ? 'channel' then j->>'channel' else c.channel end,
        segment = case when j ? 'segment' then j->>'segment' else c.segment end,
        tier = case when j ? 'tier' then j->>'tier' else c.tier end,
        tags = case when j ? 'tags' then array(select jsonb_array_elements_text(j->'tags')) else c.tags end,
        credit_limit_minor = case when j ? 'limitMinor' then (j->>'limitMinor')::bigint else c.credit_limit_minor end,
        credit_limit_currency = case when j ? 'limitMinor' then j->>'limitCurrency' else c.credit_limit_currency end
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as j
      where c.company_id = ${tx.company.id} and c.id = (j->>'id')::uuid`);
}

export interface BankAccountOf {
  readonly customerId: string;
  readonly account: string;
}

export async function findBankAccounts(tx: Tx, customerIds: readonly string[]): Promise<BankAccountOf[]> {
  return tx.all(sql`
    select customer_id as "customerId", account from customer_bank_account
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[])`);
}

/** Adds accounts that are not known yet; `origin` says where they come from, such as 'import'. */
export async function addBankAccounts(tx: Tx, accounts: readonly BankAccountOf[], origin: string): Promise<void> {
  if (accounts.length === 0) return;
  await tx.run(sql`
    insert into customer_bank_account (company_id, customer_id, account, origin, created_at)
      select ${tx.company.id}, "customerId", account, ${origin}, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(accounts)}) as a ("customerId" uuid, account text)
      on conflict do nothing`);
}

export async function findCustomersOfBatch(tx: Tx, batchId: string): Promise<Pick<Customer, 'id' | 'number'>[]> {
  return tx.all(
    sql`select id, number from customer where company_id = ${tx.company.id} and batch_id = ${batchId} order by id`,
  );
}

/**
 * Removes customers with what hangs on their records, children before parents being no matter: all go in one statement. Those
 * of which the team has written something down (activities, requests, blocks, merges) stay. The caller has made sure, while
 * nobody posts, that nothing stands on their accounts. Returns the ids of those that went.
 */
export async function deleteCustomers(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select c.id from customer c where c.company_id = ${tx.company.id} and c.id = any(${ids}::uuid[])
      and not exists (select from activity a where a.company_id = c.company_id and a.customer_id = c.id)
      and not exists (select from customer_request r where r.company_id = c.company_id and r.customer_id = c.id)
      and not exists (select from customer_block b where b.company_id = c.company_id and b.customer_id = c.id)
      and not exists (select from customer_distinction d where d.company_id = c.company_id and c.id in (d.first_id, d.second_id))
      and not exists (select from customer_merge m where m.company_id = c.company_id and c.id in (m.duplicate_id, m.survivor_id))`);
  const going = rows.map((row) => row.id);
  for (const table of HANGING_ON_CUSTOMERS) {
    await tx.run(
      sql`delete from ${rawSql(table)} where company_id = ${tx.company.id} and customer_id = any(${going}::uuid[])`,
    );
  }
  await tx.run(sql`delete from customer where company_id = ${tx.company.id} and id = any(${going}::uuid[])`);
  return going;
}

const HANGING_ON_CUSTOMERS = ['customer_bank_account', 'customer_number', 'customer_tax_id', 'contact'] as const;
