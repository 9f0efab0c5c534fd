import type { LocalDate } from '@quittance/core/calendar';
import type { EntryDraft, EntryKind, Posting, RecordedEntry } from '@quittance/core/ledger';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** An entry about to be written: what `core` drafted, with an id and its place among others. */
export interface NewEntry extends EntryDraft {
  readonly id: string;
  readonly commandId: string;
  readonly batchId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

/** Writes entries with all their postings in one statement; the database checks and settles the items. */
export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { company, recordedAt, actor } = tx;
  await tx.run(sql`
    with entries as (
      insert into entry (company_id, id, kind, effective_on, recorded_at, posting_count, currency, amount_minor, reverses_entry_id,
          depends_on_entry_id, event_id, command_id, batch_id, actor_id, reason, note)
        select ${company.id}, id, kind, effective_on, ${recordedAt}, posting_count, currency, amount_minor, reverses_entry_id,
          depends_on_entry_id, event_id, command_id, batch_id, ${actor.id}, reason, note
        from json_to_recordset(${entriesJson(entries)}) as e (id uuid, kind text, effective_on date, posting_count smallint, currency text,
          amount_minor bigint, reverses_entry_id uuid, depends_on_entry_id uuid, event_id uuid, command_id uuid, batch_id uuid,
          reason text, note text))
    insert into posting (company_id, entry_id, line, account, effective_on, recorded_at, currency, amount_minor, functional_minor,
        customer_id, item_id, due_on)
      select ${company.id}, entry_id, line, account, effective_on, ${recordedAt}, currency, amount_minor, functional_minor,
        customer_id, item_id, due_on
      from json_to_recordset(${postingsJson(entries)}) as p (entry_id uuid, line smallint, account text, effective_on date, currency text,
        amount_minor bigint, functional_minor bigint, customer_id uuid, item_id uuid, due_on date)`);
}

function entriesJson(entries: readonly NewEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      effective_on: entry.effectiveOn,
      posting_count: entry.postings.length,
      currency: entry.currency,
      amount_minor: entry.amountMinor.toString(),
      reverses_entry_id: entry.reversesEntryId,
      depends_on_entry_id: entry.dependsOnEntryId,
      event_id: entry.eventId,
      command_id: entry.commandId,
      batch_id: entry.batchId,
      reason: entry.reason,
      note: entry.note,
    })),
  );
}

function postingsJson(entries: readonly NewEntry[]): string {
  return JSON.stringify(
    entries.flatMap((entry) =>
      entry.postings.map((posting, index) => ({
        entry_id: entry.id,
        line: index + 1,
        account: posting.account,
        effective_on: posting.effectiveOn,
        currency: posting.currency,
        amount_minor: posting.amountMinor.toString(),
        functional_minor: posting.functionalMinor.toString(),
        ...(posting.itemId === undefined
          ? {}
          : { customer_id: posting.customerId, item_id: posting.itemId, due_on: posting.dueOn }),
      })),
    ),
  );
}

interface PostingRow {
  entryId: string;
  ownerId: string;
  account: Posting['account'];
  effectiveOn: LocalDate;
  currency: string;
  amountMinor: bigint;
  functionalMinor: bigint;
  customerId: string | null;
  itemId: string | null;
  dueOn: LocalDate | null;
}

/** Entries with their postings and those of what undid them, in the order given. Missing ones are left out. */
export async function loadEntries(tx: Tx, ids: readonly string[]): Promise<RecordedEntry[]> {
  const entries = await tx.all<{
    id: string;
    kind: EntryKind;
    effectiveOn: LocalDate;
    currency: string;
    amountMinor: bigint;
    undoneMinor: bigint;
  }>(sql`
    select e.id, e.kind, e.effective_on as "effectiveOn", e.currency, e.amount_minor as "amountMinor", coalesce(u.undone_minor, 0) as "undoneMinor"
      from entry e left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where e.company_id = ${tx.company.id} and e.id = any(${ids}::uuid[])`);
  const postings = await tx.all<PostingRow>(sql`
    select p.entry_id as "entryId", o.owner_id as "ownerId", p.account, p.effective_on as "effectiveOn", p.currency,
        p.amount_minor as "amountMinor", p.functional_minor as "functionalMinor", p.customer_id as "customerId",
        p.item_id as "itemId", p.due_on as "dueOn"
      from (
        select id as entry_id, id as owner_id from entry where company_id = ${tx.company.id} and id = any(${ids}::uuid[])
        union all
        select id, reverses_entry_id from entry where company_id = ${tx.company.id} and reverses_entry_id = any(${ids}::uuid[])) o
      join posting p on p.company_id = ${tx.company.id} and p.entry_id = o.entry_id
      order by p.entry_id, p.line`);
  const byId = new Map(
    entries.map((entry) => [entry.id, { ...entry, postings: [] as Posting[], undoPostings: [] as Posting[] }]),
  );
  for (const row of postings) {
    const owner = byId.get(row.ownerId);
    (row.entryId === row.ownerId ? owner?.postings : owner?.undoPostings)?.push(postingOf(row));
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function postingOf(row: PostingRow): Posting {
  const { account, effectiveOn, currency, amountMinor, functionalMinor, customerId, itemId, dueOn } = row;
  const amounts = { effectiveOn, currency, amountMinor, functionalMinor };
  if (account === 'receivable' || account === 'unapplied') {
    if (customerId === null || itemId === null || dueOn === null)
      throw new Error(`posting of ${row.entryId} names no item`);
    return { account, ...amounts, customerId, itemId, dueOn };
  }
  return { account, ...amounts };
}

/**
 * What stands on each entry and is not undone, the latest first: companions of an application, and all that happened to
 * opened items. Entries without dependents are left out.
 */
export async function dependentEntryIds(tx: Tx, entryIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.all<{ ownerId: string; id: string }>(sql`
    select owner_id as "ownerId", id from (
      select e.depends_on_entry_id as owner_id, e.id, e.recorded_at from entry e
        where e.company_id = ${tx.company.id} and e.depends_on_entry_id = any(${entryIds}::uuid[])
      union
      select i.opening_entry_id, e.id, e.recorded_at
        from item i
        join posting p on p.company_id = i.company_id and p.item_id = i.id and p.entry_id <> i.opening_entry_id
        join entry e on e.company_id = p.company_id and e.id = p.entry_id
        where i.company_id = ${tx.company.id} and i.opening_entry_id = any(${entryIds}::uuid[]) and e.reverses_entry_id is null) dependent
      where not exists (
        select from entry_undo u where u.company_id = ${tx.company.id} and u.entry_id = dependent.id and u.undone_minor = u.amount_minor)
      order by recorded_at desc, id desc`);
  const dependents = new Map<string, string[]>();
  for (const { ownerId, id } of rows) {
    const known = dependents.get(ownerId);
    if (known) known.push(id);
    else dependents.set(ownerId, [id]);
  }
  return dependents;
}

export async function touchedItemIds(tx: Tx, entryIds: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ itemId: string }>(sql`
    select distinct item_id as "itemId" from posting
      where company_id = ${tx.company.id} and entry_id = any(${entryIds}::uuid[]) and item_id is not null`);
  return rows.map((row) => row.itemId);
}
