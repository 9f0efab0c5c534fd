/** Under the bar: what leaves rows out and what groups them, each in words and with a way to take it away. */
import type { ReactNode } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../format/formats.context.ts';
import type { Formats } from '../format/formats.ts';
import { Icon } from '../icon/icon.component.tsx';
import { type ColumnFilter, choiceOf, readColumnFilter } from './column-filter.ts';
import styles from './grid.module.css';
import type { GridColumn, GridView } from './grid.types.ts';

export function FilterChips<Row>(props: {
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  view: GridView;
  setView: (view: GridView) => void;
  openPanel: (columnId: string) => void;
  groups: { readonly openAll: () => void; readonly closeAll: () => void };
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { columns, view, setView } = props;
  const filtered = columns.filter(({ id }) => view.where[id] !== undefined);
  const grouped = view.groups.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  if (filtered.length === 0 && grouped.length === 0) return null;
  return (
    <div className={styles.chips}>
      {filtered.map((column) => (
        <Chip
          key={column.id}
          word={filterWords(column, view.where[column.id] ?? '', { t, formats, rows: props.rows })}
          open={() => props.openPanel(column.id)}
          remove={t('gridPanel.removeFilter', { column: column.header })}
          onRemove={() => setView({ ...view, where: without(view.where, column.id) })}
        />
      ))}
      {grouped.map((column) => (
        <Chip
          key={`group ${column.id}`}
          word={t('gridPanel.groupedBy', { column: column.header })}
          open={() => props.openPanel(column.id)}
          remove={t('gridPanel.removeGroup', { column: column.header })}
          onRemove={() => setView({ ...view, groups: view.groups.filter((id) => id !== column.id) })}
        />
      ))}
      {grouped.length > 0 && (
        <>
          <button type="button" className={styles.link} onClick={props.groups.closeAll}>
            {t('gridPanel.closeAll')}
          </button>
          <button type="button" className={styles.link} onClick={props.groups.openAll}>
            {t('gridPanel.openAll')}
          </button>
        </>
      )}
      {filtered.length > 1 && (
        <button type="button" className={styles.link} onClick={() => setView({ ...view, where: {} })}>
          {t('gridPanel.clearFilters')}
        </button>
      )}
    </div>
  );
}

function Chip(props: { word: string; open: () => void; remove: string; onRemove: () => void }): ReactNode {
  return (
    <span className={styles.chip}>
      <button type="button" onClick={props.open}>
        {props.word}
      </button>
      <button type="button" aria-label={props.remove} title={props.remove} onClick={props.onRemove}>
        <Icon name="close" size={9} />
      </button>
    </span>
  );
}

export function without(where: GridView['where'], columnId: string): GridView['where'] {
  return Object.fromEntries(Object.entries(where).filter(([id]) => id !== columnId));
}

interface Words<Row> {
  readonly t: Translate;
  readonly formats: Formats;
  /** Where the words of codes are found. */
  readonly rows: readonly Row[];
}

/** "Open 100 – 500 EUR", "Status: Open, Disputed", "Customer begins with Ros": a filter as it is said. */
export function filterWords<Row>(column: GridColumn<Row>, text: string, words: Words<Row>): string {
  const filter = readColumnFilter(column.kind, text);
  return `${column.header}: ${filter === null ? text : saidOf(filter, column, words)}`;
}

function saidOf<Row>(filter: ColumnFilter, column: GridColumn<Row>, { t, formats, rows }: Words<Row>): string {
  switch (filter.kind) {
    case 'blank':
      return t('gridPanel.isBlank');
    case 'filled':
      return t('gridPanel.isFilled');
    case 'contains':
      return `“${filter.text}”`;
    case 'begins':
      return `“${filter.text}…”`;
    case 'oneOf':
      return filter.values.map((value) => choiceWord(column, rows, value)).join(', ');
    case 'range': {
      const bound = (value: string): string =>
        column.kind === 'date' || column.kind === 'instant'
          ? dayWords(value, t, formats)
          : value.replace('.', formats.decimalSign);
      const { from, to, currency } = filter;
      const span = from === to ? bound(from) : spanWords(from && bound(from), to && bound(to));
      return currency === null ? span : `${from === '' && to === '' ? '' : span} ${currency}`.trim();
    }
  }
}

function spanWords(from: string, to: string): string {
  if (from === '') return `≤ ${to}`;
  return to === '' ? `≥ ${from}` : `${from} – ${to}`;
}

/** The word in which rows show a code; the code itself when no row has it now. */
export function choiceWord<Row>(column: GridColumn<Row>, rows: readonly Row[], choice: string): string {
  if (!column.code) return choice;
  const found = rows.find((row) => choiceOf(column, row) === choice);
  return found === undefined ? choice : String(column.value(found) ?? choice);
}

/** A day of a filter in words: fixed ones as dates, moving ones as they are said. */
export function dayWords(word: string, t: Translate, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return formats.date(word);
  if (/^\d{4}-\d{2}$/.test(word)) return formats.month(word);
  if (word === 'today') return t('gridPanel.dayToday');
  if (word === 'this-month') return t('gridPanel.dayThisMonth');
  if (word === 'last-month') return t('gridPanel.dayLastMonth');
  if (word === 'this-year') return t('gridPanel.dayThisYear');
  const [, ahead, ago] = /^(?:in-(\d+)-days?|(\d+)-days?-ago)$/.exec(word) ?? [];
  if (ahead !== undefined) return t('gridPanel.dayAhead', { count: Number(ahead) });
  if (ago !== undefined) return t('gridPanel.dayAgo', { count: Number(ago) });
  return word;
}
