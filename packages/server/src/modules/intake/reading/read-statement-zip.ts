/** A zip of bank statements, as banks hand out camt: each part is a file by itself, read in the order of their names. */
import {
  DETECT_HEAD_CHARS,
  detectFormat,
  type FileProblem,
  type StatementHandlers,
} from '@quittance/core/bank-formats';
import { createFileDecoder } from '@quittance/core/text-encoding';
import { createStatementOutput } from './read-statement.ts';
import type { ReadingOutput } from './reading-output.ts';
import type { ZipPart } from './zip-file.ts';

type Parts = ReadonlyMap<string, ZipPart>;

/** Whether any part begins like a bank statement of a known format. */
export async function holdsStatements(parts: Parts): Promise<boolean> {
  for (const part of parts.values()) if ((await formatOf(part)) !== null) return true;
  return false;
}

/** One broken part keeps the whole zip out, so that nothing of it is missed; what is no statement is left out and told. */
export async function readStatementZip(parts: Parts, output: ReadingOutput): Promise<void> {
  const statements = createStatementOutput(output);
  let isComplete = true;
  for (const part of [...parts.values()].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const format = await formatOf(part);
    if (format === null) {
      const message = `${part.path} is no bank statement of a known format and was left out.`;
      output.note({ row: 1, field: null, code: 'not_a_statement', message });
      continue;
    }
    statements.isOf(format.name);
    const reader = format.createReader(namingThe(part.path, statements.handlers));
    for await (const text of textOf(part)) reader.write(text);
    isComplete = reader.close() && isComplete;
  }
  statements.end(isComplete);
}

function namingThe(path: string, handlers: StatementHandlers): StatementHandlers {
  const onProblem = (problem: FileProblem) =>
    handlers.onProblem({ ...problem, message: `${path}: ${problem.message}` });
  return { ...handlers, onProblem };
}

async function formatOf(part: ZipPart): Promise<ReturnType<typeof detectFormat>> {
  let head = '';
  for await (const text of textOf(part)) {
    head += text;
    if (head.length >= DETECT_HEAD_CHARS) break;
  }
  return detectFormat(head.slice(0, DETECT_HEAD_CHARS));
}

async function* textOf(part: ZipPart): AsyncGenerator<string> {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  for await (const bytes of part.read()) yield decoder.write(bytes);
  yield decoder.end();
}
