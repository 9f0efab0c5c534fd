/** Who did what, and what stands at the top of the list. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type Ask, ofPortfolio, workLines } from './figures.queries.ts';

export interface PersonsWork {
  readonly personId: string;
  readonly name: string;
  readonly contacts: number;
  readonly promises: number;
  readonly promisesKept: number;
  readonly receipts: number;
}

const PEOPLE_MAX = 100; // of a team

/** What each did on these days, who did most first. */
export async function workOfPeople(tx: Tx, ask: Ask): Promise<PersonsWork[]> {
  return tx.all(sql`
    select a.id as "personId", a.name, (count(*) filter (where w.what = 'contact'))::int as contacts,
        (count(*) filter (where w.what = 'promise'))::int as promises, (count(*) filter (where w.what = 'kept'))::int as "promisesKept",
        (count(*) filter (where w.what = 'receipt'))::int as receipts
      from (${workLines(tx, ask)}) w
      join person p on p.id = w.actor_id join actor a on a.id = p.id
      where true ${ofPortfolio(tx, ask.ownerId, sql`w.customer_id`)}
      group by a.id, a.name order by count(*) desc, a.name limit ${PEOPLE_MAX}`);
}

export interface TopCustomer {
  readonly customerId: string;
  readonly number: string;
  readonly name: string;
  readonly score: number;
  readonly collectableMinor: bigint;
  readonly overdueMinor: bigint;
  readonly oldestDueOn: LocalDate | null;
  readonly lastContactOn: LocalDate | null;
}

/** Who stands at the top of the day's list. */
export async function topOfList(
  tx: Tx,
  { ownerId, limit }: { ownerId: string | undefined; limit: number },
): Promise<TopCustomer[]> {
  return tx.all(sql`
    select w.customer_id as "customerId", c.number, c.name, w.score, w.collectable_minor as "collectableMinor",
        w.overdue_minor as "overdueMinor", w.oldest_due_on as "oldestDueOn", w.last_contact_on as "lastContactOn"
      from worklist_entry w join customer c on c.company_id = w.company_id and c.id = w.customer_id
      where w.company_id = ${tx.company.id} and w.collectable_minor > 0 and not w.is_quiet ${ofPortfolio(tx, ownerId, sql`w.customer_id`)}
      order by w.score desc, w.customer_id limit ${limit}`);
}

/** Whose portfolios there are. */
export async function portfolioOwners(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.all(sql`
    select a.id, a.name from actor a
      where exists (select from portfolio_assignment p where p.company_id = ${tx.company.id} and p.owner_id = a.id)
      order by a.name limit ${PEOPLE_MAX}`);
}
