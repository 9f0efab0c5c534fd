/** Rows that a person ticks in a list, for an act on all of them at once. */
import { useCallback, useMemo, useState } from 'react';
import type { GridTicks } from './grid.types.ts';

export interface Ticks extends GridTicks {
  /** When what they were ticked for is done. */
  readonly clear: () => void;
}

export function useTicks(): Ticks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((rowIds: readonly string[], isOn: boolean) => {
    setIds((now) => {
      const next = new Set(now);
      for (const id of rowIds) isOn ? next.add(id) : next.delete(id);
      return next;
    });
  }, []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, clear }), [ids, toggle, clear]);
}
