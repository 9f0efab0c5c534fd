/** Bank statements as a workbook: each sheet that looks like one is a statement; its rows go into core's row reader, as those of a CSV do. */
import {
  createStatementRowReader,
  hasLinesBelowHeader,
  isPlainlyStatement,
  looksLikeStatementTable,
  looksLikeTable,
} from '@quittance/core/bank-formats';
import type { ReadingTask } from './messages.ts';
import { createStatementOutput, UnknownFormat } from './read-statement.ts';
import type { OpenSheet } from './read-workbook.ts';
import type { ReadingOutput } from './reading-output.ts';
import { createStatementTables } from './statement-tables.ts';

/** Whether a sheet says what only banks say. */
export function isStatementSheet(sheet: OpenSheet): boolean {
  return !sheet.isHidden && isPlainlyStatement(headOf(sheet));
}

interface SheetPlace {
  readonly task: ReadingTask;
  readonly output: ReadingOutput;
  readonly rest: () => Promise<void>;
}

/** Throws `UnknownFormat` when no sheet names a day and an amount. */
export async function readStatementOfSheets(
  sheets: readonly OpenSheet[],
  { task, output, rest }: SheetPlace,
): Promise<void> {
  const chosen = statementSheets(sheets);
  if (chosen.length === 0) throw new UnknownFormat();
  const statements = createStatementOutput(output);
  const names = chosen.map(({ name }) => name);
  const tables = createStatementTables(task, output, names);
  const wanted = new Set(task.wantedRows);
  let isComplete = true;
  for (const [index, sheet] of chosen.entries()) {
    const firstCells = sheet.first.map(({ cells }) => cells);
    const reader = createStatementRowReader(statements.handlers, tables.next(index === 0 ? undefined : firstCells));
    await sheet.read((row) => {
      if (wanted.has(row.number)) output.send({ type: 'cells', found: [{ row: row.number, cells: row.cells }] });
      reader.row(row.cells, row.number);
    }, rest);
    isComplete = reader.close() && isComplete;
  }
  const passedOver = sheets.filter((sheet) => !chosen.includes(sheet));
  if (passedOver.length > 0) output.note(passedOverNote(names, passedOver));
  statements.end(isComplete);
}

/** All sheets that say what only banks say; else those with a day and an amount; else one whose columns can be asked for. */
function statementSheets(sheets: readonly OpenSheet[]): readonly OpenSheet[] {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const plain = shown.filter(isStatementSheet);
  const alike = plain.length > 0 ? plain : shown.filter((one) => looksLikeStatementTable(headOf(one)));
  const filled = alike.filter((one) => hasLinesBelowHeader(headOf(one)));
  if (alike.length > 0) return filled.length > 0 ? filled : alike.slice(0, 1);
  return shown.filter((one) => looksLikeTable(headOf(one))).slice(0, 1);
}

const NAMES_SHOWN_MAX = 10;

function passedOverNote(taken: readonly string[], passedOver: readonly OpenSheet[]) {
  const words = passedOver.slice(0, NAMES_SHOWN_MAX).map((sheet) => `${sheet.name} (${whyPassedOver(sheet)})`);
  const message = `Read as statements: ${taken.slice(0, NAMES_SHOWN_MAX).join(', ')}. Passed over: ${words.join(', ')}.`;
  return { row: 1, field: null, code: 'sheets_passed_over', message };
}

function whyPassedOver(sheet: OpenSheet): string {
  if (sheet.isHidden) return 'hidden';
  if (sheet.first.length === 0) return 'empty';
  return looksLikeStatementTable(headOf(sheet)) ? 'no lines' : 'no statement';
}

function headOf(sheet: OpenSheet): string {
  return sheet.first.map(({ cells }) => cells.map((cell) => cell.replace(/\s/g, ' ')).join('\t')).join('\n');
}
