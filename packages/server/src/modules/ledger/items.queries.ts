import type { LocalDate } from '@quittance/core/calendar';
import type { ControlAccount, DocumentKind, ItemHistory, ItemState, Move } from '@quittance/core/ledger';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import type { Book } from './book.queries.ts';

interface ItemRow extends Book {
  id: string;
  number: string;
  kind: DocumentKind;
  account: ControlAccount;
  customerId: string;
  currency: string;
  amountMinor: bigint;
  openMinor: bigint;
  carryingMinor: bigint;
  issuedOn: LocalDate;
  dueOn: LocalDate;
  lastEffectiveOn: LocalDate;
  lastRecordedAt: string;
  lockedAt: string;
}

/**
 * Locks items in the order of their ids and returns them as they are now, with their history when something already
 * happened to them after `effectiveOn`; and the book they are in, in the same round trip. Throws `not_found` when one is
 * missing.
 */
export async function lockItems(tx: Tx, ids: readonly string[], effectiveOn: LocalDate): Promise<LockedItems> {
  return lockItemsWhere(tx, ids, (item) => effectiveOn < item.lastEffectiveOn);
}

/** The same, each with its history: for undoing, which asks how the items came to be. */
export async function lockItemsWithHistory(tx: Tx, ids: readonly string[]): Promise<LockedItems> {
  return lockItemsWhere(tx, ids, () => true);
}

/** When items take part in what is to be settled: a second time builds on the first, which may be dated later. */
export interface SettlingDays {
  readonly firstOn: LocalDate;
  readonly times: number;
}

/** The same for many acts at once, each of its own day. */
export async function lockItemsForSettling(tx: Tx, days: ReadonlyMap<string, SettlingDays>): Promise<LockedItems> {
  return lockItemsWhere(tx, [...days.keys()], (item) => {
    const { firstOn, times } = days.get(item.id) ?? { firstOn: item.lastEffectiveOn, times: 1 };
    return firstOn < item.lastEffectiveOn || times > 1;
  });
}

/** Of these, the customers that there are. */
export async function existingCustomerIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.all<{ id: string }>(
    sql`select id from customer where company_id = ${tx.company.id} and id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Set(rows.map((row) => row.id));
}

export interface LockedItems {
  readonly items: Map<string, ItemState>;
  readonly book: Book;
  /**
   * The instant to record what is done to them. It is the transaction's own, unless somebody who began later was here
   * first: then it is now, or our entry would be known before the one it builds on.
   */
  readonly recordedAt: string;
}

async function lockItemsWhere(
  tx: Tx,
  ids: readonly string[],
  needsHistory: (item: ItemState) => boolean,
): Promise<LockedItems> {
  const wanted = [...new Set(ids)];
  // The inner select hides from the planner how many there are: else it makes a plan for each call, a fifth of an application's time.
  const rows = await tx.all<ItemRow>(sql`
    select locked.*, clock_timestamp() as "lockedAt" from (
      select id, number, kind, account, customer_id as "customerId", currency, amount_minor as "amountMinor", open_minor as "openMinor",
          functional_minor - settled_functional_minor as "carryingMinor", issued_on as "issuedOn", due_on as "dueOn",
          last_effective_on as "lastEffectiveOn", last_recorded_at as "lastRecordedAt",
          (select closed_through from ledger_book where company_id = ${tx.company.id}) as "closedThrough",
          (select closing_through from ledger_book where company_id = ${tx.company.id}) as "closingThrough"
        from item where company_id = ${tx.company.id} and id = any(array(select unnest(${wanted}::uuid[]))) order by id for update) locked`);
  const items = new Map<string, ItemState>(rows.map((row) => [row.id, row]));
  const missing = wanted.find((id) => !items.has(id));
  if (missing !== undefined) throw notFound('item', missing);
  const asking = rows.filter(needsHistory).map((row) => row.id);
  if (asking.length > 0) {
    for (const [id, history] of await itemHistories(tx, asking)) {
      const item = items.get(id);
      if (item) items.set(id, { ...item, history });
    }
  }
  const { closedThrough = null, closingThrough = null } = rows[0] ?? {};
  const isOvertaken = tx.clock === 'database' && rows.some((row) => row.lastRecordedAt > tx.recordedAt);
  const recordedAt =
    (isOvertaken &&
      rows
        .map((row) => row.lockedAt)
        .sort()
        .at(-1)) ||
    tx.recordedAt;
  return { items, book: { closedThrough, closingThrough }, recordedAt };
}

type ChangeRow = ItemHistory['changes'][number] & { readonly itemId: string };
type OpeningRow = ItemHistory['opening'] & { readonly itemId: string };
type MoveRow = Move & { readonly itemId: string };

/** What happened to items by effective day, and where they stood from which day on. */
async function itemHistories(tx: Tx, ids: readonly string[]): Promise<Map<string, ItemHistory>> {
  const changes = await tx.all<ChangeRow>(sql`
    select item_id as "itemId", effective_on as "effectiveOn", sum(amount_minor)::bigint as "amountMinor",
        sum(functional_minor)::bigint as "functionalMinor"
      from posting where company_id = ${tx.company.id} and item_id = any(${ids}::uuid[])
      group by item_id, effective_on order by item_id, effective_on`);
  const openings = await tx.all<OpeningRow>(sql`
    select p.item_id as "itemId", p.customer_id as "customerId", p.due_on as "dueOn"
      from item i join posting p on p.company_id = i.company_id and p.entry_id = i.opening_entry_id and p.item_id = i.id
      where i.company_id = ${tx.company.id} and i.id = any(${ids}::uuid[])`);
  const moves = await tx.all<MoveRow>(sql`
    select m.item_id as "itemId", m.entry_id as "entryId", m.effective_on as "effectiveOn", m.customer_id as "customerId",
        m.due_on as "dueOn", undo.effective_on as "undoneOn"
      from item_position m
      join entry e on e.company_id = m.company_id and e.id = m.entry_id and e.reverses_entry_id is null
      left join entry undo on undo.company_id = m.company_id and undo.reverses_entry_id = m.entry_id
      where m.company_id = ${tx.company.id} and m.item_id = any(${ids}::uuid[])
      order by m.item_id, m.step`);
  const histories = new Map(
    openings.map(({ itemId, ...opening }) => [itemId, { opening, changes: [] as ChangeRow[], moves: [] as MoveRow[] }]),
  );
  for (const change of changes) histories.get(change.itemId)?.changes.push(change);
  for (const move of moves) histories.get(move.itemId)?.moves.push(move);
  return histories;
}
