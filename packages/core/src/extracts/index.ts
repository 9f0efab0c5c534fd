export { type ClearedCount, createClearedCount } from './cleared-rows.ts';
export { examplesOf } from './column-examples.ts';
export { type ContactRow, createContactReader } from './contact-row.ts';
export { type CustomerRow, createCustomerReader } from './customer-row.ts';
export { createOrderEvidence, type DateOrder, type OrderEvidence, type OrderFinding, readDate } from './date-text.ts';
export {
  createMarkEvidence,
  type DecimalMark,
  type MarkEvidence,
  type MarkFinding,
  readDecimal,
} from './decimal-text.ts';
export {
  EXTRACT_KINDS,
  type ExtractField,
  type ExtractKind,
  fieldsOf,
  MAPPED_KINDS,
  type MappedKind,
  REQUIRED_FIELDS,
  type RemittanceField,
} from './fields.ts';
export { findHeader, guessKindOfTable, HEADER_WITHIN_ROWS, nameTheColumns } from './header-row.ts';
export { createItemReader, type ItemRow, type ItemRowKind } from './item-row.ts';
export {
  type ExtractMapping,
  type ExtractSample,
  guessKind,
  guessMapping,
  type MappingGuess,
  type MappingQuestion,
  namedFields,
  type RowFilter,
} from './mapping.ts';
export { createNoteReader, type NoteRow } from './note-row.ts';
export { createPromiseReader, type PromiseRow } from './promise-row.ts';
export { createReceiptReader, type ReceiptRow } from './receipt-row.ts';
export type { Row, RowNote, RowProblem, RowResult } from './row-cells.ts';
