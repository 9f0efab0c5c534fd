export { APPROVAL_KINDS, type ApprovalKind } from './kinds.ts';
export {
  approvalsNeeded,
  type Decider,
  givesMore,
  isAtMost,
  isWithin,
  type Limit,
  type LimitHolder,
  type LimitRow,
  type Limits,
  limitsOf,
  type SecondRow,
  startingLimits,
  startingSecond,
} from './limits.ts';
