/** What the ledger tells of a customer: documents, receipts with what they paid, what was done with them; holds, placed and lifted. */
import type { LocalDate } from '@quittance/core/calendar';
import type { EntryKind } from '@quittance/core/ledger';
import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import {
  type LineKey,
  type LineKind,
  type LinesAsk,
  PLAIN_LINE,
  saysAll,
  type TimelineLine,
  type TimelineSource,
} from '../customers/index.ts';
import { HAND_KINDS } from './holds.usecase.ts';

export const ACCOUNT_LINES: TimelineSource = {
  name: 'account',
  kinds: ['invoice', 'debit_note', 'chargeback', 'credit_note', 'receipt', 'on_account_credit', 'account'],
  lines: (tx, ask) => sql`
    select p.recorded_at as at, p.entry_id as id, coalesce(min(i.kind) filter (where i.opening_entry_id = p.entry_id), 'account') as kind
      from item i join posting p on p.company_id = i.company_id and p.item_id = i.id
      ${ask.words.length === 0 ? noSql : sql`join entry e on e.company_id = p.company_id and e.id = p.entry_id`}
      where i.company_id = ${tx.company.id} and i.customer_id = any(${[...ask.customerIds]}::uuid[]) and p.entry_id not in ${ask.told}
        ${saying(ask, sql`concat_ws(' ', i.number, e.reason, e.note)`)}
      group by p.recorded_at, p.entry_id`,
  load: async (tx, keys) => {
    const rows = await entries(tx, keys);
    const paid = await paidByReceipts(
      tx,
      keys.filter(({ kind }) => kind === 'receipt').map(({ id }) => id),
    );
    return rows.map((row) => entryLine(row, paid));
  },
};

function saying({ words }: LinesAsk, text: Query): Query {
  return words.length === 0 ? noSql : sql`and ${saysAll(text, words)}`;
}

interface NamedItem {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
}

interface EntryRow {
  readonly id: string;
  readonly at: string;
  readonly kind: LineKind;
  readonly what: EntryKind;
  readonly day: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly undoneMinor: bigint;
  readonly isReversed: boolean;
  readonly reversedAt: string | null;
  readonly reversedBy: string | null;
  readonly text: string | null;
  readonly by: string;
  readonly actorId: string;
  readonly items: readonly NamedItem[];
}

const ITEMS_NAMED_MAX = 12; // a line names no more; the item's page has the whole

function entries(tx: Tx, keys: readonly LineKey[]): Promise<EntryRow[]> {
  return tx.all(sql`
    select e.id, e.recorded_at as at, k.kind, e.kind as what, e.effective_on as day, e.currency, e.amount_minor as "amountMinor",
        coalesce(u.undone_minor, 0) as "undoneMinor", r.id is not null as "isReversed", r.recorded_at as "reversedAt",
        rn.name as "reversedBy", coalesce(e.reason, e.note) as text, coalesce(n.name, '') as by, e.actor_id as "actorId", t.items
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text)
      join entry e on e.company_id = ${tx.company.id} and e.id = k.id
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      left join entry r on r.company_id = e.company_id and r.reverses_entry_id = e.id and r.kind = 'reversal'
      left join actor n on n.id = e.actor_id
      left join actor rn on rn.id = r.actor_id
      cross join lateral (
        select coalesce(jsonb_agg(distinct jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind)), '[]') as items
          from posting p join item i on i.company_id = p.company_id and i.id = p.item_id
          where p.company_id = e.company_id and p.entry_id = e.id) t`);
}

interface PaidRow {
  readonly entryId: string;
  readonly items: readonly NamedItem[];
  readonly itemCount: number;
}

/** What receipts are applied to as things stand, by the entry that opened them. */
async function paidByReceipts(tx: Tx, entryIds: readonly string[]): Promise<Map<string, PaidRow>> {
  if (entryIds.length === 0) return new Map();
  const rows = await tx.all<PaidRow>(sql`
    select r.opening_entry_id as "entryId", count(distinct d.id)::int as "itemCount",
        (jsonb_agg(distinct jsonb_build_object('id', d.id, 'number', d.number, 'kind', d.kind))) as items
      from item r
        join posting c on c.company_id = r.company_id and c.item_id = r.id
        join entry a on a.company_id = c.company_id and a.id = c.entry_id and a.kind = 'application'
        left join entry_undo u on u.company_id = a.company_id and u.entry_id = a.id
        join posting o on o.company_id = a.company_id and o.entry_id = a.id and o.item_id <> r.id
        join item d on d.company_id = o.company_id and d.id = o.item_id and d.amount_minor > 0
      where r.company_id = ${tx.company.id} and r.opening_entry_id = any(${[...entryIds]}::uuid[])
        and coalesce(u.undone_minor, 0) < a.amount_minor
      group by r.opening_entry_id`);
  return new Map(rows.map((row) => [row.entryId, row]));
}

