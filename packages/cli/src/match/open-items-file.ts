/** Open items from CSV: the columns of an open-item list, in any order; unknown columns are passed over. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { OpenItem } from '@quittance/core/matching';
import { parseTerms } from '@quittance/core/terms';
import { type CsvError, parse } from 'csv-parse';
import { RowReader } from './fields.ts';
import type { ReadRows, RowProblem } from './problem.ts';

const OPEN_ITEM_COLUMNS = ['customer_number', 'item_number', 'currency', 'amount_open', 'issued_on', 'due_on'];

/** An item and its customer's name, as one row tells them. */
export interface OpenItemRow {
  readonly item: OpenItem;
  readonly customerName: string;
  /** The head of the customer's group; empty when it has none or it is not known. */
  readonly parent: string;
}

const NO_REFERENCES: readonly string[] = [];

/**
 * Reads the whole file; rows with nothing open are left out. An item is named by its number; a number that comes twice is
 * a problem of the later row, for its cash could not be told apart.
 */
export async function readOpenItems(path: string): Promise<ReadRows<OpenItemRow>> {
  const file = basename(path);
  const results: OpenItemRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  let header: string[] | null = null;
  const skipped = (error: CsvError | undefined): undefined => {
    const row = Number(error?.lines ?? 0);
    if (problems.at(-1)?.row === row) return;
    const message = `${error?.message ?? 'the line is not CSV'}; check quotes and commas`;
    problems.push({ file, row, field: null, code: 'not_csv', message });
  };
  const rows = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: skipped,
    }),
  ) as AsyncIterable<{ record: string[]; info: { lines: number } }>;
  for await (const { record, info } of rows) {
    if (header === null) {
      header = record.map((name) => name.trim().toLowerCase());
      const missing = missingColumns(header, file);
      problems.push(...missing);
      if (missing.length > 0) break;
      continue;
    }
    const row = readOpenItem({ file, row: info.lines }, recordOf(header, record), seen);
    problems.push(...row.problems);
    results.push(...row.results);
  }
  if (header === null)
    problems.push({
      file,
      row: 1,
      field: null,
      code: 'empty_file',
      message: 'the file is empty; its first line must name the columns',
    });
  return { results, problems };
}

function missingColumns(header: readonly string[], file: string): RowProblem[] {
  return OPEN_ITEM_COLUMNS.filter((column) => !header.includes(column)).map((column) => ({
    file,
    row: 1,
    field: column,
    code: 'missing_column',
    message: 'the column is missing; name it in the first line',
  }));
}

function recordOf(header: readonly string[], record: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  header.forEach((name, index) => {
    values[name] = record[index] ?? '';
  });
  return values;
}

function readOpenItem(
  at: { readonly file: string; readonly row: number },
  values: Record<string, string>,
  seen: Set<string>,
): ReadRows<OpenItemRow> {
  const reader = new RowReader(at, values);
  const number = reader.requiredText('item_number');
  const customer = reader.requiredText('customer_number');
  const currency = reader.currency('currency');
  const openMinor = reader.amount('amount_open', currency);
  const issuedOn = reader.date('issued_on');
  const dueOn = reader.date('due_on');
  if (openMinor !== null && openMinor > 0n && reader.text('kind') === 'credit_note') {
    reader.refuse('amount_open', 'credit_above_zero', 'a credit note is above zero; write credits with a minus sign');
  }
  if (seen.has(number)) {
    reader.refuse('item_number', 'number_repeated', `${number} stands in an earlier row too; item numbers must differ`);
  }
  if (reader.problems.length > 0 || currency === null || openMinor === null || issuedOn === null || dueOn === null) {
    return { results: [], problems: reader.problems };
  }
  seen.add(number);
  if (openMinor === 0n) return { results: [], problems: [] };
  const terms = parseTerms(reader.text('terms'));
  const purchaseOrder = reader.text('po_number');
  const references = purchaseOrder === '' ? NO_REFERENCES : [purchaseOrder];
  return {
    results: [
      {
        item: {
          id: number,
          number,
          customer,
          currency,
          openMinor,
          issuedOn,
          dueOn,
          references,
          ...(terms && { terms }),
        },
        customerName: reader.text('customer_name'),
        parent: reader.text('parent_number'),
      },
    ],
    problems: [],
  };
}
