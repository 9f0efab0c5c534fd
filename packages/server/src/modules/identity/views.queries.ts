import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** A view of a grid kept under a name. `state` is what stands in the address of the grid. */
export interface GridViewRow {
  readonly id: string;
  readonly grid: string;
  readonly name: string;
  readonly state: string;
  readonly isShared: boolean;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isDefault: boolean;
}

/** A person's own views and those shared in the company; far more than anybody looks through. */
const VIEWS_MAX = 500;

const VIEW = sql`
  select v.id, v.grid, v.name, v.state, v.is_shared as "isShared", v.owner_id as "ownerId", v.owner_name as "ownerName",
      d.view_id is not null as "isDefault"
    from grid_view v`;

/** By grid and name. */
export function listViews(tx: Tx): Promise<GridViewRow[]> {
  return tx.all(sql`
    ${VIEW} left join grid_view_default d
        on d.company_id = v.company_id and d.view_id = v.id and d.grid = v.grid and d.person_id = ${tx.actor.id}
      where v.company_id = ${tx.company.id} and (v.is_shared or v.owner_id = ${tx.actor.id})
      order by v.grid, lower(v.name), v.id limit ${VIEWS_MAX}`);
}

/** One that the actor may see, locked for a change. */
export function findView(tx: Tx, id: string): Promise<GridViewRow | undefined> {
  return tx.maybe(sql`
    select id, grid, name, state, is_shared as "isShared", owner_id as "ownerId", owner_name as "ownerName", false as "isDefault"
      from grid_view where company_id = ${tx.company.id} and id = ${id} and (is_shared or owner_id = ${tx.actor.id}) for update`);
}

/** How many views of their own the actor has. */
export async function countOwnViews(tx: Tx): Promise<number> {
  const row = await tx.one<{ count: number }>(
    sql`select count(*)::int as count from grid_view where company_id = ${tx.company.id} and owner_id = ${tx.actor.id}`,
  );
  return row.count;
}

export type NewView = Pick<GridViewRow, 'id' | 'grid' | 'name' | 'state' | 'isShared'>;

export async function insertView(tx: Tx, view: NewView): Promise<void> {
  await tx.run(sql`
    insert into grid_view (company_id, id, owner_id, owner_name, grid, name, state, is_shared, changed_at)
      values (${tx.company.id}, ${view.id}, ${tx.actor.id}, ${tx.actor.name}, ${view.grid}, ${view.name}, ${view.state},
        ${view.isShared}, ${tx.recordedAt})`);
}

export async function updateView(tx: Tx, view: Pick<GridViewRow, 'id' | 'name' | 'state' | 'isShared'>): Promise<void> {
  await tx.run(sql`
    update grid_view set name = ${view.name}, state = ${view.state}, is_shared = ${view.isShared}, changed_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${view.id}`);
}

/** A view that is no longer shared is nobody else's first view any more. */
export async function forgetOthersDefault(tx: Tx, view: { id: string; ownerId: string }): Promise<void> {
  await tx.run(sql`
    delete from grid_view_default
      where company_id = ${tx.company.id} and view_id = ${view.id} and person_id <> ${view.ownerId}`);
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from grid_view where company_id = ${tx.company.id} and id = ${id}`);
}

export async function setDefaultView(tx: Tx, choice: { grid: string; viewId: string | null }): Promise<void> {
  await tx.run(sql`
    delete from grid_view_default where company_id = ${tx.company.id} and person_id = ${tx.actor.id} and grid = ${choice.grid}`);
  if (choice.viewId === null) return;
  await tx.run(sql`
    insert into grid_view_default (company_id, person_id, grid, view_id)
      values (${tx.company.id}, ${tx.actor.id}, ${choice.grid}, ${choice.viewId})`);
}
