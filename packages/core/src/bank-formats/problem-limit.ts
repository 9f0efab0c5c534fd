import type { FileProblem } from './statement.ts';

/** Problems told for one file; a broken file would otherwise repeat itself for ever. */
const PROBLEMS_MAX = 1_000;

/** Passes problems on up to the limit, whose last one says that there are more. */
export function limitProblems(onProblem: (problem: FileProblem) => void): (problem: FileProblem) => void {
  let count = 0;
  return (problem) => {
    count += 1;
    if (count < PROBLEMS_MAX) onProblem(problem);
    if (count !== PROBLEMS_MAX) return;
    const message = `More than ${PROBLEMS_MAX} problems: the rest is not listed. Ask the bank for a correct file.`;
    onProblem({ line: problem.line, field: 'file', code: 'too_many_problems', message });
  };
}
