/**
 * A BAI2 record: a line, and the `88` lines that continue it. Fields are separated by commas; a slash at the end of a
 * line ends it. A field never stands on two lines, except the text at the end of a transaction, whose commas and
 * slashes are its own.
 */

/** Lines of one record that are kept; a longer one is told and cut, so that memory stays bounded. */
export const RECORD_LINES_MAX = 5_000;

/** One line without its record code, its ending slash and padding. */
export interface RecordLine {
  readonly text: string;
  readonly hasSlash: boolean;
  readonly line: number;
}

export interface Bai2Record {
  readonly code: string;
  /** Line of the file on which the record begins. */
  readonly line: number;
  readonly lines: RecordLine[];
  /** Lines of the file it stands on, which the bank counts. */
  lineCount: number;
}

/** A code alone, without comma or slash, is a line that was cut. */
const CODE = /^\s*(\d\d)\s*(?:,|\/\s*$)/;
/** Records written one behind the other on a single line. */
const NEXT_RECORD = /\/[ \t]*(?=(?:01|02|03|16|49|88|98|99)[,/])/;

/** The record code of a line ("16"), or null when the line does not begin with one. */
export function codeOf(text: string): string | null {
  return CODE.exec(text)?.[1] ?? null;
}

/** The records of a physical line: one, or all of them in files without line breaks. */
export function splitPhysicalLine(text: string): readonly string[] {
  const isWholeFile = /^\s*01,/.test(text) && NEXT_RECORD.test(text);
  return isWholeFile
    ? text.split(NEXT_RECORD).map((part, index, all) => (index < all.length - 1 ? `${part}/` : part))
    : [text];
}

export function recordLine(text: string, line: number): RecordLine {
  const body = text.replace(/^\s*\d\d\s*,?/, '').trimEnd();
  return body.endsWith('/') ? { text: body.slice(0, -1), hasSlash: true, line } : { text: body, hasSlash: false, line };
}

/** The fields of a record, from left to right, across its lines. */
export interface FieldCursor {
  /** The next field, from the next line when this one is used up; empty when there is none. */
  readonly next: () => string;
  /** The next field when it stands on the same line, or when `fits` says that the following line goes on with it. */
  readonly nextIf: (fits: (followingLine: string) => boolean) => string;
  /** The next field as `next` would give it, without taking it. */
  readonly peek: () => string;
  readonly isAtEnd: () => boolean;
  /** What is left: the rest of this line if there is one, and the lines behind it. */
  readonly rest: () => { readonly here: RecordLine | null; readonly following: readonly RecordLine[] };
}

interface CursorState {
  readonly lines: readonly RecordLine[];
  index: number;
  at: number;
}

/** One is made for each record of the file: methods over plain functions, which cost less to make than closures. */
export function createFieldCursor(lines: readonly RecordLine[]): FieldCursor {
  const state: CursorState = { lines, index: 0, at: 0 };
  return {
    next() {
      return nextField(state);
    },
    nextIf(fits) {
      if (!isUsedUp(state)) return takeField(state);
      const following = lines[state.index + 1];
      return following !== undefined && fits(following.text) ? nextField(state) : '';
    },
    peek() {
      const { index, at } = state;
      const field = nextField(state);
      state.index = index;
      state.at = at;
      return field;
    },
    isAtEnd() {
      return state.index >= lines.length || (isUsedUp(state) && state.index === lines.length - 1);
    },
    rest() {
      const line = lines[state.index];
      const here = line === undefined || isUsedUp(state) ? null : { ...line, text: line.text.slice(state.at) };
      return { here, following: lines.slice(state.index + 1) };
    },
  };
}

/** A line is used up when its last field was taken; `at` is then behind its end. */
function isUsedUp({ lines, index, at }: CursorState): boolean {
  return at > (lines[index]?.text.length ?? -1);
}

function takeField(state: CursorState): string {
  const text = state.lines[state.index]?.text ?? '';
  const comma = text.indexOf(',', state.at);
  const end = comma < 0 ? text.length : comma;
  const field = text.slice(state.at, end).trim();
  state.at = end + 1;
  return field;
}

function nextField(state: CursorState): string {
  if (isUsedUp(state) && state.index < state.lines.length) {
    state.index += 1;
    state.at = 0;
  }
  return state.index < state.lines.length ? takeField(state) : '';
}

const FUNDS_TYPES = new Set(['0', '1', '2', 'S', 'V', 'D', 'Z']);
/** A distribution over more days than this is a garbled count. */
const DISTRIBUTION_MAX = 100;
const STARTS_WITH_FUNDS = /^\s*[012SVDZsvdz]?\s*,/;

export interface Funds {
  readonly type: string;
  /** As written (`V` names the value date). */
  readonly valueDate: string;
}

/**
 * The funds type and what follows it: nothing for 0, 1, 2 and Z; three amounts for S; date and time for V; a count
 * and pairs of days and amount for D. A field that is no funds type is left for the next reader.
 */
export function readFunds(fields: FieldCursor): Funds {
  const type = fields.peek().toUpperCase();
  if (type !== '' && !FUNDS_TYPES.has(type)) return { type: '', valueDate: '' };
  const taken = fields.nextIf((line) => STARTS_WITH_FUNDS.test(line)).toUpperCase();
  if (taken === 'V') {
    const valueDate = fields.next();
    fields.nextIf((line) => /^\s*\d{0,4}\s*,/.test(line));
    return { type: taken, valueDate };
  }
  if (taken === 'S') for (let part = 0; part < 3; part += 1) takeNumber(fields);
  if (taken === 'D') {
    const count = Math.min(Number(/^\d{1,3}$/.test(fields.peek()) ? fields.next() : '0'), DISTRIBUTION_MAX);
    for (let part = 0; part < count * 2; part += 1) takeNumber(fields);
  }
  return { type: taken, valueDate: '' };
}

function takeNumber(fields: FieldCursor) {
  if (/^[+-]?\d*$/.test(fields.peek())) fields.next();
}
