import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { keepMeasured } from '../measures/measured-receipts.queries.ts';
import type { DecisionState, KeptDecision, NewDecision } from './decision.ts';
import {
  type AllocationRow,
  type AlternativeRow,
  allocationsOf,
  alternativesOf,
  type DeductionRow,
  deductionsOf,
  jsonText,
} from './decision-rows.ts';

interface DecisionRow extends Omit<KeptDecision, 'allocations' | 'deductions' | 'alternatives'> {
  readonly allocations: readonly AllocationRow[];
  readonly deductions: readonly DeductionRow[];
  readonly alternatives: readonly AlternativeRow[];
}

const COLUMNS = sql`
  d.receipt_item_id as "receiptItemId", d.number, d.decision, d.state, d.rule, d.explanation, d.customer_id as "customerId", d.currency,
  d.amount_minor as "amountMinor", d.unapplied_minor as "unappliedMinor", d.allocations, d.deductions, d.evidence, d.sentence, d.alternatives,
  d.alternatives_count as "alternativesCount", d.rejected, d.question, d.would_change_if as "wouldChangeIf",
  d.policy_version as "policyVersion", d.hold_ids::text[] as "holdIds", d.entry_ids::text[] as "entryIds", d.decided_at as "decidedAt",
  d.decided_by_name as "decidedByName", d.settled_at as "settledAt", d.settled_by_name as "settledByName", d.ended_reason as "endedReason"`;

async function decisions(tx: Tx, condition: Query): Promise<KeptDecision[]> {
  const rows = await tx.all<DecisionRow>(
    sql`select ${COLUMNS} from receipt_decision d where d.company_id = ${tx.company.id} and ${condition}`,
  );
  return rows.map((row) => ({
    ...row,
    allocations: allocationsOf(row.allocations),
    deductions: deductionsOf(row.deductions),
    alternatives: alternativesOf(row.alternatives),
  }));
}

export async function currentDecisions(tx: Tx, receiptItemIds: readonly string[]): Promise<KeptDecision[]> {
  return decisions(tx, sql`d.receipt_item_id = any(${receiptItemIds}::uuid[]) and d.is_current`);
}

/** All that was ever decided about a receipt, the latest first. */
export async function decisionHistory(tx: Tx, receiptItemId: string): Promise<KeptDecision[]> {
  return decisions(tx, sql`d.receipt_item_id = ${receiptItemId} order by d.number desc`);
}

export interface GroundlessReceipt {
  readonly receiptItemId: string;
  /** The receipt was cancelled, with all that had been done with it. */
  readonly isCancelled: boolean;
  readonly holdIds: readonly string[];
}

/** Receipts about which something waits although nothing of them is open any more, or something is said to be settled although they were cancelled. */
export async function groundlessReceipts(tx: Tx, limit: number): Promise<GroundlessReceipt[]> {
  return tx.all(sql`
    with groundless as (
      select w.receipt_item_id, false as is_cancelled, w.hold_ids
        from receipt_decision w join item i on i.company_id = w.company_id and i.id = w.receipt_item_id and i.open_minor = 0
        where w.company_id = ${tx.company.id} and w.state = 'waiting'
      union all
      select s.receipt_item_id, true, '{}'
        from document c
        join item i on i.company_id = c.company_id and i.document_id = c.id
        join receipt_decision s on s.company_id = i.company_id and s.receipt_item_id = i.id and s.state in ('posted', 'on_account', 'not_ours')
        where c.company_id = ${tx.company.id} and c.kind = 'receipt' and c.cancelled_by_entry_id is not null)
    select receipt_item_id as "receiptItemId", bool_or(is_cancelled) as "isCancelled",
        coalesce(array_agg(h.id::text) filter (where h.id is not null), '{}') as "holdIds"
      from groundless left join lateral unnest(hold_ids) as h (id) on true
      group by receipt_item_id order by receipt_item_id limit ${limit}`);
}

/** Makes way for the next decision: what waited is replaced, what was settled stays as it is and is only not the latest. */
export async function retireDecisions(tx: Tx, receiptItemIds: readonly string[], reason: string): Promise<void> {
  await tx.run(sql`
    update receipt_decision set is_current = false, hold_ids = '{}',
        state = case when state = 'waiting' then 'replaced' else state end,
        ended_at = case when state = 'waiting' then ${tx.recordedAt}::timestamptz else ended_at end,
        ended_by = case when state = 'waiting' then ${tx.actor.id}::uuid else ended_by end,
        ended_reason = case when state = 'waiting' then ${reason}::text else ended_reason end
      where company_id = ${tx.company.id} and receipt_item_id = any(${receiptItemIds}::uuid[]) and is_current`);
}

export interface DecisionToInsert extends NewDecision {
  readonly number: number;
  readonly holdIds: readonly string[];
  readonly entryIds: readonly string[];
}

