import type { BankReport } from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import type { CurrencyCode } from '@quittance/core/money';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A line of money in that stands: a receipt, or one that waits. */
export interface StandingLine {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  readonly origin: string;
  readonly report: BankReport;
  readonly account: string | null;
  readonly bookedOn: LocalDate | null;
  readonly valueOn: LocalDate | null;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
  readonly structuredReference: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly sumKey: string | null;
  readonly identity: string;
  readonly disposition: 'receipt' | 'waiting';
  /** The entry that opened its receipt, while that stands. */
  readonly entryId: string | null;
  /** Nothing was applied to its receipt, and nobody was found to own it: it can be replaced. */
  readonly isUntouched: boolean;
}

/** More would not be looked through by anybody; a file of them is refused by its reader. */
const STANDING_MAX = 200_000;

const STANDING = sql`
  select l.id, l.batch_id as "batchId", b.file_name as "fileName", coalesce(l.origin, '') as origin, l.report, l.account, l.booked_on as "bookedOn",
      l.value_on as "valueOn", l.amount_minor as "amountMinor", l.currency, l.bank_reference as "bankReference",
      l.customer_reference as "customerReference", l.end_to_end_id as "endToEndId", l.structured_reference as "structuredReference",
      l.payer_name as "payerName", l.payer_account as "payerAccount", l.sum_key as "sumKey", l.identity, l.disposition,
      d.opening_entry_id as "entryId", coalesce(i.settled_minor = 0 and not i.has_moved, false) as "isUntouched"
    from bank_line l
    join import_batch b on b.company_id = l.company_id and b.id = l.batch_id
    left join document d on d.company_id = l.company_id and d.id = l.document_id and d.cancelled_by_entry_id is null
    left join item i on i.company_id = l.company_id and i.id = l.item_id`;

const KEY = sql`upper(regexp_replace(coalesce(l.account, ''), '\\s', '', 'g'))`;

/** Standing lines of other origin around these days that no line of this origin is paired with yet. */
export async function findStandingLines(
  tx: Tx,
  near: {
    readonly origin: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    /**
     * All numbers of the accounts, and those that this file does not use: under them lines count, too, that came before the kind
     * of a file was kept. Null compares all accounts: a lockbox does not tell where its deposits go.
     */
    readonly accounts: { readonly keys: readonly string[]; readonly others: readonly string[] } | null;
  },
): Promise<StandingLine[]> {
  return tx.all(sql`${STANDING}
    where l.company_id = ${tx.company.id} and l.undone_at is null and l.disposition in ('receipt', 'waiting')
      and (l.origin <> ${near.origin} or l.origin is null and ${KEY} = any(${near.accounts?.others ?? []}::text[]))
      and coalesce(l.booked_on, l.value_on) between ${near.from}::date and ${near.to}::date
      and (${near.accounts === null} or l.report = 'lockbox' or ${KEY} = any(${near.accounts?.keys ?? []}::text[]))
      and (l.disposition = 'waiting' or d.id is not null)
      and not exists (select from bank_line x
        where x.company_id = l.company_id and x.undone_at is null and x.origin = ${near.origin} and x.links_to = l.id)
      and not exists (select from bank_line x
        where x.company_id = l.company_id and x.undone_at is null and x.origin = ${near.origin} and x.id = l.links_to)
    order by l.booked_on, l.id limit ${STANDING_MAX}`);
}

export async function findLines(tx: Tx, ids: readonly string[]): Promise<StandingLine[]> {
  return tx.all(sql`${STANDING}
    where l.company_id = ${tx.company.id} and l.undone_at is null and l.id = any(${ids}::uuid[]) order by l.booked_on, l.id`);
}

const WAITING_MAX = 1_000; // shown on one page; who has more has a wrong setting, not lines to decide

export async function listWaitingLines(tx: Tx): Promise<StandingLine[]> {
  return tx.all(sql`${STANDING}
    where l.company_id = ${tx.company.id} and l.undone_at is null and l.disposition = 'waiting'
    order by l.booked_on desc, l.id limit ${WAITING_MAX}`);
}

