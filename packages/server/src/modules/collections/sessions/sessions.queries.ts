import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { InvitationMethod } from './invitation.ts';

export const SESSION_STATES = ['planned', 'held', 'no_show', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
export const POINT_KINDS = ['item', 'dispute', 'promise', 'other'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export interface Session {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly message: string;
  readonly language: string;
  readonly state: SessionState;
  readonly sequence: number;
  readonly conversationId: string | null;
  readonly reason: string | null;
  readonly madeByName: string;
  readonly endedByName: string | null;
}

const SESSION = sql`
  select s.id, s.customer_id as "customerId", c.name as "customerName", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.place, s.message, s.language, s.state, s.sequence, s.conversation_id as "conversationId", s.reason,
      s.made_by_name as "madeByName", s.ended_by_name as "endedByName"
    from resolution_session s join customer c on c.company_id = s.company_id and c.id = s.customer_id`;

export interface SessionFilter {
  readonly customerIds?: readonly string[] | undefined;
  /** Planned ones only. */
  readonly isPlannedOnly: boolean;
  readonly after?: { readonly startsAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** By their beginning, the latest first. */
export function listSessions(tx: Tx, { customerIds, isPlannedOnly, after, limit }: SessionFilter): Promise<Session[]> {
  return tx.all(sql`${SESSION}
    where s.company_id = ${tx.company.id}
      ${customerIds === undefined ? noSql : sql`and s.customer_id = any(${[...customerIds]}::uuid[])`}
      ${isPlannedOnly ? sql`and s.state = 'planned'` : noSql}
      ${after === undefined ? noSql : sql`and (s.starts_at, s.id) < (${after.startsAt}::timestamptz, ${after.id}::uuid)`}
    order by s.starts_at desc, s.id desc limit ${limit}`);
}

export function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  return tx.maybe(sql`${SESSION} where s.company_id = ${tx.company.id} and s.id = ${id}`);
}

/** Locked for a change. */
export async function lockSession(tx: Tx, id: string): Promise<Session | undefined> {
  await tx.run(sql`select from resolution_session where company_id = ${tx.company.id} and id = ${id} for update`);
  return findSession(tx, id);
}

export type SessionFields = Pick<Session, 'title' | 'startsAt' | 'endsAt' | 'place' | 'message'>;
export type NewSession = SessionFields & Pick<Session, 'id' | 'customerId' | 'language'>;

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.run(sql`
    insert into resolution_session (company_id, id, customer_id, title, starts_at, ends_at, place, message, language, made_at, made_by,
        made_by_name, changed_at)
      values (${tx.company.id}, ${session.id}, ${session.customerId}, ${session.title}, ${session.startsAt}::timestamptz,
        ${session.endsAt}::timestamptz, ${session.place}, ${session.message}, ${session.language}, ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name}, ${tx.recordedAt})`);
}

export async function updateSession(tx: Tx, id: string, session: SessionFields): Promise<void> {
  await tx.run(sql`
    update resolution_session set title = ${session.title}, starts_at = ${session.startsAt}::timestamptz,
        ends_at = ${session.endsAt}::timestamptz, place = ${session.place}, message = ${session.message}, changed_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function endSession(
  tx: Tx,
  id: string,
  end: { state: SessionState; reason: string | null },
): Promise<void> {
  await tx.run(sql`
    update resolution_session set state = ${end.state}, reason = ${end.reason}, ended_at = ${tx.recordedAt},
        ended_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export interface SentInvitation {
  readonly sessionId: string;
  readonly sequence: number;
  readonly method: InvitationMethod;
  readonly messageId: string;
  readonly conversationId: string;
}

export async function noteInvitation(tx: Tx, sent: SentInvitation): Promise<void> {
  await tx.run(sql`
    insert into session_invitation (company_id, session_id, sequence, method, message_id, sent_at)
      values (${tx.company.id}, ${sent.sessionId}, ${sent.sequence}, ${sent.method}, ${sent.messageId}, ${tx.recordedAt})`);
  await tx.run(sql`
    update resolution_session set sequence = ${sent.sequence}, conversation_id = ${sent.conversationId}
      where company_id = ${tx.company.id} and id = ${sent.sessionId}`);
}

export interface SessionPerson {
  readonly address: string;
  readonly name: string;
  readonly contactId: string | null;
  readonly personId: string | null;
}

export function listPeople(tx: Tx, sessionId: string): Promise<SessionPerson[]> {
  return tx.all(sql`
    select address, name, contact_id as "contactId", person_id as "personId" from session_person
      where company_id = ${tx.company.id} and session_id = ${sessionId} order by person_id is not null, name, address`);
}

export async function replacePeople(tx: Tx, sessionId: string, people: readonly SessionPerson[]): Promise<void> {
  await tx.run(sql`delete from session_person where company_id = ${tx.company.id} and session_id = ${sessionId}`);
  await tx.run(sql`
    insert into session_person (company_id, session_id, address, name, contact_id, person_id)
      select ${tx.company.id}, ${sessionId}, address, name, "contactId", "personId"
        from json_to_recordset(${JSON.stringify(people)}) as p (address text, name text, "contactId" uuid, "personId" uuid)`);
}

export interface Point {
  readonly id: string;
  readonly kind: PointKind;
  readonly subjectId: string | null;
  readonly title: string;
  readonly minutes: string;
  readonly outcomes: readonly { readonly kind: 'task' | 'promise'; readonly subjectId: string }[];
}

/** In the order of the agenda. */
export async function listPoints(tx: Tx, sessionId: string): Promise<Point[]> {
  const points = await tx.all<Omit<Point, 'outcomes'>>(sql`
    select id, kind, subject_id as "subjectId", title, minutes from session_point
      where company_id = ${tx.company.id} and session_id = ${sessionId} order by position, id`);
  const outcomes = await tx.all<{ pointId: string; kind: 'task' | 'promise'; subjectId: string }>(sql`
    select point_id as "pointId", kind, subject_id as "subjectId" from session_outcome
      where company_id = ${tx.company.id} and session_id = ${sessionId} order by kind, subject_id`);
  const outcomesOf = (id: string): Point['outcomes'] =>
    outcomes.filter(({ pointId }) => pointId === id).map(({ kind, subjectId }) => ({ kind, subjectId }));
  return points.map((point) => ({ ...point, outcomes: outcomesOf(point.id) }));
}

export type AgendaPoint = Pick<Point, 'id' | 'kind' | 'subjectId' | 'title'>;

/** The agenda as it is given; a point of which something was written stays, whatever is given. */
export async function saveAgenda(tx: Tx, sessionId: string, points: readonly AgendaPoint[]): Promise<void> {
  const ids = points.map(({ id }) => id);
  await tx.run(sql`
    delete from session_point p where p.company_id = ${tx.company.id} and p.session_id = ${sessionId} and p.minutes = ''
      and not (p.id = any(${ids}::uuid[]))
      and not exists (select from session_outcome o where o.company_id = p.company_id and o.point_id = p.id)`);
  await tx.run(sql`
    insert into session_point (company_id, session_id, id, position, kind, subject_id, title)
      select ${tx.company.id}, ${sessionId}, id, position, kind, "subjectId", title
        from json_to_recordset(${JSON.stringify(points.map((point, position) => ({ ...point, position })))})
          as p (id uuid, position int, kind text, "subjectId" uuid, title text)
      on conflict (company_id, id) do update set position = excluded.position, title = excluded.title
        where session_point.session_id = excluded.session_id`);
}

export async function saveMinutes(tx: Tx, point: { sessionId: string; id: string; minutes: string }): Promise<boolean> {
  const count = await tx.run(sql`
    update session_point set minutes = ${point.minutes}
      where company_id = ${tx.company.id} and session_id = ${point.sessionId} and id = ${point.id}`);
  return count === 1;
}

export async function insertOutcomes(
  tx: Tx,
  given: { sessionId: string; pointId: string; kind: 'task' | 'promise'; subjectIds: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    insert into session_outcome (company_id, session_id, point_id, kind, subject_id)
      select ${tx.company.id}, ${given.sessionId}, ${given.pointId}, ${given.kind}, id
        from unnest(${[...given.subjectIds]}::uuid[]) as o (id)`);
}
