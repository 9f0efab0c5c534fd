/** Limits as data: who posts alone and decides up to which amount, and above which a second person approves. */
import {
  APPROVAL_KINDS,
  type ApprovalKind,
  type LimitHolder,
  type LimitRow,
  type SecondRow,
  TOTAL_KINDS,
  type TotalKind,
} from '@quittance/core/approvals';
import { isRole } from '@quittance/core/permissions';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { assert } from '../../platform/errors.ts';

export type LimitKind = ApprovalKind | TotalKind | 'any';

export interface KeptLimit extends LimitRow {
  readonly personName: string | null;
  readonly changedByName: string;
  readonly changedAt: string;
}

export async function listLimits(tx: Tx): Promise<KeptLimit[]> {
  const rows = await tx.all<Omit<KeptLimit, 'holder'> & { holder: string }>(sql`
    select l.kind, l.holder, l.alone_minor as "aloneMinor", l.decide_minor as "decideMinor", l.changed_by_name as "changedByName",
        l.changed_at as "changedAt", a.name as "personName"
      from approval_limit l left join actor a on 'person:' || a.id::text = l.holder
      where l.company_id = ${tx.company.id} order by l.holder, l.kind`);
  return rows.map((row) => ({ ...row, holder: holderOf(row.holder) }));
}

export interface KeptSecond extends SecondRow {
  readonly changedByName: string;
  readonly changedAt: string;
}

export async function listSecondLimits(tx: Tx): Promise<KeptSecond[]> {
  return tx.all(sql`
    select kind, above_minor as "aboveMinor", changed_by_name as "changedByName", changed_at as "changedAt"
      from approval_second_limit where company_id = ${tx.company.id} order by kind`);
}

export async function saveLimit(tx: Tx, row: LimitRow): Promise<void> {
  await tx.run(sql`
    insert into approval_limit (company_id, kind, holder, alone_minor, decide_minor, changed_by, changed_by_name, changed_at)
      values (${tx.company.id}, ${row.kind}, ${holderText(row.holder)}, ${row.aloneMinor}, ${row.decideMinor}, ${tx.actor.id},
        ${tx.actor.name}, ${tx.recordedAt})
    on conflict (company_id, kind, holder) do update set alone_minor = excluded.alone_minor, decide_minor = excluded.decide_minor,
      changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`);
}

/** False when there is none. */
export async function deleteLimit(tx: Tx, row: Pick<LimitRow, 'kind' | 'holder'>): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from approval_limit where company_id = ${tx.company.id} and kind = ${row.kind} and holder = ${holderText(row.holder)}`);
  return gone === 1;
}

export async function saveSecondLimit(tx: Tx, row: SecondRow): Promise<void> {
  await tx.run(sql`
    insert into approval_second_limit (company_id, kind, above_minor, changed_by, changed_by_name, changed_at)
      values (${tx.company.id}, ${row.kind}, ${row.aboveMinor}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})
    on conflict (company_id, kind) do update set above_minor = excluded.above_minor, changed_by = excluded.changed_by,
      changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`);
}

function holderText(holder: LimitHolder): string {
  return 'role' in holder ? `role:${holder.role}` : `person:${holder.personId}`;
}

function holderOf(text: string): LimitHolder {
  const [what, name = ''] = text.split(':');
  if (what === 'person') return { personId: name };
  assert(isRole(name), `a limit is for a role or a person: ${text}`);
  return { role: name };
}

/**
 * What an actor took from an item this way alone, in the company's currency, and what is not undone of it: splitting an amount
 * does not make it smaller. What waited for its day was posted for its giver.
 */
export async function takenAlone(
  tx: Tx,
  taken: { readonly itemId: string; readonly entryKind: string },
): Promise<bigint> {
  const row = await tx.one<{ minor: bigint }>(sql`
    select coalesce(sum(p.functional_minor), 0)::bigint as minor
      from (
        select distinct e.id from posting p join entry e on e.company_id = p.company_id and e.id = p.entry_id
          where p.company_id = ${tx.company.id} and p.item_id = ${taken.itemId} and e.kind = ${taken.entryKind}
            and (e.actor_id = ${tx.actor.id} or e.command_id in (
              select c.id from pending_act w join command c on c.company_id = w.company_id and c.key = 'pending:' || w.id
                where w.company_id = ${tx.company.id} and w.actor_id = ${tx.actor.id} and w.body->>'itemId' = ${taken.itemId}))
            and not exists (select from approval_request r where r.company_id = e.company_id and e.id = any(r.entry_ids))) mine
      join entry e on e.company_id = ${tx.company.id} and (e.id = mine.id or e.reverses_entry_id = mine.id)
      join posting p on p.company_id = e.company_id and p.entry_id = e.id and p.item_id is null`);
  return row.minor < 0n ? -row.minor : row.minor;
}

export const LIMIT_KINDS = ['any', ...APPROVAL_KINDS, ...TOTAL_KINDS] as const;
