/** Which lines of a list are in sight. Every line is equally high, so that where one stands is a product and nothing is measured. */
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';

/** Drawn above and below what is seen, so that a turn of the wheel meets lines and not white. */
const OVERSCAN_ROWS = 8;

export interface RowsInSight {
  readonly first: number;
  /** Inclusive; -1 when there are none. */
  readonly last: number;
}

/** `rowsInSight({ top: 280, height: 560, rowHeight: 28, count: 1000 })` draws lines 2 to 38: 10 to 30 are seen, eight more on each side. */
export function rowsInSight(box: { top: number; height: number; rowHeight: number; count: number }): RowsInSight {
  const first = Math.floor(box.top / box.rowHeight) - OVERSCAN_ROWS;
  const last = Math.floor((box.top + box.height) / box.rowHeight) + OVERSCAN_ROWS;
  const end = Math.min(box.count - 1, last);
  return { first: Math.max(0, Math.min(first, end)), last: end };
}

/** How far to scroll so that a line lies between the head and the foot, which cover `covered` pixels; the same when it does. */
export function topToSee(
  row: number,
  box: { top: number; height: number; rowHeight: number; covered: number },
): number {
  const start = row * box.rowHeight;
  const end = start + box.rowHeight;
  if (start < box.top) return start;
  return end > box.top + box.height - box.covered ? end - box.height + box.covered : box.top;
}

export function useRowsInSight(input: {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** Pixels of the box that the head and the foot cover. */
  readonly covered: number;
}): RowsInSight & { readonly scrollToRow: (row: number) => void } {
  const { scroller, count, rowHeight, covered } = input;
  const [place, setPlace] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = (): void => setPlace((now) => placeOf(box, now, rowHeight));
    // Drawn before the browser paints: a fast wheel would else show white for a moment.
    const follow = (): void => flushSync(look);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    box.addEventListener('scroll', follow, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', follow);
    };
  }, [scroller, rowHeight]);
  const scrollToRow = useCallback(
    (row: number) => {
      const box = scroller.current;
      if (box) box.scrollTop = topToSee(row, { top: box.scrollTop, height: box.clientHeight, rowHeight, covered });
    },
    [scroller, rowHeight, covered],
  );
  return useMemo(
    () => ({ ...rowsInSight({ ...place, rowHeight, count }), scrollToRow }),
    [place, rowHeight, count, scrollToRow],
  );
}

/** The same object while the same lines are in sight, so that a pixel of scrolling draws nothing. */
function placeOf(box: HTMLElement, now: { top: number; height: number }, rowHeight: number) {
  const top = Math.floor(box.scrollTop / rowHeight) * rowHeight;
  const height = box.clientHeight;
  return now.top === top && now.height === height ? now : { top, height };
}
