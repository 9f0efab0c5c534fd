import type { LocalDate } from '@quittance/core/calendar';
import { codeKey, normalisePartyName } from '@quittance/core/matching';
import { sum } from '@quittance/core/money';
import type { Remittance, RemittanceAdjustment } from '@quittance/core/remittance';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { ToldAdvice, ToldPage } from '../reading/advices/told-advice.ts';
import type { KeptAdvice, KeptLine } from './advice.ts';

export interface StandingAdvice {
  readonly key: string;
  readonly fileName: string;
  /** As names are compared; empty when the advice does not say who pays. */
  readonly payerKey: string;
  readonly payerAccount: string | null;
}

/** The advices that stand under one of these keys. */
export async function findStandingAdvices(tx: Tx, keys: readonly string[]): Promise<StandingAdvice[]> {
  return tx.all(sql`
    select a.content_key as key, b.file_name as "fileName", a.payer_key as "payerKey", a.payer_account as "payerAccount"
      from remittance_advice a join import_batch b on b.company_id = a.company_id and b.id = a.batch_id
      where a.company_id = ${tx.company.id} and a.content_key = any(${keys}::text[]) and a.withdrawn_at is null`);
}

export interface NewAdvice extends ToldAdvice {
  readonly id: string;
  readonly number: number;
  readonly contentKey: string;
  readonly receivedOn: LocalDate;
}

const text = (minor: bigint | null) => minor?.toString() ?? null;
const adjustmentRows = (adjustments: readonly RemittanceAdjustment[]) =>
  adjustments.map(({ amountMinor, ...rest }) => ({ ...rest, amountMinor: amountMinor.toString() }));

export async function insertAdvice(tx: Tx, batchId: string, advice: NewAdvice): Promise<void> {
  const { remittance, id, number, part, form, isScanned, isTotalPrinted, receivedOn, contentKey } = advice;
  const { payer, lines, traceNumber } = remittance;
  await tx.run(sql`
    insert into remittance_advice (company_id, id, batch_id, number, part, form, is_scanned, received_on, received_at, payer_name, payer_key,
        payer_account, paid_on, trace_number, trace_key, currency, amount_minor, lines_minor, line_count, footing, content_key, told_text,
        adjustments)
      values (${tx.company.id}, ${id}, ${batchId}, ${number}, ${part}, ${form}, ${isScanned}, ${receivedOn}, ${tx.recordedAt}, ${payer.name},
        ${normalisePartyName(payer.name ?? '')}, ${payer.account}, ${remittance.paidOn}, ${traceNumber}, ${codeKey(traceNumber ?? '')},
        ${remittance.currency}, ${isTotalPrinted ? remittance.amountMinor : null}, ${linesMinor(remittance)}, ${lines.length},
        ${isTotalPrinted ? remittance.footing : 'unknown'}, ${contentKey},
        ${[...remittance.text]}, ${JSON.stringify(adjustmentRows(remittance.adjustments))})`);
  const rows = lines.map((line, at) => ({
    number: at + 1,
    row: line.line,
    documentKind: line.document?.kind ?? null,
    documentNumber: line.document?.number ?? null,
    refs: line.references,
    issuedOn: line.issuedOn,
    grossMinor: text(line.grossMinor),
    discountMinor: text(line.discountMinor),
    adjustments: adjustmentRows(line.adjustments),
    paidMinor: text(line.paidMinor),
    toldText: line.text,
    place: line.place ?? null,
  }));
  await tx.run(sql`
    insert into remittance_line (company_id, advice_id, number, row, document_kind, document_number, refs, issued_on, gross_minor,
        discount_minor, adjustments, paid_minor, told_text, place)
      select ${tx.company.id}, ${id}, number, row, "documentKind", "documentNumber", refs, "issuedOn", "grossMinor", "discountMinor",
          adjustments, "paidMinor", array(select jsonb_array_elements_text("toldText")), nullif(place, 'null')
        from json_to_recordset(${JSON.stringify(rows)}) as l (number int, row int, "documentKind" text, "documentNumber" text, refs jsonb,
          "issuedOn" date, "grossMinor" bigint, "discountMinor" bigint, adjustments jsonb, "paidMinor" bigint, "toldText" jsonb, place jsonb)`);
}

/** Null when a line does not say what it pays. */
function linesMinor({ lines, adjustments }: Remittance): bigint | null {
  const paid = lines.flatMap(({ paidMinor }) => (paidMinor === null ? [] : [paidMinor]));
  return paid.length < lines.length ? null : sum([...paid, ...adjustments.map(({ amountMinor }) => amountMinor)]);
}

