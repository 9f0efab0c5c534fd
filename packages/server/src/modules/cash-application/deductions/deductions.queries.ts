/** Deductions as they are kept, what they look at of their items, and what was posted under caps before. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Limit, SettlementReason } from '@quittance/core/settlement';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** What of an item tells which deductions it may bear. */
export interface DeductibleItem {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly openMinor: bigint;
  /** What the open part is worth in functional currency. */
  readonly carryingMinor: bigint;
  readonly issuedOn: LocalDate;
  /** Of the document, else the customer's own. */
  readonly terms: string | null;
  /** Claims that stand open on it. */
  readonly claimedMinor: bigint;
}

export async function deductibleItems(tx: Tx, ids: readonly string[]): Promise<Map<string, DeductibleItem>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.all<DeductibleItem>(sql`
    select i.id, i.number, i.customer_id as "customerId", i.currency, i.open_minor as "openMinor",
        i.functional_minor - i.settled_functional_minor as "carryingMinor", i.issued_on as "issuedOn", coalesce(d.terms, c.terms) as terms,
        (select coalesce(sum(o.amount_minor), 0)::bigint from deduction o
          where o.company_id = i.company_id and o.item_id = i.id and o.state = 'open') as "claimedMinor"
      from item i
      join document d on d.company_id = i.company_id and d.id = i.document_id
      join customer c on c.company_id = i.company_id and c.id = i.customer_id
      where i.company_id = ${tx.company.id} and i.id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of these items, those on which a claim stands open. */
export async function itemsWithClaims(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.all<{ id: string }>(sql`
    select distinct item_id as id from deduction
      where company_id = ${tx.company.id} and item_id = any(${[...new Set(ids)]}::uuid[]) and state = 'open'`);
  return new Set(rows.map((row) => row.id));
}

const CAPS_LOCK = 7302; // class of the advisory locks under which amounts posted under caps are counted

/** Until the transaction ends nobody else counts, so that two at once never pass a cap together. Asked for after the items. */
export async function lockCaps(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${CAPS_LOCK}, hashtext(${tx.company.id}))`);
}

export interface SpentRow {
  readonly effectiveOn: LocalDate;
  readonly reason: SettlementReason;
  readonly functionalMinor: bigint;
}

/** What stands posted for these days, by day and reason. */
export async function spentOnDays(tx: Tx, days: readonly LocalDate[]): Promise<SpentRow[]> {
  return tx.all(sql`
    select effective_on as "effectiveOn", reason, sum(functional_minor)::bigint as "functionalMinor"
      from deduction
      where company_id = ${tx.company.id} and state = 'posted' and effective_on = any(${[...new Set(days)]}::date[])
      group by effective_on, reason`);
}

/** What this person posted today and stands, by reason. */
export async function spentByActor(tx: Tx): Promise<Omit<SpentRow, 'effectiveOn'>[]> {
  return tx.all(sql`
    select reason, sum(functional_minor)::bigint as "functionalMinor"
      from deduction
      where company_id = ${tx.company.id} and state = 'posted' and recorded_by = ${tx.actor.id} and not is_by_itself
        and recorded_at >= (${tx.today}::date)::timestamp at time zone ${tx.company.timeZone}
      group by reason`);
}

export interface NewDeduction {
  readonly id: string;
  readonly receiptItemId: string;
  readonly decisionNumber: number;
  readonly itemId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
  readonly reason: SettlementReason;
  readonly treatment: 'posted' | 'claimed';
  readonly effectiveOn: LocalDate;
  readonly stated: string | null;
  readonly note: string | null;
  readonly limitedBy: Limit | null;
  readonly isCertificateExpected: boolean;
  readonly isByItself: boolean;
  readonly entryId: string | null;
  readonly holdId: string | null;
}

