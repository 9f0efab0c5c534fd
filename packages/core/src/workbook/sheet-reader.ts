/**
 * The rows of one sheet as rows of text, one by one: dates as ISO, numbers as stored, texts as typed. A formula gives
 * the value the workbook stored for it and is never worked out; a formula without one, and a cell that shows an error,
 * are faults of that cell.
 */
import { createGuardedXml } from '../xml/index.ts';
import type { CellFormat } from './cell-styles.ts';
import { percentText, shownNumber } from './number-text.ts';
import { PART_LIMITS } from './part-limits.ts';
import { serialText } from './serial-date.ts';

export interface CellFault {
  /** As people name it: "F12". */
  readonly cell: string;
  readonly code: 'formula_without_value' | 'cell_shows_error';
  readonly message: string;
}

export interface SheetRow {
  /** From 1, as the sheet numbers it. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly string[];
  /** Which cells hold numbers, whose decimals are always divided by a point here. */
  readonly isNumber: readonly boolean[];
  /** By index of the cell. */
  readonly faults: ReadonlyMap<number, CellFault>;
}

export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

/** What the sheet as a whole tells; complete after `end`. */
export interface SheetRemarks {
  readonly hiddenColumns: readonly string[];
  /** Cells whose number carried traces of binary arithmetic and was rounded as Excel shows it. */
  readonly roundedCount: number;
  readonly firstRounded: string | null;
}

export interface SheetReader {
  readonly write: (chunk: string) => void;
  readonly end: () => SheetRemarks;
}

/** The last column a workbook can have is XFD; a table for people has a few dozen. */
const COLUMNS_MAX = 1_000;
const HIDDEN_NAMED_MAX = 20;

interface OpenCell {
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
  inline: string;
}

export function createSheetReader(around: SheetSurroundings, onRow: (row: SheetRow) => void): SheetReader {
  const hiddenColumns: string[] = [];
  const rows = createRows(around);
  let cell: OpenCell | null = null;
  let reads: 'value' | 'inline' | null = null;
  let phoneticDepth = 0;
  const xml = createGuardedXml(
    {
      onOpen(name, attributes) {
        if (name === 'c') cell = rows.openCell(attributes);
        else if (name === 'v') reads = 'value';
        else if (name === 't') reads = phoneticDepth === 0 ? 'inline' : null;
        else if (name === 'rPh') phoneticDepth += 1;
        else if (name === 'f' && cell !== null) cell.hasFormula = true;
        else if (name === 'row') rows.open(attributes);
        else if (name === 'col' && isTrue(attributes.hidden) && hiddenColumns.length < HIDDEN_NAMED_MAX) {
          hiddenColumns.push(columnName(Number(attributes.min ?? 1) - 1));
        }
      },
      onText(text) {
        if (cell === null || reads === null) return;
        if (reads === 'value') cell.value += text;
        else cell.inline += text;
      },
      onClose(name) {
        if (name === 'v' || name === 't') reads = null;
        else if (name === 'rPh') phoneticDepth -= 1;
        else if (name === 'c' && cell !== null) {
          rows.closeCell(cell);
          cell = null;
        } else if (name === 'row') {
          const row = rows.close();
          if (row !== null) onRow(row);
        }
      },
    },
    PART_LIMITS,
  );
  return {
    write: xml.write,
    end() {
      xml.close();
      return { hiddenColumns, ...rows.remarks() };
    },
  };
}

