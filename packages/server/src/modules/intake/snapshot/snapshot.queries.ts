import type { LocalDate } from '@quittance/core/calendar';
import type { ChangeKind, ChangePlan, LedgerSide } from '@quittance/core/snapshot';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export async function saveSnapshotDay(tx: Tx, batchId: string, day: LocalDate | null): Promise<void> {
  await tx.run(
    sql`update import_batch set snapshot_on = ${day} where company_id = ${tx.company.id} and id = ${batchId}`,
  );
}

export interface ListedItem extends Omit<LedgerSide, 'settledByList'> {
  readonly kind: string;
  readonly number: string;
  readonly instalment: number;
  readonly currency: string;
  readonly customerId: string;
}

const ITEM = sql`
  select i.id as "itemId", d.kind, d.number, i.instalment, i.currency, i.customer_id as "customerId", i.issued_on as "issuedOn",
      i.due_on as "dueOn", i.amount_minor as "amountMinor", i.open_minor as "openMinor"
    from item i join document d on d.company_id = i.company_id and d.id = i.document_id`;
const OF_THE_ERP = sql`d.kind in ('invoice', 'debit_note', 'credit_note') and d.cancelled_by_entry_id is null`;

/** Items of standing documents with one of the numbers, instalments in their order. */
export async function findListedItems(tx: Tx, numbers: readonly string[]): Promise<ListedItem[]> {
  return tx.all(sql`${ITEM}
    where i.company_id = ${tx.company.id} and ${OF_THE_ERP} and d.number = any(${numbers}::text[]) order by d.number, i.instalment`);
}

/** A page of what is open here and was there before this file, by id. */
export async function listOpenBefore(
  tx: Tx,
  page: { readonly batchId: string; readonly upTo: LocalDate; readonly after: string | null; readonly limit: number },
): Promise<ListedItem[]> {
  return tx.all(sql`${ITEM}
    where i.company_id = ${tx.company.id} and ${OF_THE_ERP} and i.open_minor <> 0 and i.issued_on <= ${page.upTo}
      and d.batch_id is distinct from ${page.batchId} ${page.after === null ? noSql : sql`and i.id > ${page.after}::uuid`}
    order by i.id limit ${page.limit}`);
}

export interface ListSettlement {
  readonly itemId: string;
  readonly entryId: string;
  readonly amountMinor: bigint;
}

/** The latest entry by which a list settled each of these items, with what of it stands. */
export async function findListSettlements(tx: Tx, itemIds: readonly string[]): Promise<ListSettlement[]> {
  if (itemIds.length === 0) return [];
  return tx.all(sql`
    select distinct on (p.item_id) p.item_id as "itemId", e.id as "entryId", e.amount_minor - coalesce(u.undone_minor, 0) as "amountMinor"
      from posting p
        join entry e on e.company_id = p.company_id and e.id = p.entry_id and e.kind = 'erp_settlement'
        left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where p.company_id = ${tx.company.id} and p.item_id = any(${itemIds}::uuid[])
        and e.amount_minor > coalesce(u.undone_minor, 0)
      order by p.item_id, e.recorded_at desc, e.id desc`);
}

export type ChangeStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded';

export interface NewItemChange {
  readonly id: string;
  readonly item: ListedItem;
  readonly kind: ChangeKind;
  readonly openThereMinor: bigint;
  readonly dueThere: LocalDate | null;
  readonly plan: ChangePlan;
}

/** A newer list says what holds now: what was still proposed from earlier ones is overtaken. */
export async function supersedeProposals(tx: Tx): Promise<void> {
  await tx.run(sql`
    update item_change set status = 'superseded', decided_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and status = 'proposed'`);
}

/** The list is undone: what was still proposed from it is no question any more. */
export async function supersedeProposalsOf(tx: Tx, batchId: string): Promise<void> {
  await tx.run(sql`
    update item_change set status = 'superseded', decided_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and batch_id = ${batchId} and status = 'proposed'`);
}

export interface AcceptedCorrection {
  readonly changeId: string;
  readonly number: string;
  readonly itemId: string;
  readonly decidedAt: string;
  readonly decidedByName: string;
  /** Those of its entries that stand. */
  readonly entryIds: readonly string[];
}

/**
 * What people accepted of a list and still stands, the latest first. Corrections that took an earlier settlement back are not
 * among them: a reversal is never reversed, and the next list settles anew.
 */
export async function findAcceptedCorrections(tx: Tx, batchId: string): Promise<AcceptedCorrection[]> {
  return tx.all(sql`
    select c.id as "changeId", c.number, c.item_id as "itemId", c.decided_at as "decidedAt", c.decided_by_name as "decidedByName",
        array_agg(e.id order by e.recorded_at desc) as "entryIds"
      from item_change c join entry e on e.company_id = c.company_id and e.id = any(c.entry_ids) and e.reverses_entry_id is null
      where c.company_id = ${tx.company.id} and c.batch_id = ${batchId} and c.status = 'accepted'
        and not exists (select from entry_undo u where u.company_id = e.company_id and u.entry_id = e.id and u.undone_minor = u.amount_minor)
      group by c.company_id, c.id, c.number, c.item_id, c.decided_at, c.decided_by_name
      order by c.decided_at desc, c.id desc`);
}

