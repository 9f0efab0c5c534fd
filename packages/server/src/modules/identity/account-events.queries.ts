import { sql } from '../../platform/database/sql.ts';
import { newId } from '../../platform/ids.ts';

export interface AccountEvent {
  /** 'session.open', 'session.refuse', 'session.close', 'password.set', 'person.add', ... */
  readonly action: string;
  /** Null when nobody is signed in yet. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly personId?: string | null | undefined;
  readonly address?: string | undefined;
  readonly detail?: unknown;
}

/** The statement that notes an event, to be run with the change that it tells of. */
export function accountEventInsert(at: string, event: AccountEvent) {
  return sql`
    insert into account_event (id, recorded_at, actor_id, actor_name, action, person_id, address, detail)
      values (${newId()}, ${at}, ${event.actor?.id ?? null}, ${event.actor?.name ?? 'nobody signed in'}, ${event.action},
        ${event.personId ?? null}, ${event.address ?? null}, ${event.detail === undefined ? null : JSON.stringify(event.detail)})`;
}

export interface AccountEventView {
  readonly id: string;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly action: string;
  readonly personId: string | null;
  readonly address: string | null;
  readonly detail: unknown;
}

/** Newest first. */
export function accountEventPage(page: { before: string | undefined; limit: number }) {
  return sql`
    select id, recorded_at as "recordedAt", actor_name as "actorName", action, person_id as "personId", address, detail
      from account_event ${page.before === undefined ? sql`` : sql`where id < ${page.before}::uuid`}
      order by id desc limit ${page.limit}`;
}
