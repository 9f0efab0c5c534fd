import type { ReactNode } from 'react';
import type { MoneyText } from '../money/money-text.ts';

interface ColumnBase<Row> {
  readonly id: string;
  readonly header: string;
  /** Width in pixels at first; a person may change it. */
  readonly width: number;
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

/** The filter and the order that a person set. */
export interface GridView {
  readonly filter: string;
  readonly sort: SortBy | null;
}

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
