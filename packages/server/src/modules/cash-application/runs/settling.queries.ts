/** What settling a receipt looks at, under locks, and what stands on it already. */
import type { LocalDate } from '@quittance/core/calendar';
import type { EntryKind } from '@quittance/core/ledger';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { DecisionState } from '../deciding/decision.ts';

export interface LockedItem {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly account: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly lastEffectiveOn: LocalDate;
  /** Of the company's book. */
  readonly closedThrough: LocalDate | null;
  readonly closingThrough: LocalDate | null;
  /** Of a receipt: its current decision, as it was when the lock was asked for. */
  readonly decisionNumber: number | null;
  readonly decisionState: DecisionState | null;
  readonly decisionHoldIds: readonly string[] | null;
}

/** Locks a receipt and the items it is to settle, all in the order of their ids, as the ledger does. Missing ones are left out. */
export async function lockItems(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedItem>> {
  return lock(tx, ids, sql`for update of i`);
}

/** The same without ever waiting: what somebody else is at, is left out. */
export async function lockItemsAtOnce(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedItem>> {
  return lock(tx, ids, sql`for update of i skip locked`);
}

async function lock(tx: Tx, ids: readonly string[], how: Query): Promise<Map<string, LockedItem>> {
  const rows = await tx.all<LockedItem>(sql`
    select i.id, i.number, i.kind, i.account, i.customer_id as "customerId", i.currency, i.amount_minor as "amountMinor",
        i.open_minor as "openMinor", i.issued_on as "issuedOn", i.last_effective_on as "lastEffectiveOn",
        (select closed_through from ledger_book where company_id = ${tx.company.id}) as "closedThrough",
        (select closing_through from ledger_book where company_id = ${tx.company.id}) as "closingThrough",
        d.number as "decisionNumber", d.state as "decisionState", d.hold_ids::text[] as "decisionHoldIds"
      from item i
      left join lateral (
        select number, state, hold_ids from receipt_decision d
          where d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current limit 1) d on i.kind = 'receipt'
      where i.company_id = ${tx.company.id} and i.id = any(${[...new Set(ids)]}::uuid[]) order by i.id ${how}`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The customers on whose account items stand now. */
export async function customersOfItems(tx: Tx, itemIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.all<{ id: string; customerId: string }>(
    sql`select id, customer_id as "customerId" from item where company_id = ${tx.company.id} and id = any(${itemIds}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.customerId]));
}

export interface PayerMarks {
  readonly payerName: string;
  readonly payerAccount: string;
}

/** Who paid, as the bank says. */
export async function payerOfReceipt(tx: Tx, itemId: string): Promise<PayerMarks> {
  const row = await tx.maybe<PayerMarks>(sql`
    select coalesce(payer_name, ultimate_name, '') as "payerName", coalesce(payer_account, '') as "payerAccount"
      from bank_line where company_id = ${tx.company.id} and item_id = ${itemId} and undone_at is null`);
  return row ?? { payerName: '', payerAccount: '' };
}

export interface StandingEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly currency: string;
  /** What is left of it. */
  readonly amountMinor: bigint;
  /** It stands and falls with this one: a discount with its application. */
  readonly dependsOnEntryId: string | null;
}

/**
 * Entries that settle a receipt or move it and are not wholly undone, the latest first: those on the receipt itself, and
 * those that its decisions posted beside them (a credit note netted against an invoice).
 */
export async function standingEntries(tx: Tx, receiptItemId: string): Promise<StandingEntry[]> {
  return tx.all(sql`
    select e.id, e.kind, e.currency, e.amount_minor - coalesce(u.undone_minor, 0) as "amountMinor",
        e.depends_on_entry_id as "dependsOnEntryId"
      from (
        select p.entry_id as id from posting p where p.company_id = ${tx.company.id} and p.item_id = ${receiptItemId}
        union
        select unnest(d.entry_ids) from receipt_decision d where d.company_id = ${tx.company.id} and d.receipt_item_id = ${receiptItemId}) touched
      join entry e on e.company_id = ${tx.company.id} and e.id = touched.id and e.reverses_entry_id is null
      join item i on i.company_id = ${tx.company.id} and i.id = ${receiptItemId} and i.opening_entry_id <> e.id
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where coalesce(u.undone_minor, 0) < e.amount_minor
      order by e.recorded_at desc, e.id desc`);
}

export interface UndoneEntry {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** The day as of which it is undone: its own, or the first open one after a period was closed. */
  readonly undoneOn: LocalDate;
}

/** What these reversals undid, the latest first. */
export async function undoneBy(tx: Tx, reversalIds: readonly string[]): Promise<UndoneEntry[]> {
  return tx.all(sql`
    select e.id as "entryId", e.kind, e.currency, r.amount_minor as "amountMinor", r.effective_on as "undoneOn"
      from entry r join entry e on e.company_id = r.company_id and e.id = r.reverses_entry_id
      where r.company_id = ${tx.company.id} and r.id = any(${reversalIds}::uuid[])
      order by e.recorded_at desc, e.id desc`);
}

export interface TouchedItem {
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly openMinor: bigint;
}

/** The items that entries touch, as they are now. */
export async function itemsOfEntries(tx: Tx, entryIds: readonly string[]): Promise<TouchedItem[]> {
  return tx.all(sql`
    select i.id as "itemId", i.number, i.customer_id as "customerId", i.currency, i.open_minor as "openMinor"
      from item i
      where i.company_id = ${tx.company.id} and i.id in (
        select p.item_id from posting p where p.company_id = ${tx.company.id} and p.entry_id = any(${entryIds}::uuid[]) and p.item_id is not null)
      order by i.due_on, i.id`);
}
