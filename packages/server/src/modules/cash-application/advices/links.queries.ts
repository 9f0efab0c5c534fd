/** Links between receipts and advices, and what may be linked. */
import type { LocalDate } from '@quittance/core/calendar';
import { ADVICE_DAYS_APART_MAX, type AdviceLink } from '@quittance/core/matching';
import { literally, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';

/** `apart`: a person said that the two do not belong together. */
export type LinkedBy = AdviceLink | 'apart';

export interface CandidateReceipt {
  readonly adviceId: string;
  readonly receiptItemId: string;
  readonly number: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly lines: readonly string[];
  /** The payer's number of the payment: its end-to-end id, else a check's number. */
  readonly paymentNumber: string;
}

/** Advices older than this that found nothing are looked for no longer by themselves. */
const LOOKED_FOR_DAYS = 60;
const TRACE_LENGTH_MIN = 6;

/**
 * Receipts that an advice may be about: by its number of the payment, or by one of its amounts within days. Of advices whose
 * receipt is not known for certain: without a link, or linked by payer and amount only.
 */
export async function candidateReceipts(tx: Tx): Promise<CandidateReceipt[]> {
  return tx.all(sql`
    with wanted as materialized (
      select a.id, a.trace_key, a.currency, a.amount_minor, a.lines_minor, coalesce(a.paid_on, a.received_on) as told_on
        from remittance_advice a
        where a.company_id = ${tx.company.id} and a.withdrawn_at is null and a.received_on >= ${tx.today}::date - ${LOOKED_FOR_DAYS}::int
          and not exists (
            select from receipt_advice l where l.company_id = a.company_id and l.advice_id = a.id and l.ended_at is null
              and l.linked_by in ('trace', 'person'))
    ), found as (
      select w.id as advice_id, l.id as line_id
        from wanted w join bank_line l on l.company_id = ${tx.company.id}
          and regexp_replace(upper(coalesce(nullif(upper(l.end_to_end_id), 'NOTPROVIDED'), l.customer_reference)), '[^A-Z0-9]+', '', 'g') = w.trace_key
          and l.item_id is not null and l.undone_at is null
        where length(w.trace_key) >= ${TRACE_LENGTH_MIN}
      union
      select w.id, l.id
        from wanted w join bank_line l on l.company_id = ${tx.company.id} and l.currency = w.currency
          and l.amount_minor in (w.amount_minor, w.lines_minor)
          and l.item_id is not null and l.undone_at is null
          and abs(coalesce(l.booked_on, l.value_on) - w.told_on) <= ${ADVICE_DAYS_APART_MAX}::int
    )
    select f.advice_id as "adviceId", l.item_id as "receiptItemId", i.number, i.issued_on as "bookedOn", l.currency,
        l.amount_minor as "amountMinor", coalesce(l.payer_name, l.ultimate_name, '') as "payerName",
        coalesce(l.payer_account, '') as "payerAccount", l.text_lines as lines,
        coalesce(nullif(upper(l.end_to_end_id), 'NOTPROVIDED'), l.customer_reference, '') as "paymentNumber"
      from found f
      join bank_line l on l.company_id = ${tx.company.id} and l.id = f.line_id
      join item i on i.company_id = l.company_id and i.id = l.item_id
      where not exists (
        select from receipt_advice r where r.company_id = l.company_id and r.receipt_item_id = l.item_id and r.advice_id = f.advice_id
          and r.ended_at is null)
      order by i.issued_on, i.id`);
}

export interface NewLink {
  readonly receiptItemId: string;
  readonly adviceId: string;
  readonly linkedBy: LinkedBy;
}

/** A pair that is linked already stays as it is. Returns those that were not. */
export async function insertLinks(tx: Tx, links: readonly NewLink[]): Promise<NewLink[]> {
  if (links.length === 0) return [];
  const rows = links.map((link) => ({ ...link, id: newId() }));
  return tx.all(sql`
    insert into receipt_advice (company_id, id, receipt_item_id, advice_id, linked_by, linked_at, linked_by_name)
      select ${tx.company.id}, id, "receiptItemId", "adviceId", "linkedBy", ${tx.recordedAt}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(rows)}) as l (id uuid, "receiptItemId" uuid, "adviceId" uuid, "linkedBy" text)
      on conflict (company_id, receipt_item_id, advice_id) where ended_at is null do nothing
      returning receipt_item_id as "receiptItemId", advice_id as "adviceId", linked_by as "linkedBy"`);
}

/** Ends the weaker links of these advices to other receipts: a receipt with the payment's own number has come. */
export async function endWeakerLinks(tx: Tx, links: readonly NewLink[]): Promise<void> {
  const certain = links.filter(({ linkedBy }) => linkedBy === 'trace');
  if (certain.length === 0) return;
  await tx.run(sql`
    update receipt_advice l set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name},
        ended_reason = 'a receipt with the number of the payment has come'
      from json_to_recordset(${JSON.stringify(certain)}) as c ("receiptItemId" uuid, "adviceId" uuid)
      where l.company_id = ${tx.company.id} and l.advice_id = c."adviceId" and l.receipt_item_id <> c."receiptItemId"
        and l.linked_by in ('payer_and_amount', 'amount') and l.ended_at is null`);
}

/** Links of advices that were withdrawn end with them. */
export async function endLinksOfWithdrawn(tx: Tx): Promise<void> {
  await tx.run(sql`
    update receipt_advice l set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}, ended_reason = 'the advice was withdrawn'
      from remittance_advice a
      where l.company_id = ${tx.company.id} and a.company_id = l.company_id and a.id = l.advice_id and a.withdrawn_at is not null
        and l.ended_at is null`);
}

/** Ends what stands between the two, whatever it is. */
export async function endLink(
  tx: Tx,
  {
    receiptItemId,
    adviceId,
    reason,
  }: { readonly receiptItemId: string; readonly adviceId: string; readonly reason: string },
): Promise<void> {
  await tx.run(sql`
    update receipt_advice set ended_at = ${tx.recordedAt}, ended_by_name = ${tx.actor.name}, ended_reason = ${reason}
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId} and advice_id = ${adviceId} and ended_at is null`);
}

export interface StandingLink {
  readonly receiptItemId: string;
  readonly receiptNumber: string;
  readonly adviceId: string;
  readonly linkedBy: AdviceLink;
  readonly linkedAt: string;
  readonly linkedByName: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly payerName: string | null;
}

async function links(tx: Tx, of: 'receipts' | 'advices', ids: readonly string[]): Promise<StandingLink[]> {
  const column = of === 'receipts' ? sql`r.receipt_item_id` : sql`r.advice_id`;
  return tx.all(sql`
    select r.receipt_item_id as "receiptItemId", i.number as "receiptNumber", r.advice_id as "adviceId", r.linked_by as "linkedBy",
        r.linked_at as "linkedAt", r.linked_by_name as "linkedByName", i.issued_on as "bookedOn", i.currency,
        -i.amount_minor as "amountMinor", -i.open_minor as "openMinor", l.payer_name as "payerName"
      from receipt_advice r
      join remittance_advice a on a.company_id = r.company_id and a.id = r.advice_id and a.withdrawn_at is null
      join item i on i.company_id = r.company_id and i.id = r.receipt_item_id
      left join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
      where r.company_id = ${tx.company.id} and ${column} = any(${ids}::uuid[]) and r.ended_at is null and r.linked_by <> 'apart'
      order by i.issued_on, i.id, r.advice_id`);
}

export const linksOfReceipts = (tx: Tx, ids: readonly string[]) => links(tx, 'receipts', ids);
export const linksOfAdvices = (tx: Tx, ids: readonly string[]) => links(tx, 'advices', ids);

/** Receipts by these numbers, or of this amount near this day, to link an advice with by hand. */
export async function receiptsNear(
  tx: Tx,
  near: {
    readonly words: string;
    readonly currency: string;
    readonly amountsMinor: readonly bigint[];
    readonly limit: number;
  },
): Promise<Omit<StandingLink, 'adviceId' | 'linkedBy' | 'linkedAt' | 'linkedByName'>[]> {
  const words = literally(near.words);
  const condition =
    words === ''
      ? sql`i.currency = ${near.currency} and -i.amount_minor = any(${near.amountsMinor.map(String)}::bigint[])`
      : sql`(i.number ilike ${`${words}%`} or l.payer_name ilike ${`%${words}%`})`;
  return tx.all(sql`
    select i.id as "receiptItemId", i.number as "receiptNumber", i.issued_on as "bookedOn", i.currency, -i.amount_minor as "amountMinor",
        -i.open_minor as "openMinor", l.payer_name as "payerName"
      from item i left join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
      where i.company_id = ${tx.company.id} and i.kind = 'receipt' and ${condition}
      order by i.open_minor <> 0 desc, i.issued_on desc, i.id limit ${near.limit}`);
}

/** Of these payers, how many advices came within a year, and how many payments of theirs are confirmed. */
export async function habitsOfPayers(
  tx: Tx,
  payers: readonly string[],
): Promise<{ readonly payer: string; readonly advices: number; readonly payments: number }[]> {
  return tx.all(sql`
    select p.payer,
        (select count(*)::int from remittance_advice a where a.company_id = ${tx.company.id} and a.payer_key = p.payer
          and a.withdrawn_at is null and a.received_on >= ${tx.today}::date - 365) as advices,
        (select coalesce(sum(k.uses), 0)::int from payer_link k where k.company_id = ${tx.company.id} and k.mark = 'name' and k.key = p.payer)
          as payments
      from unnest(${payers}::text[]) as p (payer)`);
}

/** Receipts whose wait for an advice is over by today. */
export async function receiptsDoneWaiting(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select d.receipt_item_id as id
      from receipt_decision d, jsonb_array_elements(d.evidence) e
      where d.company_id = ${tx.company.id} and d.is_current and d.state = 'waiting' and e->>'kind' = 'advice_awaited'
        and (e->'params'->>'until')::date < ${tx.today}::date
      order by d.receipt_item_id`);
  return rows.map(({ id }) => id);
}
