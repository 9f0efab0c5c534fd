import type { Role } from '@quittance/core/permissions';
import { sql } from '../../platform/database/sql.ts';

/** A statement runner: the database itself, or a transaction outside any company. */
export type Run = <Row>(query: ReturnType<typeof sql>) => Promise<Row[]>;

export interface SessionRow {
  readonly personId: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly lastSeenAt: string;
  /** Null when the person works in no company. */
  readonly companyId: string | null;
  readonly code: string;
  readonly companyName: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
}

/** The session with its person and their companies, one row for each; none when it has ended. */
export function findSession(
  run: Run,
  session: { hash: string; now: string; idleSince: string },
): Promise<SessionRow[]> {
  return run(sql`
    select p.id as "personId", a.name, p.is_administrator as "isAdministrator", s.last_seen_at as "lastSeenAt",
        c.company_id as "companyId", c.code, c.name as "companyName", c.functional_currency as "functionalCurrency",
        c.time_zone as "timeZone", c.roles
      from session s
      join person p on p.id = s.person_id
      join actor a on a.id = p.id
      left join lateral companies_of_person(p.id) c on true
      where s.token_hash = ${session.hash} and s.expires_at > ${session.now} and s.last_seen_at > ${session.idleSince}
        and p.disabled_at is null`);
}

export async function insertSession(
  run: Run,
  session: {
    hash: string;
    personId: string;
    openedBy: 'password' | 'link';
    now: string;
    expiresAt: string;
    address: string;
  },
): Promise<void> {
  await run(sql`
    insert into session (token_hash, person_id, opened_by, opened_at, last_seen_at, expires_at, address)
      values (${session.hash}, ${session.personId}, ${session.openedBy}, ${session.now}, ${session.now}, ${session.expiresAt},
        ${session.address})`);
}

export async function touchSession(run: Run, hash: string, now: string): Promise<void> {
  await run(sql`update session set last_seen_at = ${now} where token_hash = ${hash} and last_seen_at < ${now}`);
}

export async function deleteSession(run: Run, hash: string): Promise<void> {
  await run(sql`delete from session where token_hash = ${hash}`);
}

/** All of a person's sessions, but for the one that is kept. */
export async function deleteSessionsOf(run: Run, personId: string, keepHash: string | null): Promise<void> {
  await run(sql`delete from session where person_id = ${personId} and token_hash is distinct from ${keepHash}`);
}

export async function findSessionOpening(run: Run, hash: string): Promise<'password' | 'link' | undefined> {
  const [row] = await run<{ openedBy: 'password' | 'link' }>(
    sql`select opened_by as "openedBy" from session where token_hash = ${hash}`,
  );
  return row?.openedBy;
}

export async function insertLink(
  run: Run,
  link: { hash: string; personId: string; madeBy: string; expiresAt: string },
): Promise<void> {
  await run(sql`
    insert into sign_in_link (token_hash, person_id, made_by, expires_at)
      values (${link.hash}, ${link.personId}, ${link.madeBy}, ${link.expiresAt})`);
}

/** Uses the link up; undefined when it is unknown, used, too old, or its person is disabled. */
export async function useLink(run: Run, hash: string, now: string): Promise<{ personId: string } | undefined> {
  const [row] = await run<{ personId: string }>(sql`
    update sign_in_link l set used_at = ${now}
      from person p
      where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${now} and p.id = l.person_id and p.disabled_at is null
      returning l.person_id as "personId"`);
  return row;
}

/** Counts an attempt for each key and says the counts. A window that began before `windowStart` begins anew. */
export function countAttempts(
  run: Run,
  attempt: { keys: readonly string[]; now: string; windowStart: string },
): Promise<{ key: string; attempts: number }[]> {
  return run(sql`
    insert into sign_in_window as w (key, started_at, attempts)
      select key, ${attempt.now}::timestamptz, 1 from unnest(${attempt.keys}::text[]) key order by key
      on conflict (key) do update set
        attempts = case when w.started_at < ${attempt.windowStart}::timestamptz then 1 else w.attempts + 1 end,
        started_at = case when w.started_at < ${attempt.windowStart}::timestamptz then excluded.started_at else w.started_at end
      returning key, attempts`);
}

export async function forgetAttempts(run: Run, keys: readonly string[]): Promise<void> {
  await run(sql`delete from sign_in_window where key = any(${keys}::text[])`);
}

/** Removes what has ended of itself: sessions, links, windows. */
export async function deleteEnded(
  run: Run,
  before: { now: string; idleSince: string; windowStart: string },
): Promise<void> {
  await run(sql`delete from session where expires_at < ${before.now} or last_seen_at < ${before.idleSince}`);
  await run(sql`delete from sign_in_link where expires_at < ${before.now}`);
  await run(sql`delete from sign_in_window where started_at < ${before.windowStart}`);
}
