/** What the measures count: the receipts of a period, each with how it was settled first and what it came with. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Week } from '@quittance/core/measures';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/**
 * Receipts booked in the period that were not cancelled; those that something else settled, such as the ERP before the books
 * were taken over, are not the desk's and are left out. `is_auto`: it posted by itself at least once, also when it was undone.
 * `applied_at`: the first act that stands. `first_number`: the engine's first decision.
 */
function facts(tx: Tx, { from, to }: Week): Query {
  return sql`
    booked as materialized (
      select i.id, i.issued_on, i.currency, -i.amount_minor as amount_minor, -i.functional_minor as functional_minor, i.open_minor,
          i.customer_id, h.kind = 'unidentified' as is_unidentified, e.recorded_at
        from item i
        join document doc on doc.company_id = i.company_id and doc.id = i.document_id and doc.cancelled_by_entry_id is null
        join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
        join customer h on h.company_id = i.company_id and h.id = i.customer_id
        where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${from}::date and ${to}::date),
    decided as materialized (
      select d.receipt_item_id, bool_or(d.decision = 'auto' and d.settled_at is not null) as is_auto,
          min(d.settled_at) filter (where d.state in ('posted', 'not_ours')) as applied_at,
          (array_agg(d.decision order by d.number) filter (where d.state in ('posted', 'not_ours')))[1] as applied_as,
          bool_or(d.state = 'not_ours') as is_not_ours, min(d.number) filter (where d.decision <> 'manual') as first_number
        from receipt_decision d
        where d.company_id = ${tx.company.id} and d.receipt_item_id in (select id from booked)
        group by d.receipt_item_id),
    fact as materialized (
      select b.*, coalesce(d.is_auto, false) as is_auto, d.applied_at, coalesce(d.applied_as = 'auto', false) as is_applied_auto,
          coalesce(d.is_not_ours, false) as is_not_ours, d.first_number
        from booked b left join decided d on d.receipt_item_id = b.id
        where d.receipt_item_id is not null or b.open_minor <> 0)`;
}

/** The engine's first decision about a receipt. */
const FIRST_DECISION = (tx: Tx): Query => sql`
  left join receipt_decision f on f.company_id = ${tx.company.id} and f.receipt_item_id = fact.id and f.number = fact.first_number`;

/** Looked at, ours, and neither an advice is linked nor does the text carry a number of an item. */
const WITHOUT_REMITTANCE = (tx: Tx): Query => sql`
  fact.first_number is not null and not fact.is_not_ours and f.explanation is distinct from 'not_receivables'
    and f.explanation is distinct from 'advice'
    and not f.evidence @? '$[*].kind ? ((@ starts with "reference" && @ != "reference_unknown") || @ == "only_settled_cited")'
    and not exists (select 1 from receipt_advice a where a.company_id = ${tx.company.id} and a.receipt_item_id = fact.id
      and a.ended_at is null and a.linked_by <> 'apart')`;

/** Who paid: the customer whose money it is or is thought to be, else the name or account that the bank gave. */
const PAYER = (tx: Tx): Query => sql`
  left join bank_line l on l.company_id = ${tx.company.id} and l.item_id = fact.id and l.undone_at is null
  left join customer c on c.company_id = ${tx.company.id}
    and c.id = case when fact.is_unidentified then f.customer_id else fact.customer_id end
  cross join lateral (select coalesce(c.id::text, upper(nullif(trim(l.payer_name), '')), l.payer_account, '') as payer) p`;

/** Receipts of one week and currency. */
export interface ReceivedGroup {
  /** Any day of the week; the first that is in the period. */
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly count: number;
  readonly autoCount: number;
  readonly appliedCount: number;
  readonly amountMinor: bigint;
  readonly autoMinor: bigint;
  readonly functionalMinor: bigint;
  readonly autoFunctionalMinor: bigint;
}

