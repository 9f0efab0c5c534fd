/** What came of the files, and how many of it was met. */
import type { ScenarioProblem } from '@quittance/core/scenario';
import type { ScenarioReport } from '@quittance/server';

/** One file: its reports in the order of its cases, and what is wrong with its text. */
export interface FileReport {
  readonly file: string;
  readonly reports: readonly ScenarioReport[];
  readonly problems: readonly ScenarioProblem[];
}

export function countsOf(results: readonly FileReport[]) {
  const scenarios = results.flatMap((result) => result.reports);
  const expectations = scenarios.flatMap((scenario) => scenario.expectations);
  const problems =
    results.reduce((count, result) => count + result.problems.length, 0) +
    scenarios.reduce((count, scenario) => count + scenario.problems.length, 0);
  const met = expectations.filter((expectation) => expectation.isMet).length;
  const counts = {
    scenarios: scenarios.length,
    scenariosMet: scenarios.filter((scenario) => scenario.isMet).length,
    expectations: expectations.length,
    expectationsMet: met,
    problems,
  };
  return { isMet: problems === 0 && met === expectations.length, counts };
}
