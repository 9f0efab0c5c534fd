/** The queues of the cash desk: each receipt stands in one of them, by what is open of it and what was decided. */
import type { LocalDate } from '@quittance/core/calendar';
import { literally, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { DecisionKind, DecisionState } from '../deciding/decision.ts';

export const RECEIPT_QUEUES = ['to_confirm', 'exceptions', 'unidentified', 'unapplied', 'posted'] as const;
export type ReceiptQueue = (typeof RECEIPT_QUEUES)[number];

/** A receipt as a list shows it. */
export interface ReceiptView {
  readonly itemId: string;
  readonly number: string;
  readonly bookedOn: LocalDate;
  readonly valueOn: LocalDate | null;
  readonly currency: string;
  /** Positive: as it came, and what is open of it. */
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly lines: readonly string[];
  /** The customer on whose account it stands, or that it is thought to be of; null while nobody knows. */
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly queue: ReceiptQueue;
  readonly decision: DecisionKind | null;
  readonly state: DecisionState | null;
  /** The instant from which it has been as it is. */
  readonly since: string;
  /** When the money was written into the ledger: its time to be applied runs from then. */
  readonly recordedAt: string;
  readonly explanation: string | null;
  readonly decisionNumber: number | null;
  readonly questionCode: string | null;
  /** When and by whom the customer was asked last, while no answer has come. */
  readonly askedAt: string | null;
  readonly askedByName: string | null;
}

/**
 * Where a receipt stands. What is proposed waits for a confirmation; what a person has given to a customer and is open
 * waits on the account; of the rest, the owner is known or not. `posted` has nothing open left.
 */
export const QUEUE = sql`
  case
    when i.open_minor = 0 then 'posted'
    when d.state = 'waiting' and d.decision = 'suggest' then 'to_confirm'
    when d.state in ('on_account', 'posted', 'not_ours') then 'unapplied'
    when h.kind = 'unidentified' and d.customer_id is null then 'unidentified'
    else 'exceptions' end`;

/** The question about a receipt that waits for the customer. */
export const QUESTION_THAT_WAITS = sql`
  left join lateral (
    select asked_at, asked_by_name from receipt_question
      where company_id = i.company_id and receipt_item_id = i.id and answered_at is null order by asked_at desc limit 1) q on true`;

const FROM = sql`
  from item i
  join document doc on doc.company_id = i.company_id and doc.id = i.document_id
  join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
  join customer h on h.company_id = i.company_id and h.id = i.customer_id
  left join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
  left join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current
  left join customer c on c.company_id = i.company_id and c.id = case when h.kind = 'unidentified' then d.customer_id else h.id end
  ${QUESTION_THAT_WAITS}`;

const COLUMNS = sql`
  i.id as "itemId", i.number, i.issued_on as "bookedOn", l.value_on as "valueOn", i.currency, -i.amount_minor as "amountMinor",
  -i.open_minor as "openMinor", coalesce(l.payer_name, l.ultimate_name) as "payerName", l.payer_account as "payerAccount",
  case when l.id is null then array_remove(array[doc.reference, doc.note], null) else l.text_lines end as lines,
  c.id as "customerId", c.number as "customerNumber", c.name as "customerName", ${QUEUE} as queue, d.decision, d.state,
  coalesce(d.ended_at, d.settled_at, d.decided_at, e.recorded_at) as since,
  e.recorded_at as "recordedAt", d.explanation, d.number as "decisionNumber",
  d.question_code as "questionCode", q.asked_at as "askedAt", q.asked_by_name as "askedByName"`;

export interface QueuePage {
  readonly queue: ReceiptQueue;
  readonly search?: string | undefined;
  /** An exact amount that the search text stands for, if it does. */
  readonly amountMinor?: bigint | undefined;
  readonly questionCode?: string | undefined;
  readonly explanation?: string | undefined;
  readonly bookedFrom?: LocalDate | undefined;
  readonly bookedTo?: LocalDate | undefined;
  readonly after?: { readonly at: string; readonly itemId: string } | undefined;
  readonly limit: number;
}

/** A page of a queue: what waits by booking day, the oldest first; what is posted by when it was, the latest first. */
export async function listQueue(tx: Tx, page: QueuePage): Promise<ReceiptView[]> {
  const { after } = page;
  if (page.queue === 'posted') {
    return tx.all(sql`
      select ${COLUMNS} ${FROM}
        where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor = 0
          and d.is_current and d.state in ('posted', 'not_ours')
          ${after ? sql`and (d.settled_at, d.receipt_item_id) < (${after.at}::timestamptz, ${after.itemId}::uuid)` : sql``}
          ${matching(page)}
        order by d.settled_at desc, d.receipt_item_id desc limit ${page.limit}`);
  }
  return tx.all(sql`
    select ${COLUMNS} ${FROM}
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0 and ${QUEUE} = ${page.queue}
        ${after ? sql`and (i.issued_on, i.id) > (${after.at}::date, ${after.itemId}::uuid)` : sql``}
        ${matching(page)}
      order by i.issued_on, i.id limit ${page.limit}`);
}

function matching(page: QueuePage): Query {
  const { questionCode, explanation, bookedFrom, bookedTo } = page;
  return sql`
    ${questionCode === undefined ? sql`` : sql`and d.question_code = ${questionCode}`}
    ${explanation === undefined ? sql`` : sql`and d.explanation = ${explanation}`}
    ${bookedFrom === undefined ? sql`` : sql`and i.issued_on >= ${bookedFrom}::date`}
    ${bookedTo === undefined ? sql`` : sql`and i.issued_on <= ${bookedTo}::date`}
    ${found(page)}`;
}

function found({ search, amountMinor }: QueuePage): Query {
  if (search === undefined || search.trim() === '') return sql``;
  const contains = `%${literally(search.trim())}%`;
  return sql`
    and (i.number ilike ${contains} or l.payer_name ilike ${contains} or l.ultimate_name ilike ${contains} or l.payer_account ilike ${contains}
      or array_to_string(l.text_lines, ' ') ilike ${contains} or doc.reference ilike ${contains} or c.name ilike ${contains}
      or c.number ilike ${contains}
      ${amountMinor === undefined ? sql`` : sql`or abs(i.amount_minor) = ${amountMinor} or abs(i.open_minor) = ${amountMinor}`})`;
}

export async function findReceipt(tx: Tx, itemId: string): Promise<ReceiptView | undefined> {
  return tx.maybe(
    sql`select ${COLUMNS} ${FROM} where i.company_id = ${tx.company.id} and i.id = ${itemId} and i.kind = 'receipt'`,
  );
}

/** Receipts by their items, in no order. */
export async function receiptsOfIds(tx: Tx, itemIds: readonly string[]): Promise<ReceiptView[]> {
  return tx.all(
    sql`select ${COLUMNS} ${FROM} where i.company_id = ${tx.company.id} and i.id = any(${itemIds}::uuid[]) and i.kind = 'receipt'`,
  );
}

/** How many receipts each queue holds. */
export async function queueCounts(tx: Tx): Promise<Record<ReceiptQueue, number>> {
  const rows = await tx.all<{ queue: ReceiptQueue; count: number }>(sql`
    select ${QUEUE} as queue, count(*)::int as count
      from item i
      join customer h on h.company_id = i.company_id and h.id = i.customer_id
      left join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0
      group by 1`);
  const posted = await tx.one<{ count: number }>(sql`
    select (select count(*) from receipt_decision where company_id = ${tx.company.id} and is_current and state in ('posted', 'not_ours'))::int
      - (select count(*) from item i
          join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current and d.state in ('posted', 'not_ours')
          where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0)::int as count`);
  const counts = { to_confirm: 0, exceptions: 0, unidentified: 0, unapplied: 0, posted: posted.count };
  for (const { queue, count } of rows) counts[queue] = count;
  return counts;
}
