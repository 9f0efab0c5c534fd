export { type ApplyReport, type ApplyRequest, applyUnapplied } from './apply-unapplied.usecase.ts';
export { registerCashApplicationRoutes } from './cash-application.routes.ts';
export type { DecisionKind, DecisionState, KeptAllocation, KeptDecision } from './decision.ts';
export { currentDecisions, decisionHistory } from './decisions.queries.ts';
export type { ImportedLink, KnownLink } from './knowledge.queries.ts';
export { importLinks, rebuildKnowledge, revokeLink } from './knowledge.usecase.ts';
export {
  applyReceipt,
  confirmProposal,
  markNotOurs,
  putOnAccount,
  type ReceiptCommand,
  type Settled,
  type TypedApplication,
} from './receipt-acts.usecase.ts';
export { type Undone, type UndoRequest, undoReceipt } from './undo-receipt.usecase.ts';
export { cashApplicationCheck } from './verify.queries.ts';
