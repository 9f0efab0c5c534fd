/**
 * The records of a JSON file as rows of named texts: an array of objects, one object that holds such an array (as web
 * services answer), or one object after the other (NDJSON). Objects inside a record are laid flat: {"a": {"b": 1}} is
 * "a.b" = "1".
 */
import { plainNumber } from '../workbook/index.ts';
import { createJsonStructure, type Frame } from './json-structure.ts';
import { JsonRefused } from './json-tokens.ts';

export interface JsonRecord {
  /** From 1, within its list. */
  readonly number: number;
  /** Where its list lies: '' at the top, "data.items" inside. */
  readonly path: string;
  /** In the order of the file. */
  readonly cells: ReadonlyMap<string, JsonCell>;
}

export interface JsonCell {
  readonly text: string;
  readonly isNumber: boolean;
}

export interface JsonRows {
  /** Throws `JsonRefused`. */
  readonly write: (chunk: string) => void;
  readonly end: () => void;
}

const FIELDS_MAX = 500;
const NESTED_MAX = 5;
/** Lists are looked for so deep: {"d": {"results": [...]}}. */
const LIST_DEPTH_MAX = 4;

/** `isLines`: one object after the other, so that lists within the first are no list of rows. */
export function createJsonRows(onRecord: (record: JsonRecord) => void, { isLines = false } = {}): JsonRows {
  const records = createRecords(onRecord);
  const structure = createJsonStructure({
    onOpen(isArray, stack, refuse) {
      const parent = stack.at(-1);
      const isInRecord = records.isOpen();
      if (!isInRecord && parent?.isArray && isArray)
        refuse('a row is a list without names; rows must be objects with names');
      const begins = parent === undefined ? isLines || structure.tops() > 0 : parent.isArray;
      if (!isInRecord && !isArray && begins) {
        records.begin({ depth: stack.length, path: parent?.name ?? '', isListed: parent !== undefined });
        return '';
      }
      if (!isInRecord && stack.length >= LIST_DEPTH_MAX) refuse('no list of rows was found near the top of the file');
      if (parent === undefined && !isArray) records.beginTop();
      return isInRecord ? nameWithin(parent) : nameOnTheWay(parent);
    },
    onClose: (depth) => records.end(depth),
    onValue(text, type, stack, refuse) {
      const parent = stack.at(-1);
      if (parent === undefined) return refuse('the file begins with a plain value; rows must be objects with names');
      const isInRecord = records.isOpen();
      if (!isInRecord && parent.isArray && stack.length === 1)
        refuse('a row is a plain value; rows must be objects with names');
      const name = parent.isArray ? parent.name : isInRecord ? nameWithin(parent) : nameOnTheWay(parent);
      records.add({ name, cell: cellOf(text, type), stack, line: structure.line() });
    },
  });
  return {
    write: structure.write,
    end() {
      structure.end();
    },
  };
}

/** Outside records only the names on the way to a list count. */
function nameOnTheWay(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  return frame.name === '' ? frame.key : `${frame.name}.${frame.key}`;
}

function nameWithin(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  const own = frame.isArray ? String(frame.count) : frame.key;
  return frame.name === '' ? own : `${frame.name}.${own}`;
}

/** Values become records, each sent when its object ends. */
function createRecords(onRecord: (record: JsonRecord) => void) {
  const counts = new Map<string, number>();
  let record: { readonly depth: number; readonly path: string; readonly cells: Map<string, JsonCell> } | null = null;
  /** The top object, whose own plain values make a record if it holds no list. */
  let top: Map<string, JsonCell> | null = null;
  let hasList = false;
  const send = (path: string, cells: ReadonlyMap<string, JsonCell>) => {
    const number = (counts.get(path) ?? 0) + 1;
    counts.set(path, number);
    onRecord({ number, path, cells });
  };
  return {
    isOpen: () => record !== null,
    begin({ depth, path, isListed }: { readonly depth: number; readonly path: string; readonly isListed: boolean }) {
      hasList ||= isListed;
      record = { depth, path, cells: new Map() };
    },
    beginTop() {
      top = new Map();
    },
    /** An object or list has ended that stood so deep. */
    end(depth: number) {
      if (record !== null && depth === record.depth) {
        send(record.path, record.cells);
        record = null;
      } else if (depth === 0 && top !== null) {
        if (!hasList && top.size > 0) send('', top);
        top = null;
      }
    },
    add({ name, cell, stack, line }: AddedValue) {
      const cells = record?.cells ?? (stack.some((frame) => frame.isArray) ? null : top);
      if (cells === null || isFarDown(record === null ? [] : stack.slice(record.depth + 1))) return;
      setCell(cells, { name, cell, isListed: stack.at(-1)?.isArray === true });
      if (cells.size <= FIELDS_MAX) return;
      const message = `Line ${line}: a row has over ${FIELDS_MAX} fields. Export only what is needed.`;
      throw new JsonRefused('json_too_wide', message);
    },
  };
}

interface AddedValue {
  readonly name: string;
  readonly cell: JsonCell;
  /** What the value stands in, from the top. */
  readonly stack: readonly Frame[];
  readonly line: number;
}

/** Of a list of objects inside a record (the lines of an invoice) the first few are kept. */
function isFarDown(within: readonly Frame[]): boolean {
  return !within.at(-1)?.isArray && within.some((frame) => frame.isArray && frame.count > NESTED_MAX);
}

/** Plain values of a list inside a record become one text: ["a", "b"] is "a, b". */
function setCell(
  cells: Map<string, JsonCell>,
  { name, cell, isListed }: { readonly name: string; readonly cell: JsonCell; readonly isListed: boolean },
): void {
  const earlier = isListed ? cells.get(name) : undefined;
  cells.set(name, earlier === undefined ? cell : { text: `${earlier.text}, ${cell.text}`, isNumber: false });
}

function cellOf(text: string, type: string): JsonCell {
  if (type === 'number') return { text: /e/i.test(text) ? (plainNumber(text) ?? text) : text, isNumber: true };
  return { text: type === 'word' && text === 'null' ? '' : text, isNumber: false };
}
