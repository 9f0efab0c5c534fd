/** What the measures count: the receipts of a period, each with how it was settled first and what it came with. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Week } from '@quittance/core/measures';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AllocationRow, DeductionRow } from '../deciding/decision-rows.ts';

/**
 * Receipts booked in the period that were not cancelled; those that something else settled, such as the ERP before the books
 * were taken over, are not the desk's and are left out. `is_auto`: it posted by itself at least once, also when it was undone.
 * `applied_at`: the first act that stands. `first_number`: the engine's first decision, of which `question_code` and `explanation`
 * are. What a decision says stands in columns of its own (0028), so that a year of receipts is read without their evidence.
 */
function facts(tx: Tx, { from, to }: Week): Query {
  return sql`
    booked as materialized (
      select i.id, i.issued_on, i.currency, -i.amount_minor as amount_minor, -i.functional_minor as functional_minor, i.open_minor,
          i.customer_id, i.opening_entry_id
        from item i
        join document doc on doc.company_id = i.company_id and doc.id = i.document_id and doc.cancelled_by_entry_id is null
        where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${from}::date and ${to}::date),
    said as materialized (
      select d.receipt_item_id, d.number, d.decision, d.state, d.settled_at, d.question_code, d.explanation, d.names_items, d.customer_id,
          d.lines_count, d.settled_at is not null and (d.decision = 'auto' or d.state <> 'undone') as has_lines
        from booked b
        join receipt_decision d on d.company_id = ${tx.company.id} and d.receipt_item_id = b.id),
    decided as materialized (
      select receipt_item_id, bool_or(decision = 'auto' and settled_at is not null) as is_auto,
          min(settled_at) filter (where state in ('posted', 'not_ours')) as applied_at,
          (array_agg(decision order by number) filter (where state in ('posted', 'not_ours')))[1] as applied_as,
          bool_or(state = 'not_ours') as is_not_ours, min(number) filter (where decision <> 'manual') as first_number,
          bool_or(decision = 'auto' and state = 'undone') as is_undone,
          count(*) filter (where has_lines) as counted, sum(lines_count) filter (where has_lines) as lines,
          bool_or(decision = 'auto') filter (where has_lines) as is_lines_auto
        from said group by receipt_item_id),
    fact as materialized (
      select b.*, e.recorded_at, coalesce(d.is_auto, false) as is_auto, d.applied_at, coalesce(d.applied_as = 'auto', false) as is_applied_auto,
          coalesce(d.is_not_ours, false) as is_not_ours, coalesce(d.is_undone, false) as is_undone, d.first_number,
          coalesce(d.counted, 0) as counted, d.lines, d.is_lines_auto, f.question_code, f.explanation, f.names_items,
          f.customer_id as thought_of_id
        from booked b
        join entry e on e.company_id = ${tx.company.id} and e.id = b.opening_entry_id
        left join decided d on d.receipt_item_id = b.id
        left join said f on f.receipt_item_id = b.id and f.number = d.first_number
        where d.receipt_item_id is not null or b.open_minor <> 0)`;
}

/** Looked at, ours, and neither an advice is linked nor does the text carry a number of an item. */
const WITHOUT_REMITTANCE = (tx: Tx): Query => sql`
  fact.first_number is not null and not fact.is_not_ours and fact.explanation is distinct from 'not_receivables'
    and fact.explanation is distinct from 'advice' and not fact.names_items
    and not exists (select 1 from receipt_advice a where a.company_id = ${tx.company.id} and a.receipt_item_id = fact.id
      and a.ended_at is null and a.linked_by <> 'apart')`;

/** Who paid: the customer whose money it is or is thought to be, else the name or account that the bank gave. */
const PAYER = (tx: Tx): Query => sql`
  left join bank_line l on l.company_id = ${tx.company.id} and l.item_id = fact.id and l.undone_at is null
  left join customer h on h.company_id = ${tx.company.id} and h.id = fact.customer_id
  left join customer c on c.company_id = ${tx.company.id}
    and c.id = case when h.kind = 'unidentified' then fact.thought_of_id else fact.customer_id end
  cross join lateral (select coalesce(c.id::text, upper(nullif(trim(l.payer_name), '')), l.payer_account, '') as payer) p`;

