/**
 * Keys that act on the row under the cursor, without opening it first. They act on no other row than the one that is seen: one that was
 * scrolled away is brought back, and one that has just come under the cursor by itself, since the list moved, is left alone.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { KeyBinding } from '../keys/keys.ts';
import type { GridLine } from './grouping.ts';
import type { GridNotice } from './use-grid-edits.ts';

export interface RowKey<Row> {
  readonly key: string;
  readonly label: string;
  readonly act: (row: Row) => void;
  /** What is typed next is meant for the form that it opens. */
  readonly opensForm?: boolean;
  /** The row is done with: the cursor goes on to the next. */
  readonly movesOn?: boolean;
}

/** Somebody who aimed at a row needs about so long to see that another stands there now. */
const JUST_NOW_MS = 400;

interface RowKeysInput<Row extends object> {
  readonly rowKeys: readonly RowKey<Row>[] | undefined;
  readonly lines: readonly GridLine<Row>[];
  readonly row: number;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly toRow: (row: number) => void;
  readonly moveOn: () => void;
  readonly setNotice: (notice: GridNotice) => void;
}

export function useRowKeys<Row extends object>(input: RowKeysInput<Row>): readonly KeyBinding[] {
  const { t } = useTexts();
  const { rowKeys = [], lines, row, scroller, toRow, setNotice } = input;
  const line = lines[row];
  const hasJustMoved = useJustMoved(line?.id, lines);
  const press = ({ act, movesOn }: RowKey<Row>): void => {
    if (line?.kind !== 'row') return;
    const before = scroller.current?.scrollTop ?? 0;
    toRow(row);
    const wasAway = Math.abs((scroller.current?.scrollTop ?? 0) - before) >= input.rowHeight;
    const isAnother = hasJustMoved();
    if (wasAway || isAnother) {
      setNotice({ text: t(wasAway ? 'keys.rowWasAway' : 'keys.listMoved') });
      return;
    }
    if (movesOn) input.moveOn();
    act(line.row);
  };
  return rowKeys.map((rowKey) => ({
    ...{ key: rowKey.key, label: rowKey.label, act: () => press(rowKey) },
    ...{ opensForm: rowKey.opensForm ?? false },
  }));
}

/** Whether another row came under the cursor a moment ago with other lines, and not because somebody moved it. */
function useJustMoved(id: string | undefined, lines: unknown): () => boolean {
  const seen = useRef({ id, lines });
  const now = useRef({ id, lines });
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  useLayoutEffect(() => {
    now.current = { id, lines };
  }, [id, lines]);
  const isAnother = (): boolean =>
    seen.current.id !== undefined && seen.current.id !== now.current.id && seen.current.lines !== now.current.lines;
  useEffect(() => {
    // By the next picture the cursor has followed its row, if that is still there.
    const frame = requestAnimationFrame(() => {
      if (isAnother()) movedAt.current = performance.now();
      seen.current = { id, lines };
    });
    return () => cancelAnimationFrame(frame);
  });
  return () => isAnother() || performance.now() - movedAt.current < JUST_NOW_MS;
}