/** Leaves out what somebody has rejected in the very same shape before. */
export async function insertChanges(tx: Tx, batchId: string, changes: readonly NewItemChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ item, ...change }) => ({
    ...change,
    itemId: item.itemId,
    number: item.number,
    customerId: item.customerId,
    currency: item.currency,
    openHereMinor: item.openMinor.toString(),
    openThereMinor: change.openThereMinor.toString(),
    dueHere: item.dueOn,
    plan: planJson(change.plan),
  }));
  await tx.run(sql`
    insert into item_change (company_id, id, batch_id, item_id, number, customer_id, kind, currency, open_here_minor, open_there_minor,
        due_here, due_there, plan, status, proposed_at)
      select ${tx.company.id}, c.id, ${batchId}, c."itemId", c.number, c."customerId", c.kind, c.currency, c."openHereMinor",
          c."openThereMinor", c."dueHere", c."dueThere", c.plan, 'proposed', ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(rows)}) as c (id uuid, "itemId" uuid, number text, "customerId" uuid, kind text,
          currency text, "openHereMinor" bigint, "openThereMinor" bigint, "dueHere" date, "dueThere" date, plan jsonb)
        where not exists (select from item_change r where r.company_id = ${tx.company.id} and r.item_id = c."itemId" and r.kind = c.kind
          and r.status = 'rejected' and r.open_here_minor = c."openHereMinor" and r.open_there_minor = c."openThereMinor"
          and r.due_there is not distinct from c."dueThere")`);
}

/** Bigints do not survive JSON as numbers. */
function planJson(plan: ChangePlan) {
  return 'amountMinor' in plan ? { ...plan, amountMinor: plan.amountMinor.toString() } : plan;
}

interface ItemChangeRow {
  readonly id: string;
  readonly batchId: string;
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly kind: ChangeKind;
  readonly currency: string;
  readonly openHereMinor: bigint;
  readonly openThereMinor: bigint;
  readonly dueHere: LocalDate;
  readonly dueThere: LocalDate | null;
  readonly status: ChangeStatus;
  readonly proposedAt: string;
  readonly listedOn: LocalDate;
  readonly fileName: string;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly reason: string | null;
  readonly entryIds: readonly string[];
}

export interface ProposedChange extends ItemChangeRow {
  readonly plan: ChangePlan;
}

const CHANGE = sql`
  select c.id, c.batch_id as "batchId", c.item_id as "itemId", c.number, c.customer_id as "customerId", k.number as "customerNumber",
      k.name as "customerName", c.kind, c.currency, c.open_here_minor as "openHereMinor", c.open_there_minor as "openThereMinor",
      c.due_here as "dueHere", c.due_there as "dueThere", c.plan, c.status, c.proposed_at as "proposedAt", b.snapshot_on as "listedOn",
      b.file_name as "fileName", c.decided_at as "decidedAt", c.decided_by_name as "decidedByName", c.reason, c.entry_ids as "entryIds"
    from item_change c
      join customer k on k.company_id = c.company_id and k.id = c.customer_id
      join import_batch b on b.company_id = c.company_id and b.id = c.batch_id`;

export async function listChanges(
  tx: Tx,
  page: {
    readonly status: ChangeStatus | undefined;
    readonly batchId: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<ProposedChange[]> {
  const rows = await tx.all<ItemChangeRow & { plan: object }>(sql`${CHANGE}
    where c.company_id = ${tx.company.id}
      ${page.status === undefined ? noSql : sql`and c.status = ${page.status}`}
      ${page.batchId === undefined ? noSql : sql`and c.batch_id = ${page.batchId}`}
      ${page.after === undefined ? noSql : sql`and c.id > ${page.after}::uuid`}
    order by c.id limit ${page.limit}`);
  return rows.map(withPlan);
}

/** These changes, in the order of their items so that locks are taken in one order; held until the transaction ends when `lock`. */
export async function findChanges(
  tx: Tx,
  ids: readonly string[],
  options: { lock: boolean },
): Promise<ProposedChange[]> {
  const lock: Query = options.lock ? sql`for update of c` : noSql;
  const rows = await tx.all<ItemChangeRow & { plan: object }>(sql`${CHANGE}
    where c.company_id = ${tx.company.id} and c.id = any(${ids}::uuid[]) order by c.item_id, c.id ${lock}`);
  return rows.map(withPlan);
}

function withPlan(row: ItemChangeRow & { plan: object }): ProposedChange {
  const plan = row.plan as ChangePlan & { amountMinor?: string };
  return {
    ...row,
    plan: (plan.amountMinor === undefined ? plan : { ...plan, amountMinor: BigInt(plan.amountMinor) }) as ChangePlan,
  };
}

export async function decideChange(
  tx: Tx,
  id: string,
  decision: {
    readonly status: 'accepted' | 'rejected';
    readonly reason: string | null;
    readonly entryIds: readonly string[];
  },
): Promise<void> {
  await tx.run(sql`
    update item_change set status = ${decision.status}, decided_at = ${tx.recordedAt}, decided_by = ${tx.actor.id},
        decided_by_name = ${tx.actor.name}, reason = ${decision.reason}, entry_ids = ${decision.entryIds}::uuid[]
      where company_id = ${tx.company.id} and id = ${id}`);
}