/** Receipts of one week and currency. */
export interface ReceivedGroup {
  /** Any day of the week; the first that is in the period. */
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly count: number;
  readonly autoCount: number;
  readonly amountMinor: bigint;
  readonly autoMinor: bigint;
  readonly functionalMinor: bigint;
  readonly autoFunctionalMinor: bigint;
}

/** Receipts that came and were applied in the same two minutes, counted since 1970: an import's share one. */
export interface AppliedGroup {
  readonly recordedMinute: number;
  readonly appliedMinute: number;
  readonly isByItself: boolean;
  readonly count: number;
}

export interface ReasonGroup {
  /** Null: nothing was asked, or nobody has looked at it yet. */
  readonly questionCode: string | null;
  readonly currency: string;
  readonly count: number;
  readonly waitingCount: number;
  readonly amountMinor: bigint;
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

/** All that is counted of a period. */
export interface Counted {
  readonly received: readonly ReceivedGroup[];
  readonly applied: readonly AppliedGroup[];
  /** A line is an item that a receipt was applied to, once for each receipt: by itself, or by a person whose act stands. */
  readonly lines: { readonly all: number; readonly auto: number };
  /** What did not post by itself, by what the engine asked first. */
  readonly reasons: readonly ReasonGroup[];
  /** From whom most receipts came without remittance, those that people had to place before others; by currency. */
  readonly payers: readonly PayerGroup[];
  /** Receipts of which something posted by itself and was undone. */
  readonly undoneIds: readonly string[];
}

/** Everything in one pass over the receipts: the same facts are never built twice. */
export async function countPeriod(tx: Tx, period: Week, payersMax: number): Promise<Counted> {
  const row = await tx.one<CountedRow>(periodQuery(tx, period, payersMax));
  return {
    ...row,
    received: row.received.map((group) => ({
      ...group,
      amountMinor: BigInt(group.amountMinor),
      autoMinor: BigInt(group.autoMinor),
      functionalMinor: BigInt(group.functionalMinor),
      autoFunctionalMinor: BigInt(group.autoFunctionalMinor),
    })),
    reasons: row.reasons.map((group) => ({ ...group, amountMinor: BigInt(group.amountMinor) })),
    payers: row.payers.map((group) => ({ ...group, amountMinor: BigInt(group.amountMinor) })),
  };
}

function periodQuery(tx: Tx, period: Week, payersMax: number): Query {
  return sql`
    with ${facts(tx, period)}, line as (
      select d.receipt_item_id, a->>'itemId' as item_id, bool_or(d.decision = 'auto') as is_auto
        from fact
        join receipt_decision d on d.company_id = ${tx.company.id} and d.receipt_item_id = fact.id and d.settled_at is not null
          and (d.decision = 'auto' or d.state <> 'undone')
        cross join lateral jsonb_array_elements(d.allocations) a
        where fact.counted > 1 group by 1, 2),
    bare as (
      select p.payer, c.id as customer_id, c.number, c.name, fact.currency, fact.is_auto, fact.amount_minor
        from fact ${PAYER(tx)} where ${WITHOUT_REMITTANCE(tx)}),
    top as (
      select payer, count(*) filter (where not is_auto) as by_hand, count(*) as count from bare
        group by payer order by 2 desc, 3 desc, payer limit ${payersMax})
    select
      ${list(sql`
        select min(issued_on) as "bookedOn", currency, count(*) as count, count(*) filter (where is_auto) as "autoCount",
            sum(amount_minor)::text as "amountMinor", coalesce(sum(amount_minor) filter (where is_auto), 0)::text as "autoMinor",
            sum(functional_minor)::text as "functionalMinor",
            coalesce(sum(functional_minor) filter (where is_auto), 0)::text as "autoFunctionalMinor"
          from fact group by date_trunc('week', issued_on), currency order by 1, 2`)} as received,
      ${list(sql`
        select ${minuteOf(sql`recorded_at`)} as "recordedMinute", ${minuteOf(sql`applied_at`)} as "appliedMinute",
            is_applied_auto as "isByItself", count(*) as count
          from fact where applied_at is not null group by 1, 2, 3`)} as applied,
      (select json_build_object(
          'all', coalesce(sum(lines) filter (where counted = 1), 0) + (select count(*) from line),
          'auto', coalesce(sum(lines) filter (where counted = 1 and is_lines_auto), 0) + (select count(*) from line where is_auto))
        from fact) as lines,
      ${list(sql`
        select question_code as "questionCode", currency, count(*) as count, count(*) filter (where applied_at is null) as "waitingCount",
            sum(amount_minor)::text as "amountMinor"
          from fact where not is_auto group by 1, 2`)} as reasons,
      ${list(sql`
        select bare.payer, bare.customer_id as "customerId", bare.number as "customerNumber", bare.name as "customerName", bare.currency,
            count(*) as count, count(*) filter (where not bare.is_auto) as "byHandCount", sum(bare.amount_minor)::text as "amountMinor"
          from bare join top using (payer) group by 1, 2, 3, 4, 5, top.by_hand, top.count
          order by top.by_hand desc, top.count desc, 1, 5`)} as payers,
      array(select id::text from fact where is_undone) as "undoneIds"`;
}

/** In JSON minor units travel as text. */
type InJson<Group> = { readonly [Key in keyof Group]: Group[Key] extends bigint ? string : Group[Key] };

interface CountedRow extends Omit<Counted, 'received' | 'reasons' | 'payers'> {
  readonly received: readonly InJson<ReceivedGroup>[];
  readonly reasons: readonly InJson<ReasonGroup>[];
  readonly payers: readonly InJson<PayerGroup>[];
}

function list(rows: Query): Query {
  return sql`(select coalesce(json_agg(r), '[]'::json) from (${rows}) r)`;
}

function minuteOf(instant: Query): Query {
  return sql`floor(extract(epoch from ${instant}) / 60)::int`;
}

/** All decisions about a receipt of which something posted by itself and was undone. */
export interface UndoneDecision {
  readonly receiptId: string;
  readonly number: number;
  readonly isByItself: boolean;
  readonly isUndone: boolean;
  readonly customerId: string | null;
  readonly lines: readonly Pick<AllocationRow, 'itemId' | 'amountMinor'>[];
  readonly deductions: readonly DeductionRow[];
  /** Items of which a person said that the receipt does not pay them. */
  readonly rejectedItemIds: readonly string[];
}

export async function decisionsOf(tx: Tx, receiptIds: readonly string[]): Promise<UndoneDecision[]> {
  if (receiptIds.length === 0) return [];
  return tx.all(sql`
    select d.receipt_item_id as "receiptId", d.number, d.decision = 'auto' as "isByItself", d.state = 'undone' as "isUndone",
        d.customer_id as "customerId", d.allocations as lines, d.deductions,
        array(select r.item_id::text from rejected_pair r where r.company_id = d.company_id and r.receipt_item_id = d.receipt_item_id
          and r.ended_at is null) as "rejectedItemIds"
      from receipt_decision d
      where d.company_id = ${tx.company.id} and d.receipt_item_id = any(${receiptIds}::uuid[]) and d.settled_at is not null
      order by 1, 2`);
}

/** Receipts of the period of which something posted by itself and was undone. */
export async function undoneReceipts(tx: Tx, period: Week): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(
    sql`with ${facts(tx, period)} select id from fact where is_undone order by id`,
  );
  return rows.map(({ id }) => id);
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
  readonly recordedMinute: number;
  readonly appliedMinute: number | null;
  readonly isByItself: boolean;
  readonly isUndone: boolean;
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
    select fact.id as "itemId", fact.issued_on as "bookedOn", ${minuteOf(sql`fact.recorded_at`)} as "recordedMinute",
        ${minuteOf(sql`fact.applied_at`)} as "appliedMinute", fact.is_auto as "isByItself", fact.is_undone as "isUndone"
      from fact ${payer === undefined ? sql`` : PAYER(tx)}
      where ${conditionOf(tx, page)}
        ${currency === undefined ? sql`` : sql`and fact.currency = ${currency}`}
        ${reason === undefined ? sql`` : sql`and coalesce(fact.question_code, 'none') = ${reason}`}
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
