/** Who did what, what stands at the top of the list, accolades and blockers. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../../platform/database/sql.ts';
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

export interface Accolade {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly day: LocalDate;
  readonly text: string;
  readonly givenBy: string;
  readonly givenByName: string;
}

const ACCOLADES_MAX = 100; // of the days looked at

/** Given for work since a day, the latest first. */
export async function listAccolades(tx: Tx, since: LocalDate): Promise<Accolade[]> {
  return tx.all(sql`
    select o.id, o.person_id as "personId", a.name as "personName", o.day, o.text, o.given_by as "givenBy", o.given_by_name as "givenByName"
      from accolade o join actor a on a.id = o.person_id
      where o.company_id = ${tx.company.id} and o.day >= ${since} and o.withdrawn_at is null
      order by o.given_at desc, o.id limit ${ACCOLADES_MAX}`);
}

export async function findAccolade(
  tx: Tx,
  id: string,
): Promise<Pick<Accolade, 'id' | 'givenBy' | 'text' | 'personId'> | undefined> {
  return tx.maybe(sql`
    select id, given_by as "givenBy", text, person_id as "personId" from accolade
      where company_id = ${tx.company.id} and id = ${id} and withdrawn_at is null for update`);
}

/** False when this person gave one for that day already. */
export async function insertAccolade(
  tx: Tx,
  accolade: Pick<Accolade, 'id' | 'personId' | 'day' | 'text'>,
): Promise<boolean> {
  const { id, personId, day, text } = accolade;
  const added = await tx.run(sql`
    insert into accolade (company_id, id, person_id, day, text, given_at, given_by, given_by_name)
      values (${tx.company.id}, ${id}, ${personId}, ${day}, ${text}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})
      on conflict do nothing`);
  return added === 1;
}

export async function withdrawAccolade(tx: Tx, id: string): Promise<void> {
  await tx.run(
    sql`update accolade set withdrawn_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`,
  );
}

export interface Blocker {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly raisedAt: string;
  readonly raisedByName: string;
  readonly solvedAt: string | null;
  readonly solvedByName: string | null;
  readonly solution: string | null;
}

const BLOCKER = sql`
  select b.id, b.text, b.owner_id as "ownerId", a.name as "ownerName", b.customer_id as "customerId", c.name as "customerName",
      b.raised_at as "raisedAt", b.raised_by_name as "raisedByName", b.solved_at as "solvedAt", b.solved_by_name as "solvedByName", b.solution
    from huddle_blocker b join actor a on a.id = b.owner_id
    left join customer c on c.company_id = b.company_id and c.id = b.customer_id`;

/** Those that stand in the way, or those that were solved; the oldest first, or the latest solved. */
export async function listBlockers(
  tx: Tx,
  page: { isSolved: boolean; after: { at: string; id: string } | undefined; limit: number },
): Promise<Blocker[]> {
  const { after, isSolved, limit } = page;
  if (isSolved) {
    const rest = after ? sql`and (b.solved_at, b.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
    return tx.all(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.solved_at is not null ${rest}
      order by b.solved_at desc, b.id desc limit ${limit}`);
  }
  const rest = after ? sql`and (b.raised_at, b.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
  return tx.all(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.solved_at is null ${rest}
    order by b.raised_at, b.id limit ${limit}`);
}

/** Locked for a change. */
export async function lockBlocker(tx: Tx, id: string): Promise<Blocker | undefined> {
  await tx.run(sql`select from huddle_blocker where company_id = ${tx.company.id} and id = ${id} for update`);
  return tx.maybe(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.id = ${id}`);
}

export type BlockerFields = Pick<Blocker, 'text' | 'ownerId'>;

export async function insertBlocker(
  tx: Tx,
  blocker: BlockerFields & Pick<Blocker, 'id' | 'customerId'>,
): Promise<void> {
  await tx.run(sql`
    insert into huddle_blocker (company_id, id, text, owner_id, customer_id, raised_at, raised_by, raised_by_name)
      values (${tx.company.id}, ${blocker.id}, ${blocker.text}, ${blocker.ownerId}, ${blocker.customerId}, ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name})`);
}

export async function updateBlocker(tx: Tx, id: string, { text, ownerId }: BlockerFields): Promise<void> {
  await tx.run(sql`
    update huddle_blocker set text = ${text}, owner_id = ${ownerId} where company_id = ${tx.company.id} and id = ${id}`);
}

export async function solveBlocker(tx: Tx, id: string, solution: string | null): Promise<void> {
  await tx.run(sql`
    update huddle_blocker set solved_at = ${tx.recordedAt}, solved_by_name = ${tx.actor.name}, solution = ${solution}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function reopenBlocker(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update huddle_blocker set solved_at = null, solved_by_name = null, solution = null where company_id = ${tx.company.id} and id = ${id}`);
}
