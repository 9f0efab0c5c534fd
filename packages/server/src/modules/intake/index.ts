export { registerArrivalRoutes } from './arrival/arrival.routes.ts';
export type { ArrivalContext } from './arrival/check-source.usecase.ts';
export { checkSources } from './arrival/check-sources.job.ts';
export { type BankLine, findBankLines } from './bank-lines.queries.ts';
export { findBatch, listProblems, listRows } from './batches.queries.ts';
export { unpostedStatements } from './closing-check.queries.ts';
export type { FileTaker, TakingContext } from './file-taker.ts';
export type { BatchCounts, BatchStatus, ImportBatch, ImportedRow, ImportProblem, RowOutcome } from './import-batch.ts';
export { registerImportFileRoutes } from './import-file.routes.ts';
export { type ImportReport, type ImportRequest, importFile } from './import-file.usecase.ts';
export { type IntakeContext, registerIntakeRoutes } from './intake.routes.ts';
export { type FoundReceipt, findReceiptsByWords } from './line-search.queries.ts';
export type { SavedMapping } from './mappings/mappings.queries.ts';
export { forgetSource, restoreSource } from './mappings/mappings.usecase.ts';
export { type PostingChoice, postBatch, startPosting } from './post-batch.usecase.ts';
export type { PromiseImports } from './promise-imports.ts';
export { type Received, readBatch, receiveFile, setMapping, type Upload } from './read-batch.usecase.ts';
export { type AdviceFile, type AdvicesOfFile, readAdviceFile } from './reading/advices/read-advice-file.ts';
export type { FileKind } from './reading/messages.ts';
export { recoverBatches } from './recover-batches.usecase.ts';
export type { KeptAdvice, KeptLine } from './remittances/advice.ts';
export {
  findAdvices,
  findLines,
  findPage,
  listAdvices,
  listPages,
  markChecked,
} from './remittances/advices.queries.ts';
export { findKnownAdvices } from './remittances/known-advices.ts';
export { findLineDetails } from './remittances/line-details.ts';
export { createRowAccounts, unknownCustomer } from './row-accounts.ts';
export { registerSnapshotRoutes } from './snapshot/snapshot.routes.ts';
export { startUndoing, type UndoRequest, undoBatch } from './undo-batch.usecase.ts';
