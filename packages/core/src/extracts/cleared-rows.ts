/**
 * Extracts often carry items that are cleared already, with the day they were. Whether those are wanted is a person's choice:
 * taken as open, they would be dunned. The choice is kept with the mapping and holds for the next file of the source.
 */
import type { ExtractMapping, MappingQuestion } from './mapping.ts';
import { createRowCells, type Row } from './row-cells.ts';

/** One row of so many is enough to stop the file until somebody has chosen: here every second one. */
const BLOCKING_SHARE = 2;

export interface ClearedCount {
  readonly add: (row: Row) => void;
  /** Null when no row carries a clearing date, and when somebody has chosen. */
  readonly question: () => MappingQuestion | null;
}

/**
 * Counts, among the rows that are asked for, those with a clearing date: of 4 rows 1 gives a question that may wait, 2 give
 * one that has to be answered first.
 */
export function createClearedCount(mapping: ExtractMapping, header: Row): ClearedCount {
  const isOpen = mapping.columns.clearedOn !== undefined && !isChosen(mapping);
  const cells = createRowCells(mapping, header);
  let rows = 0;
  let cleared = 0;
  return {
    add(row) {
      if (!isOpen || !cells.isAskedFor(row)) return;
      rows += 1;
      if (cells.get(row, 'clearedOn') !== '') cleared += 1;
    },
    question: () => (cleared === 0 ? null : questionOf(cleared, rows)),
  };
}

/** A filter on the clearing date, as older mappings have it, is a choice too. */
function isChosen({ clearedRows, columns, filters }: ExtractMapping): boolean {
  return clearedRows !== undefined || filters.some((filter) => filter.column === columns.clearedOn);
}

function questionOf(cleared: number, rows: number): MappingQuestion {
  const message = `${cleared} of ${rows} rows carry a clearing date. Choose whether they are taken as open items or left out (in a mapping: clearedRows).`;
  return {
    field: 'clearedOn',
    code: 'rows_already_cleared',
    message,
    choices: ['take', 'leave_out'],
    isBlocking: cleared * BLOCKING_SHARE >= rows,
  };
}
