/** What is compared to find duplicates, and pairs that somebody said are two. */
import type { Party } from '@quittance/core/parties';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** Every customer that is not merged yet. */
export async function findParties(tx: Tx): Promise<Party[]> {
  return tx.all(sql`
    select c.id, c.number, c.name, c.country, c.parent_id as "parentId",
        case when c.tax_id is null then coalesce(t.numbers, '{}') else c.tax_id || coalesce(t.numbers, '{}') end as "taxNumbers",
        coalesce(b.accounts, '{}') as accounts,
        case when c.email is null then coalesce(p.emails, '{}') else c.email || coalesce(p.emails, '{}') end as emails
      from customer c
      left join (select customer_id, array_agg(number order by number) as numbers from customer_tax_id
        where company_id = ${tx.company.id} group by 1) t on t.customer_id = c.id
      left join (select customer_id, array_agg(account order by account) as accounts from customer_bank_account
        where company_id = ${tx.company.id} group by 1) b on b.customer_id = c.id
      left join (select customer_id, array_agg(email order by email) as emails from contact
        where company_id = ${tx.company.id} and email is not null and ended_at is null group by 1) p on p.customer_id = c.id
      where c.company_id = ${tx.company.id} and c.kind = 'regular' and not exists (
        select from customer_merge m where m.company_id = c.company_id and m.duplicate_id = c.id and m.undone_at is null)
      order by c.id`);
}

export async function findDistinctions(tx: Tx): Promise<{ firstId: string; secondId: string }[]> {
  return tx.all(sql`
    select first_id as "firstId", second_id as "secondId" from customer_distinction where company_id = ${tx.company.id}`);
}

export async function insertDistinction(
  tx: Tx,
  pair: { firstId: string; secondId: string; reason: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into customer_distinction (company_id, first_id, second_id, said_by, said_by_name, said_at, reason)
      values (${tx.company.id}, ${pair.firstId}, ${pair.secondId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt}, ${pair.reason})
      on conflict do nothing`);
}