function entryLine(row: EntryRow, paid: ReadonlyMap<string, PaidRow>): TimelineLine {
  const { isReversed, reversedAt, reversedBy, items, ...said } = row;
  const applied = paid.get(row.id);
  // A receipt first, then what it paid; of an application the credit first.
  const own = [...items].sort((left, right) => rankOf(left) - rankOf(right));
  const named = applied === undefined ? own : [...own, ...applied.items];
  return {
    ...PLAIN_LINE,
    ...said,
    items: named.slice(0, ITEMS_NAMED_MAX),
    itemCount: applied === undefined ? own.length : own.length + applied.itemCount,
    about: { kind: 'entry', id: row.id },
    takenBack: isReversed && reversedAt !== null ? { at: reversedAt, by: reversedBy ?? '' } : null,
  };
}

const CREDIT_KINDS = ['receipt', 'on_account_credit', 'credit_note'];

function rankOf({ kind }: NamedItem): number {
  return CREDIT_KINDS.includes(kind) ? 0 : 1;
}

/** Told by what they stand for: promises, plans, blocks of dunning, proposals of cash application. */
const TOLD_ELSEWHERE = ['promise', 'plan', 'dunning_block', 'waiting_proposal'];
const KIND = sql`case when h.kind = 'dispute' then 'dispute' else 'hold' end`;

export const HOLD_LINES: TimelineSource = {
  name: 'hold',
  kinds: ['dispute_placed', 'dispute_lifted', 'hold_placed', 'hold_lifted'],
  lines: (tx, ask) => {
    const whose = sql`h.company_id = ${tx.company.id} and h.customer_id = any(${[...ask.customerIds]}::uuid[])
      and h.kind <> all(${TOLD_ELSEWHERE}::text[])`;
    const from = sql`from hold h ${
      ask.words.length === 0 ? noSql : sql`left join item i on i.company_id = h.company_id and i.id = h.item_id`
    }`;
    return sql`
      select h.placed_at as at, h.id, ${KIND} || '_placed' as kind ${from}
        where ${whose} ${saying(ask, sql`concat_ws(' ', i.number, h.reason)`)}
      union all
      select h.released_at, h.id, ${KIND} || '_lifted' ${from}
        where ${whose} and h.released_at is not null ${saying(ask, sql`concat_ws(' ', i.number, h.release_reason)`)}`;
  },
  load: async (tx, keys) => (await holds(tx, keys)).map((row) => holdLine(tx, row)),
};

interface HoldRow extends LineKey {
  readonly what: string;
  readonly amountMinor: bigint | null;
  readonly untilOn: LocalDate | null;
  readonly reason: string;
  readonly placedBy: string | null;
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
  readonly releaseReason: string | null;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly itemKind: string | null;
  readonly currency: string | null;
  readonly openMinor: bigint | null;
}

function holds(tx: Tx, keys: readonly LineKey[]): Promise<HoldRow[]> {
  return tx.all(sql`
    select h.id, k.at, k.kind, h.kind as what, h.amount_minor as "amountMinor", h.until_on as "untilOn", h.reason,
        h.placed_by_name as "placedBy", h.released_at as "releasedAt", h.released_by_name as "releasedBy",
        h.release_reason as "releaseReason", i.id as "itemId", i.number as "itemNumber", i.kind as "itemKind", i.currency,
        i.open_minor as "openMinor"
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join hold h on h.company_id = ${tx.company.id} and h.id = k.id
      left join item i on i.company_id = h.company_id and i.id = h.item_id`);
}

function holdLine(tx: Tx, row: HoldRow): TimelineLine {
  const { at, id, kind, what, itemId, itemNumber, itemKind, currency } = row;
  const items = itemId === null ? [] : [{ id: itemId, number: itemNumber ?? '', kind: itemKind ?? '' }];
  const shared = { ...PLAIN_LINE, at, id, kind, what, items, itemCount: items.length, currency };
  if (kind.endsWith('_lifted')) return { ...shared, text: row.releaseReason, by: row.releasedBy ?? '' };
  const isInForce = row.releasedAt === null && (row.untilOn === null || row.untilOn >= tx.today);
  return {
    ...shared,
    ...{ text: row.reason, by: row.placedBy ?? '', day: row.untilOn, amountMinor: row.amountMinor },
    state: isInForce ? 'in_force' : 'over',
    undo: isInForce && (HAND_KINDS as readonly string[]).includes(what) ? { kind: 'hold', id } : null,
  };
}
