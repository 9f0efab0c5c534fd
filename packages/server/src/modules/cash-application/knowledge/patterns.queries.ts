/** What payments showed of how their customers pay, and the count of each customer's latest. */
import type { LocalDate } from '@quittance/core/calendar';
import type {
  CountedPayments,
  ObservedPayment,
  PaidAmong,
  ShownDeduction,
  StructureHabit,
} from '@quittance/core/learning';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { KeptAllocation, KeptDeduction } from '../deciding/decision.ts';
import { type AllocationRow, allocationsOf, type DeductionRow, deductionsOf } from '../deciding/decision-rows.ts';

/** Habits change: the latest two years of a customer that pays each month are looked at. */
export const PAYMENTS_COUNTED_MAX = 24;

export interface SettledDecision {
  readonly receiptItemId: string;
  readonly number: number;
  readonly rule: string | null;
  readonly allocations: readonly KeptAllocation[];
  readonly deductions: readonly KeptDeduction[];
}

/** What these decisions posted. */
export async function settledDecisions(
  tx: Tx,
  asked: readonly { readonly receiptItemId: string; readonly decisionNumber: number }[],
): Promise<SettledDecision[]> {
  const keys = asked.map(({ receiptItemId, decisionNumber }) => ({ receiptItemId, decisionNumber }));
  const rows = await tx.all<
    Pick<SettledDecision, 'receiptItemId' | 'number' | 'rule'> & {
      readonly allocations: readonly AllocationRow[];
      readonly deductions: readonly DeductionRow[];
    }
  >(sql`
    select d.receipt_item_id as "receiptItemId", d.number, d.rule, d.allocations, d.deductions
      from json_to_recordset(${JSON.stringify(keys)}) as a ("receiptItemId" uuid, "decisionNumber" int)
      cross join lateral (
        select * from receipt_decision d
          where d.company_id = ${tx.company.id} and d.receipt_item_id = a."receiptItemId" and d.number = a."decisionNumber" limit 1) d
      where d.state = 'posted'`);
  return rows.map((row) => ({
    ...row,
    allocations: allocationsOf(row.allocations),
    deductions: deductionsOf(row.deductions),
  }));
}

export interface SettledItem {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly dueOn: LocalDate;
  readonly isDebit: boolean;
}

/** The items that payments settle, as far as they are receivables. */
export async function settledItems(tx: Tx, itemIds: readonly string[]): Promise<SettledItem[]> {
  return tx.all(sql`
    select id, customer_id as "customerId", currency, due_on as "dueOn", amount_minor > 0 as "isDebit"
      from item where company_id = ${tx.company.id} and id = any(${itemIds}::uuid[]) and account = 'receivable'`);
}

export interface PaidStretch {
  /** Counts the payments that are asked about. */
  readonly at: number;
  /** The records of the party that pays. */
  readonly customerIds: readonly string[];
  readonly currency: string;
  readonly paidIds: readonly string[];
  /** When the first and the last of the paid items were due. */
  readonly firstDue: LocalDate;
  readonly lastDue: LocalDate;
}

/** Of each payment that left open debits on the accounts of the party: all of them, the older ones, and those between. */
export async function leftOpen(
  tx: Tx,
  stretches: readonly PaidStretch[],
): Promise<(Omit<PaidAmong, 'paidCount'> & { readonly at: number })[]> {
  if (stretches.length === 0) return [];
  const accounts = stretches.flatMap(({ customerIds, paidIds: _, ...stretch }) =>
    customerIds.map((customerId) => ({ ...stretch, customerId })),
  );
  const paid = stretches.flatMap(({ at, paidIds }) => paidIds.map((id) => ({ at, id })));
  return tx.all(sql`
    with stretch as materialized (
      select * from json_to_recordset(${JSON.stringify(accounts)}) as s
        (at int, "customerId" uuid, currency text, "firstDue" date, "lastDue" date)
    ), paid as materialized (
      select * from json_to_recordset(${JSON.stringify(paid)}) as p (at int, id uuid)
    ), open as materialized (
      select i.id, i.customer_id, i.currency, i.due_on from item i
        where i.company_id = ${tx.company.id} and i.customer_id = any(${accounts.map(({ customerId }) => customerId)}::uuid[])
          and i.open_minor <> 0 and i.open_minor > 0 and i.account = 'receivable')
    select s.at, count(*)::int as "leftCount", (count(*) filter (where o.due_on < s."lastDue"))::int as "olderLeftCount",
        (count(*) filter (where o.due_on between s."firstDue" and s."lastDue"))::int as "betweenLeftCount"
      from stretch s
      join open o on o.customer_id = s."customerId" and o.currency = s.currency
      left join paid p on p.at = s.at and p.id = o.id
      where p.id is null
      group by s.at`);
}

export interface PatternToKeep {
  readonly receiptItemId: string;
  readonly decisionNumber: number;
  readonly customerId: string;
  readonly bookedOn: LocalDate;
  readonly chances: readonly StructureHabit[];
  readonly kept: readonly StructureHabit[];
  readonly deductions: readonly ShownDeduction[];
}

