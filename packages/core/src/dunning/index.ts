export { type NoticeByHand, noticeByHand } from './by-hand.ts';
export { type NextStep, nextStep, type TakenStep } from './next-step.ts';
export {
  type CustomerPlan,
  type DunningCustomer,
  type DunningGround,
  type DunningItem,
  HELD_REASONS,
  type HeldBack,
  type HeldReason,
  ITEMS_A_TURN,
  isStale,
  keptFrom,
  type PlannedAct,
  type PlannedLetter,
  planCustomer,
  planInTurns,
  type StepTaken,
} from './plan.ts';
export { askedFunctional, type ItemHold, type ItemShare, type OwedItem, sharesOf, wholeShare } from './shares.ts';
export { type AskedItem, objections, type Withdrawal, type WithdrawalReason } from './still-wanted.ts';
