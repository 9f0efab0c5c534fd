/** What a column holds, for whoever has to choose it: its first values, each once. */
import type { Row } from './row-cells.ts';

const EXAMPLES_MAX = 3;
const EXAMPLE_CHARS_MAX = 60;
/** Values of the first rows tell what a column is. */
const ROWS_LOOKED_AT = 200;

/** For each column up to three values: of rows ["7", ""], ["7", "x"] it is [["7"], ["x"]]. */
export function examplesOf(columns: number, rows: readonly Row[]): string[][] {
  const first = rows.slice(0, ROWS_LOOKED_AT);
  return Array.from({ length: columns }, (_, index) => {
    const found = new Set<string>();
    for (const row of first) {
      const cell = (row[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, EXAMPLE_CHARS_MAX);
      if (cell !== '' && found.size < EXAMPLES_MAX) found.add(cell);
    }
    return [...found];
  });
}
