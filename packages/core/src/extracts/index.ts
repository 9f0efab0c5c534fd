export { type ClearedCount, createClearedCount } from './cleared-rows.ts';
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
  CUSTOMER_FIELDS,
  type CustomerField,
  type ExtractField,
  type ExtractKind,
  fieldsOf,
  ITEM_FIELDS,
  type ItemField,
  REQUIRED_FIELDS,
} from './fields.ts';
export { findHeader, HEADER_WITHIN_ROWS, nameTheColumns } from './header-row.ts';
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
export type { Row, RowNote, RowProblem, RowResult } from './row-cells.ts';
