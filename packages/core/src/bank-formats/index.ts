export { createCamtReader, createXmlReader } from './camt/index.ts';
export {
  createStatementRowReader,
  guessStatementDelimiter,
  hasLinesBelowHeader,
  isPlainlyStatement,
  keepsBankBalance,
  looksLikeStatementTable,
  looksLikeTable,
  readStatementMapping,
  type SeenTable,
  STATEMENT_FIELDS,
  type StatementField,
  type StatementMapping,
  type StatementQuestion,
  type StatementRowReader,
  type TableAround,
  type TableOptions,
} from './csv/index.ts';
export { type FootingFault, footingDifference, footingFault } from './footing.ts';
export { createLineIdentities, type LineIdentities } from './line-identity.ts';
export { isLineLost } from './problem-codes.ts';
export { limitProblems } from './problem-limit.ts';
export { BANK_FORMATS, type BankFormat, DETECT_HEAD_CHARS, detectFormat, parseStatementText } from './registry.ts';
export type {
  BankBalance,
  BankEntry,
  BankReport,
  BankStatement,
  Counterparty,
  EntryStatus,
  FileProblem,
  Footing,
  ParsedFile,
  ParsedStatement,
  RemittanceDocument,
  StatementHandlers,
  StatementReader,
} from './statement.ts';
export {
  type BalanceJson,
  type EntryJson,
  entryToJson,
  type StatementJson,
  statementToJson,
  toJson,
} from './statement-json.ts';
