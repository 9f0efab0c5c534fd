export { asksForLateness, POINTS_IN_ALL, pointsInAll, type ScoringRules, USUAL_SCORING } from './scoring.ts';
export { SCORING_BOUNDS, TIERS_MAX } from './scoring-problems.ts';
export {
  BOUNDARIES,
  type Boundary,
  type CustomerFilter,
  type CustomerTraits,
  type LadderStep,
  STEP_CHANNELS,
  STEP_KINDS,
  STEP_PURPOSES,
  type StepChannel,
  type StepKind,
  type StepPurpose,
  type Strategy,
  type StrategyLimits,
  sameWord,
  strategyFor,
} from './strategy.ts';
export type { StrategyProblem } from './strategy-problem.ts';
export { STEPS_MAX, STRATEGIES_MAX, strategyProblems } from './strategy-problems.ts';
export { EVERYBODY, USUAL_LADDER, USUAL_STRATEGY } from './usual.ts';
