export { type CoverableItem, coverItems } from './cover.ts';
export { type Judgement, judgePromises } from './judge.ts';
export type { AccountReceived, ItemSettled, PromiseBook, Viewpoint } from './money-that-counts.ts';
export {
  PLAN_PARTS_MAX,
  PLAN_RHYTHMS,
  type PlanPart,
  type PlanRequest,
  type PlanRhythm,
  planParts,
  planState,
} from './plan.ts';
export {
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