/** Cells become rows. Names of cells and numbers of rows may be left out: the next one is meant. */
function createRows(around: SheetSurroundings) {
  let roundedCount = 0;
  let firstRounded: string | null = null;
  let rowNumber = 0;
  let row: OpenRow | null = null;
  const place = (done: OpenCell, of: OpenRow, read: ReadCell) => {
    while (of.cells.length < done.column) {
      of.cells.push('');
      of.isNumber.push(false);
    }
    of.cells[done.column] = read.text;
    of.isNumber[done.column] = read.isNumber;
  };
  return {
    open(attributes: Readonly<Record<string, string>>) {
      rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
      row = openRow(isTrue(attributes.hidden));
    },
    /** Null outside a row. */
    openCell(attributes: Readonly<Record<string, string>>): OpenCell | null {
      if (row === null) return null;
      const cell = openCell(attributes, row.nextColumn);
      row.nextColumn = cell.column + 1;
      return cell;
    },
    closeCell(done: OpenCell) {
      if (row === null) return;
      const name = `${columnName(done.column)}${rowNumber}`;
      if (done.column >= COLUMNS_MAX) {
        if (done.value !== '' || done.inline !== '') row.isTooWide = name;
        return;
      }
      const read = readCell(done, around, name);
      if (read.fault !== null) row.faults.set(done.column, read.fault);
      if (read.wasRounded) {
        roundedCount += 1;
        firstRounded ??= name;
      }
      place(done, row, read);
    },
    /** The row that ends. Throws `SheetTooWide`. */
    close(): SheetRow | null {
      if (row === null) return null;
      const { isHidden, cells, isNumber, faults, isTooWide } = row;
      row = null;
      if (isTooWide !== null) throw new SheetTooWide(isTooWide);
      return { number: rowNumber, isHidden, cells, isNumber, faults };
    },
    remarks: () => ({ roundedCount, firstRounded }),
  };
}

export class SheetTooWide extends Error {
  constructor(cell: string) {
    super(
      `Cell ${cell} holds something beyond column ${columnName(COLUMNS_MAX - 1)}: no table of ours is that wide. Clear it and save again.`,
    );
  }
}

interface OpenRow {
  readonly isHidden: boolean;
  readonly cells: string[];
  readonly isNumber: boolean[];
  readonly faults: Map<number, CellFault>;
  nextColumn: number;
  isTooWide: string | null;
}

const NO_FAULTS: ReadonlyMap<number, CellFault> = new Map();

function openRow(isHidden: boolean): OpenRow {
  return { isHidden, cells: [], isNumber: [], faults: new Map(NO_FAULTS), nextColumn: 0, isTooWide: null };
}

function openCell(attributes: Readonly<Record<string, string>>, nextColumn: number): OpenCell {
  return {
    column: attributes.r === undefined ? nextColumn : columnOf(attributes.r),
    type: attributes.t ?? 'n',
    style: attributes.s === undefined ? -1 : Number(attributes.s),
    hasFormula: false,
    value: '',
    inline: '',
  };
}

interface ReadCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly wasRounded: boolean;
  readonly fault: CellFault | null;
}

const asText = (text: string): ReadCell => ({ text, isNumber: false, wasRounded: false, fault: null });
const asFault = (fault: CellFault): ReadCell => ({ ...asText(''), fault });

function readCell(cell: OpenCell, around: SheetSurroundings, name: string): ReadCell {
  const { type, value } = cell;
  if (cell.hasFormula && value === '' && type !== 'str' && type !== 'inlineStr') {
    const message = `Cell ${name} is a formula whose result the file does not hold. Open it, let it calculate, save it, or paste values.`;
    return asFault({ cell: name, code: 'formula_without_value', message });
  }
  if (type === 'e') {
    const message = `Cell ${name} shows ${value.slice(0, 20)}. Correct the formula behind it.`;
    return asFault({ cell: name, code: 'cell_shows_error', message });
  }
  if (type === 's') return asText(around.strings[Number(value)] ?? '');
  if (type === 'inlineStr') return asText(cell.inline);
  if (type === 'str') return asText(value === '' ? cell.inline : value);
  if (type === 'b') return asText(value === '1' || value === 'true' ? 'true' : 'false');
  if (type === 'd') return asText(value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''));
  return value === '' ? asText('') : readNumber(value, around.formats[cell.style] ?? 'plain', around.is1904);
}

function readNumber(value: string, format: CellFormat, is1904: boolean): ReadCell {
  if (format === 'percent') return asText(percentText(value));
  const date = format === 'date' ? serialText(value, is1904) : null;
  if (date !== null) return asText(date);
  const { text, wasRounded } = shownNumber(value);
  return { text, isNumber: true, wasRounded, fault: null };
}

/** "A1" is 0, "AA7" is 26. */
function columnOf(cellName: string): number {
  let column = 0;
  for (const letter of cellName) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return Math.max(0, column - 1);
}

/** 0 is "A", 26 is "AA". */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
