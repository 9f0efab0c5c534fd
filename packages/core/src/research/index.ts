export {
  NEXT_STEPS,
  type NextStep,
  RESEARCH_AGES,
  ROOT_CAUSES,
  type RootCause,
  researchAge,
  suggestRootCause,
  type UnappliedFacts,
} from './root-cause.ts';
