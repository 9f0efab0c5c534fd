/** Receipts and confirmed applications from JSON lists. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConfirmedApplication, Receipt } from '@quittance/core/matching';
import { RowReader } from './fields.ts';
import type { ReadRows, RowProblem } from './problem.ts';

/** A confirmed application of the past, and the numbers of the items it settled. */
export interface HistoryRow {
  readonly confirmed: ConfirmedApplication;
  readonly numbers: readonly string[];
}

/** Receipts: `id, booked_on, currency, amount` and, where the bank gives them, payer, text and end-to-end id. */
export async function readReceipts(path: string): Promise<ReadRows<Receipt>> {
  const seen = new Set<string>();
  return readJsonRows(path, (reader) => {
    const id = reader.requiredText('id');
    const bookedOn = reader.date('booked_on');
    const currency = reader.currency('currency');
    const amountMinor = reader.amount('amount', currency);
    if (amountMinor !== null && amountMinor <= 0n) {
      reader.refuse(
        'amount',
        'not_a_receipt',
        'is not above zero; leave out debits, only money that came in is applied',
      );
    }
    if (seen.has(id)) reader.refuse('id', 'id_repeated', `${id} stands in an earlier row too; ids must differ`);
    seen.add(id);
    if (bookedOn === null || currency === null || amountMinor === null) return null;
    return {
      id,
      bookedOn,
      currency,
      amountMinor,
      payerName: reader.text('payer_name'),
      payerAccount: reader.text('payer_account'),
      lines: reader.texts('text'),
      endToEndId: reader.text('end_to_end_id'),
      structuredReference: reader.text('structured_reference'),
    };
  });
}

/** Confirmed applications, to learn payers from. */
export async function readHistory(path: string): Promise<ReadRows<HistoryRow>> {
  let row = 0;
  return readJsonRows(path, (reader) => {
    row += 1;
    const bookedOn = reader.date('booked_on');
    const currency = reader.currency('currency');
    const amountMinor = reader.amount('amount', currency);
    const customer = reader.requiredText('customer');
    if (bookedOn === null || currency === null || amountMinor === null) return null;
    const confirmed: ConfirmedApplication = {
      receiptId: reader.text('id') || `history ${row}`,
      bookedOn,
      payerName: reader.text('payer_name'),
      payerAccount: reader.text('payer_account'),
      customer,
      currency,
      amountMinor,
    };
    return { confirmed, numbers: reader.texts('invoices') };
  });
}

export async function readJsonRows<Row>(path: string, read: (reader: RowReader) => Row | null): Promise<ReadRows<Row>> {
  const file = basename(path);
  const parsed = parseJson(await readFile(path, 'utf8'), file);
  if ('problem' in parsed) return { results: [], problems: [parsed.problem] };
  const results: Row[] = [];
  const problems: RowProblem[] = [];
  parsed.rows.forEach((values, index) => {
    const at = { file, row: index + 1 };
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      problems.push({ ...at, field: null, code: 'not_an_object', message: 'is no object; each entry must be {…}' });
      return;
    }
    const reader = new RowReader(at, values as Record<string, unknown>);
    const row = read(reader);
    problems.push(...reader.problems);
    if (row !== null && reader.problems.length === 0) results.push(row);
  });
  return { results, problems };
}

function parseJson(text: string, file: string): { rows: unknown[] } | { problem: RowProblem } {
  const refused = (message: string): { problem: RowProblem } => ({
    problem: { file, row: 1, field: null, code: 'not_json', message },
  });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? { rows: value } : refused('the file is no list; it must begin with [');
  } catch (error) {
    return refused(`the file is not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
}
