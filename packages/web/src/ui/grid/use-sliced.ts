/** Work whose result is drawn: short work within the drawing, long work in slices behind it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { atOnce, runInSlices, type Slices } from './slices.ts';

/**
 * The result of `start`, which is the same function while nothing changes. Of long work the result before stays until the next
 * is there (`isBehind`); null when there was none yet. Work that runs is let end, so that a list that keeps growing is seen
 * growing: what was asked last comes next.
 */
export function useSliced<Result>(
  start: () => Slices<Result>,
  isLong: boolean,
): { readonly result: Result | null; readonly isBehind: boolean } {
  const short = useMemo(() => (isLong ? null : atOnce(start())), [start, isLong]);
  const [done, setDone] = useState<{ of: () => Slices<Result>; result: Result } | null>(null);
  const latest = useRef(start);
  const running = useRef<{ stop: () => void } | null>(null);
  const before = useRef<Result | null>(null);
  useEffect(() => {
    latest.current = start;
    if (!isLong) {
      before.current = short;
      return;
    }
    const run = (of: () => Slices<Result>): void => {
      running.current = runInSlices(of(), (result) => {
        running.current = null;
        setDone({ of, result });
        if (latest.current !== of) run(latest.current);
      });
    };
    if (running.current === null && done?.of !== start) run(start);
  }, [start, isLong, short, done]);
  useEffect(
    () => () => {
      running.current?.stop();
      running.current = null;
    },
    [],
  );
  if (!isLong) return { result: short, isBehind: false };
  return { result: done?.result ?? before.current, isBehind: done?.of !== start };
}
