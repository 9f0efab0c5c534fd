/** Copying out of a grid, and writing into many of its cells at once: paste, fill down, clear; each undone as one. */
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../app/i18n.ts';
import type { CellValue, GridColumn } from './grid.types.ts';
import type { ShownColumn } from './grid-cell.component.tsx';
import type { GridLine, GroupLine } from './grouping.ts';
import { type CellEdit, clearPlan, type EditPlan, fillPlan, PASTE_CELLS_MAX, pastePlan } from './paste.ts';
import { cellCount, type Range, rectangleOf } from './range.ts';
import { fromTsv, toTsv } from './tsv.ts';
import type { GridInput } from './use-grid.ts';

/** What the status line says after an act, and how it is taken back. */
export interface GridNotice {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly undo?: () => void;
}

interface EditsInput<Row extends object> extends GridInput<Row> {
  readonly lines: readonly GridLine<Row>[];
  readonly placed: readonly ShownColumn<Row>[];
  readonly range: Range;
  readonly setNotice: (notice: GridNotice | null) => void;
}

/** Refused cells that are named one by one; of more only the number is said. */
const REFUSALS_NAMED_MAX = 3;

export interface GridEdits {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly fillDown: () => boolean;
  readonly clear: () => boolean;
  readonly undo: () => boolean;
}

export function useGridEdits<Row extends object>(input: EditsInput<Row>): GridEdits {
  const { t } = useTexts();
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const [undoable, setUndoable] = useState<readonly CellEdit[]>([]);
  const place = () => ({
    lines: input.lines,
    columns: input.placed.map(({ column }) => column),
    selected: rectangleOf(input.range),
  });
  const takeBack = (edits: readonly CellEdit[]): void => {
    for (const edit of [...edits].reverse()) write(edit, latest);
    setUndoable([]);
    input.setNotice({ text: t('gridPanel.takenBack', { count: edits.length }) });
  };
  const carryOut = (plan: EditPlan, words: 'grid.pasted' | 'gridPanel.filled' | 'gridPanel.cleared'): boolean => {
    if (plan.isTooLarge) {
      input.setNotice({
        text: t('gridPanel.pasteTooLarge', { max: input.formats.count(PASTE_CELLS_MAX) }),
        isProblem: true,
      });
      return true;
    }
    if (plan.edits.length === 0) return false;
    const before: CellEdit[] = [];
    const refusals: string[] = [];
    for (const edit of plan.edits) {
      const known = textNow(edit, latest);
      const refusal = write(edit, latest);
      if (refusal === null) before.push({ ...edit, text: known });
      else refusals.push(t('gridPanel.refusedCell', { text: edit.text, ...whereOf(edit, input), reason: refusal }));
    }
    setUndoable(before);
    const done = t(words, { count: before.length, shown: input.formats.count(before.length) });
    const parts = [
      ...(before.length > 0 || refusals.length === 0 ? [done] : []),
      ...refusals.slice(0, REFUSALS_NAMED_MAX),
      ...(refusals.length > REFUSALS_NAMED_MAX
        ? [t('gridPanel.moreRefused', { count: refusals.length - REFUSALS_NAMED_MAX })]
        : []),
      ...(plan.leftOut > 0 ? [t('gridPanel.leftOut', { count: plan.leftOut })] : []),
    ];
    input.setNotice({
      text: parts.join(' · '),
      isProblem: refusals.length > 0,
      ...(before.length > 0 ? { undo: () => takeBack(before) } : {}),
    });
    return true;
  };
  return {
    onCopy: (event) => copy(event, input, t),
    onPaste: (event) => {
      if (event.target !== event.currentTarget) return;
      const cells = fromTsv(event.clipboardData.getData('text/plain'));
      if (carryOut(pastePlan(cells, place()), 'grid.pasted')) event.preventDefault();
    },
    fillDown: () => carryOut(fillPlan(place()), 'gridPanel.filled'),
    clear: () => carryOut(clearPlan(place()), 'gridPanel.cleared'),
    undo: () => {
      if (undoable.length === 0) return false;
      takeBack(undoable);
      return true;
    },
  };
}

type Latest<Row extends object> = React.RefObject<EditsInput<Row>>;

function cellOf<Row extends object>(edit: CellEdit, { current }: Latest<Row>) {
  const row = current.rows.find((candidate) => current.rowId(candidate) === edit.rowId);
  return { row, edit: current.columns.find(({ id }) => id === edit.columnId)?.edit };
}

function textNow<Row extends object>(edit: CellEdit, latest: Latest<Row>): string {
  const cell = cellOf(edit, latest);
  return cell.row && cell.edit ? cell.edit.text(cell.row) : '';
}

/** One cell at a time, and the page drawn after each: what a cell takes may depend on those before it. */
function write<Row extends object>(edit: CellEdit, latest: Latest<Row>): string | null {
  const cell = cellOf(edit, latest);
  let refusal: string | null = null;
  if (cell.row && cell.edit) {
    const { row, edit: column } = { row: cell.row, edit: cell.edit };
    flushSync(() => {
      refusal = column.commit(row, edit.text);
    });
  }
  return refusal;
}

function whereOf<Row extends object>(edit: CellEdit, input: EditsInput<Row>): { row: string; column: string } {
  const row = input.lines.findIndex((line) => line.id === edit.rowId);
  const column = input.columns.find(({ id }) => id === edit.columnId);
  return { row: input.formats.count(row + 1), column: column?.header ?? '' };
}

function copy<Row extends object>(
  event: ClipboardEvent,
  input: EditsInput<Row>,
  t: ReturnType<typeof useTexts>['t'],
): void {
  const { lines, placed, formats } = input;
  if (event.target !== event.currentTarget || lines.length === 0) return;
  const rectangle = rectangleOf(input.range);
  const picked = placed.slice(rectangle.left, rectangle.right + 1).filter(({ column }) => !column.isDrawing);
  const copied = lines.slice(rectangle.top, rectangle.bottom + 1);
  const isWholeGrid = copied.length === lines.length && copied.length > 1;
  const text = toTsv(
    picked.map(({ column, currency }) => ({
      header: column.header,
      hasManyCurrencies: column.kind === 'money' && currency === null && !column.isCurrencyElsewhere,
    })),
    copied.map((line) => picked.map(({ column, index }) => cellValue(line, column, index))),
    { formats, withHeader: isWholeGrid },
  );
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  const count = cellCount({ ...rectangle, bottom: rectangle.top + copied.length - 1 });
  input.setNotice({ text: t('grid.copied', { count, shown: formats.count(count) }) });
}

/** A group is copied as its line shows it: what it is, and its totals. */
function cellValue<Row>(line: GridLine<Row>, column: GridColumn<Row>, index: number): CellValue {
  if (line.kind === 'row') return column.value(line.row);
  return line.amounts[column.id] ?? (index === 0 ? groupText(line) : null);
}

function groupText(line: GroupLine): string | null {
  return line.isFirst ? line.value : line.currency;
}
