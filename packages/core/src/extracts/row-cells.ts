/** Reaching the cells of a row by field, once per file and not once per row. */
import type { ExtractField } from './fields.ts';
import type { ExtractMapping, RowFilter } from './mapping.ts';

export interface RowProblem {
  /** Number of the row in the file, the header being row 1. */
  readonly row: number;
  readonly field: ExtractField;
  readonly code: string;
  readonly message: string;
}

/** Something true of a row that was read all the same. */
export type RowNote = RowProblem;

/** `left_out`: the row is not asked for (another company, already cleared, blank). */
export type RowResult<Value> =
  | { readonly outcome: 'read'; readonly value: Value; readonly notes: readonly RowNote[] }
  | { readonly outcome: 'refused'; readonly problems: readonly RowProblem[] }
  | { readonly outcome: 'left_out' };

export type Row = readonly string[];

export interface RowCells {
  /** The cell of a field, cleaned; '' when the file does not carry it. */
  readonly get: (row: Row, field: ExtractField) => string;
  readonly isAskedFor: (row: Row) => boolean;
}

const CELL_CHARS_MAX = 500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufeff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const ALL_UNPRINTABLE = /[\u0000-\u001f\u007f\ufeff\ufffe\uffff]+/g;
/** Spreadsheets guard leading zeros as ="00123". */
const GUARDED_TEXT = /^="(.*)"$/;
/** And what would run as a formula, or loses its zeros, behind an apostrophe. */
const APOSTROPHE_GUARD = /^'[=+\-@\d]/;

/** `charsMax` cuts longer cells: no number, name or line of an extract comes near the usual limit. */
export function createRowCells(mapping: ExtractMapping, header: Row, charsMax = CELL_CHARS_MAX): RowCells {
  const indexes = new Map<string, number>();
  for (const [field, column] of Object.entries(mapping.columns)) indexes.set(field, header.indexOf(column));
  const filters = [...mapping.filters, ...clearedFilter(mapping)].map((filter) => ({
    ...filter,
    index: header.indexOf(filter.column),
  }));
  return {
    get(row, field) {
      const index = indexes.get(field);
      const cell = index === undefined || index < 0 ? '' : cleanCell(row[index] ?? '', charsMax);
      return cell === '' ? (mapping.constants[field] ?? '') : cell;
    },
    isAskedFor(row) {
      for (const filter of filters) {
        const cell = row[filter.index]?.trim() ?? '';
        if (cell !== (filter.keep === 'empty' ? '' : filter.value)) return false;
      }
      return row.some((cell) => cell.trim() !== '');
    },
  };
}

function clearedFilter({ clearedRows, columns }: ExtractMapping): RowFilter[] {
  const column = columns.clearedOn;
  return clearedRows === 'leave_out' && column !== undefined ? [{ column, keep: 'empty', value: '' }] : [];
}

/** Trimmed, without control characters (PostgreSQL refuses NUL), unwrapped from a spreadsheet's text guard. */
export function cleanCell(cell: string, charsMax = CELL_CHARS_MAX): string {
  let text = cell.trim();
  if (UNPRINTABLE.test(text)) text = text.replace(ALL_UNPRINTABLE, ' ').trim();
  if (text.startsWith('=')) text = GUARDED_TEXT.exec(text)?.[1]?.trim() ?? text;
  else if (text.startsWith("'") && APOSTROPHE_GUARD.test(text)) text = text.slice(1).trim();
  return text.length > charsMax ? text.slice(0, charsMax) : text;
}

/** A reference that a spreadsheet turned into a number and shortened ("1.93E+09"): its digits are lost. */
export function isDamagedNumber(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(text);
}

/** Remembers the last answers to a question that repeats from row to row (dates, terms); bounded. */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (answers.size >= ANSWERS_MAX) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

const ANSWERS_MAX = 5_000;
