export { type WorkbookCell, type WorkbookSheet, writeWorkbook } from './write-workbook.ts';