/** Adds decisions as the current ones; those before them were retired. */
export async function insertDecisions(tx: Tx, given: readonly DecisionToInsert[]): Promise<void> {
  if (given.length === 0) return;
  await tx.run(sql`
    insert into receipt_decision (company_id, receipt_item_id, number, is_current, decision, state, rule, explanation, customer_id, currency,
        amount_minor, unapplied_minor, allocations, deductions, evidence, sentence, alternatives, alternatives_count, rejected, question,
        would_change_if, policy_version, decided_at, decided_by, decided_by_name, hold_ids, settled_at, settled_by, settled_by_name, entry_ids)
      select ${tx.company.id}, "receiptItemId", number, true, decision, state, rule, explanation, "customerId", currency,
          "amountMinor", "unappliedMinor", allocations, deductions, evidence, sentence, alternatives, "alternativesCount", rejected, question,
          "wouldChangeIf", "policyVersion", ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name},
          array(select json_array_elements_text("holdIds"))::uuid[],
          case when state <> 'waiting' then ${tx.recordedAt}::timestamptz end, case when state <> 'waiting' then ${tx.actor.id}::uuid end,
          case when state <> 'waiting' then ${tx.actor.name}::text end, array(select json_array_elements_text("entryIds"))::uuid[]
        from json_to_recordset(${jsonText(given)}) as d ("receiptItemId" uuid, number int, decision text, state text, rule text,
          explanation text, "customerId" uuid, currency text, "amountMinor" bigint, "unappliedMinor" bigint, allocations jsonb,
          deductions jsonb, evidence jsonb, sentence text, alternatives jsonb, "alternativesCount" int, rejected jsonb, question jsonb,
          "wouldChangeIf" jsonb, "policyVersion" text, "holdIds" json, "entryIds" json)`);
  await keepMeasured(
    tx,
    given.map(({ receiptItemId }) => receiptItemId),
  );
}

/** A proposal that a person confirmed. */
export async function settleDecision(
  tx: Tx,
  decision: Pick<KeptDecision, 'receiptItemId' | 'number'>,
  entryIds: readonly string[],
): Promise<void> {
  await tx.run(sql`
    update receipt_decision set state = 'posted', hold_ids = '{}', entry_ids = ${entryIds}::uuid[], settled_at = ${tx.recordedAt},
        settled_by = ${tx.actor.id}, settled_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and receipt_item_id = ${decision.receiptItemId} and number = ${decision.number}`);
  await keepMeasured(tx, [decision.receiptItemId]);
}

/** Marks decisions as ended: 'withdrawn' those that wait, 'undone' those that were settled. Returns their numbers. */
export async function endDecisions(
  tx: Tx,
  receiptItemIds: readonly string[],
  end: { readonly state: Extract<DecisionState, 'undone' | 'withdrawn'>; readonly reason: string },
): Promise<number[]> {
  const ended = end.state === 'withdrawn' ? sql`state = 'waiting'` : sql`state in ('posted', 'on_account', 'not_ours')`;
  const rows = await tx.all<{ number: number }>(sql`
    update receipt_decision set state = ${end.state}, hold_ids = '{}', ended_at = ${tx.recordedAt}, ended_by = ${tx.actor.id},
        ended_reason = ${end.reason}
      where company_id = ${tx.company.id} and receipt_item_id = any(${receiptItemIds}::uuid[]) and ${ended}
      returning number`);
  await keepMeasured(tx, receiptItemIds);
  return rows.map((row) => row.number);
}

/** Says no to these items for a receipt. `withDecision` is the act that implied it, and takes it back when undone. */
export async function rejectPairs(
  tx: Tx,
  pairs: {
    readonly receiptItemId: string;
    readonly itemIds: readonly string[];
    readonly reason: string;
    readonly withDecision: number | null;
  },
): Promise<void> {
  if (pairs.itemIds.length === 0) return;
  await tx.run(sql`
    insert into rejected_pair (company_id, receipt_item_id, item_id, rejected_at, rejected_by, rejected_by_name, reason, with_decision)
      select ${tx.company.id}, ${pairs.receiptItemId}, item_id, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}, ${pairs.reason},
          ${pairs.withDecision}
        from unnest(${[...new Set(pairs.itemIds)].sort()}::uuid[]) as given (item_id)
      on conflict (company_id, receipt_item_id, item_id) do update set rejected_at = excluded.rejected_at,
        rejected_by = excluded.rejected_by, rejected_by_name = excluded.rejected_by_name, reason = excluded.reason,
        with_decision = excluded.with_decision, ended_at = null, ended_by_name = null, ended_reason = null`);
}

/** Takes back what these acts said no to by the way. */
export async function takeBackRejections(
  tx: Tx,
  receiptItemId: string,
  decisionNumbers: readonly number[],
): Promise<void> {
  if (decisionNumbers.length === 0) return;
  await tx.run(sql`
    update rejected_pair set ended_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId} and with_decision = any(${decisionNumbers}::int[])
        and ended_at is null`);
}
