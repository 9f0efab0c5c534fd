/** Lists on a phone: the columns that matter there come first, and fit beside each other. */
import { useSyncExternalStore } from 'react';
import type { GridColumn } from './grid.types.ts';

/** As in the style sheets. */
const PHONE = '(max-width: 700px)';

export function useIsPhone(): boolean {
  return useSyncExternalStore(onTurn, () => window.matchMedia(PHONE).matches);
}

function onTurn(tell: () => void): () => void {
  const screen = window.matchMedia(PHONE);
  screen.addEventListener('change', tell);
  return () => screen.removeEventListener('change', tell);
}

/**
 * `phoneFirst([a, b (120 wide on a phone), c])` is b with 120 pixels, then a and c as ever. A list of which no column says
 * anything stays as it is.
 */
export function phoneFirst<Row>(columns: readonly GridColumn<Row>[]): readonly GridColumn<Row>[] {
  const first = columns.filter(({ phoneWidth }) => phoneWidth !== undefined);
  if (first.length === 0) return columns;
  const fitted = first.map((column) => ({ ...column, width: column.phoneWidth ?? column.width }));
  return [...fitted, ...columns.filter(({ phoneWidth }) => phoneWidth === undefined)];
}
