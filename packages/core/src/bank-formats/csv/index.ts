export { readStatementMapping, type StatementMapping } from './given-mapping.ts';
export type { SeenTable, TableAround, TableOptions } from './settle-table.ts';
export { GATHERING_FIELDS, STATEMENT_FIELDS, type StatementField } from './statement-fields.ts';
export type { StatementQuestion } from './statement-questions.ts';
export { createStatementRowReader, type StatementRowReader } from './statement-rows.ts';
export {
  guessStatementDelimiter,
  hasLinesBelowHeader,
  isPlainlyStatement,
  keepsBankBalance,
  looksLikeStatementTable,
  looksLikeTable,
} from './table-head.ts';
