import type { ReactNode } from 'react';
import type { MoneyText } from '../money/money-text.ts';

interface ColumnBase<Row> {
  readonly id: string;
  readonly header: string;
  /** Width in pixels at first; a person may change it. */
  readonly width: number;
  /** What a filter keeps of the value when the value is a word in the reader's language: a status, a kind. */
  readonly code?: (row: Row) => string | null;
  /**
   * Width in pixels on a phone, where the columns that have one stand first: what tells the rows apart and how they stand. All
   * of them together fit into 390.
   */
  readonly phoneWidth?: number;
  /** Takes a share of the room that is left over. */
  readonly grow?: boolean;
  /** Not shown until it is asked for in the column menu. */
  readonly isHiddenAtFirst?: boolean;
  /** Makes the value a link to where `onOpen` goes, so that it can also be opened in another tab. */
  readonly href?: (row: Row) => string;
  /** Only drawn, such as a small chart: there is nothing in it to copy. */
  readonly isDrawing?: boolean;
  /** What is drawn instead of the value, which still sorts, filters, sums and copies; undefined leaves it to the value. */
  readonly render?: (row: Row) => ReactNode | undefined;
  readonly edit?: ColumnEdit<Row>;
}

export interface ColumnEdit<Row> {
  readonly canEdit: (row: Row) => boolean;
  readonly text: (row: Row) => string;
  /** Takes what was typed; returns what is wrong with it, or null when it was taken. */
  readonly commit: (row: Row, typed: string) => string | null;
}

/** A column by what it holds; the kind decides how it aligns, sorts, filters, sums and copies. */
export type GridColumn<Row> =
  | (ColumnBase<Row> & { readonly kind: 'text'; readonly value: (row: Row) => string | null })
  | (ColumnBase<Row> & {
      readonly kind: 'money';
      readonly value: (row: Row) => MoneyText | null;
      /** Counted into the total at the foot. */
      readonly isTotalled?: boolean;
      /** The row says its currency in a column of its own. */
      readonly isCurrencyElsewhere?: boolean;
    })
  | (ColumnBase<Row> & { readonly kind: 'count' | 'days'; readonly value: (row: Row) => number | null })
  | (ColumnBase<Row> & { readonly kind: 'date' | 'instant'; readonly value: (row: Row) => string | null });

export type CellValue = string | number | MoneyText | null;

export interface SortBy {
  readonly id: string;
  readonly isDescending: boolean;
}

/** What a person set: which rows, in which order and groups, with which columns. It travels in the address. */
export interface GridView {
  /** The quick filter over all columns. */
  readonly filter: string;
  /** The first order counts, the next ones among equals. */
  readonly sort: readonly SortBy[];
  /** Column filters as they are written, by column id: `{ open: '100..500' }`. */
  readonly where: Readonly<Record<string, string>>;
  /** One or two columns whose equal values stand together under a line with their totals. */
  readonly groups: readonly string[];
  /** Columns in their order, those taken away with a minus; null for the usual ones. */
  readonly columns: readonly string[] | null;
  /** How many of the first columns stay in sight; null for the usual one. */
  readonly pinned: number | null;
}

/** A view that changes nothing. */
export const PLAIN_VIEW: GridView = { filter: '', sort: [], where: {}, groups: [], columns: null, pinned: null };

/** Whether a change of the view is a step that the browser's back button takes back, or part of the one before. */
export type ViewStep = 'step' | 'same step';

/** One line pinned at the foot: its label and the amounts by column id. */
export interface FootRow {
  readonly id: string;
  readonly label: string;
  readonly amounts: Readonly<Record<string, MoneyText>>;
  /** Drawn in the cell of the last column, such as the tick of the control account. */
  readonly note?: ReactNode;
}

export interface GridTicks {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (rowIds: readonly string[], isOn: boolean) => void;
}

/** How a list of rows comes in. Old rows stay while `isBusy`; `isLoading` means that there is nothing to show yet. */
export interface GridLoad {
  readonly isLoading: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasMore?: boolean;
  readonly loadMore?: () => void;
}
