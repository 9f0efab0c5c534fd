/** A bank file of lines as a reader of statements: what every such format does with a line that no bank writes. */
import type { FileProblem, StatementReader } from './statement.ts';
import { createLineReader } from './text-lines.ts';

interface LinesOf {
  /** As the reader of the problem knows it: "BAI2". */
  readonly format: string;
  readonly report: (problem: FileProblem) => void;
  readonly takeLine: (text: string, line: number) => void;
  /** True when the file was whole. */
  readonly end: () => boolean;
}

/** A line of over a million characters is told (`line_too_long`), and the file is refused when it ends. */
export function readerOfLines({ format, report, takeLine, end }: LinesOf): StatementReader {
  let isRefused = false;
  const lines = createLineReader({
    onLine: takeLine,
    onTooLong(line) {
      isRefused = true;
      const message = `The file holds a line of over a million characters: this is no ${format} file.`;
      report({ line, field: 'file', code: 'line_too_long', message });
    },
  });
  return {
    write: lines.write,
    close() {
      lines.end();
      return end() && !isRefused;
    },
  };
}
