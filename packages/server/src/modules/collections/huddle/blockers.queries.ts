import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Blocker {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** The item it holds up; null: the whole account, or no customer at all. */
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  /** When to look at it again. */
  readonly nextOn: LocalDate | null;
  readonly raisedAt: string;
  readonly raisedByName: string;
  readonly solvedAt: string | null;
  readonly solvedByName: string | null;
  readonly solution: string | null;
}

const BLOCKER = sql`
  select b.id, b.text, b.owner_id as "ownerId", a.name as "ownerName", b.customer_id as "customerId", c.name as "customerName",
      b.item_id as "itemId", i.number as "itemNumber", b.next_on as "nextOn", b.raised_at as "raisedAt", b.raised_by_name as "raisedByName", b.solved_at as "solvedAt", b.solved_by_name as "solvedByName", b.solution
    from huddle_blocker b join actor a on a.id = b.owner_id
    left join customer c on c.company_id = b.company_id and c.id = b.customer_id
    left join item i on i.company_id = b.company_id and i.id = b.item_id`;

/** Those that stand in the way, or those that were solved; the oldest first, or the latest solved. */
export async function listBlockers(
  tx: Tx,
  page: {
    isSolved: boolean;
    customerIds?: readonly string[] | undefined;
    after: { at: string; id: string } | undefined;
    limit: number;
  },
): Promise<Blocker[]> {
  const { after, customerIds, isSolved, limit } = page;
  const of = customerIds ? sql`and b.customer_id = any(${[...customerIds]}::uuid[])` : noSql;
  if (isSolved) {
    const rest = after ? sql`and (b.solved_at, b.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
    return tx.all(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.solved_at is not null ${of} ${rest}
      order by b.solved_at desc, b.id desc limit ${limit}`);
  }
  const rest = after ? sql`and (b.raised_at, b.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
  return tx.all(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.solved_at is null ${of} ${rest}
    order by b.raised_at, b.id limit ${limit}`);
}

/** Locked for a change. */
export async function lockBlocker(tx: Tx, id: string): Promise<Blocker | undefined> {
  await tx.run(sql`select from huddle_blocker where company_id = ${tx.company.id} and id = ${id} for update`);
  return tx.maybe(sql`${BLOCKER} where b.company_id = ${tx.company.id} and b.id = ${id}`);
}

export type BlockerFields = Pick<Blocker, 'text' | 'ownerId' | 'nextOn'>;

export async function insertBlocker(
  tx: Tx,
  blocker: BlockerFields & Pick<Blocker, 'id' | 'customerId' | 'itemId'>,
): Promise<void> {
  await tx.run(sql`
    insert into huddle_blocker (company_id, id, text, owner_id, customer_id, item_id, next_on, raised_at, raised_by, raised_by_name)
      values (${tx.company.id}, ${blocker.id}, ${blocker.text}, ${blocker.ownerId}, ${blocker.customerId}, ${blocker.itemId},
        ${blocker.nextOn}::date, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

export async function updateBlocker(tx: Tx, id: string, { text, ownerId, nextOn }: BlockerFields): Promise<void> {
  await tx.run(sql`
    update huddle_blocker set text = ${text}, owner_id = ${ownerId}, next_on = ${nextOn}::date where company_id = ${tx.company.id} and id = ${id}`);
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

export interface BlockerDue {
  readonly id: string;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly at: string;
  readonly byName: string;
}

const DUE_MAX = 50;

/** Which the actor sees to and whose day has come. */
export async function listOwnBlockersDue(tx: Tx): Promise<BlockerDue[]> {
  return tx.all(sql`
    select b.id, b.text, b.customer_id as "customerId", c.name as "customerName", b.raised_at as at, b.raised_by_name as "byName"
      from huddle_blocker b left join customer c on c.company_id = b.company_id and c.id = b.customer_id
      where b.company_id = ${tx.company.id} and b.owner_id = ${tx.actor.id} and b.solved_at is null and b.next_on <= ${tx.today}
      order by b.next_on, b.id limit ${DUE_MAX}`);
}
