export { type CellFormat, readCellFormats } from './cell-styles.ts';
export { plainNumber } from './number-text.ts';
export { createSharedStringsReader } from './shared-strings.ts';
export { type CellFault, createSheetReader, type SheetRemarks, type SheetRow, SheetTooWide } from './sheet-reader.ts';
export { readRelations, readWorkbookOutline } from './workbook-parts.ts';
