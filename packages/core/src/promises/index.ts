export { type CoverableItem, coverItems } from './cover.ts';
export { type Judgement, judgePromises, moneyOfPromises } from './judge.ts';
export type { AccountReceived, ItemSettled, PromiseBook, Viewpoint } from './money-that-counts.ts';
export {
  PLAN_PARTS_MAX,
  PLAN_RHYTHMS,
  type PlanPart,
  type PlanPartWithInterest,
  type PlanRequest,
  type PlanRhythm,
  planParts,
  planState,
  withPlanInterest,
} from './plan.ts';
export {
  PLAN_BASIS_POINTS_MAX,
  type PlanAsPaid,
  type PlanInterest,
  type PlanPartStanding,
  planInterestEndsOn,
  planInterestMinor,
  planInterestStretches,
  planInterestUntil,
} from './plan-interest.ts';
export { type OpenAmount, promisableMinor, type StandingPromise } from './promisable.ts';
export {
  DAYS_AHEAD_MAX,
  deadlineOf,
  type IsBusinessDay,
  type PaymentPromise,
  PROMISE_STATES,
  type PromisePolicy,
  type PromiseState,
  TOLERANCE_BASIS_POINTS_MAX,
  TOLERANCE_DAYS_MAX,
  toleranceOf,
  usualPromisePolicy,
} from './promise.ts';
