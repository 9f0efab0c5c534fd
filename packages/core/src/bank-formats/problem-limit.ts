import type { FileProblem } from './statement.ts';

/** Problems told for one file; a broken file would otherwise repeat itself for ever. */
const PROBLEMS_MAX = 1_000;
/** A message quotes the file; a damaged field in it could be as long as the file. */
const MESSAGE_CHARS_MAX = 800;

/** Passes problems on up to the limit, whose last one says that there are more. */
export function limitProblems(onProblem: (problem: FileProblem) => void): (problem: FileProblem) => void {
  let count = 0;
  return (problem) => {
    count += 1;
    if (count < PROBLEMS_MAX) onProblem(shortened(problem));
    if (count !== PROBLEMS_MAX) return;
    const message = `More than ${PROBLEMS_MAX} problems: the rest is not listed. Ask the bank for a correct file.`;
    onProblem({ line: problem.line, field: 'file', code: 'too_many_problems', message });
  };
}

function shortened(problem: FileProblem): FileProblem {
  const { message } = problem;
  return message.length <= MESSAGE_CHARS_MAX
    ? problem
    : { ...problem, message: `${message.slice(0, MESSAGE_CHARS_MAX)}…` };
}
