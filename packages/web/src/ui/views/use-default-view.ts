/** Opens a grid with the view its reader chose for it, unless the address or the reader has already said something else. */
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { GridView } from '../grid/grid.types.ts';
import { gridPartsOf, isPlain, isSortOf, viewOfText } from '../grid/grid-view.ts';
import { useViews } from './views.queries.ts';

export function useDefaultView(gridId: string, view: GridView, apply: (view: GridView) => void): void {
  const { views, isRead } = useViews(gridId);
  const decidedFor = useRef<string | null>(null);
  const { sort } = gridPartsOf(useSearch({ strict: false }));
  // An address that says no more than the order is a link that somebody sent: it wins.
  const isUntouched = isPlain(view) && !isSortOf(view, sort);
  useEffect(() => {
    if (decidedFor.current === gridId) return;
    if (!isUntouched) decidedFor.current = gridId;
    if (!isRead || decidedFor.current === gridId) return;
    decidedFor.current = gridId;
    const chosen = views.find(({ isDefault }) => isDefault);
    if (chosen && chosen.state !== '') apply(viewOfText(chosen.state));
  }, [gridId, isUntouched, isRead, views, apply]);
}