export async function insertDeductions(tx: Tx, deductions: readonly NewDeduction[]): Promise<void> {
  if (deductions.length === 0) return;
  const rows = deductions.map((one) => ({
    ...one,
    amountMinor: one.amountMinor.toString(),
    functionalMinor: one.functionalMinor.toString(),
  }));
  await tx.run(sql`
    insert into deduction (company_id, id, receipt_item_id, decision_number, item_id, customer_id, currency, amount_minor, functional_minor,
        reason, treatment, state, effective_on, stated, note, limited_by, is_certificate_expected, is_by_itself, entry_id, hold_id,
        recorded_at, recorded_by, recorded_by_name)
      select ${tx.company.id}, id, "receiptItemId", "decisionNumber", "itemId", "customerId", currency, "amountMinor", "functionalMinor",
          reason, treatment, case treatment when 'posted' then 'posted' else 'open' end, "effectiveOn", stated, note, "limitedBy",
          "isCertificateExpected", "isByItself", "entryId", "holdId", ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(rows)}) as d (id uuid, "receiptItemId" uuid, "decisionNumber" int, "itemId" uuid,
          "customerId" uuid, currency text, "amountMinor" bigint, "functionalMinor" bigint, reason text, treatment text,
          "effectiveOn" date, stated text, note text, "limitedBy" text, "isCertificateExpected" boolean, "isByItself" boolean,
          "entryId" uuid, "holdId" uuid)`);
}

export interface WithdrawnDeduction {
  readonly id: string;
  readonly receiptItemId: string;
  readonly itemId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly reason: SettlementReason;
  readonly treatment: 'posted' | 'claimed';
  readonly holdId: string | null;
}

/** Ends what stands of these receipts' deductions; their entries and holds are the caller's. */
export async function withdrawDeductions(
  tx: Tx,
  receiptItemIds: readonly string[],
  reason: string,
): Promise<WithdrawnDeduction[]> {
  return withdraw(tx, sql`d.receipt_item_id = any(${receiptItemIds}::uuid[])`, reason);
}

async function withdraw(tx: Tx, which: Query, reason: string): Promise<WithdrawnDeduction[]> {
  return tx.all(sql`
    update deduction d set state = 'withdrawn', ended_at = ${tx.recordedAt}, ended_by = ${tx.actor.id}, ended_by_name = ${tx.actor.name},
        ended_reason = ${reason}
      where d.company_id = ${tx.company.id} and d.state <> 'withdrawn' and ${which}
      returning d.id, d.receipt_item_id as "receiptItemId", d.item_id as "itemId", d.currency, d.amount_minor as "amountMinor", d.reason,
        d.treatment, d.hold_id as "holdId"`);
}

/** It rests on nothing any more: every application of the decision it came with was undone in the ledger. */
const IS_GROUNDLESS = sql`
  not exists (
    select from receipt_decision r
      join entry e on e.company_id = r.company_id and e.id = any(r.entry_ids) and e.kind = 'application'
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where r.company_id = d.company_id and r.receipt_item_id = d.receipt_item_id and r.number = d.decision_number
        and coalesce(u.undone_minor, 0) < e.amount_minor)`;

