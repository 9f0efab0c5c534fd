/** The report for a person: each case, each of its expectations, expected against seen. */
import type { ScenarioProblem } from '@quittance/core/scenario';
import type { ExpectationResult, ScenarioReport } from '@quittance/server';
import { countsOf, type FileReport } from './file-report.ts';

export function printReports(results: readonly FileReport[]): string {
  const lines: string[] = [];
  for (const { file, reports, problems } of results) {
    lines.push(file);
    for (const problem of problems) lines.push(`  ${problemText(problem)}`);
    for (const report of reports) lines.push(...reportLines(report));
    lines.push('');
  }
  const { counts } = countsOf(results);
  lines.push(
    `${counts.scenariosMet} of ${counts.scenarios} cases met, ${counts.expectationsMet} of ${counts.expectations} expectations` +
      `${counts.problems === 0 ? '' : `, ${counts.problems} problems in the text`}.`,
  );
  return `${lines.join('\n')}\n`;
}

function reportLines(report: ScenarioReport): string[] {
  const lines = [`  ${report.isMet ? 'met    ' : 'NOT MET'}  ${report.title}`];
  for (const problem of report.problems) lines.push(`    ${problemText(problem)}`);
  const [said, implicit] = [report.expectations.filter(isSaid), report.expectations.filter((one) => !isSaid(one))];
  for (const one of said) lines.push(...expectationLines(one));
  for (const one of implicit.filter((result) => !result.isMet)) lines.push(...expectationLines(one));
  const standing = implicit.filter((one) => one.isMet).length;
  if (standing > 0)
    lines.push(`    met      and ${standing} that every case has: verify passes, earlier answers stand`);
  return lines;
}

function isSaid(result: ExpectationResult): boolean {
  return !result.isImplicit;
}

function expectationLines({ line, text, isMet, expected, seen }: ExpectationResult): string[] {
  const first = `    ${isMet ? 'met    ' : 'NOT MET'}  line ${line}: ${text}`;
  if (isMet) return expected === seen ? [first] : [first, `               seen      ${seen}`];
  return [first, `               expected  ${expected}`, `               seen      ${seen}`];
}

function problemText(problem: ScenarioProblem): string {
  return `PROBLEM  line ${problem.line}, "${problem.field}": ${problem.message} [${problem.code}]`;
}
