/**
 * Workbooks and JSON know numbers from texts. A number's decimals are never in doubt, but the texts beside it may be
 * written with a comma: numbers say nothing about the file's notation, and are put into it before they are read.
 */
import type { ExtractMapping, Row } from '@quittance/core/extracts';

interface TypedRow {
  readonly cells: Row;
  readonly types: { readonly isNumber: readonly boolean[] } | undefined;
}

export interface TypedNumbers {
  /** The rows as the mapping is guessed from them: without numbers' decimals where texts have to decide. */
  readonly evidence: (rows: readonly TypedRow[]) => Row[];
  /** A file whose amounts are all numbers has decimal points. */
  readonly settle: (mapping: ExtractMapping, header: Row) => ExtractMapping;
  readonly inNotation: (cells: Row, isNumber: readonly boolean[]) => Row;
}

const NUMBER_LIKE = /^[^a-z]*\d[\d.,'\s]*[.,]\d+[^a-z]*$/i;

export function createTypedNumbers(sample: readonly TypedRow[]): TypedNumbers {
  const isTyped = sample.some((row) => row.types !== undefined);
  const textual = isTyped ? columnsWithTextNumbers(sample) : new Set<number>();
  let hasComma = false;
  return {
    evidence: (rows) =>
      rows.map(({ cells, types }) =>
        types === undefined || textual.size === 0
          ? cells
          : cells.map((cell, index) =>
              types.isNumber[index] && textual.has(index) ? (cell.split('.')[0] ?? '') : cell,
            ),
      ),
    settle(mapping, header) {
      const column = mapping.columns.amount;
      const isUndecidedText = column !== undefined && textual.has(header.indexOf(column));
      const decimalMark = mapping.decimalMark ?? (isTyped && !isUndecidedText ? 'point' : null);
      hasComma = decimalMark === 'comma';
      return { ...mapping, decimalMark };
    },
    inNotation(cells, isNumber) {
      if (!hasComma) return cells;
      return cells.map((cell, index) => (isNumber[index] ? cell.replace('.', ',') : cell));
    },
  };
}

function columnsWithTextNumbers(sample: readonly TypedRow[]): Set<number> {
  const columns = new Set<number>();
  for (const { cells, types } of sample) {
    for (const [index, cell] of cells.entries()) {
      if (types?.isNumber[index] !== true && NUMBER_LIKE.test(cell)) columns.add(index);
    }
  }
  return columns;
}
