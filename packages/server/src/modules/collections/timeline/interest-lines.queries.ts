/** Interest on late payment: charged with a note, or waived with the reason. The note's entry is told here. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type LineKey, PLAIN_LINE, saysAll, type TimelineLine, type TimelineSource } from '../../customers/index.ts';

export const INTEREST_LINES: TimelineSource = {
  name: 'interest',
  lines: (tx, { customerIds, words }) => sql`
    select c.made_at as at, c.id, 'interest_' || c.kind as kind from interest_charge c
      where c.company_id = ${tx.company.id} and c.customer_id = any(${[...customerIds]}::uuid[])
        ${words.length === 0 ? noSql : sql`and ${saysAll(sql`concat_ws(' ', c.number, c.reason)`, words)}`}`,
  load,
};

interface ChargeRow extends LineKey {
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly number: string | null;
  readonly itemId: string | null;
  readonly entryId: string | null;
  readonly text: string | null;
  readonly by: string;
  readonly actorId: string;
  readonly planId: string | null;
  readonly day: LocalDate | null;
  readonly late: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
  readonly lateCount: number;
  readonly reversedAt: string | null;
  readonly reversedBy: string | null;
}

const ITEMS_NAMED_MAX = 12;

async function load(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const rows = await tx.all<ChargeRow>(sql`
    select c.id, k.at, k.kind, c.currency, c.interest_minor + c.fee_minor as "amountMinor", c.number, c.item_id as "itemId",
        c.entry_id as "entryId", c.reason as text, c.made_by_name as by, c.made_by as "actorId", c.plan_id as "planId", c.until_on as day,
        r.recorded_at as "reversedAt", n.name as "reversedBy", named.late, named.count as "lateCount"
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join interest_charge c on c.company_id = ${tx.company.id} and c.id = k.id
      left join entry r on r.company_id = c.company_id and r.reverses_entry_id = c.entry_id and r.kind = 'reversal'
      left join actor n on n.id = r.actor_id
      cross join lateral (
        select count(*)::int as count,
            coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind) order by i.due_on, i.id), '[]') as late
          from interest_charge_line l join item i on i.company_id = l.company_id and i.id = l.item_id
          where l.company_id = c.company_id and l.charge_id = c.id) named`);
  return rows.map(lineOf);
}

function lineOf(row: ChargeRow): TimelineLine {
  const { at, id, kind, currency, amountMinor, number, itemId, entryId, text, by, actorId, planId, day, late } = row;
  const note = itemId === null || number === null ? [] : [{ id: itemId, number, kind: 'debit_note' }];
  return {
    ...PLAIN_LINE,
    ...{ at, id, kind, currency, amountMinor, text, by, actorId, day },
    what: planId === null ? 'late' : 'plan',
    items: [...note, ...late].slice(0, ITEMS_NAMED_MAX),
    itemCount: note.length + row.lateCount,
    about: entryId === null ? (planId === null ? null : { kind: 'plan', id: planId }) : { kind: 'entry', id: entryId },
    takenBack: row.reversedAt === null ? null : { at: row.reversedAt, by: row.reversedBy ?? '' },
  };
}
