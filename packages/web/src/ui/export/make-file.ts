/** From what is shown to the file in the downloads. Fetched with the first export. */
import type { GridColumn } from '../grid/grid.types.ts';
import { toCsv } from './csv.ts';
import type { ExportForm } from './export-menu.component.tsx';
import { exportSheet, type SheetInput } from './export-sheet.ts';
import { makeWorkbook, saveFile, XLSX_TYPE } from './save-file.ts';

export async function makeFile<Row>(
  shown: { readonly columns: readonly GridColumn<Row>[]; readonly rows: readonly Row[] },
  words: SheetInput,
  file: { readonly name: string; readonly form: ExportForm; readonly decimalSign: '.' | ',' },
): Promise<void> {
  const sheet = exportSheet(shown.columns, shown.rows, words);
  if (file.form === 'csv') saveFile(file.name, toCsv(sheet, file.decimalSign), 'text/csv;charset=utf-8');
  else saveFile(file.name, (await makeWorkbook(sheet)) as BlobPart, XLSX_TYPE);
}
