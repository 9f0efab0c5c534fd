/** Customers moved by hand: acts that are undone as one. The latest of a customer that is not undone counts. */

import type { LocalDate } from '@quittance/core/calendar';
import type { HandMove } from '@quittance/core/portfolios';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface PortfolioMove {
  readonly id: string;
  readonly kind: 'hand' | 'rebalance';
  readonly reason: string;
  readonly untilOn: LocalDate | null;
  readonly customerCount: number;
  readonly madeAt: string;
  readonly madeByName: string;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

const MOVE = sql`
  select id, kind, reason, until_on as "untilOn", customer_count as "customerCount", made_at as "madeAt", made_by_name as "madeByName",
      undone_at as "undoneAt", undone_by_name as "undoneByName"
    from portfolio_move`;

export function listMoves(
  tx: Tx,
  page: { readonly before: { readonly at: string; readonly id: string } | undefined; readonly limit: number },
): Promise<PortfolioMove[]> {
  const { before } = page;
  const rest = before ? sql`and (made_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : noSql;
  return tx.all(sql`
    ${MOVE} where company_id = ${tx.company.id} ${rest} order by made_at desc, id desc limit ${page.limit}`);
}

export async function lockMove(tx: Tx, id: string): Promise<PortfolioMove | undefined> {
  return tx.maybe(sql`${MOVE} where company_id = ${tx.company.id} and id = ${id} for update`);
}

export interface NewMove extends Pick<PortfolioMove, 'id' | 'kind' | 'reason' | 'untilOn'> {
  readonly customers: readonly { readonly customerId: string; readonly ownerId: string | null }[];
}

export async function insertMove(tx: Tx, move: NewMove): Promise<void> {
  await tx.run(sql`
    with act as (
      insert into portfolio_move (company_id, id, kind, reason, until_on, customer_count, made_at, made_by, made_by_name)
        values (${tx.company.id}, ${move.id}, ${move.kind}, ${move.reason}, ${move.untilOn}::date, ${move.customers.length},
          ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}) returning company_id, id
    )
    insert into portfolio_override (company_id, move_id, customer_id, owner_id)
      select act.company_id, act.id, "customerId", "ownerId"
        from act, json_to_recordset(${JSON.stringify(move.customers)}) as m ("customerId" uuid, "ownerId" uuid)`);
}

export async function markUndone(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update portfolio_move set undone_at = ${tx.recordedAt}, undone_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function customersOfMove(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select customer_id as id from portfolio_override where company_id = ${tx.company.id} and move_id = ${id}`);
  return rows.map((row) => row.id);
}

/** By customer; of all, or of those named. A move whose last day is past lets an earlier one that still lasts count again. */
export async function movesInForce(tx: Tx, ids: readonly string[] | null): Promise<Map<string, HandMove>> {
  const whose = ids === null ? noSql : sql`and o.customer_id = any(${ids}::uuid[])`;
  const rows = await tx.all<HandMove & { customerId: string }>(sql`
    select distinct on (o.customer_id) o.customer_id as "customerId", o.move_id as "moveId", o.owner_id as "ownerId", m.until_on as "untilOn"
      from portfolio_override o join portfolio_move m on m.company_id = o.company_id and m.id = o.move_id
      where o.company_id = ${tx.company.id} and m.undone_at is null and (m.until_on is null or m.until_on >= ${tx.today}) ${whose}
      order by o.customer_id, m.made_at desc, m.id desc`);
  return new Map(rows.map(({ customerId, ...move }) => [customerId, move]));
}
