/** What versions of the policy would have done on past receipts. */
import type { LocalDate } from '@quittance/core/calendar';
import type { TrialResult } from '@quittance/core/cash-policy';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AllocationRow } from '../deciding/decision-rows.ts';

export interface Trial {
  readonly id: string;
  readonly number: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly result: TrialResult;
  readonly runAt: string;
  readonly runByName: string;
}

/** The latest of each version. */
export async function latestTrials(tx: Tx): Promise<Trial[]> {
  return tx.all(sql`
    select distinct on (number) id, number, from_on as "from", until_on as until, result, run_at as "runAt", run_by_name as "runByName"
      from cash_policy_trial where company_id = ${tx.company.id} order by number, run_at desc, id`);
}

export async function insertTrial(
  tx: Tx,
  trial: Pick<Trial, 'id' | 'number' | 'from' | 'until' | 'result'>,
): Promise<void> {
  await tx.run(sql`
    insert into cash_policy_trial (company_id, id, number, from_on, until_on, result, run_at, run_by, run_by_name)
      values (${tx.company.id}, ${trial.id}, ${trial.number}, ${trial.from}, ${trial.until}, ${JSON.stringify(trial.result)}::jsonb,
        ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

/** A receipt that was decided in these days, as the bank told it, when it was first decided, and what was done in the end. */
export interface PastReceipt {
  readonly itemId: string;
  readonly number: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly lines: readonly string[];
  readonly endToEndId: string;
  readonly structuredReference: string | null;
  /** Of the first decision. */
  readonly decidedAt: string;
  readonly at: bigint;
  readonly rule: string | null;
  readonly customerNumber: string | null;
  /** Null while nothing was done that stands. */
  readonly done: readonly AllocationRow[] | null;
}

/** By when they were first decided; at most `limit`. */
export async function pastReceipts(
  tx: Tx,
  days: { readonly from: LocalDate; readonly until: LocalDate },
  limit: number,
): Promise<PastReceipt[]> {
  return tx.all(sql`
    select i.id as "itemId", i.number, i.issued_on as "bookedOn", i.currency, -i.amount_minor as "amountMinor",
        coalesce(l.payer_name, l.ultimate_name, '') as "payerName", coalesce(l.payer_account, '') as "payerAccount",
        l.text_lines || array(select e->>'number' from jsonb_array_elements(l.documents) e where e->>'number' is not null) as lines,
        coalesce(l.end_to_end_id, '') as "endToEndId", l.structured_reference as "structuredReference",
        first.decided_at as "decidedAt", (extract(epoch from first.decided_at) * 1000000)::bigint as at,
        last.rule, c.number as "customerNumber",
        case when last.state in ('posted', 'on_account', 'not_ours') then last.allocations end as done
      from item i
      join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
      join receipt_decision first on first.company_id = i.company_id and first.receipt_item_id = i.id and first.number = 1
      join receipt_decision last on last.company_id = i.company_id and last.receipt_item_id = i.id and last.is_current
      left join customer c on c.company_id = i.company_id and c.id = last.customer_id
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${days.from}::date and ${days.until}::date
      order by first.decided_at, i.id limit ${limit}`);
}

export interface PastConfirmation {
  readonly at: bigint;
  readonly receiptNumber: string;
  readonly payerAccount: string;
  readonly payerName: string;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly bookedOn: LocalDate;
  readonly byAccount: boolean;
  readonly byName: boolean;
}

/** What stands of what these payers taught, in the order in which it was taught. */
export async function pastConfirmations(
  tx: Tx,
  keys: { readonly accounts: readonly string[]; readonly names: readonly string[] },
  limit: number,
): Promise<PastConfirmation[]> {
  return tx.all(sql`
    select (extract(epoch from p.taught_at) * 1000000)::bigint as at, i.number as "receiptNumber", p.payer_account as "payerAccount",
        p.payer_name as "payerName", p.customer_id as "customerId", c.number as "customerNumber", p.currency,
        p.amount_minor as "amountMinor", p.booked_on as "bookedOn", p.teaches_account as "byAccount", p.teaches_name as "byName"
      from payer_confirmation p
      join item i on i.company_id = p.company_id and i.id = p.receipt_item_id
      left join customer c on c.company_id = p.company_id and c.id = p.customer_id
      where p.company_id = ${tx.company.id} and p.ended_at is null
        and (p.payer_account = any(${keys.accounts}::text[]) or p.payer_name = any(${keys.names}::text[]))
      order by p.taught_at desc limit ${limit}`);
}
