/** The header of a table whose names tell nothing (a language we do not know, none at all), and its columns by what they hold. */
import { readDate } from '../../extracts/index.ts';
import { type ColumnIndexes, cleanCell, datePart, isAmountCell, type TableSample } from './statement-mapping.ts';

type Row = readonly string[];

/** The index of the header, -1 when the first row is a line already; null when no row is a line of a statement. */
export function findHeaderByValue(rows: readonly Row[]): number | null {
  const first = rows.findIndex(isLine);
  if (first < 0) return null;
  for (let index = first - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    const filled = row.filter((cell) => cell.trim() !== '');
    if (filled.length >= HEADER_CELLS_MIN && !filled.some((cell) => isDay(cell) || isAmountCell(cell.trim())))
      return index;
  }
  return -1;
}

const HEADER_CELLS_MIN = 3;

/** A row with a day in one cell and an amount in another. */
function isLine(row: Row): boolean {
  const day = row.findIndex(isDay);
  return day >= 0 && row.some((cell, index) => index !== day && !isDay(cell) && isAmountCell(cleanCell(cell)));
}

function isDay(cell: string): boolean {
  const day = datePart(cleanCell(cell));
  return /\D/.test(day) && (readDate(day, 'dmy') ?? readDate(day, 'mdy')) !== null;
}

/** Fields that names did not tell: the first column of days, the second; the amount when one column alone holds amounts; the widest text. */
export function addColumnsByValue({ rows, names }: TableSample, columns: ColumnIndexes): void {
  const used = new Set(Object.values(columns).flat());
  const free = names.map((_, index) => index).filter((index) => !used.has(index));
  const cellsOf = (index: number) => rows.map((row) => cleanCell(row[index] ?? '')).filter((cell) => cell !== '');
  const holding = (test: (cell: string) => boolean) =>
    free.filter((index) => {
      const cells = cellsOf(index);
      return cells.length > 0 && cells.every(test);
    });
  const days = holding(isDay);
  const [bookedOn, valueOn] = days;
  if (columns.bookedOn === undefined && columns.valueOn === undefined && bookedOn !== undefined) {
    columns.bookedOn = [bookedOn];
    if (valueOn !== undefined) columns.valueOn = [valueOn];
  }
  const amounts = holding((cell) => isAmountCell(cell) && /[.,]\d{2}\D*$/.test(cell));
  const [amount, ...others] = amounts;
  if (columns.amount === undefined && amount !== undefined && others.length === 0) columns.amount = [amount];
  if (columns.text !== undefined) return;
  const texts = free
    .filter((index) => !days.includes(index) && !amounts.includes(index))
    .map((index) => ({ index, chars: cellsOf(index).join('').length }))
    .sort((left, right) => right.chars - left.chars);
  if (texts[0] !== undefined && texts[0].chars > 0) columns.text = [texts[0].index];
}
