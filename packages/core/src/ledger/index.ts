export {
  ACCOUNT_NAMES,
  ACCOUNTS,
  type Account,
  ADJUSTMENT_ACCOUNTS,
  type AdjustmentKind,
  type ControlAccount,
  type DocumentKind,
  isControlAccount,
  OPENINGS,
  type PlainAccount,
} from './accounts.ts';
export {
  type Adjustment,
  type Application,
  adjustmentEntry,
  applicationEntry,
  dueDateEntry,
  identificationEntry,
  type OpeningItem,
  openingEntry,
  revaluationEntry,
} from './acts.ts';
export {
  type ControlPosting,
  type EntryDraft,
  type EntryKind,
  imbalances,
  type Outcome,
  type PlainPosting,
  type Position,
  type Posting,
  type Refusal,
} from './entry.ts';
export { toFunctional } from './exchange.ts';
export { isFairExchange, USUAL_RATE_SPREAD_PERCENT } from './fair-exchange.ts';
export { carryForward, type ItemHistory, type ItemState, type Move, releasedCarrying } from './item.ts';
export { openOn, positionOn } from './placement.ts';
export { type RecordedEntry, type Undo, undoEntry } from './reversal.ts';
