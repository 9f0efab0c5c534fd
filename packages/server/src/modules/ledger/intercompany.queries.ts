import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Transfer {
  readonly eventId: string;
  readonly direction: 'out' | 'in';
  readonly otherCompanyId: string;
  readonly entryId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly itemId: string;
}

export async function insertTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  await tx.run(sql`
    insert into intercompany_transfer (company_id, event_id, direction, other_company_id, entry_id, currency, amount_minor, item_id, recorded_at)
      values (${tx.company.id}, ${transfer.eventId}, ${transfer.direction}, ${transfer.otherCompanyId}, ${transfer.entryId},
        ${transfer.currency}, ${transfer.amountMinor}, ${transfer.itemId}, ${tx.recordedAt})`);
}

/** What left this company and has not arrived in the other. */
export async function unarrivedTransfers(tx: Tx): Promise<(Transfer & { itemNumber: string; effectiveOn: string })[]> {
  return tx.all(sql`
    select t.event_id as "eventId", t.direction, t.other_company_id as "otherCompanyId", t.entry_id as "entryId", t.currency,
        t.amount_minor as "amountMinor", t.item_id as "itemId", i.number as "itemNumber", e.effective_on as "effectiveOn"
      from intercompany_transfer t
      join item i on i.company_id = t.company_id and i.id = t.item_id
      join entry e on e.company_id = t.company_id and e.id = t.entry_id
      where t.company_id = ${tx.company.id} and t.direction = 'out' and not intercompany_is_paired(t.event_id)
      order by t.recorded_at, t.event_id`);
}

/** Which of these entries are one side of a transfer. */
export async function transferSidesAmong(tx: Tx, entryIds: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ entryId: string }>(sql`
    select entry_id as "entryId" from intercompany_transfer
      where company_id = ${tx.company.id} and entry_id = any(${entryIds}::uuid[]) order by entry_id`);
  return rows.map((row) => row.entryId);
}

/** One side of a transfer as people see it. */
export interface TransferView extends Transfer {
  readonly itemNumber: string;
  readonly otherCompanyCode: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly reason: string | null;
  /** The other side is there too. */
  readonly isPaired: boolean;
}

/** This company's sides of transfers, the latest first; `before` is where the page starts. */
export async function listTransfers(
  tx: Tx,
  page: { readonly before: { recordedAt: string; eventId: string } | undefined; readonly limit: number },
): Promise<TransferView[]> {
  const before =
    page.before === undefined
      ? noSql
      : sql`and (t.recorded_at, t.event_id) < (${page.before.recordedAt}::timestamptz, ${page.before.eventId}::uuid)`;
  return tx.all(sql`
    select t.event_id as "eventId", t.direction, t.other_company_id as "otherCompanyId", o.code as "otherCompanyCode",
        t.entry_id as "entryId", t.currency, t.amount_minor as "amountMinor", t.item_id as "itemId", i.number as "itemNumber",
        e.effective_on as "effectiveOn", t.recorded_at as "recordedAt", e.reason, intercompany_is_paired(t.event_id) as "isPaired"
      from intercompany_transfer t
      join company o on o.id = t.other_company_id
      join item i on i.company_id = t.company_id and i.id = t.item_id
      join entry e on e.company_id = t.company_id and e.id = t.entry_id
      where t.company_id = ${tx.company.id} ${before}
      order by t.recorded_at desc, t.event_id desc limit ${page.limit}`);
}