export async function receivedGroups(tx: Tx, period: Week): Promise<ReceivedGroup[]> {
  return tx.all(sql`
    with ${facts(tx, period)}
    select min(issued_on) as "bookedOn", currency, count(*)::int as count, (count(*) filter (where is_auto))::int as "autoCount",
        count(applied_at)::int as "appliedCount", sum(amount_minor)::bigint as "amountMinor",
        coalesce(sum(amount_minor) filter (where is_auto), 0)::bigint as "autoMinor", sum(functional_minor)::bigint as "functionalMinor",
        coalesce(sum(functional_minor) filter (where is_auto), 0)::bigint as "autoFunctionalMinor"
      from fact group by date_trunc('week', issued_on), currency order by 1, 2`);
}

/** A line is an item that a receipt was applied to, once for each receipt: by itself, or by a person whose act stands. */
export async function lineCounts(tx: Tx, period: Week): Promise<{ readonly all: number; readonly auto: number }> {
  return tx.one(sql`
    with ${facts(tx, period)}, line as (
      select d.receipt_item_id, a->>'itemId' as item_id, bool_or(d.decision = 'auto') as is_auto
        from receipt_decision d cross join lateral jsonb_array_elements(d.allocations) a
        where d.company_id = ${tx.company.id} and d.receipt_item_id in (select id from fact) and d.settled_at is not null
          and (d.decision = 'auto' or d.state <> 'undone')
        group by 1, 2)
    select count(*)::int as "all", (count(*) filter (where is_auto))::int as auto from line`);
}

/** Receipts that came and were applied in the same two minutes. Instants are cut to the minute, so that an import's share one. */
export interface AppliedGroup {
  readonly recordedAt: string;
  readonly appliedAt: string;
  readonly isByItself: boolean;
  readonly count: number;
}

export async function appliedGroups(tx: Tx, period: Week): Promise<AppliedGroup[]> {
  return tx.all(sql`
    with ${facts(tx, period)}
    select date_trunc('minute', recorded_at) as "recordedAt", date_trunc('minute', applied_at) as "appliedAt",
        is_applied_auto as "isByItself", count(*)::int as count
      from fact where applied_at is not null group by 1, 2, 3`);
}

export interface ReasonGroup {
  /** Null: nothing was asked, or nobody has looked at it yet. */
  readonly questionCode: string | null;
  readonly currency: string;
  readonly count: number;
  readonly waitingCount: number;
  readonly amountMinor: bigint;
}

/** What did not post by itself, by what the engine asked first. */
export async function reasonGroups(tx: Tx, period: Week): Promise<ReasonGroup[]> {
  return tx.all(sql`
    with ${facts(tx, period)}
    select f.question->>'code' as "questionCode", fact.currency, count(*)::int as count,
        (count(*) filter (where fact.applied_at is null))::int as "waitingCount", sum(fact.amount_minor)::bigint as "amountMinor"
      from fact ${FIRST_DECISION(tx)} where not fact.is_auto group by 1, 2`);
}

export interface PayerGroup {
  /** The customer's id, or the name or account as the bank gave it; empty when it gave neither. */
  readonly payer: string;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly currency: string;
  readonly count: number;
  readonly byHandCount: number;
  readonly amountMinor: bigint;
}

/** The payers from whom most receipts came without remittance, those that people had to place before others; by currency. */
export async function payersWithoutRemittance(tx: Tx, period: Week, limit: number): Promise<PayerGroup[]> {
  return tx.all(sql`
    with ${facts(tx, period)}, bare as (
      select p.payer, c.id as customer_id, c.number, c.name, fact.currency, fact.is_auto, fact.amount_minor
        from fact ${FIRST_DECISION(tx)} ${PAYER(tx)} where ${WITHOUT_REMITTANCE(tx)}),
    top as (
      select payer, count(*) filter (where not is_auto) as by_hand, count(*) as count from bare
        group by payer order by 2 desc, 3 desc, payer limit ${limit})
    select bare.payer, bare.customer_id as "customerId", bare.number as "customerNumber", bare.name as "customerName", bare.currency,
        count(*)::int as count, (count(*) filter (where not bare.is_auto))::int as "byHandCount", sum(bare.amount_minor)::bigint as "amountMinor"
      from bare join top using (payer) group by 1, 2, 3, 4, 5, top.by_hand, top.count
      order by top.by_hand desc, top.count desc, 1, 5`);
}

