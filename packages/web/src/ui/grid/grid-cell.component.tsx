/** How one value is drawn. Zero is a quiet dot; the currency stands in the cell only when the column has several. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Formats } from '../format/formats.ts';
import { isZero, type MoneyText } from '../money/money-text.ts';
import styles from './grid.module.css';
import type { GridColumn } from './grid.types.ts';

/** What drawing needs to know of the reader; the same object for all cells of a grid. */
export interface CellReader {
  readonly formats: Formats;
  readonly timeZone: string;
  readonly daysText: (days: number) => string;
}

/**
 * A column as it is shown. `draw` is made once for the column and uses no hooks: a screen holds a thousand cells, and all
 * of them may change with one turn of the wheel.
 */
export interface ShownColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  /** Set when every amount of the column is in this currency, which then stands in the head. */
  readonly currency: string | null;
  /** Pixels from the left at which the column stays; null when it moves with the others. */
  readonly left: number | null;
  readonly draw: (row: Row) => ReactNode;
}

export function makeDraw<Row>(
  column: GridColumn<Row>,
  currency: string | null,
  reader: CellReader,
): (row: Row) => ReactNode {
  const draw = (row: Row): ReactNode => {
    const own = column.render?.(row);
    return own === undefined ? plainValue(row, column, currency, reader) : own;
  };
  const { href } = column;
  if (!href) return draw;
  return (row) => (
    <a href={href(row)} tabIndex={-1} data-opens="">
      {draw(row)}
    </a>
  );
}

function plainValue<Row>(row: Row, column: GridColumn<Row>, currency: string | null, reader: CellReader): ReactNode {
  const { formats, timeZone } = reader;
  const value = column.value(row);
  if (value === null) return null;
  switch (column.kind) {
    case 'money':
      return amount(value as MoneyText, currency === null && !column.isCurrencyElsewhere, formats);
    case 'days':
      return Number(value) > 0 ? reader.daysText(Number(value)) : quietDot();
    case 'count':
      return value === 0 ? quietDot() : formats.count(Number(value));
    case 'date':
      return formats.date(String(value));
    case 'instant':
      return (
        <time title={formats.exactInstant(String(value), timeZone)}>{formats.instant(String(value), timeZone)}</time>
      );
    case 'text':
      return String(value);
  }
}

function amount(value: MoneyText, withCurrency: boolean, formats: Formats): ReactNode {
  if (isZero(value)) return quietDot();
  const text = formats.amountText(value.amount, value.currency);
  if (!withCurrency) return text;
  return (
    <>
      {text} <span className={styles.currency}>{value.currency}</span>
    </>
  );
}

function quietDot(): ReactNode {
  return <span className={styles.dot}>·</span>;
}

/** The text of the active cell: it shows itself whole when it is cut. */
export function ActiveText({ children }: { children: ReactNode }): ReactNode {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const text = ref.current;
    if (!text) return;
    delete text.dataset.whole;
    if (text.scrollWidth > text.clientWidth) text.dataset.whole = '';
  });
  return (
    <span ref={ref} className={styles.text}>
      {children}
    </span>
  );
}

export function isRightAligned(kind: GridColumn<object>['kind']): boolean {
  return kind === 'money' || kind === 'count' || kind === 'days';
}
