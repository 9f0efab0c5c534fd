import type { LocalDate } from '@quittance/core/calendar';
import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { assert } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';

/** A fact that stops others from sending or posting: on an item, or on a customer as a whole. */
export interface Hold {
  readonly id: string;
  readonly itemId: string | null;
  readonly customerId: string;
  readonly kind: string;
  readonly amountMinor: bigint | null;
  readonly untilOn: LocalDate | null;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

export interface NewHold {
  readonly itemId?: string | undefined;
  readonly customerId: string;
  readonly kind: string;
  readonly amountMinor?: bigint | undefined;
  readonly untilOn?: LocalDate | undefined;
  readonly reason: string;
}

export async function placeHold(tx: Tx, hold: NewHold): Promise<string> {
  const [id] = await placeHolds(tx, [hold]);
  assert(id !== undefined, 'one hold was placed');
  return id;
}

/** Their ids, in the order given. */
export async function placeHolds(tx: Tx, given: readonly NewHold[]): Promise<string[]> {
  if (given.length === 0) return [];
  const rows = given.map((hold) => ({ ...hold, id: newId(), amountMinor: hold.amountMinor?.toString() }));
  await tx.run(sql`
    insert into hold (company_id, id, item_id, customer_id, kind, amount_minor, until_on, reason, placed_by, placed_by_name, placed_at)
      select ${tx.company.id}, id, "itemId", "customerId", kind, "amountMinor", "untilOn", reason, ${tx.actor.id}, ${tx.actor.name},
          ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(rows)}) as h (id uuid, "itemId" uuid, "customerId" uuid, kind text, "amountMinor" bigint,
          "untilOn" date, reason text)`);
  return rows.map((row) => row.id);
}

/** False when the hold was released before or never was. */
export async function releaseHold(tx: Tx, id: string, reason?: string): Promise<boolean> {
  return (await releaseHolds(tx, [id], reason)) === 1;
}

/** How many of them were in force. */
export async function releaseHolds(tx: Tx, ids: readonly string[], reason?: string): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.run(sql`
    update hold set released_by = ${tx.actor.id}, released_by_name = ${tx.actor.name}, released_at = ${tx.recordedAt},
        release_reason = ${reason ?? null}
      where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) and released_at is null`);
}

/** On what a request for approval is about. */
export const APPROVAL_HOLD = 'waiting_approval';

export interface WaitingApproval {
  readonly itemId: string;
  readonly number: string;
  readonly currency: string;
  readonly openMinor: bigint;
  /** Positive; null when it is about the whole item. */
  readonly amountMinor: bigint | null;
  readonly byName: string;
  readonly reason: string;
}

/** Requests about these items that nobody has decided yet, by item and time. */
export async function waitingApprovals(tx: Tx, itemIds: readonly string[]): Promise<WaitingApproval[]> {
  if (itemIds.length === 0) return [];
  return tx.all(sql`
    select i.id as "itemId", i.number, i.currency, i.open_minor as "openMinor", h.amount_minor as "amountMinor", h.placed_by_name as "byName",
        h.reason
      from hold h join item i on i.company_id = h.company_id and i.id = h.item_id
      where h.company_id = ${tx.company.id} and h.item_id = any(${[...new Set(itemIds)]}::uuid[]) and h.kind = ${APPROVAL_HOLD}
        and h.released_at is null
      order by i.id, h.placed_at, h.id`);
}

export async function findHold(tx: Tx, id: string): Promise<Pick<Hold, 'itemId' | 'customerId' | 'kind'> | undefined> {
  return tx.maybe(sql`
    select item_id as "itemId", customer_id as "customerId", kind from hold where company_id = ${tx.company.id} and id = ${id}`);
}

/** A hold as people see it, in force or over. */
export interface HoldView extends Omit<Hold, 'placedBy'> {
  readonly itemNumber: string | null;
  readonly currency: string | null;
  readonly placedBy: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly releaseReason: string | null;
  readonly isInForce: boolean;
}

const HOLDS_SHOWN_MAX = 500; // of one customer; more say that something else is wrong

/** An item's holds with those on its customer as a whole; a customer's with those on its items. The latest first. */
export async function listHolds(
  tx: Tx,
  asked: { readonly subject: 'item' | 'customer'; readonly id: string; readonly ended: boolean },
): Promise<HoldView[]> {
  const concerned =
    asked.subject === 'customer'
      ? sql`h.customer_id = ${asked.id}`
      : sql`(h.item_id = ${asked.id} or (h.item_id is null and h.customer_id = (
          select customer_id from item where company_id = ${tx.company.id} and id = ${asked.id})))`;
  return tx.all(sql`
    select h.id, h.item_id as "itemId", i.number as "itemNumber", i.currency, h.customer_id as "customerId", h.kind,
        h.amount_minor as "amountMinor", h.until_on as "untilOn", h.reason, h.placed_by_name as "placedBy", h.placed_at as "placedAt",
        h.released_by_name as "releasedBy", h.released_at as "releasedAt", h.release_reason as "releaseReason",
        (${inForce(tx)}) as "isInForce"
      from hold h left join item i on i.company_id = h.company_id and i.id = h.item_id
      where h.company_id = ${tx.company.id} and ${concerned} ${asked.ended ? noSql : sql`and ${inForce(tx)}`}
      order by h.placed_at desc, h.id desc limit ${HOLDS_SHOWN_MAX}`);
}

function inForce(tx: Tx): Query {
  return sql`released_at is null and (until_on is null or until_on >= ${tx.today}::date)`;
}

/** Holds in force today on a customer and its items. */
export async function holdsOfCustomer(tx: Tx, customerId: string): Promise<Hold[]> {
  return holds(tx, sql`customer_id = ${customerId}`);
}

/** Holds in force today on any of these items, or on their customers as a whole. */
export async function holdsOfItems(tx: Tx, itemIds: readonly string[]): Promise<Hold[]> {
  return holds(
    tx,
    sql`(item_id = any(${itemIds}::uuid[]) or (item_id is null and customer_id in (
      select customer_id from item where company_id = ${tx.company.id} and id = any(${itemIds}::uuid[]))))`,
  );
}

function holds(tx: Tx, condition: Query): Promise<Hold[]> {
  return tx.all(sql`
    select id, item_id as "itemId", customer_id as "customerId", kind, amount_minor as "amountMinor", until_on as "untilOn", reason,
        placed_by as "placedBy", placed_at as "placedAt"
      from hold where company_id = ${tx.company.id} and ${condition} and ${inForce(tx)}
      order by placed_at, id`);
}
