/** The customers of a review: what they owe, the last word with them, what comes next. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { ofPortfolio } from './figures.queries.ts';

export interface ReviewedCustomer {
  readonly customerId: string;
  readonly number: string;
  readonly name: string;
  readonly openMinor: bigint;
  readonly overdueMinor: bigint;
  readonly heldMinor: bigint;
  readonly collectableMinor: bigint;
  readonly oldestDueOn: LocalDate | null;
  readonly noteAt: string | null;
  readonly noteKind: string | null;
  readonly noteText: string | null;
  readonly noteBy: string | null;
  /** The task that is due first. */
  readonly taskTitle: string | null;
  readonly taskDueAt: string | null;
  readonly taskOf: string | null;
  /** The promise that is due first. */
  readonly promisedOn: LocalDate | null;
  readonly promisedMinor: bigint | null;
  readonly promisedCurrency: string | null;
}

const NOTE_SHOWN_CHARS = 300;
/** What somebody said or wrote; a promise that the night judged is nobody's word. */
const WORDS_OF_PEOPLE = ['note', 'call', 'mail', 'mail_received', 'meeting', 'letter', 'dunning'];

/** The most overdue first, then the most open; in company currency. */
export async function customersToReview(
  tx: Tx,
  { ownerId, limit }: { ownerId: string | undefined; limit: number },
): Promise<ReviewedCustomer[]> {
  const company = tx.company.id;
  return tx.all(sql`
    with top as (
      select w.* from worklist_entry w where w.company_id = ${company} ${ofPortfolio(tx, ownerId, sql`w.customer_id`)}
        order by w.overdue_minor desc, w.open_minor desc, w.customer_id limit ${limit})
    select t.customer_id as "customerId", c.number, c.name, t.open_minor as "openMinor", t.overdue_minor as "overdueMinor",
        t.held_minor as "heldMinor", t.collectable_minor as "collectableMinor", t.oldest_due_on as "oldestDueOn",
        n.happened_at as "noteAt", n.kind as "noteKind", left(n.text, ${NOTE_SHOWN_CHARS}) as "noteText", n.actor_name as "noteBy",
        k.title as "taskTitle", k.due_at as "taskDueAt", k.name as "taskOf",
        p.promised_on as "promisedOn", p.amount_minor as "promisedMinor", p.currency as "promisedCurrency"
      from top t
      join customer c on c.company_id = ${company} and c.id = t.customer_id
      left join lateral (
        select a.happened_at, a.kind, a.text, a.actor_name from activity a
          where a.company_id = ${company} and a.customer_id = t.customer_id and a.text <> '' and not a.is_withdrawal
            and a.kind = any(${WORDS_OF_PEOPLE}::text[])
            and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
          order by a.happened_at desc, a.id desc limit 1) n on true
      left join lateral (
        select k.title, k.due_at, o.name from task k join actor o on o.id = k.assignee_id
          where k.company_id = ${company} and k.customer_id = t.customer_id and k.status = 'open' order by k.due_at, k.id limit 1) k on true
      left join lateral (
        select p.promised_on, p.amount_minor, p.currency from promise p
          where p.company_id = ${company} and p.customer_id = t.customer_id and p.state = 'open'
          order by p.promised_on, p.id limit 1) p on true
      order by t.overdue_minor desc, t.open_minor desc, t.customer_id`);
}

/** The customers of a portfolio, those of merged records too. */
export async function customersOfOwner(tx: Tx, ownerId: string): Promise<Set<string>> {
  const rows = await tx.lists<[string]>(sql`
    select customer_id from portfolio_assignment where company_id = ${tx.company.id} and owner_id = ${ownerId}`);
  return new Set(rows.map(([id]) => id));
}

/** What came in during these days, by currency. */
export async function moneyIn(
  tx: Tx,
  { from, until, ownerId }: { from: LocalDate; until: LocalDate; ownerId: string | undefined },
): Promise<{ currency: string; count: number; amountMinor: bigint }[]> {
  return tx.all(sql`
    select i.currency, count(*)::int as count, sum(-i.amount_minor)::bigint as "amountMinor" from item i
      join document o on o.company_id = i.company_id and o.id = i.document_id and o.cancelled_by_entry_id is null
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${from} and ${until}
        ${ofPortfolio(tx, ownerId, sql`i.customer_id`)}
      group by i.currency order by i.currency`);
}