/** All decisions about a receipt of which something posted by itself and was undone. */
export interface UndoneDecision {
  readonly receiptId: string;
  readonly number: number;
  readonly isByItself: boolean;
  readonly isUndone: boolean;
  readonly state: string;
  readonly customerId: string | null;
  readonly lines: readonly { readonly itemId: string; readonly amountMinor: string }[];
  /** Items of which a person said that the receipt does not pay them. */
  readonly rejectedItemIds: readonly string[];
}

export async function undoneDecisions(tx: Tx, period: Week): Promise<UndoneDecision[]> {
  return tx.all(sql`
    with ${facts(tx, period)}, undone as (
      select distinct d.receipt_item_id as id from receipt_decision d
        where d.company_id = ${tx.company.id} and d.receipt_item_id in (select id from fact where is_auto)
          and d.decision = 'auto' and d.state = 'undone')
    select d.receipt_item_id as "receiptId", d.number, d.decision = 'auto' as "isByItself", d.state = 'undone' as "isUndone", d.state,
        d.customer_id as "customerId", d.allocations as lines,
        array(select r.item_id::text from rejected_pair r where r.company_id = d.company_id and r.receipt_item_id = d.receipt_item_id
          and r.ended_at is null) as "rejectedItemIds"
      from receipt_decision d join undone on undone.id = d.receipt_item_id
      where d.company_id = ${tx.company.id} and d.settled_at is not null order by 1, 2`);
}

export const MEASURED = [
  'received',
  'auto',
  'by_hand',
  'corrected',
  'applied',
  'applied_by_people',
  'waiting',
  'without_remittance',
] as const;

/** The receipts of one figure. */
export interface MeasuredFilter {
  readonly figure: (typeof MEASURED)[number];
  readonly currency?: string | undefined;
  /** A question's code, or 'none'. */
  readonly reason?: string | undefined;
  readonly payer?: string | undefined;
  /** Those that were corrected, when the figure is about them. */
  readonly correctedIds: readonly string[];
}

export interface MeasuredReceipt {
  readonly itemId: string;
  readonly bookedOn: LocalDate;
  /** Both cut to the minute, as the time to apply is counted. */
  readonly recordedAt: string;
  readonly appliedAt: string | null;
  readonly isByItself: boolean;
}

/** By booking day, the oldest first. */
export async function listMeasured(
  tx: Tx,
  period: Week,
  page: MeasuredFilter & {
    readonly after?: { readonly bookedOn: string; readonly itemId: string } | undefined;
    readonly limit: number;
  },
): Promise<MeasuredReceipt[]> {
  const { after, currency, reason, payer } = page;
  return tx.all(sql`
    with ${facts(tx, period)}
    select fact.id as "itemId", fact.issued_on as "bookedOn", date_trunc('minute', fact.recorded_at) as "recordedAt",
        date_trunc('minute', fact.applied_at) as "appliedAt", fact.is_auto as "isByItself"
      from fact ${FIRST_DECISION(tx)} ${PAYER(tx)}
      where ${conditionOf(tx, page)}
        ${currency === undefined ? sql`` : sql`and fact.currency = ${currency}`}
        ${reason === undefined ? sql`` : sql`and coalesce(f.question->>'code', 'none') = ${reason}`}
        ${payer === undefined ? sql`` : sql`and p.payer = ${payer}`}
        ${after ? sql`and (fact.issued_on, fact.id) > (${after.bookedOn}::date, ${after.itemId}::uuid)` : sql``}
      order by fact.issued_on, fact.id limit ${page.limit}`);
}

function conditionOf(tx: Tx, { figure, correctedIds }: MeasuredFilter): Query {
  switch (figure) {
    case 'received':
      return sql`true`;
    case 'auto':
      return sql`fact.is_auto`;
    case 'by_hand':
      return sql`not fact.is_auto`;
    case 'corrected':
      return sql`fact.id = any(${correctedIds}::uuid[])`;
    case 'applied':
      return sql`fact.applied_at is not null`;
    case 'applied_by_people':
      return sql`fact.applied_at is not null and not fact.is_applied_auto`;
    case 'waiting':
      return sql`fact.applied_at is null`;
    case 'without_remittance':
      return WITHOUT_REMITTANCE(tx);
  }
}
