/** Receipts that have something open, unless a request about one waits for approval: item, bank line and what was decided. */
import type { LocalDate } from '@quittance/core/calendar';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { APPROVAL_HOLD } from '../../ledger/index.ts';
import type { CurrentDecision, WaitingReceipt } from '../deciding/decision.ts';
import {
  type AllocationRow,
  type AlternativeRow,
  allocationsOf,
  alternativesOf,
  type DeductionRow,
  deductionsOf,
} from '../deciding/decision-rows.ts';

interface ReceiptRow extends Omit<WaitingReceipt, 'current'> {
  readonly currentNumber: number | null;
  readonly currentDecision: CurrentDecision['decision'];
  readonly currentState: CurrentDecision['state'];
  readonly currentCustomerId: string | null;
  readonly currentUnappliedMinor: bigint;
  readonly currentAllocations: readonly AllocationRow[];
  readonly currentDeductions: readonly DeductionRow[];
  readonly currentAlternatives: readonly AlternativeRow[];
  readonly currentAlternativesCount: number;
  readonly questionCode: string | null;
}

export interface ReceiptPosition {
  readonly bookedOn: LocalDate;
  readonly itemId: string;
}

/** Up to `limit` receipts after the position, by booking day and id. */
export async function waitingReceipts(
  tx: Tx,
  page: { readonly after: ReceiptPosition | null; readonly limit: number },
): Promise<WaitingReceipt[]> {
  const after = page.after
    ? sql`and (i.issued_on, i.id) > (${page.after.bookedOn}::date, ${page.after.itemId}::uuid)`
    : sql``;
  return select(tx, sql`${after} order by i.issued_on, i.id limit ${page.limit}`);
}

/** What is left of a day after the position: receipts of one day are decided together. */
export async function restOfDay(tx: Tx, after: ReceiptPosition, limit: number): Promise<WaitingReceipt[]> {
  return select(
    tx,
    sql`and i.issued_on = ${after.bookedOn} and i.id > ${after.itemId} order by i.issued_on, i.id limit ${limit}`,
  );
}

/** Of these receipts, those that have something open. */
export async function waitingReceiptsOf(tx: Tx, itemIds: readonly string[]): Promise<WaitingReceipt[]> {
  return select(tx, sql`and i.id = any(${itemIds}::uuid[]) order by i.issued_on, i.id`);
}

/** Decisions are looked up receipt by receipt (lateral): a run adds them by the thousand, faster than statistics follow. */
async function select(tx: Tx, condition: Query): Promise<WaitingReceipt[]> {
  const rows = await tx.all<ReceiptRow>(sql`
    select i.id as "itemId", i.number, i.customer_id as "customerId", i.issued_on as "bookedOn", i.currency,
        -i.amount_minor as "amountMinor", -i.open_minor as "openMinor",
        coalesce(l.payer_name, l.ultimate_name, '') as "payerName", coalesce(l.payer_account, '') as "payerAccount",
        case when l.id is null then array_remove(array[doc.reference, doc.note], null)
          else l.text_lines || array(select e->>'number' from jsonb_array_elements(l.documents) e where e->>'number' is not null) end as lines,
        coalesce(l.end_to_end_id, '') as "endToEndId", l.structured_reference as "structuredReference",
        case when i.settled_minor = 0 then array[]::text[] else ${appliedTo()} end as "appliedTo",
        coalesce(t."isTouched", false) as "isTouched",
        array(select p.item_id::text from rejected_pair p where p.company_id = i.company_id and p.receipt_item_id = i.id
          and p.ended_at is null) as "rejectedItemIds",
        d.number as "currentNumber", d.decision as "currentDecision", d.state as "currentState", d.customer_id as "currentCustomerId",
        d.unapplied_minor as "currentUnappliedMinor", d.allocations as "currentAllocations",
        d.deductions as "currentDeductions", d.alternatives as "currentAlternatives",
        d.alternatives_count as "currentAlternativesCount", d.question_code as "questionCode"
      from item i
      join document doc on doc.company_id = i.company_id and doc.id = i.document_id
      left join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
      left join lateral (
        select * from receipt_decision d where d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current limit 1) d on true
      left join lateral (
        select bool_or(state in ('posted', 'not_ours', 'undone') or (state = 'on_account' and decision <> 'auto')) as "isTouched"
          from receipt_decision t where t.company_id = i.company_id and t.receipt_item_id = i.id) t on true
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0
        and not exists (
          select from hold w where w.company_id = i.company_id and w.item_id = i.id
            and w.kind = ${APPROVAL_HOLD} and w.released_at is null)
        ${condition}`);
  return rows.map(receiptOf);
}

const APPLIED_TO_MAX = 50; // enough to know by its text what a receipt was for

/** Numbers of the items that a receipt (`i`) pays, by applications that stand at least in part. */
function appliedTo(): Query {
  return sql`array(
    select distinct paid.number::text
      from posting own
      join entry e on e.company_id = own.company_id and e.id = own.entry_id and e.kind = 'application'
      join posting other on other.company_id = e.company_id and other.entry_id = e.id and other.item_id <> own.item_id
      join item paid on paid.company_id = other.company_id and paid.id = other.item_id
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where own.company_id = i.company_id and own.item_id = i.id and coalesce(u.undone_minor, 0) < e.amount_minor
      order by 1 limit ${APPLIED_TO_MAX})`;
}

function receiptOf(row: ReceiptRow): WaitingReceipt {
  const { currentNumber, currentDecision, currentState, currentCustomerId, currentUnappliedMinor, ...rest } = row;
  const { currentAllocations, currentDeductions, currentAlternatives, currentAlternativesCount, ...described } = rest;
  const { questionCode, ...receipt } = described;
  if (currentNumber === null) return { ...receipt, current: null };
  return {
    ...receipt,
    current: {
      number: currentNumber,
      decision: currentDecision,
      state: currentState,
      customerId: currentCustomerId,
      unappliedMinor: currentUnappliedMinor,
      allocations: allocationsOf(currentAllocations),
      deductions: deductionsOf(currentDeductions),
      alternatives: alternativesOf(currentAlternatives),
      alternativesCount: currentAlternativesCount,
      questionCode,
    },
  };
}

/**
 * Receipts whose waiting decisions name one of these items, to be settled or to choose from, and those that name another item that
 * these name. The first before the others, by receipt, up to `limit`.
 */
export async function receiptsCompeting(tx: Tx, itemIds: readonly string[], limit: number): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await tx.all<{ id: string }>(sql`
    with waiting as (
      select receipt_item_id, allocations || deductions as named, alternatives from receipt_decision
        where company_id = ${tx.company.id} and state = 'waiting' and is_current),
    named as materialized (
      select receipt_item_id, n->>'itemId' as item_id from waiting cross join lateral jsonb_array_elements(named) n
      union all
      select receipt_item_id, n->>'itemId' from waiting
        cross join lateral jsonb_array_elements(alternatives) one cross join lateral jsonb_array_elements(one->'allocations') n),
    touched as materialized (select distinct receipt_item_id from named where item_id = any(${itemIds}::text[]))
    select n.receipt_item_id as id from named n left join touched t using (receipt_item_id)
      where n.item_id in (select item_id from named join touched using (receipt_item_id))
      group by 1 order by bool_or(t.receipt_item_id is not null) desc, 1 limit ${limit}`);
  return rows.map(({ id }) => id);
}
