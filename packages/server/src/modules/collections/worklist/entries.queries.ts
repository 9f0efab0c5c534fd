/** Reading the list: of everybody, or of some owners; what is set aside for now, or what is not. */
import type { LocalDate } from '@quittance/core/calendar';
import type { ScorePart } from '@quittance/core/worklist';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface WorklistEntry {
  readonly customerId: string;
  readonly number: string;
  readonly name: string;
  readonly country: string | null;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly collectableMinor: bigint;
  readonly openMinor: bigint;
  readonly overdueMinor: bigint;
  readonly heldMinor: bigint;
  readonly creditsMinor: bigint;
  readonly oldestDueOn: LocalDate | null;
  readonly lastContactOn: LocalDate | null;
  readonly lastContactKind: string | null;
  readonly quietUntil: LocalDate | null;
  readonly quietReason: string | null;
  readonly isQuiet: boolean;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly markId: string | null;
  readonly markKind: 'done' | 'snoozed' | null;
  readonly markBackOn: LocalDate | null;
  readonly markReason: string | null;
  readonly markedByName: string | null;
  /** By whose points it was ranked; null: no strategy holds for the customer, the usual ones. */
  readonly strategyName: string | null;
}

/**
 * What somebody set aside until a day that is not here yet. It ends by itself when a promise breaks afterwards or a mail comes in:
 * then there is news.
 */
function standingMark(tx: Tx): Query {
  return sql`left join lateral (
    select m.id, m.kind, m.back_on, m.reason, m.marked_by_name, m.kind = 'done' and m.marked_on = ${tx.today}::date as is_done_today
      from worklist_mark m
      where m.company_id = w.company_id and m.customer_id = w.customer_id and m.withdrawn_at is null and m.back_on > ${tx.today}::date
        and not exists (select from promise p where p.company_id = m.company_id and p.customer_id = m.customer_id and p.state = 'broken'
          and p.judged_at > m.marked_at)
        and not exists (select from conversation v where v.company_id = m.company_id and v.customer_id = m.customer_id
          and v.last_direction = 'in' and v.last_message_at > m.marked_at)
      order by m.marked_at desc, m.id desc limit 1) mark on true`;
}

function entriesFrom(tx: Tx, source: Query): Query {
  return sql`
    select w.customer_id as "customerId", c.number, c.name, c.country, w.score, w.parts, w.collectable_minor as "collectableMinor",
        w.open_minor as "openMinor", w.overdue_minor as "overdueMinor", w.held_minor as "heldMinor", w.credits_minor as "creditsMinor",
        w.oldest_due_on as "oldestDueOn", w.last_contact_on as "lastContactOn", w.last_contact_kind as "lastContactKind",
        w.quiet_until as "quietUntil", w.quiet_reason as "quietReason", w.is_quiet as "isQuiet", a.owner_id as "ownerId",
        o.name as "ownerName", mark.id as "markId", mark.kind as "markKind", mark.back_on as "markBackOn", mark.reason as "markReason",
        mark.marked_by_name as "markedByName", w.strategy_name as "strategyName"
      from ${source} join customer c on c.company_id = w.company_id and c.id = w.customer_id
        left join portfolio_assignment a on a.company_id = w.company_id and a.customer_id = w.customer_id
        left join actor o on o.id = a.owner_id
        ${standingMark(tx)}`;
}

export interface EntryPage {
  /** Whose customers; everybody's when absent. */
  readonly owners?: readonly string[] | undefined;
  /** What is set aside, or what is not. */
  readonly isAside?: boolean;
  readonly after: { readonly score: number; readonly customerId: string } | undefined;
  readonly limit: number;
}

/** Customers with something collectable, the most worthwhile first. */
export async function listEntries(tx: Tx, page: EntryPage): Promise<WorklistEntry[]> {
  const { after, owners, isAside = false } = page;
  const rest =
    after === undefined
      ? noSql
      : sql`and (w.score < ${after.score} or (w.score = ${after.score} and w.customer_id > ${after.customerId}::uuid))`;
  return tx.all(sql`
    ${entriesFrom(tx, entriesOf(tx, owners))}
    where w.company_id = ${tx.company.id} and w.collectable_minor > 0 and not w.is_quiet
      and (mark.id is not null) = ${isAside} ${rest}
    order by w.score desc, w.customer_id limit ${page.limit}`);
}

/** A portfolio is some hundreds: it is read whole by its owner, however long the company's list is. */
function entriesOf(tx: Tx, owners: readonly string[] | undefined): Query {
  if (owners === undefined) return sql`worklist_entry w`;
  return sql`(select customer_id from portfolio_assignment where company_id = ${tx.company.id} and owner_id = any(${owners}::uuid[])
    offset 0) mine join worklist_entry w on w.company_id = ${tx.company.id} and w.customer_id = mine.customer_id`;
}

export async function findEntry(tx: Tx, customerId: string): Promise<WorklistEntry | undefined> {
  return tx.maybe(sql`
    ${entriesFrom(tx, sql`worklist_entry w`)} where w.company_id = ${tx.company.id} and w.customer_id = ${customerId}`);
}

export interface PortfolioSums {
  readonly customers: number;
  readonly customersInAll: number;
  readonly quietCustomers: number;
  readonly collectableMinor: bigint;
}

/** Of some owners; the company's own are kept with the list. */
export async function sumsOf(tx: Tx, owners: readonly string[]): Promise<PortfolioSums> {
  return tx.one(sql`
    select count(*) filter (where w.collectable_minor > 0 and not w.is_quiet)::int as customers, count(*)::int as "customersInAll",
        count(*) filter (where w.is_quiet)::int as "quietCustomers",
        coalesce(sum(w.collectable_minor) filter (where not w.is_quiet), 0)::bigint as "collectableMinor"
      from ${entriesOf(tx, owners)}`);
}

export interface AsideSums {
  readonly asideCustomers: number;
  readonly asideMinor: bigint;
  /** Of those set aside, who was done with today. */
  readonly doneCustomers: number;
  readonly doneMinor: bigint;
}

/** What would be on the list and is set aside for now. Marks are few: the list is not read for it. */
export async function asideSums(tx: Tx, owners: readonly string[] | undefined): Promise<AsideSums> {
  return tx.one(sql`
    select count(*)::int as "asideCustomers", coalesce(sum(w.collectable_minor), 0)::bigint as "asideMinor",
        count(*) filter (where mark.is_done_today)::int as "doneCustomers",
        coalesce(sum(w.collectable_minor) filter (where mark.is_done_today), 0)::bigint as "doneMinor"
      from ${entriesOf(tx, owners)}
        ${standingMark(tx)}
      where w.company_id = ${tx.company.id} and w.collectable_minor > 0 and not w.is_quiet and mark.id is not null
        and w.customer_id in (select customer_id from worklist_mark
          where company_id = ${tx.company.id} and withdrawn_at is null and back_on > ${tx.today}::date)`);
}
