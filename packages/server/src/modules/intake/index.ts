export { type BankLine, findBankLines } from './bank-lines.queries.ts';
export { findBatch, listBatches, listProblems, listRows } from './batches.queries.ts';
export type { BatchCounts, BatchStatus, ImportBatch, ImportedRow, ImportProblem, RowOutcome } from './import-batch.ts';
export { type IntakeContext, registerIntakeRoutes } from './intake.routes.ts';
export { type PostingChoice, postBatch, startPosting } from './post-batch.usecase.ts';
export { type Received, readBatch, receiveFile, setMapping, type Upload } from './read-batch.usecase.ts';
export type { FileKind } from './reading/messages.ts';
export { recoverBatches } from './recover-batches.usecase.ts';
export { startUndoing, type UndoRequest, undoBatch } from './undo-batch.usecase.ts';
