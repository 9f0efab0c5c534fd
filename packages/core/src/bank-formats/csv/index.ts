export { GATHERING_FIELDS, STATEMENT_FIELDS, type StatementField } from './statement-fields.ts';
export { readStatementMapping, type StatementMapping } from './statement-mapping.ts';
export { createStatementRowReader, type StatementRowReader } from './statement-rows.ts';
export { guessStatementDelimiter, isPlainlyStatement, looksLikeStatementTable } from './table-head.ts';
