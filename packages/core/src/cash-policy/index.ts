export {
  type CashPolicy,
  type CashPolicyChanges,
  cashPolicyOf,
  NO_CHANGES,
  POSTED_REASONS,
  type PostedReason,
  policyProblems,
} from './cash-policy.ts';
export {
  CLOCKS,
  type Clock,
  type DeadlineChanges,
  type Deadlines,
  deadlinesOf,
  minutesAllowed,
  QUESTION_CODES,
} from './deadlines.ts';
export { POLICY_LIMITS, type PolicyLimit } from './limits.ts';
export {
  type BothPolicies,
  openTrial,
  type Trial,
  type TrialEvent,
  type TrialGround,
  type TrialGroup,
} from './trial.ts';
export type { CapTally, TrialAnswer, TrialDeduction, TrialItem } from './trial-answer.ts';
export {
  countedWith,
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  type DoneAnswer,
  differenceOf,
  NO_FIGURES,
  type TrialFigures,
  type TriedReceipt,
} from './trial-count.ts';
