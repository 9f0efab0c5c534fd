/** What the measures count: the receipts of a period, each with how it was settled first and what it came with. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Week } from '@quittance/core/measures';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AllocationRow, DeductionRow } from '../deciding/decision-rows.ts';

/**
 * Receipts booked in the period that were not cancelled; those that something else settled, such as the ERP before the books
 * were taken over, are not the desk's and are left out. `is_auto`: it posted by itself at least once, also when it was undone.
 * `applied_minute`: the first act that stands. `first_number`: the engine's first decision, of which `question_code` and
 * `explanation` are. All of it stands in a row of its own (0043); what nobody has looked at yet has none and is read where it is.
 */
function facts(tx: Tx, { from, to }: Week): Query {
  return sql`
    unseen as materialized (
      select i.id, i.issued_on, i.currency, -i.amount_minor as amount_minor, -i.functional_minor as functional_minor,
          ${minuteOf(sql`e.recorded_at`)} as recorded_minute
        from item i
        join document doc on doc.company_id = i.company_id and doc.id = i.document_id and doc.cancelled_by_entry_id is null
        join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
        where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0
          and i.issued_on between ${from}::date and ${to}::date
          and not exists (select from measured_receipt m where m.company_id = i.company_id and m.receipt_item_id = i.id)),
    fact as not materialized (
      select m.receipt_item_id as id, m.booked_on as issued_on, m.currency, m.amount_minor, m.functional_minor, m.recorded_minute,
          m.applied_minute, m.is_applied_auto, m.is_auto, m.is_undone, m.is_not_ours, m.first_number, m.question_code, m.explanation,
          m.names_items, m.thought_of_id, m.lines_count, m.auto_lines_count
        from measured_receipt m
        where m.company_id = ${tx.company.id} and m.booked_on between ${from}::date and ${to}::date
          and not exists (select from document doc where doc.company_id = m.company_id and doc.id = m.document_id and doc.kind = 'receipt'
            and doc.cancelled_by_entry_id is not null)
      union all
      select id, issued_on, currency, amount_minor, functional_minor, recorded_minute, null, false, false, false, false, null, null, null,
          false, null, 0, 0
        from unseen)`;
}

/** Looked at, ours, and neither an advice is linked nor does the text carry a number of an item. */
const WITHOUT_REMITTANCE = (tx: Tx): Query => sql`
  fact.first_number is not null and not fact.is_not_ours and fact.explanation is distinct from 'not_receivables'
    and fact.explanation is distinct from 'advice' and not fact.names_items
    and not exists (select 1 from receipt_advice a where a.company_id = ${tx.company.id} and a.receipt_item_id = fact.id
      and a.ended_at is null and a.linked_by <> 'apart')`;

/** Who paid: the customer whose money it is or is thought to be, else the name or account that the bank gave. */
const PAYER = (tx: Tx): Query => sql`
  join item held on held.company_id = ${tx.company.id} and held.id = fact.id
  left join bank_line l on l.company_id = ${tx.company.id} and l.item_id = fact.id and l.undone_at is null
  left join customer h on h.company_id = ${tx.company.id} and h.id = held.customer_id
  left join customer c on c.company_id = ${tx.company.id}
    and c.id = case when h.kind = 'unidentified' then fact.thought_of_id else held.customer_id end
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
    with ${facts(tx, period)}, bare as (
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
        select recorded_minute as "recordedMinute", applied_minute as "appliedMinute", is_applied_auto as "isByItself", count(*) as count
          from fact where applied_minute is not null group by 1, 2, 3`)} as applied,
      (select json_build_object('all', coalesce(sum(lines_count), 0), 'auto', coalesce(sum(auto_lines_count), 0)) from fact) as lines,
      ${list(sql`
        select question_code as "questionCode", currency, count(*) as count, count(*) filter (where applied_minute is null) as "waitingCount",
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
  'lines',
  'auto_lines',
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
  /** Items that it was applied to, each once, and of these by itself. */
  readonly linesCount: number;
  readonly autoLinesCount: number;
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
    select fact.id as "itemId", fact.issued_on as "bookedOn", fact.recorded_minute as "recordedMinute",
        fact.applied_minute as "appliedMinute", fact.is_auto as "isByItself", fact.is_undone as "isUndone",
        fact.lines_count as "linesCount", fact.auto_lines_count as "autoLinesCount"
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
      return sql`fact.applied_minute is not null`;
    case 'applied_by_people':
      return sql`fact.applied_minute is not null and not fact.is_applied_auto`;
    case 'waiting':
      return sql`fact.applied_minute is null`;
    case 'without_remittance':
      return WITHOUT_REMITTANCE(tx);
    case 'lines':
      return sql`fact.lines_count > 0`;
    case 'auto_lines':
      return sql`fact.auto_lines_count > 0`;
  }
}
