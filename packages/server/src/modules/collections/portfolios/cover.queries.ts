import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Cover {
  readonly personId: string;
  readonly personName: string;
  readonly coverId: string;
  readonly coverName: string;
}

export function listCovers(tx: Tx): Promise<Cover[]> {
  return tx.all(sql`
    select c.person_id as "personId", p.name as "personName", c.cover_id as "coverId", o.name as "coverName"
      from portfolio_cover c join actor p on p.id = c.person_id join actor o on o.id = c.cover_id
      where c.company_id = ${tx.company.id} order by p.name, c.person_id`);
}

export async function saveCover(tx: Tx, { personId, coverId }: { personId: string; coverId: string }): Promise<void> {
  await tx.run(sql`
    insert into portfolio_cover (company_id, person_id, cover_id, set_at, set_by_name)
      values (${tx.company.id}, ${personId}, ${coverId}, ${tx.recordedAt}, ${tx.actor.name})
      on conflict (company_id, person_id) do update set cover_id = excluded.cover_id, set_at = excluded.set_at,
        set_by_name = excluded.set_by_name`);
}

export async function deleteCover(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`delete from portfolio_cover where company_id = ${tx.company.id} and person_id = ${personId}`);
}

/** Who is away for the whole of today, as the calendars have it. */
export async function awayToday(tx: Tx): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct person_id as id from absence
      where company_id = ${tx.company.id} and withdrawn_at is null and from_minute is null
        and ${tx.today}::date between from_on and until_on`);
  return new Set(rows.map((row) => row.id));
}

/** Everybody who looks after somebody. */
export async function listOwners(tx: Tx): Promise<string[]> {
  // A walk along the index from owner to owner: a group-by would read a row for each customer.
  const rows = await tx.all<{ id: string }>(sql`
    with recursive owner as (
      (select owner_id from portfolio_assignment where company_id = ${tx.company.id} order by owner_id limit 1)
      union all
      select (select a.owner_id from portfolio_assignment a where a.company_id = ${tx.company.id} and a.owner_id > owner.owner_id
          order by a.owner_id limit 1)
        from owner where owner.owner_id is not null
    ) select owner_id as id from owner where owner_id is not null`);
  return rows.map((row) => row.id);
}

export function namesOf(tx: Tx, personIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.all(sql`select id, name from actor where id = any(${personIds}::uuid[]) order by name, id`);
}
