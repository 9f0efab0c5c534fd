/** What changed of the customer itself: blocks, what its people said of being written to, changes that were asked for. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { saysAll } from './timeline.queries.ts';
import { type LineKey, type LinesAsk, PLAIN_LINE, type TimelineLine, type TimelineSource } from './timeline-line.ts';

export const RECORD_LINES: TimelineSource = {
  name: 'record',
  lines: (tx, ask) => {
    const whose = sql`company_id = ${tx.company.id} and customer_id = any(${[...ask.customerIds]}::uuid[])`;
    return sql`
      select blocked_at as at, id, 'block_placed' as kind from customer_block where ${whose} ${saying(ask, sql`reason`)}
      union all
      select released_at, id, 'block_lifted' from customer_block
        where ${whose} and released_at is not null ${saying(ask, sql`release_reason`)}
      union all
      select requested_at, id, 'request_asked' from customer_request where ${whose} ${saying(ask, sql`reason`)}
      union all
      select decided_at, id, 'request_decided' from customer_request
        where ${whose} and decided_at is not null ${saying(ask, sql`coalesce(decision_reason, '')`)}
      union all
      select s.set_at, s.contact_id, 'consent' from contact c
        join contact_consent s on s.company_id = c.company_id and s.contact_id = c.id
        where c.company_id = ${tx.company.id} and c.customer_id = any(${[...ask.customerIds]}::uuid[])
          ${saying(ask, sql`concat_ws(' ', c.name, s.source)`)}`;
  },
  load: async (tx, keys) => [...(await blocks(tx, keys)), ...(await requests(tx, keys)), ...(await consents(tx, keys))],
};

function saying({ words }: LinesAsk, text: Query): Query {
  return words.length === 0 ? noSql : sql`and ${saysAll(text, words)}`;
}

interface Change {
  readonly id: string;
  readonly what: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

async function blocks(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const ids = idsOfKinds(keys, ['block_placed', 'block_lifted']);
  if (ids.length === 0) return [];
  const rows = await tx.all<Change>(sql`
    select id, what, reason, blocked_by_name as by, blocked_at as at, released_by_name as "endedBy", released_at as "endedAt",
        release_reason as "endReason"
      from customer_block where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
  return rows.flatMap((row) => beginAndEnd(row, ['block_placed', 'block_lifted']));
}

async function requests(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const ids = idsOfKinds(keys, ['request_asked', 'request_decided']);
  if (ids.length === 0) return [];
  const rows = await tx.all<Change & { readonly state: string }>(sql`
    select id, kind as what, state, reason, requested_by_name as by, requested_at as at, decided_by_name as "endedBy",
        decided_at as "endedAt", decision_reason as "endReason"
      from customer_request where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
  return rows.flatMap((row) =>
    beginAndEnd(row, ['request_asked', 'request_decided']).map((line) => ({
      ...line,
      state: row.state,
      about: { kind: 'request' as const, id: row.id },
    })),
  );
}

function beginAndEnd(row: Change, [begun, ended]: readonly [LineKey['kind'], LineKey['kind']]): TimelineLine[] {
  const { id, what, reason, by, at, endedAt, endedBy, endReason } = row;
  const first = { ...PLAIN_LINE, at, id, kind: begun, what, text: reason, by };
  if (endedAt === null) return [first];
  return [first, { ...PLAIN_LINE, at: endedAt, id, kind: ended, what, text: endReason, by: endedBy ?? '' }];
}

interface ConsentRow {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly source: string;
  readonly since: LocalDate;
  readonly by: string;
  readonly mayMail: boolean;
  readonly mayCall: boolean;
}

async function consents(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const own = keys.filter(({ kind }) => kind === 'consent');
  if (own.length === 0) return [];
  const rows = await tx.all<ConsentRow>(sql`
    select s.contact_id as id, s.set_at as at, c.name as person, s.source, s.since, s.set_by_name as by, s.may_mail as "mayMail",
        s.may_call as "mayCall"
      from json_to_recordset(${JSON.stringify(own)}) as k (id uuid, at timestamptz)
        join contact_consent s on s.company_id = ${tx.company.id} and s.contact_id = k.id and s.set_at = k.at
        join contact c on c.company_id = s.company_id and c.id = s.contact_id`);
  return rows.map(({ id, at, person, source: text, since: day, by, mayMail, mayCall }) => {
    const what = mayMail ? (mayCall ? 'all' : 'mail') : mayCall ? 'call' : 'none';
    return { ...PLAIN_LINE, at, id, kind: 'consent', what, text, person, day, by };
  });
}

function idsOfKinds(keys: readonly LineKey[], kinds: readonly LineKey['kind'][]): string[] {
  return [...new Set(keys.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))];
}
