export { customerBalances, firstActs } from './accounts.queries.ts';
export { type AllocationDraft, adjustItem, applyCredits, changeDueDate, identifyReceipt } from './acts.usecase.ts';
export { type AgingRow, controlTotals } from './aging.queries.ts';
export { type Aging, type AgingRequest, aging, USUAL_BUCKETS } from './aging.usecase.ts';
export { type Rate, saveRate } from './book.queries.ts';
export { type Dependent, findDependents } from './dependents.queries.ts';
export {
  type DocumentDraft,
  type DocumentPoster,
  documentPoster,
  type Instalment,
  type PostedDocument,
  postDocuments,
} from './documents.usecase.ts';
export { type ExchangeSpread, requireFairExchange } from './fair-exchange.ts';
export {
  findHold,
  type Hold,
  holdsOfCustomer,
  holdsOfItems,
  type NewHold,
  placeHold,
  placeHolds,
  releaseHold,
  releaseHolds,
  waitingApprovals,
} from './holds.queries.ts';
export { holdItem } from './holds.usecase.ts';
export { letTransfersArriveIn, receiveTransfers, sendToCompany, type TransferOrder } from './intercompany.usecase.ts';
export { type FoundItem, findItemsByAmount, findItemsByNumber, findItemsByTail } from './item-search.queries.ts';
export type { JournalLine } from './journals.queries.ts';
export { exportJournal, type Journal, reprintJournal } from './journals.usecase.ts';
export { registerLedgerRoutes } from './ledger.routes.ts';
export { ledgerActSchema } from './ledger.schemas.ts';
export { type ActResult, type LedgerAct, performAct } from './ledger-act.ts';
export type { InterestKind, LimitedAct, LimitGuard } from './limit-guard.ts';
export { paymentHistory } from './payment-history.queries.ts';
export { type PendingAct, waitingActs } from './pending.queries.ts';
export { type PerformedOrPending, performOrWait, releasePending, withdrawPending } from './pending.usecase.ts';
export { type ClosedPeriod, type ControlTotal, listClosedPeriods } from './periods.queries.ts';
export {
  type ClosingCheck,
  closePeriod,
  type Obstacle,
  revalue,
  startClosing,
  takeSnapshot,
} from './periods.usecase.ts';
export {
  agingLabels,
  customerOfItem,
  entryPostings,
  findItem,
  findItems,
  findItemsByKey,
  type ItemView,
  itemPostings,
  listItems,
  type PostingView,
} from './reading.queries.ts';
export {
  type DraftedEntry,
  type DraftedPosting,
  entriesAsDrafted,
  rehearse,
  worthOf,
} from './rehearsal.usecase.ts';
export { type Reversal, reverseEntries, reverseEntry } from './reversals.usecase.ts';
export { checkSeals, type SealCheck, sealEntries } from './seals.usecase.ts';
export { type ItemAdjustment, type Settlement, settleReceipts } from './settlements.usecase.ts';
export { statedOfEntry, statedOfItem } from './stated-amounts.usecase.ts';
export { ACCOUNT_LINES, HOLD_LINES } from './timeline-lines.queries.ts';
export { ledgerUpkeep, transferUpkeep, type UpkeepReport } from './upkeep.job.ts';
export { checkRules, type Invariant, type VerifyRule } from './verify.queries.ts';
export { type VerifyCheck, verify } from './verify.usecase.ts';
export { APPROVAL_HOLD, requireNothingWaits, requireWaitingStaysOpen } from './waiting-approvals.ts';
