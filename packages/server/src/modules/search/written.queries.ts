/** What was written, found by its words: lines of the timeline, tasks, promises, mails. Only what stands; the latest first. */
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export const WRITTEN_KINDS = ['activity', 'task', 'promise', 'mail'] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

export interface Written {
  readonly kind: WrittenKind;
  readonly id: string;
  /** Of a line of the timeline: note, call, meeting …; of the others the same as `kind`. */
  readonly what: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly at: string;
  readonly byName: string;
  readonly text: string;
  /** Of a mail: where it is read. */
  readonly conversationId: string | null;
}

export interface WrittenAsk {
  /** As `searchedWords` reads them: each must begin a word. */
  readonly words: readonly string[];
  readonly kinds: readonly WrittenKind[];
  /** The records of one party; undefined: of all customers, and of none. */
  readonly customerIds?: readonly string[] | undefined;
  readonly limit: number;
}

const BODY_CHARS_MAX = 60_000; // of a mail, looked through for the piece that is shown; as much of it is found

export async function findWritten(tx: Tx, ask: WrittenAsk): Promise<Written[]> {
  const { words, customerIds, limit } = ask;
  const asked = sql`${[...words]}::text[]`;
  const kinds = sql`${ask.kinds.filter((kind) => kind !== 'mail')}::text[]`;
  const lines: Query = customerIds
    ? sql`search_written_of(${asked}, ${kinds}, ${[...customerIds]}::uuid[], ${limit})`
    : sql`search_written(${asked}, ${kinds}, ${limit})`;
  const mails: Query = customerIds
    ? sql`search_messages_of(${asked}, ${[...customerIds]}::uuid[], ${limit})`
    : sql`search_messages(beginnings_of(${asked}), ${limit})`;
  return tx.all(sql`
    with found as materialized (
      (select kind, id, at, null::uuid as conversation_id from ${lines})
      union all
      (select 'mail', message_id, at, conversation_id from ${mails} where ${ask.kinds.includes('mail')}::boolean)
      order by at desc, id desc limit ${limit})
    select f.kind, f.id, coalesce(a.kind, f.kind) as what, c.id as "customerId", c.name as "customerName", f.at,
        coalesce(a.actor_name, t.made_by_name, p.made_by_name, m.from_name, m.from_address) as "byName",
        coalesce(a.text, nullif(concat_ws(': ', t.title, nullif(t.note, '')), ''), p.note, m.subject || E'\n' || left(m.body, ${BODY_CHARS_MAX}))
          as text,
        f.conversation_id as "conversationId"
      from found f
      left join activity a on f.kind = 'activity' and a.company_id = ${tx.company.id} and a.id = f.id
      left join task t on f.kind = 'task' and t.company_id = ${tx.company.id} and t.id = f.id
      left join promise p on f.kind = 'promise' and p.company_id = ${tx.company.id} and p.id = f.id
      left join message m on f.kind = 'mail' and m.company_id = ${tx.company.id} and m.id = f.id
      left join conversation v on f.kind = 'mail' and v.company_id = ${tx.company.id} and v.id = f.conversation_id
      left join customer c on c.company_id = ${tx.company.id} and c.id = coalesce(a.customer_id, t.customer_id, p.customer_id, v.customer_id)
      order by f.at desc, f.id desc`);
}