export async function insertPage(tx: Tx, adviceId: string, page: ToldPage): Promise<void> {
  await tx.run(sql`
    insert into advice_page (company_id, advice_id, page, media_type, width, height, content)
      values (${tx.company.id}, ${adviceId}, ${page.page}, ${page.mediaType}, ${page.width}, ${page.height},
        ${Buffer.from(page.content, 'base64')})`);
}

const ADVICE = sql`
  select a.id, a.batch_id as "batchId", b.file_name as "fileName", a.number, a.part, a.form, a.is_scanned as "isScanned",
      a.received_on as "receivedOn", a.payer_name as "payerName", a.payer_account as "payerAccount", a.paid_on as "paidOn",
      a.trace_number as "traceNumber", a.currency, a.amount_minor as "amountMinor", a.lines_minor as "linesMinor",
      a.line_count as "lineCount", a.footing, a.told_text as "toldText", a.adjustments, a.checked_at as "checkedAt",
      a.checked_by_name as "checkedByName", a.withdrawn_at as "withdrawnAt", a.withdrawn_reason as "withdrawnReason"
    from remittance_advice a join import_batch b on b.company_id = a.company_id and b.id = a.batch_id`;

type AdviceRow = Omit<KeptAdvice, 'adjustments'> & { readonly adjustments: readonly AdjustmentRow[] };
type AdjustmentRow = Omit<RemittanceAdjustment, 'amountMinor'> & { readonly amountMinor: string };

function adjustmentsOf(rows: readonly AdjustmentRow[]): RemittanceAdjustment[] {
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

async function advices(tx: Tx, condition: Query): Promise<KeptAdvice[]> {
  const rows = await tx.all<AdviceRow>(sql`${ADVICE} where a.company_id = ${tx.company.id} and ${condition}`);
  return rows.map((row) => ({ ...row, adjustments: adjustmentsOf(row.adjustments) }));
}

export async function findAdvices(tx: Tx, ids: readonly string[]): Promise<KeptAdvice[]> {
  return advices(tx, sql`a.id = any(${ids}::uuid[])`);
}

/** The latest first; those that were withdrawn are left out unless they are asked for. */
export async function listAdvices(
  tx: Tx,
  page: {
    readonly before: { readonly receivedOn: string; readonly id: string } | undefined;
    readonly batchId: string | undefined;
    readonly limit: number;
  },
): Promise<KeptAdvice[]> {
  const { before, batchId } = page;
  return advices(
    tx,
    sql`a.withdrawn_at is null ${batchId === undefined ? noSql : sql`and a.batch_id = ${batchId}`}
      ${before === undefined ? noSql : sql`and (a.received_on, a.id) < (${before.receivedOn}::date, ${before.id}::uuid)`}
      order by a.received_on desc, a.id desc limit ${page.limit}`,
  );
}

export async function findLines(tx: Tx, adviceIds: readonly string[]): Promise<KeptLine[]> {
  const rows = await tx.all<Omit<KeptLine, 'adjustments'> & { readonly adjustments: readonly AdjustmentRow[] }>(sql`
    select advice_id as "adviceId", number, row, document_kind as "documentKind", document_number as "documentNumber", refs as "references",
        issued_on as "issuedOn", gross_minor as "grossMinor", discount_minor as "discountMinor", adjustments, paid_minor as "paidMinor",
        told_text as "toldText", place
      from remittance_line where company_id = ${tx.company.id} and advice_id = any(${adviceIds}::uuid[]) order by advice_id, number`);
  return rows.map((row) => ({ ...row, adjustments: adjustmentsOf(row.adjustments) }));
}

/** The advices of an import go; what was linked to them is looked at again. */
export async function withdrawAdvices(tx: Tx, batchId: string, reason: string): Promise<void> {
  await tx.run(sql`
    update remittance_advice set withdrawn_at = ${tx.recordedAt}, withdrawn_by_name = ${tx.actor.name}, withdrawn_reason = ${reason}
      where company_id = ${tx.company.id} and batch_id = ${batchId} and withdrawn_at is null`);
}

/** A person has compared a scan with what was read of it. */
export async function markChecked(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update remittance_advice set checked_at = ${tx.recordedAt}, checked_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and id = ${id} and checked_at is null and withdrawn_at is null`);
  return changed === 1;
}

export async function findPage(
  tx: Tx,
  of: { readonly adviceId: string; readonly page: number },
): Promise<{ readonly mediaType: string; readonly content: Buffer } | undefined> {
  return tx.maybe(sql`
    select media_type as "mediaType", content from advice_page
      where company_id = ${tx.company.id} and advice_id = ${of.adviceId} and page = ${of.page}`);
}

export async function listPages(
  tx: Tx,
  adviceId: string,
): Promise<{ readonly page: number; readonly width: number; readonly height: number }[]> {
  return tx.all(sql`
    select page, width, height from advice_page where company_id = ${tx.company.id} and advice_id = ${adviceId} order by page`);
}
