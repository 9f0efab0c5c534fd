/** Who stands above whom, and which records are one party. */
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

const GENERATIONS_MAX = 100; // as the database's own guard counts

/** The parents of these customers and of all above them: enough to see whether a further link closes a circle. */
export async function findParentsAbove(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.all<{ id: string; parentId: string | null }>(sql`
    with recursive up as (
      select c.id, c.parent_id, 1 as step from customer c where c.company_id = ${tx.company.id} and c.id = any(${ids}::uuid[])
      union
      select c.id, c.parent_id, up.step + 1 from up join customer c on c.company_id = ${tx.company.id} and c.id = up.parent_id
        where up.step < ${GENERATIONS_MAX})
    select distinct id, parent_id as "parentId" from up`);
  return new Map(rows.map((row) => [row.id, row.parentId]));
}

export interface FamilyMember {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly country: string | null;
  readonly parentId: string | null;
  /** The record it was merged into, as a link in the tree of its own kind. */
  readonly mergedIntoId: string | null;
}

const FAMILY_MAX = 2_000; // of one group on one page

/** The whole group of a customer, from its head down; merged duplicates with the record they were merged into. */
export async function findFamily(tx: Tx, id: string): Promise<FamilyMember[]> {
  return tx.all(sql`
    with recursive up as (
      select c.id, c.parent_id, 1 as step from customer c where c.company_id = ${tx.company.id} and c.id = ${id}
      union all
      select c.id, c.parent_id, up.step + 1 from up join customer c on c.company_id = ${tx.company.id} and c.id = up.parent_id
        where up.step < ${GENERATIONS_MAX}
    ), down as (
      select up.id, 1 as step from up where up.parent_id is null
      union
      select c.id, down.step + 1 from down join customer c on c.company_id = ${tx.company.id} and c.parent_id = down.id
        where down.step < ${GENERATIONS_MAX}
    )
    select c.id, c.number, c.name, c.country, c.parent_id as "parentId", m.survivor_id as "mergedIntoId"
      from customer c
      left join customer_merge m on m.company_id = c.company_id and m.duplicate_id = c.id and m.undone_at is null
      where c.company_id = ${tx.company.id} and c.id in (
        select id from down
        union
        select m.duplicate_id from customer_merge m where m.company_id = ${tx.company.id} and m.survivor_id in (select id from down) and m.undone_at is null)
      order by c.name, c.number limit ${FAMILY_MAX}`);
}

/** The records that are one party with this customer: itself and what was merged into it, at any remove. */
export async function recordsOfParty(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    with recursive down as (
      select ${id}::uuid as id
      union all
      select m.duplicate_id from down join customer_merge m
        on m.company_id = ${tx.company.id} and m.survivor_id = down.id and m.undone_at is null)
    select id from down`);
  return rows.map((row) => row.id);
}

/** Whose account takes what is new for a customer: itself, or the record it was merged into in the end. */
export async function survivorOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.maybe<{ id: string }>(sql`
    with recursive up as (
      select ${id}::uuid as id, 0 as step
      union all
      select m.survivor_id, up.step + 1 from up join customer_merge m
        on m.company_id = ${tx.company.id} and m.duplicate_id = up.id and m.undone_at is null)
    select id from up order by step desc limit 1`);
  return row?.id ?? id;
}

export interface Merge {
  readonly id: string;
  readonly duplicateId: string;
  readonly duplicateNumber: string;
  readonly duplicateName: string;
  readonly survivorId: string;
  readonly survivorNumber: string;
  readonly survivorName: string;
  readonly reason: string | null;
  readonly mergedByName: string;
  readonly mergedAt: string;
  readonly undoneByName: string | null;
  readonly undoneAt: string | null;
  readonly undoReason: string | null;
}

const MERGE = sql`
  select m.id, m.duplicate_id as "duplicateId", d.number as "duplicateNumber", d.name as "duplicateName",
      m.survivor_id as "survivorId", s.number as "survivorNumber", s.name as "survivorName", m.reason,
      m.merged_by_name as "mergedByName", m.merged_at as "mergedAt", m.undone_by_name as "undoneByName", m.undone_at as "undoneAt",
      m.undo_reason as "undoReason"
    from customer_merge m
    join customer d on d.company_id = m.company_id and d.id = m.duplicate_id
    join customer s on s.company_id = m.company_id and s.id = m.survivor_id`;

const MERGES_SHOWN_MAX = 500;

export async function listMerges(tx: Tx, about: { readonly customerId?: string | undefined }): Promise<Merge[]> {
  const { customerId } = about;
  const ofCustomer: Query =
    customerId === undefined ? sql`true` : sql`(m.duplicate_id = ${customerId} or m.survivor_id = ${customerId})`;
  return tx.all(sql`${MERGE}
    where m.company_id = ${tx.company.id} and ${ofCustomer} order by m.merged_at desc, m.id desc limit ${MERGES_SHOWN_MAX}`);
}

export async function findMerge(tx: Tx, id: string): Promise<Merge | undefined> {
  return tx.maybe(sql`${MERGE} where m.company_id = ${tx.company.id} and m.id = ${id}`);
}

/** Links of duplicate to survivor as they were known at an instant; now when none is given. */
export async function findMergeLinks(
  tx: Tx,
  knownAt?: string | undefined,
): Promise<{ readonly from: string; readonly to: string }[]> {
  const standing =
    knownAt === undefined
      ? sql`undone_at is null`
      : sql`merged_at <= ${knownAt} and (undone_at is null or undone_at > ${knownAt})`;
  return tx.all(sql`
    select duplicate_id as "from", survivor_id as "to" from customer_merge where company_id = ${tx.company.id} and ${standing}`);
}

export async function insertMerge(
  tx: Tx,
  merge: { id: string; duplicateId: string; survivorId: string; reason: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into customer_merge (company_id, id, duplicate_id, survivor_id, reason, merged_by, merged_by_name, merged_at)
      values (${tx.company.id}, ${merge.id}, ${merge.duplicateId}, ${merge.survivorId}, ${merge.reason}, ${tx.actor.id}, ${tx.actor.name},
        ${tx.recordedAt})`);
}

/** False when it was undone before. */
export async function endMerge(tx: Tx, id: string, reason: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update customer_merge set undone_by = ${tx.actor.id}, undone_by_name = ${tx.actor.name}, undone_at = ${tx.recordedAt}, undo_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id} and undone_at is null`);
  return changed === 1;
}
