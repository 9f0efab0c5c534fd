/**
 * A customer under every number it has: its own, and those of other systems. A customer's own number goes first; a number that
 * two systems give to different customers finds neither.
 */
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { COLUMNS, type Customer } from './customers.queries.ts';

export interface FoundCustomer extends Customer {
  /** The number that was asked for: the customer's own, or another system's. */
  readonly askedNumber: string;
}

/** The records with these numbers. Merged duplicates are found as themselves: what an ERP says of them is kept there. */
export async function findCustomersByNumber(tx: Tx, numbers: readonly string[]): Promise<FoundCustomer[]> {
  return tx.all(sql`
    with found as (${foundByNumber(tx, numbers)})
    select found.asked as "askedNumber", ${COLUMNS} from found join customer c on c.company_id = ${tx.company.id} and c.id = found.id`);
}

export interface AccountOfNumber {
  readonly number: string;
  /** Whose account takes new items: the customer, or the survivor it was merged into. */
  readonly accountId: string;
  /** Whose number it is. */
  readonly customerId: string;
}

/** On whose account new items of these numbers go. */
export async function findAccountsByNumber(tx: Tx, numbers: readonly string[]): Promise<AccountOfNumber[]> {
  return tx.all(sql`
    with recursive found as (${foundByNumber(tx, numbers)}),
    up as (
      select found.asked, found.id as customer_id, found.id as account_id from found
      union all
      select up.asked, up.customer_id, m.survivor_id
        from up join customer_merge m on m.company_id = ${tx.company.id} and m.duplicate_id = up.account_id and m.undone_at is null)
    select asked as number, customer_id as "customerId", account_id as "accountId" from up
      where not exists (select from customer_merge m
        where m.company_id = ${tx.company.id} and m.duplicate_id = up.account_id and m.undone_at is null)`);
}

function foundByNumber(tx: Tx, numbers: readonly string[]): Query {
  return sql`
    select c.number as asked, c.id from customer c where c.company_id = ${tx.company.id} and c.number = any(${numbers}::text[])
    union all
    select n.number, min(n.customer_id::text)::uuid from customer_number n
      where n.company_id = ${tx.company.id} and n.number = any(${numbers}::text[])
        and not exists (select from customer c where c.company_id = n.company_id and c.number = n.number)
      group by n.number having count(distinct n.customer_id) = 1`;
}

export interface OtherNumber {
  readonly customerId: string;
  readonly system: string;
  readonly number: string;
}

export async function findOtherNumbers(tx: Tx, customerIds: readonly string[]): Promise<OtherNumber[]> {
  return tx.all(sql`
    select customer_id as "customerId", system, number from customer_number
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) order by customer_id, system, number`);
}

export async function insertOtherNumbers(tx: Tx, numbers: readonly OtherNumber[]): Promise<void> {
  await tx.run(sql`
    insert into customer_number (company_id, system, number, customer_id, created_at)
      select ${tx.company.id}, system, number, "customerId", ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(numbers)}) as n ("customerId" uuid, system text, number text)`);
}

/** False when the customer does not have this number. */
export async function deleteOtherNumber(tx: Tx, { customerId, system, number }: OtherNumber): Promise<boolean> {
  const removed = await tx.run(sql`
    delete from customer_number
      where company_id = ${tx.company.id} and customer_id = ${customerId} and system = ${system} and number = ${number}`);
  return removed === 1;
}
