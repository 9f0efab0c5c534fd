export { type ExpectationResult, runScenarios, type ScenarioReport } from './run-scenarios.ts';
export { openThrowawayDatabase, type ThrowawayDatabase } from './throwaway-database.ts';
