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
  strategyFor,
} from './strategy.ts';
export { STEPS_MAX, STRATEGIES_MAX, type StrategyProblem, strategyProblems } from './strategy-problems.ts';
export { EVERYBODY, USUAL_LADDER, USUAL_STRATEGY } from './usual.ts';