export async function insertPatterns(tx: Tx, patterns: readonly PatternToKeep[]): Promise<void> {
  if (patterns.length === 0) return;
  await tx.run(sql`
    insert into payment_pattern (company_id, receipt_item_id, decision_number, customer_id, booked_on, chances, kept, deductions, recorded_at)
      select ${tx.company.id}, "receiptItemId", "decisionNumber", "customerId", "bookedOn",
          array(select json_array_elements_text(chances)), array(select json_array_elements_text(kept)), deductions, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(patterns)}) as p ("receiptItemId" uuid, "decisionNumber" int, "customerId" uuid,
          "bookedOn" date, chances json, kept json, deductions jsonb)`);
}

/** Ends what a receipt showed. Returns its customers. */
export async function endPatterns(tx: Tx, receiptItemId: string): Promise<string[]> {
  const rows = await tx.all<{ customerId: string }>(sql`
    update payment_pattern set ended_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId} and ended_at is null
      returning customer_id as "customerId"`);
  return rows.map(({ customerId }) => customerId);
}

/** From now on the payments of the customer so far say nothing about the habit that is revoked. */
export async function silencePatterns(tx: Tx, customerId: string, revocationId: string): Promise<void> {
  await tx.run(sql`
    update payment_pattern set revocation_ids = revocation_ids || ${revocationId}::uuid
      where company_id = ${tx.company.id} and customer_id = ${customerId} and ended_at is null`);
}

/** Nobody else counts these customers' payments until the transaction ends. */
export async function lockHabits(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    insert into payment_habit (company_id, customer_id, payments, habits)
      select ${tx.company.id}, id, 0, '[]'::jsonb from unnest(${[...new Set(customerIds)].sort()}::uuid[]) as given (id) order by id
      on conflict (company_id, customer_id) do update set payments = payment_habit.payments`);
}

interface PatternRow extends ObservedPayment {
  readonly customerId: string;
}

/** The latest payments of each customer that stand, with the habits about which they say nothing any more. */
export async function latestPatterns(tx: Tx, customerIds: readonly string[]): Promise<PatternRow[]> {
  return patterns(tx, sql`select unnest(${[...new Set(customerIds)]}::uuid[]) as id`, noSql);
}

/** Of these, what was recorded before an instant. */
export async function patternsBefore(
  tx: Tx,
  customerNumbers: readonly string[],
  before: string,
): Promise<PatternRow[]> {
  const customers = sql`
    select id from customer where company_id = ${tx.company.id} and number = any(${[...new Set(customerNumbers)]}::text[])`;
  return patterns(tx, customers, sql`and p.recorded_at < ${before}::timestamptz`);
}

/** Each customer by its own search, along the index: a bulk run adds patterns faster than statistics follow, and a join would read them all. */
function patterns(tx: Tx, customers: Query, condition: Query): Promise<PatternRow[]> {
  return tx.all(sql`
    select c.id as "customerId", p.booked_on as "bookedOn", p.chances, p.kept, p.deductions,
        case when p.revocation_ids = '{}' then '{}' else array(select r.key from knowledge_revocation r
          where r.company_id = ${tx.company.id} and r.id = any(p.revocation_ids) and r.restored_at is null) end as silenced
      from (${customers}) c cross join lateral (
        select p.booked_on, p.chances, p.kept, p.deductions, p.revocation_ids
          from payment_pattern p
          where p.company_id = ${tx.company.id} and p.customer_id = c.id and p.ended_at is null ${condition}
          order by p.booked_on desc, p.receipt_item_id desc, p.decision_number desc limit ${PAYMENTS_COUNTED_MAX}) p`);
}

export async function saveHabits(tx: Tx, counted: ReadonlyMap<string, CountedPayments>): Promise<void> {
  const rows = [...counted.entries()].map(([customerId, { payments, habits }]) => ({ customerId, payments, habits }));
  await tx.run(sql`
    insert into payment_habit (company_id, customer_id, payments, habits)
      select ${tx.company.id}, "customerId", payments, habits
        from json_to_recordset(${JSON.stringify(rows)}) as g ("customerId" uuid, payments int, habits jsonb) order by "customerId"
      on conflict (company_id, customer_id) do update set payments = excluded.payments, habits = excluded.habits`);
}

export interface HabitsOfCustomer extends CountedPayments {
  readonly customerId: string;
  readonly customerNumber: string;
}

/** What is counted of these customers' payments. */
export async function habitsOfCustomers(tx: Tx, customerNumbers: readonly string[]): Promise<HabitsOfCustomer[]> {
  if (customerNumbers.length === 0) return [];
  return tx.all(sql`
    select c.id as "customerId", c.number as "customerNumber", h.payments, h.habits
      from customer c cross join lateral (
        select payments, habits from payment_habit
          where company_id = ${tx.company.id} and customer_id = c.id and payments > 0 limit 1) h
      where c.company_id = ${tx.company.id} and c.number = any(${customerNumbers}::text[])`);
}

/** Every customer of whose payments something was ever kept. */
export async function customersWithPatterns(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct customer_id as id from payment_pattern where company_id = ${tx.company.id}
    union select customer_id from payment_habit where company_id = ${tx.company.id} order by id`);
  return rows.map(({ id }) => id);
}

/** What is kept of these customers' counts. */
export async function keptHabits(tx: Tx, customerIds: readonly string[]): Promise<Map<string, CountedPayments>> {
  const rows = await tx.all<CountedPayments & { customerId: string }>(sql`
    select customer_id as "customerId", payments, habits from payment_habit
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[])`);
  return new Map(rows.map(({ customerId, ...counted }) => [customerId, counted]));
}
