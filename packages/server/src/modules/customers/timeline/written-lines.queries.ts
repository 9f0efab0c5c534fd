/** What people wrote down, and mails; what was taken back stays, as taken back. */
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type LineKey, type LinesAsk, PLAIN_LINE, type TimelineLine, type TimelineSource } from './timeline-line.ts';

const KNOWN = ['mail', 'mail_received', 'letter', 'call', 'meeting', 'invoice_received'];
const FOUND_MAX = 1_000; // of one customer: who finds more says more

export const WRITTEN_LINES: TimelineSource = {
  name: 'written',
  lines: (tx, ask) => sql`
    select a.happened_at as at, a.id, case when a.kind = any(${KNOWN}::text[]) then a.kind else 'note' end as kind
      from activity a
      where a.company_id = ${tx.company.id} and a.customer_id = any(${[...ask.customerIds]}::uuid[]) and not a.is_withdrawal
        and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id and not s.is_withdrawal)
        and coalesce(a.first_id, a.id) not in ${ask.told} ${saying(ask)}`,
  load,
};

function saying({ words, customerIds }: LinesAsk) {
  if (words.length === 0) return noSql;
  const [asked, customers] = [sql`${[...words]}::text[]`, sql`${[...customerIds]}::uuid[]`];
  return sql`and (a.id in (select id from search_written_of(${asked}, array['activity'], ${customers}, ${FOUND_MAX}))
    or (a.detail ->> 'messageId')::uuid in (select message_id from search_messages_of(${asked}, ${customers}, ${FOUND_MAX})))`;
}

interface WrittenRow extends LineKey {
  readonly what: string;
  readonly text: string;
  readonly by: string;
  readonly actorId: string;
  readonly durationSeconds: number | null;
  readonly person: string | null;
  readonly isEdited: boolean;
  readonly outcome: string | null;
  readonly backOn: TimelineLine['day'];
  readonly conversationId: string | null;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly itemKind: string | null;
  readonly takenBackAt: string | null;
  readonly takenBackBy: string | null;
}

async function load(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const rows = await tx.all<WrittenRow>(sql`
    select a.id, a.happened_at as at, case when a.kind = any(${KNOWN}::text[]) then a.kind else 'note' end as kind, a.kind as what, a.text,
        a.actor_name as by, a.actor_id as "actorId", a.duration_seconds as "durationSeconds", k.name as person,
        a.supersedes_id is not null as "isEdited", a.detail ->> 'outcome' as outcome, (a.detail ->> 'backOn')::date as "backOn",
        a.detail ->> 'conversationId' as "conversationId", i.id as "itemId", i.number as "itemNumber", i.kind as "itemKind",
        w.recorded_at as "takenBackAt", w.actor_name as "takenBackBy"
      from activity a
        left join contact k on k.company_id = a.company_id and k.id = a.contact_id
        left join item i on i.company_id = a.company_id and i.id = a.item_id
        left join activity w on w.company_id = a.company_id and w.supersedes_id = a.id and w.is_withdrawal
      where a.company_id = ${tx.company.id} and a.id = any(${keys.map(({ id }) => id)}::uuid[])`);
  return rows.map(lineOf);
}

function lineOf(row: WrittenRow): TimelineLine {
  const { at, id, kind, what, outcome, text, by, actorId, durationSeconds, person, isEdited, backOn } = row;
  const { conversationId, itemId, itemNumber, itemKind, takenBackAt, takenBackBy } = row;
  const items =
    itemId === null || itemNumber === null || itemKind === null
      ? []
      : [{ id: itemId, number: itemNumber, kind: itemKind }];
  const stands = takenBackAt === null;
  return {
    ...PLAIN_LINE,
    ...{ at, id, kind, what: outcome ?? what, text, by, actorId, durationSeconds, person, isEdited, day: backOn },
    ...{ items, itemCount: items.length },
    about: conversationId === null ? { kind: 'activity', id } : { kind: 'conversation', id: conversationId },
    takenBack: stands ? null : { at: takenBackAt, by: takenBackBy ?? '' },
    undo: stands && conversationId === null ? { kind: 'activity', id } : null,
  };
}
