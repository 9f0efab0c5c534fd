/** Bank statements as a workbook: the rows of the sheet that looks like one go into core's row reader, as those of a CSV do. */
import { createStatementRowReader, isPlainlyStatement, looksLikeStatementTable } from '@quittance/core/bank-formats';
import { createStatementOutput, UnknownFormat } from './read-statement.ts';
import type { OpenSheet } from './read-workbook.ts';
import type { ReadingOutput } from './reading-output.ts';

/** Whether a sheet says what only banks say. */
export function isStatementSheet(sheet: OpenSheet): boolean {
  return !sheet.isHidden && isPlainlyStatement(headOf(sheet));
}

/** Throws `UnknownFormat` when no sheet names a day and an amount. */
export async function readStatementOfSheets(
  sheets: readonly OpenSheet[],
  output: ReadingOutput,
  rest: () => Promise<void>,
): Promise<void> {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const sheet = shown.find(isStatementSheet) ?? shown.find((one) => looksLikeStatementTable(headOf(one)));
  if (sheet === undefined) throw new UnknownFormat();
  const statements = createStatementOutput(output);
  const reader = createStatementRowReader(statements.handlers, null);
  await sheet.read((row) => reader.row(row.cells, row.number), rest);
  statements.end(reader.close());
}

function headOf(sheet: OpenSheet): string {
  return sheet.first.map(({ cells }) => cells.map((cell) => cell.replace(/\s/g, ' ')).join('\t')).join('\n');
}
