/** How one value is drawn. Zero is a quiet dot; the currency stands in the cell only when the column has several. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, Instant } from '../date/date.component.tsx';
import { useFormats } from '../format/formats.context.ts';
import { Amount } from '../money/money.component.tsx';
import styles from './grid.module.css';
import type { GridColumn } from './grid.types.ts';

export interface ShownColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  /** Set when every amount of the column is in this currency, which then stands in the head. */
  readonly currency: string | null;
}

export function CellContent<Row>({ row, shown }: { row: Row; shown: ShownColumn<Row> }): ReactNode {
  const { t } = useTranslation();
  const { column } = shown;
  if (column.render) return column.render(row);
  switch (column.kind) {
    case 'money': {
      const value = column.value(row);
      return value && <Amount value={value} withCurrency={shown.currency === null && !column.isCurrencyElsewhere} />;
    }
    case 'days': {
      const days = column.value(row);
      return days !== null && days > 0 ? t('date.days', { count: days }) : <QuietDot />;
    }
    case 'count': {
      const count = column.value(row);
      return count === 0 ? <QuietDot /> : <Count value={count} />;
    }
    case 'date': {
      const date = column.value(row);
      return date && <DateText date={date} />;
    }
    case 'instant': {
      const instant = column.value(row);
      return instant && <Instant at={instant} />;
    }
    case 'text':
      return column.value(row);
  }
}

function Count({ value }: { value: number | null }): ReactNode {
  const formats = useFormats();
  return value === null ? null : formats.count(value);
}

export function QuietDot(): ReactNode {
  return <span className={styles.dot}>·</span>;
}

/** The text of a cell; the active one shows itself whole when it is cut. */
export function CellText({ isActive, children }: { isActive: boolean; children: ReactNode }): ReactNode {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const text = ref.current;
    if (!text) return;
    delete text.dataset.whole;
    if (isActive && text.scrollWidth > text.clientWidth) text.dataset.whole = '';
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
