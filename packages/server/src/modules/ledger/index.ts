export { type AllocationDraft, adjustItem, applyCredits, changeDueDate, identifyReceipt } from './acts.usecase.ts';
export { controlTotals } from './aging.queries.ts';
export type { AgingRow } from './aging.queries.ts';
export { type Aging, type AgingRequest, aging, USUAL_BUCKETS } from './aging.usecase.ts';
export { type Rate, saveRate } from './book.queries.ts';
export {
  type DocumentDraft,
  type DocumentPoster,
  documentPoster,
  type Instalment,
  type PostedDocument,
  postDocuments,
} from './documents.usecase.ts';
export { type Reversal, reverseEntry } from './reversals.usecase.ts';
