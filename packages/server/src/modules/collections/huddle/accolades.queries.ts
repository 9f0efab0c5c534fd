import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

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

export interface OwnAccolade {
  readonly id: string;
  readonly text: string;
  readonly customerId: null;
  readonly customerName: null;
  readonly at: string;
  readonly byName: string;
}

/** Given to the actor, and not seen by them yet. */
export async function listOwnAccolades(tx: Tx): Promise<OwnAccolade[]> {
  return tx.all(sql`
    select id, text, null as "customerId", null as "customerName", given_at as at, given_by_name as "byName" from accolade
      where company_id = ${tx.company.id} and person_id = ${tx.actor.id} and seen_at is null and withdrawn_at is null
      order by given_at desc limit ${ACCOLADES_MAX}`);
}

export async function markAccoladeSeen(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update accolade set seen_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${id} and person_id = ${tx.actor.id} and seen_at is null`);
}
