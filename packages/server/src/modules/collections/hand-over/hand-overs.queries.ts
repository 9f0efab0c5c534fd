/** Hand-overs as they were made, with each piece that went, for undoing and for telling. */
import type { HandOverTotal, WorkKind } from '@quittance/core/hand-over';
import type { Role } from '@quittance/core/permissions';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A piece as it is kept: customers by the moves that took them. */
export interface KeptPiece {
  readonly kind: Exclude<WorkKind, 'portfolio_rule'>;
  readonly subjectId: string;
  readonly toId: string | null;
}

export interface HandOver {
  readonly id: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string | null;
  readonly reason: string;
  readonly totals: readonly (HandOverTotal & { readonly toName: string | null })[];
  readonly rulesNumber: number | null;
  readonly rulesBefore: number | null;
  readonly rolesBefore: readonly Role[] | null;
  readonly rolesAfter: readonly Role[] | null;
  readonly madeAt: string;
  readonly madeByName: string;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

const HAND_OVER = sql`
  select h.id, h.from_id as "fromId", a.name as "fromName", h.to_id as "toId", h.reason,
      (select jsonb_agg(t.total || jsonb_build_object('toName', o.name) order by t.position)
        from jsonb_array_elements(h.totals) with ordinality as t (total, position)
        left join actor o on o.id = (t.total ->> 'toId')::uuid) as totals,
      h.rules_number as "rulesNumber", h.rules_before as "rulesBefore", h.roles_before as "rolesBefore", h.roles_after as "rolesAfter",
      h.made_at as "madeAt", h.made_by_name as "madeByName", h.undone_at as "undoneAt", h.undone_by_name as "undoneByName"
    from hand_over h join actor a on a.id = h.from_id`;

export function listHandOvers(
  tx: Tx,
  page: { readonly before: { readonly at: string; readonly id: string } | undefined; readonly limit: number },
): Promise<HandOver[]> {
  const { before } = page;
  const rest = before ? sql`and (h.made_at, h.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : noSql;
  return tx.all(sql`
    ${HAND_OVER} where h.company_id = ${tx.company.id} ${rest} order by h.made_at desc, h.id desc limit ${page.limit}`);
}

export async function lockHandOver(tx: Tx, id: string): Promise<HandOver | undefined> {
  await tx.run(sql`select from hand_over where company_id = ${tx.company.id} and id = ${id} for update`);
  return tx.maybe(sql`${HAND_OVER} where h.company_id = ${tx.company.id} and h.id = ${id}`);
}

export interface NewHandOver
  extends Pick<
    HandOver,
    'id' | 'fromId' | 'toId' | 'reason' | 'rulesNumber' | 'rulesBefore' | 'rolesBefore' | 'rolesAfter'
  > {
  readonly totals: readonly HandOverTotal[];
  readonly pieces: readonly KeptPiece[];
  readonly told: readonly string[];
}

export async function insertHandOver(tx: Tx, made: NewHandOver): Promise<void> {
  await tx.run(sql`
    insert into hand_over (company_id, id, from_id, to_id, reason, totals, rules_number, rules_before, roles_before, roles_after, made_at,
        made_by, made_by_name)
      values (${tx.company.id}, ${made.id}, ${made.fromId}, ${made.toId}, ${made.reason}, ${JSON.stringify(made.totals)}::jsonb,
        ${made.rulesNumber}, ${made.rulesBefore}, ${made.rolesBefore}::text[], ${made.rolesAfter}::text[], ${tx.recordedAt},
        ${tx.actor.id}, ${tx.actor.name})`);
  await tx.run(sql`
    insert into hand_over_piece (company_id, hand_over_id, kind, subject_id, to_id)
      select ${tx.company.id}, ${made.id}, kind, "subjectId", "toId"
        from json_to_recordset(${JSON.stringify(made.pieces)}) as p (kind text, "subjectId" uuid, "toId" uuid)`);
  await tx.run(sql`
    insert into hand_over_told (company_id, hand_over_id, person_id)
      select ${tx.company.id}, ${made.id}, id from unnest(${[...made.told]}::uuid[]) as p (id)`);
}

export function piecesOf(tx: Tx, id: string): Promise<KeptPiece[]> {
  return tx.all(sql`
    select kind, subject_id as "subjectId", to_id as "toId" from hand_over_piece
      where company_id = ${tx.company.id} and hand_over_id = ${id} order by kind, subject_id`);
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update hand_over set undone_at = ${tx.recordedAt}, undone_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export interface ToldHandOver {
  readonly id: string;
  /** Whose work it was. */
  readonly text: string;
  readonly customerId: null;
  readonly customerName: null;
  readonly at: string;
  readonly byName: string;
}

const TOLD_MAX = 50;

/** What the actor was handed and has not seen, the latest first. */
export function listTold(tx: Tx): Promise<ToldHandOver[]> {
  return tx.all(sql`
    select h.id, a.name as text, null as "customerId", null as "customerName", h.made_at as at, h.made_by_name as "byName"
      from hand_over_told t join hand_over h on h.company_id = t.company_id and h.id = t.hand_over_id and h.undone_at is null
      join actor a on a.id = h.from_id
      where t.company_id = ${tx.company.id} and t.person_id = ${tx.actor.id} and t.seen_at is null
      order by h.made_at desc limit ${TOLD_MAX}`);
}

export async function markToldSeen(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update hand_over_told set seen_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and hand_over_id = ${id} and person_id = ${tx.actor.id}`);
}
