import type { Role } from '@quittance/core/permissions';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Run } from './sessions.queries.ts';

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly passwordHash: string | null;
  readonly isAdministrator: boolean;
  readonly disabledAt: string | null;
}

const PERSON = sql`
  select p.id, a.name, p.email, p.locale, p.password_hash as "passwordHash", p.is_administrator as "isAdministrator",
      p.disabled_at as "disabledAt"
    from person p join actor a on a.id = p.id`;

export async function findPersonByEmail(run: Run, email: string): Promise<PersonRecord | undefined> {
  const [row] = await run<PersonRecord>(sql`${PERSON} where lower(p.email) = lower(${email})`);
  return row;
}

export async function findPerson(run: Run, id: string): Promise<PersonRecord | undefined> {
  const [row] = await run<PersonRecord>(sql`${PERSON} where p.id = ${id}`);
  return row;
}

/** The first administrator by time, for the operator who has lost the way in. */
export async function findAdministrator(run: Run): Promise<PersonRecord | undefined> {
  const [row] = await run<PersonRecord>(
    sql`${PERSON} where p.is_administrator and p.disabled_at is null order by p.id limit 1`,
  );
  return row;
}

export async function insertActor(
  run: Run,
  actor: { id: string; kind: 'person' | 'api_client' | 'operator'; name: string },
): Promise<void> {
  await run(sql`insert into actor (id, kind, name) values (${actor.id}, ${actor.kind}, ${actor.name})`);
}

/** False when somebody has the address already. */
export async function insertPerson(
  run: Run,
  person: { id: string; email: string; locale: string; isAdministrator: boolean },
): Promise<boolean> {
  const rows = await run(sql`
    insert into person (id, email, locale, is_administrator)
      values (${person.id}, ${person.email}, ${person.locale}, ${person.isAdministrator})
    on conflict (lower(email)) do nothing returning id`);
  return rows.length === 1;
}

export async function setPasswordHash(run: Run, personId: string, passwordHash: string): Promise<void> {
  await run(sql`update person set password_hash = ${passwordHash} where id = ${personId}`);
}

export async function setDisabled(run: Run, personId: string, disabledAt: string | null): Promise<void> {
  await run(sql`update person set disabled_at = ${disabledAt} where id = ${personId}`);
}

/** The operator of this name, made with its first use. */
export async function ensureOperator(run: Run, operator: { id: string; name: string }): Promise<string> {
  await run(sql`
    insert into actor (id, kind, name) values (${operator.id}, 'operator', ${operator.name})
    on conflict (name) where kind = 'operator' do nothing`);
  const [row] = await run<{ id: string }>(
    sql`select id from actor where kind = 'operator' and name = ${operator.name}`,
  );
  return row?.id ?? operator.id;
}

export interface CompanyOfPerson {
  readonly companyId: string;
  readonly code: string;
  readonly roles: readonly Role[];
}

export function companiesOfPerson(run: Run, personId: string): Promise<CompanyOfPerson[]> {
  return run(sql`select company_id as "companyId", code, roles from companies_of_person(${personId})`);
}

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly hasPassword: boolean;
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
}

/** Who works in the company, by name. */
export function listMembers(
  tx: Tx,
  page: { after: { name: string; id: string } | undefined; limit: number; id?: string | undefined },
): Promise<MemberRow[]> {
  const after = page.after ? sql`and (a.name, a.id) > (${page.after.name}, ${page.after.id}::uuid)` : sql``;
  const only = page.id === undefined ? sql`` : sql`and a.id = ${page.id}`;
  return tx.all(sql`
    select a.id, a.name, p.email, p.locale, m.roles, p.password_hash is not null as "hasPassword", p.disabled_at as "disabledAt",
        greatest((select max(s.last_seen_at) from session s where s.person_id = p.id),
          (select max(e.recorded_at) from account_event e where e.person_id = p.id and e.action like 'session.%' and e.actor_id = p.id))
          as "lastSeenAt"
      from (select person_id, array_agg(role order by role) as roles from membership
        where company_id = ${tx.company.id} group by person_id) m
      join person p on p.id = m.person_id
      join actor a on a.id = p.id
      where true ${after} ${only}
      order by a.name, a.id limit ${page.limit}`);
}

export async function rolesOf(tx: Tx, personId: string): Promise<Role[]> {
  const rows = await tx.all<{ role: Role }>(
    sql`select role from membership where company_id = ${tx.company.id} and person_id = ${personId} order by role`,
  );
  return rows.map((row) => row.role);
}

/** Makes a person's roles in the company these. */
export async function saveRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
  await tx.run(sql`
    delete from membership
      where company_id = ${tx.company.id} and person_id = ${personId} and role <> all(${roles}::text[])`);
  await tx.run(sql`
    insert into membership (company_id, person_id, role, granted_by, granted_at)
      select ${tx.company.id}, ${personId}, role, ${tx.actor.id}, ${tx.recordedAt} from unnest(${roles}::text[]) role
      on conflict do nothing`);
}

/** Whether somebody may know that a company is there: they work in it, or they hold the machine. */
export async function knowsCompany(tx: Tx, known: { actorId: string; companyId: string }): Promise<boolean> {
  const found = await tx.maybe(sql`
    select 1 as found where exists (select from companies_of_person(${known.actorId}) c where c.company_id = ${known.companyId})
      or exists (select from actor where id = ${known.actorId} and kind = 'operator')`);
  return found !== undefined;
}
