/** How a bank's table writes decimals and days: told from all values together, and with the doubt that is left. */
import {
  createMarkEvidence,
  createOrderEvidence,
  type DateOrder,
  type DecimalMark,
  readDate,
} from '../../extracts/index.ts';
import type { StatementMapping } from './given-mapping.ts';
import { type ColumnIndexes, cellOf, datePart, type TableSample } from './statement-mapping.ts';

/** `guessed`: only the run of the days decided. */
export type NotationDoubt = 'undecided' | 'conflict' | 'guessed';

export interface Notations {
  readonly decimalMark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  readonly markDoubt: NotationDoubt | null;
  readonly orderDoubt: NotationDoubt | null;
}

/** `given` wins over what the values say; `remembered` of earlier files only fills in where they say nothing. */
export function findNotations(
  sample: TableSample,
  columns: ColumnIndexes,
  { given, remembered }: { readonly given: StatementMapping | null; readonly remembered: StatementMapping | null },
): Notations {
  const mark = createMarkEvidence();
  const order = createOrderEvidence();
  for (const row of sample.rows) {
    for (const field of ['amount', 'debit', 'credit', 'balance'] as const) {
      const cell = cellOf(row, columns, field);
      if (cell !== '') mark.add(cell);
    }
    for (const field of ['bookedOn', 'valueOn'] as const) order.add(datePart(cellOf(row, columns, field)));
  }
  const marked = mark.finding();
  const ordered = order.finding();
  const decimalMark =
    given?.decimalMark ?? (marked === 'point' || marked === 'comma' ? marked : (remembered?.decimalMark ?? null));
  const known =
    given?.dateOrder ?? (ordered === 'dmy' || ordered === 'mdy' ? ordered : (remembered?.dateOrder ?? null));
  const dateOrder = known ?? orderFromSequence(sample, columns);
  const isSequenceNeeded = known === null && (ordered === 'undecided' || ordered === 'conflict');
  return {
    decimalMark,
    dateOrder,
    markDoubt: decimalMark === null && (marked === 'undecided' || marked === 'conflict') ? marked : null,
    orderDoubt: isSequenceNeeded ? (dateOrder === null ? ordered : 'guessed') : null,
  };
}

/** Days of a statement go one way: "01/02, 02/02, 03/02" runs on as days of February and jumps as month first. */
function orderFromSequence(sample: TableSample, columns: ColumnIndexes): DateOrder | null {
  const cells = sample.rows.map((row) => datePart(cellOf(row, columns, 'bookedOn'))).filter((cell) => cell !== '');
  const runs = (['dmy', 'mdy'] as const).filter((order) => {
    const dates = cells.map((cell) => readDate(cell, order) ?? '');
    if (dates.length < SEQUENCE_MIN || new Set(dates).size < SEQUENCE_MIN) return false;
    const isRising = dates.every((date, index) => index === 0 || (dates[index - 1] ?? '') <= date);
    return isRising || dates.every((date, index) => index === 0 || (dates[index - 1] ?? '') >= date);
  });
  const spans = runs.map((order) => ({
    order,
    months: new Set(cells.map((cell) => readDate(cell, order)?.slice(0, 7))).size,
  }));
  spans.sort((left, right) => left.months - right.months);
  const [best, next] = spans;
  return best !== undefined && (next === undefined || best.months < next.months) ? best.order : null;
}

const SEQUENCE_MIN = 3;