/** Whether files of other origin have told of this account, or of any lockbox, whose account is not known. */
export async function hasOtherOrigins(
  tx: Tx,
  of: { readonly origin: string; readonly key: string; readonly others: readonly string[] },
): Promise<boolean> {
  const found = await tx.one<{ exists: boolean }>(sql`
    select exists (select from bank_statement s
      join import_batch b on b.company_id = s.company_id and b.id = s.batch_id and b.status = 'posted'
      cross join lateral (select upper(regexp_replace(coalesce(s.account, ''), '\\s', '', 'g')) as key) told
      where s.company_id = ${tx.company.id} and (
        s.origin <> ${of.origin} and (s.report = 'lockbox' or told.key = ${of.key} or told.key = any(${of.others}::text[]))
        or s.origin is null and told.key = any(${of.others}::text[])))`);
  return found.exists;
}

/** What a standing line becomes. `settledBy`: the import whose undoing makes it what it was. */
export interface LineChange {
  readonly id: string;
  readonly disposition: 'receipt' | 'waiting' | 'counted' | 'set_aside';
  readonly documentId: string | null;
  readonly itemId: string | null;
  readonly linksTo: string | null;
  readonly settledBy: string | null;
}

export async function changeLines(tx: Tx, changes: readonly LineChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(sql`
    update bank_line l set disposition = c.disposition, document_id = c."documentId", item_id = c."itemId", links_to = c."linksTo",
        was_disposition = case when c."settledBy" is null then null else l.disposition end, settled_by_batch_id = c."settledBy"
      from json_to_recordset(${JSON.stringify(changes)}) as c (id uuid, disposition text, "documentId" uuid, "itemId" uuid, "linksTo" uuid,
        "settledBy" uuid)
      where l.company_id = ${tx.company.id} and l.id = c.id and l.undone_at is null`);
}

export async function linkLines(
  tx: Tx,
  links: readonly { readonly id: string; readonly linksTo: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await tx.run(sql`
    update bank_line l set links_to = c."linksTo"
      from json_to_recordset(${JSON.stringify(links)}) as c (id uuid, "linksTo" uuid)
      where l.company_id = ${tx.company.id} and l.id = c.id`);
}

/** What a person decided of a line that waited. */
export async function saveDecision(tx: Tx, id: string, reason: string | null): Promise<void> {
  await tx.run(sql`
    update bank_line set decided_by_name = ${tx.actor.name}, decided_at = ${tx.recordedAt}, decision_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id}`);
}

/** Lines that the posting of a batch settled, with what they were before. */
export async function findLinesSettledBy(
  tx: Tx,
  batchId: string,
): Promise<{ id: string; was: 'waiting' | 'receipt' }[]> {
  return tx.all(sql`
    select id, was_disposition as was from bank_line
      where company_id = ${tx.company.id} and settled_by_batch_id = ${batchId} and undone_at is null order by id`);
}

/** Files whose posting made receipts of what waited in this batch. */
export async function findSettlersOf(tx: Tx, batchId: string): Promise<{ id: string; fileName: string }[]> {
  return tx.all(sql`
    select distinct b.id, b.file_name as "fileName" from bank_line l
      join import_batch b on b.company_id = l.company_id and b.id = l.settled_by_batch_id
      where l.company_id = ${tx.company.id} and l.batch_id = ${batchId} and l.undone_at is null and l.disposition = 'receipt'
        and l.settled_by_batch_id <> ${batchId}`);
}

/** Lines of other batches that are counted with lines of this one: as their twins, or as the sum of them. */
export async function findCountedWith(tx: Tx, batchId: string): Promise<{ id: string; report: BankReport }[]> {
  return tx.all(sql`
    select distinct l.id, l.report from bank_line gone
      join bank_line l on l.company_id = gone.company_id and (l.id = gone.links_to or l.links_to = gone.id)
      where gone.company_id = ${tx.company.id} and gone.batch_id = ${batchId} and l.batch_id <> ${batchId} and l.undone_at is null
        and l.disposition = 'counted' order by l.id`);
}

/** Details of a sum that goes stand alone. */
export async function unlinkFrom(tx: Tx, batchId: string): Promise<void> {
  await tx.run(sql`
    update bank_line l set links_to = null from bank_line gone
      where l.company_id = ${tx.company.id} and gone.company_id = l.company_id and gone.batch_id = ${batchId} and gone.id = l.links_to
        and l.batch_id <> ${batchId} and l.undone_at is null`);
}

/** Nobody else decides the line until the transaction ends. */
export async function lockLine(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select from bank_line where company_id = ${tx.company.id} and id = ${id} for no key update`);
}