/** Receipts with deductions that rest on nothing any more. */
export async function receiptsWithGroundlessDeductions(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct d.receipt_item_id as id
      from deduction d where d.company_id = ${tx.company.id} and d.state <> 'withdrawn' and ${IS_GROUNDLESS}
      limit ${limit}`);
  return rows.map((row) => row.id);
}

/** Of these receipts' deductions ends those alone that rest on nothing: what a later decision took off stands. */
export async function withdrawGroundlessDeductions(
  tx: Tx,
  receiptItemIds: readonly string[],
  reason: string,
): Promise<WithdrawnDeduction[]> {
  return withdraw(tx, sql`d.receipt_item_id = any(${receiptItemIds}::uuid[]) and ${IS_GROUNDLESS}`, reason);
}

export interface DeductionView {
  readonly id: string;
  readonly receiptId: string;
  readonly receiptNumber: string;
  readonly itemId: string;
  readonly itemNumber: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Of an open claim, what the item still has open of it: what was paid since was paid first on the rest of the item. */
  readonly leftMinor: bigint;
  readonly reason: SettlementReason;
  readonly treatment: 'posted' | 'claimed';
  readonly state: 'open' | 'posted' | 'withdrawn';
  readonly effectiveOn: LocalDate;
  readonly stated: string | null;
  readonly note: string | null;
  readonly limitedBy: Limit | null;
  readonly isCertificateExpected: boolean;
  readonly isByItself: boolean;
  readonly recordedAt: string;
  readonly recordedByName: string;
  readonly endedAt: string | null;
  readonly endedByName: string | null;
  readonly endedReason: string | null;
}

export interface DeductionFilter {
  readonly state?: 'open' | 'posted' | 'withdrawn' | undefined;
  readonly reason?: SettlementReason | undefined;
  readonly receiptId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly customerIds?: readonly string[] | undefined;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly isCertificateExpected?: boolean | undefined;
  readonly after?: { readonly effectiveOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function listDeductions(tx: Tx, filter: DeductionFilter): Promise<DeductionView[]> {
  const { state, reason, receiptId, itemId, customerIds, from, until, isCertificateExpected, after } = filter;
  return tx.all(sql`
    select d.id, d.receipt_item_id as "receiptId", r.number as "receiptNumber", d.item_id as "itemId", i.number as "itemNumber",
        d.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", d.currency, d.amount_minor as "amountMinor",
        case when d.state = 'open' then least(d.amount_minor, greatest(i.open_minor - later.claimed_minor, 0)) else 0 end as "leftMinor",
        d.reason, d.treatment, d.state, d.effective_on as "effectiveOn", d.stated, d.note, d.limited_by as "limitedBy",
        d.is_certificate_expected as "isCertificateExpected", d.is_by_itself as "isByItself", d.recorded_at as "recordedAt",
        d.recorded_by_name as "recordedByName", d.ended_at as "endedAt", d.ended_by_name as "endedByName", d.ended_reason as "endedReason"
      from deduction d
      join item i on i.company_id = d.company_id and i.id = d.item_id
      join item r on r.company_id = d.company_id and r.id = d.receipt_item_id
      join customer c on c.company_id = d.company_id and c.id = d.customer_id
      cross join lateral (
        select coalesce(sum(o.amount_minor), 0)::bigint as claimed_minor from deduction o
          where o.company_id = d.company_id and o.item_id = d.item_id and o.state = 'open' and (o.recorded_at, o.id) > (d.recorded_at, d.id)) later
      where d.company_id = ${tx.company.id}
        ${state === undefined ? noSql : sql`and d.state = ${state}`}
        ${reason === undefined ? noSql : sql`and d.reason = ${reason}`}
        ${receiptId === undefined ? noSql : sql`and d.receipt_item_id = ${receiptId}`}
        ${itemId === undefined ? noSql : sql`and d.item_id = ${itemId}`}
        ${customerIds === undefined ? noSql : sql`and d.customer_id = any(${customerIds}::uuid[])`}
        ${from === undefined ? noSql : sql`and d.effective_on >= ${from}`}
        ${until === undefined ? noSql : sql`and d.effective_on <= ${until}`}
        ${isCertificateExpected === undefined ? noSql : sql`and d.is_certificate_expected = ${isCertificateExpected} and d.state = 'posted'`}
        ${after === undefined ? noSql : sql`and (d.effective_on, d.id) < (${after.effectiveOn}::date, ${after.id}::uuid)`}
      order by d.effective_on desc, d.id desc limit ${filter.limit}`);
}

export interface DeductionTotal {
  readonly state: 'open' | 'posted' | 'withdrawn';
  readonly reason: SettlementReason;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly count: number;
}

/** What stands, by state, reason and currency. */
export async function deductionTotals(tx: Tx): Promise<DeductionTotal[]> {
  return tx.all(sql`
    select state, reason, currency, sum(amount_minor)::bigint as "amountMinor", count(*)::int as count
      from deduction where company_id = ${tx.company.id} and state <> 'withdrawn'
      group by state, reason, currency order by state, reason, currency`);
}
