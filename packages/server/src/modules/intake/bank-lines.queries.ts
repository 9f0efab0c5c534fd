import type { BankEntry, BankStatement, RemittanceDocument } from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/**
 * `returned` is a payment that went back; `money_out` is ours; neither becomes a receipt. `waiting`: money in that waits for a
 * statement or a person; `counted`: other lines are its receipts.
 */
export type LineDisposition = 'receipt' | 'money_out' | 'returned' | 'zero' | 'waiting' | 'counted';

export interface NewBankLine {
  readonly id: string;
  readonly identity: string;
  readonly entry: BankEntry;
  readonly disposition: LineDisposition;
  readonly documentId: string | null;
  readonly itemId: string | null;
  /** The file's format and what it is; null for lines that no other file tells of. */
  readonly origin: string | null;
  /** Its twin, when it is counted there; the sum it is a detail of. */
  readonly linksTo: string | null;
}

export async function findTakenIdentities(tx: Tx, identities: readonly string[]): Promise<Set<string>> {
  const rows = await tx.all<{ identity: string }>(sql`
    select identity from bank_line
      where company_id = ${tx.company.id} and identity = any(${identities}::text[]) and undone_at is null`);
  return new Set(rows.map((row) => row.identity));
}

/** The lines with these identities that stand, and the kind of file each came in. */
export async function findTakenOrigins(tx: Tx, identities: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.all<{ identity: string; origin: string | null }>(sql`
    select identity, origin from bank_line
      where company_id = ${tx.company.id} and identity = any(${identities}::text[]) and undone_at is null`);
  return new Map(rows.map(({ identity, origin }) => [identity, origin]));
}

/** Of these, the numbers that a standing receipt has. */
export async function findReceiptNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await tx.all<{ number: string }>(sql`
    select number from document
      where company_id = ${tx.company.id} and kind = 'receipt' and number = any(${numbers}::text[]) and cancelled_by_entry_id is null`);
  return new Set(rows.map((row) => row.number));
}

export async function insertBankLines(tx: Tx, batchId: string, lines: readonly NewBankLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ entry, ...line }) => ({
    ...line,
    account: entry.account,
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    currency: entry.currency,
    amountMinor: entry.amountMinor.toString(),
    isReversal: entry.isReversal,
    bankReference: entry.bankReference,
    customerReference: entry.customerReference,
    endToEndId: entry.endToEndId,
    typeCode: entry.typeCode,
    payerName: entry.counterparty.name,
    payerAccount: entry.counterparty.account,
    ultimateName: entry.counterparty.ultimateName,
    structuredReference: entry.structuredReference,
    documents: entry.documents.map((document) => ({
      ...document,
      amountMinor: document.amountMinor?.toString() ?? null,
    })),
    textLines: entry.textLines,
    report: entry.report ?? 'statement',
    sumKey: entry.sumKey ?? null,
    bankInformation: [entry.bankInformation, entry.moneyInformation].filter(Boolean).join('; ') || null,
  }));
  await tx.run(sql`
    insert into bank_line (company_id, id, batch_id, identity, account, booked_on, value_on, currency, amount_minor, is_reversal,
        bank_reference, customer_reference, end_to_end_id, type_code, payer_name, payer_account, ultimate_name, structured_reference,
        documents, text_lines, bank_information, disposition, document_id, item_id, report, origin, sum_key, links_to)
      select ${tx.company.id}, id, ${batchId}, identity, account, "bookedOn", "valueOn", currency, "amountMinor", "isReversal",
          "bankReference", "customerReference", "endToEndId", "typeCode", "payerName", "payerAccount", "ultimateName", "structuredReference",
          documents, array(select json_array_elements_text("textLines")), "bankInformation", disposition, "documentId", "itemId", report, origin, "sumKey", "linksTo"
        from json_to_recordset(${JSON.stringify(rows)}) as l (id uuid, identity text, account text, "bookedOn" date, "valueOn" date,
          currency text, "amountMinor" bigint, "isReversal" boolean, "bankReference" text, "customerReference" text, "endToEndId" text,
          "typeCode" text, "payerName" text, "payerAccount" text, "ultimateName" text, "structuredReference" text, documents jsonb,
          "textLines" json, "bankInformation" text, disposition text, "documentId" uuid, "itemId" uuid, report text, origin text, "sumKey" text, "linksTo" uuid)`);
}

export async function insertStatement(
  tx: Tx,
  batchId: string,
  { id, origin, statement }: { readonly id: string; readonly origin: string; readonly statement: BankStatement },
): Promise<void> {
  await tx.run(sql`
    insert into bank_statement (company_id, id, batch_id, account, number, currency, opening_minor, opening_on, closing_minor, closing_on,
        footing, line_count, report, origin)
      values (${tx.company.id}, ${id}, ${batchId}, ${statement.account}, ${statement.number}, ${statement.currency},
        ${statement.openingBalance?.amountMinor ?? null}, ${statement.openingBalance?.on ?? null},
        ${statement.closingBalance?.amountMinor ?? null}, ${statement.closingBalance?.on ?? null}, ${statement.footing}, ${statement.entryCount},
        ${statement.report ?? 'statement'}, ${origin})`);
}

/** The lines of an undone batch may come again. */
export async function releaseBankLines(tx: Tx, batchId: string): Promise<void> {
  await tx.run(sql`
    update bank_line set undone_at = ${tx.recordedAt} where company_id = ${tx.company.id} and batch_id = ${batchId} and undone_at is null`);
}

/** A bank line as others read it: what the bank said about a receipt. */
export interface BankLine {
  readonly id: string;
  readonly itemId: string;
  readonly account: string | null;
  readonly bookedOn: LocalDate | null;
  readonly valueOn: LocalDate | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
  readonly typeCode: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly ultimateName: string | null;
  readonly structuredReference: string | null;
  readonly documents: readonly (Omit<RemittanceDocument, 'amountMinor'> & { readonly amountMinor: string | null })[];
  readonly textLines: readonly string[];
  readonly bankInformation: string | null;
}

/** The bank lines that became these receipts. */
export async function findBankLines(tx: Tx, itemIds: readonly string[]): Promise<BankLine[]> {
  return tx.all(sql`
    select id, item_id as "itemId", account, booked_on as "bookedOn", value_on as "valueOn", currency, amount_minor as "amountMinor",
        bank_reference as "bankReference", customer_reference as "customerReference", end_to_end_id as "endToEndId", type_code as "typeCode",
        payer_name as "payerName", payer_account as "payerAccount", ultimate_name as "ultimateName",
        structured_reference as "structuredReference", documents, text_lines as "textLines", bank_information as "bankInformation"
      from bank_line where company_id = ${tx.company.id} and item_id = any(${itemIds}::uuid[])`);
}
