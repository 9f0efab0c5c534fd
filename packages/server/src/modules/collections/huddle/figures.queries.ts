/**
 * What a huddle and a review count. Each figure is one list of lines; its count and totals are of that list and nothing else, so
 * that a figure always opens what it counts.
 */
import { addDays, instantInZone, type LocalDate } from '@quittance/core/calendar';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const FIGURES = [
  'cash_by_itself',
  'cash_by_people',
  'cash_waiting',
  'contacts',
  'promises_made',
  'promises_kept',
  'promises_broken',
  'promises_due',
  'promises_open',
  'escalations',
  'held',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Days, both included, of all customers or of one person's portfolio. */
export interface Ask {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly ownerId: string | undefined;
}

export interface FigureLine {
  /** Of the receipt's or the held item, the activity, the promise, the task. */
  readonly id: string;
  readonly on: LocalDate;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly currency: string | null;
  readonly amountMinor: bigint | null;
  /** A number, what was said, what is to do. */
  readonly text: string;
  /** Of an activity or a hold. */
  readonly kind: string | null;
  readonly byName: string | null;
}

export interface FigureTotal {
  readonly currency: string | null;
  readonly count: number;
  readonly amountMinor: bigint | null;
}

/** By currency; null for what has no amount. */
export async function figureTotals(tx: Tx, figure: Figure, ask: Ask): Promise<FigureTotal[]> {
  return tx.all(sql`
    select currency, count(*)::int as count, sum(amount)::bigint as "amountMinor" from (${linesOf(tx, figure, ask)}) l
      where true ${ofPortfolio(tx, ask.ownerId, sql`l.customer_id`)}
      group by currency order by currency`);
}

/** By day, the earliest first. */
export async function figureLines(
  tx: Tx,
  figure: Figure,
  ask: Ask & { readonly after: { readonly on: string; readonly id: string } | undefined; readonly limit: number },
): Promise<FigureLine[]> {
  const { after } = ask;
  return tx.all(sql`
    select l.id, l.on_day as "on", l.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", l.currency,
        l.amount::bigint as "amountMinor", l.text, l.kind, l.by_name as "byName"
      from (${linesOf(tx, figure, ask)}) l
      left join customer c on c.company_id = ${tx.company.id} and c.id = l.customer_id
      where true ${ofPortfolio(tx, ask.ownerId, sql`l.customer_id`)}
        ${after === undefined ? noSql : sql`and (l.on_day, l.id) > (${after.on}::date, ${after.id}::uuid)`}
      order by l.on_day, l.id limit ${ask.limit}`);
}

export function ofPortfolio(tx: Tx, ownerId: string | undefined, customerId: Query): Query {
  if (ownerId === undefined) return noSql;
  return sql`and exists (select from portfolio_assignment pa where pa.company_id = ${tx.company.id} and pa.customer_id = ${customerId}
    and pa.owner_id = ${ownerId})`;
}

function linesOf(tx: Tx, figure: Figure, ask: Ask): Query {
  const { from, until } = ask;
  switch (figure) {
    case 'cash_by_itself':
      return receipts(tx, ask, BY_ITSELF);
    case 'cash_by_people':
      return receipts(tx, ask, sql`not (${BY_ITSELF}) and (${IS_SETTLED} or i.open_minor = 0)`);
    case 'cash_waiting':
      return receipts(tx, ask, sql`not (${BY_ITSELF}) and not (${IS_SETTLED}) and i.open_minor <> 0`);
    case 'contacts':
      return contacts(tx, ask);
    case 'promises_made':
      return promises(
        tx,
        sql`${within(tx, sql`p.recorded_at`, ask)} and ${wasMeant(tx)}`,
        sql`(p.recorded_at at time zone ${tx.company.timeZone})::date`,
      );
    case 'promises_kept':
      return promises(tx, sql`p.state = 'kept' and p.state_on between ${from} and ${until}`, sql`p.state_on`);
    case 'promises_broken':
      return promises(
        tx,
        sql`p.state in ('broken', 'partly_kept') and p.state_on between ${from} and ${until}`,
        sql`p.state_on`,
      );
    case 'promises_due':
      return promises(tx, sql`p.state = 'open' and p.promised_on <= ${tx.today}`, sql`p.promised_on`);
    case 'promises_open':
      return promises(tx, sql`p.state = 'open'`, sql`p.promised_on`);
    case 'escalations':
      return escalations(tx);
    case 'held':
      return held(tx);
  }
}

const BY_ITSELF = sql`coalesce(d.state = 'posted' and d.decision = 'auto', false)`;
const IS_SETTLED = sql`coalesce(d.state in ('posted', 'on_account', 'not_ours'), false)`;

/** Receipts booked on these days; those of a reversed document came not. */
function receipts(tx: Tx, { from, until }: Ask, condition: Query): Query {
  return sql`
    select i.id, i.issued_on as on_day, i.customer_id, i.currency, -i.amount_minor as amount, i.number as text, null::text as kind,
        d.settled_by_name as by_name
      from item i
      join document o on o.company_id = i.company_id and o.id = i.document_id and o.cancelled_by_entry_id is null
      left join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${from} and ${until} and ${condition}`;
}

/** What was said to customers, as opposed to what people write down for themselves. */
const CONTACT_KINDS = ['call', 'mail', 'meeting', 'letter', 'dunning'];
const WORDS_SHOWN = 200; // of a call or a mail; the customer's page has the whole

function contacts(tx: Tx, ask: Ask): Query {
  return sql`
    select a.id, (a.happened_at at time zone ${tx.company.timeZone})::date as on_day, a.customer_id, null::text as currency,
        null::bigint as amount, left(a.text, ${WORDS_SHOWN}) as text, a.kind, a.actor_name as by_name
      from activity a
      where a.company_id = ${tx.company.id} and a.kind = any(${CONTACT_KINDS}::text[]) and ${within(tx, sql`a.happened_at`, ask)}
        and not a.is_withdrawal and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)`;
}

/** Taken back on the day on which it was written down: a slip, and no promise. */
function wasMeant(tx: Tx): Query {
  const day = (at: Query) => sql`(${at} at time zone ${tx.company.timeZone})::date`;
  return sql`(p.withdrawn_at is null or ${day(sql`p.withdrawn_at`)} > ${day(sql`p.recorded_at`)})`;
}

function promises(tx: Tx, condition: Query, day: Query): Query {
  return sql`
    select p.id, ${day} as on_day, p.customer_id, p.currency, p.amount_minor as amount, coalesce(p.note, '') as text, p.state as kind,
        p.made_by_name as by_name
      from promise p where p.company_id = ${tx.company.id} and ${condition}`;
}

function escalations(tx: Tx): Query {
  return sql`
    select t.id, (t.due_at at time zone ${tx.company.timeZone})::date as on_day, t.customer_id, null::text as currency, null::bigint as amount,
        t.title as text, null::text as kind, a.name as by_name
      from task t join actor a on a.id = t.assignee_id
      where t.company_id = ${tx.company.id} and t.status = 'open' and t.escalated_at is not null`;
}

/** Items with a hold in force; an item that several hold counts once, by the one that holds most. */
function held(tx: Tx): Query {
  return sql`
    select distinct on (i.id) i.id, i.due_on as on_day, i.customer_id, i.currency,
        least(coalesce(h.amount_minor, i.open_minor), i.open_minor) as amount, i.number as text, h.kind, null::text as by_name
      from hold h join item i on i.company_id = h.company_id and i.id = h.item_id
      where h.company_id = ${tx.company.id} and h.released_at is null and (h.until_on is null or h.until_on >= ${tx.today}) and i.open_minor > 0
      order by i.id, coalesce(h.amount_minor, i.open_minor) desc, h.id`;
}

/** An instant within the days as the company's clock has them. */
function within(tx: Tx, instant: Query, { from, until }: Ask): Query {
  const zone = tx.company.timeZone;
  return sql`${instant} >= ${instantInZone(from, '00:00', zone)}::timestamptz
    and ${instant} < ${instantInZone(addDays(until, 1), '00:00', zone)}::timestamptz`;
}

/** What people did on these days, one line each: a contact, a promise written down, one of theirs that was kept, a receipt settled. */
export function workLines(tx: Tx, ask: Ask): Query {
  const { from, until } = ask;
  return sql`
    select a.actor_id, 'contact' as what, l.customer_id from (${contacts(tx, ask)}) l join activity a on a.company_id = ${tx.company.id} and a.id = l.id
    union all
    select p.made_by, 'promise', p.customer_id from promise p
      where p.company_id = ${tx.company.id} and ${within(tx, sql`p.recorded_at`, ask)} and ${wasMeant(tx)}
    union all
    select p.made_by, 'kept', p.customer_id from promise p
      where p.company_id = ${tx.company.id} and p.state = 'kept' and p.state_on between ${from} and ${until}
    union all
    select d.settled_by, 'receipt', i.customer_id from receipt_decision d
      join item i on i.company_id = d.company_id and i.id = d.receipt_item_id
      where d.company_id = ${tx.company.id} and d.is_current and d.state in ('posted', 'not_ours') and d.decision <> 'auto'
        and ${within(tx, sql`d.settled_at`, ask)}`;
}
