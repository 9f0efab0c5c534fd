/**
 * The records of a JSON file as rows of named texts: an array of objects, one object that holds such an array (as web
 * services answer), or one object after the other (NDJSON). Objects inside a record are laid flat: {"a": {"b": 1}} is
 * "a.b" = "1".
 */
import { plainNumber } from '../workbook/index.ts';
import { createJsonTokens, JsonRefused, type JsonToken } from './json-tokens.ts';

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

/** Records of ours are three deep; more is an attack or another kind of file. */
const DEPTH_MAX = 32;
const FIELDS_MAX = 500;
const NESTED_MAX = 5;
/** Lists are looked for so deep: {"d": {"results": [...]}}. */
const LIST_DEPTH_MAX = 4;

interface Frame {
  readonly isArray: boolean;
  /** The dotted name that values in it are kept under. */
  readonly name: string;
  key: string;
  count: number;
}

type Expects = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end' | 'top';

/** `isLines`: one object after the other, so that lists within the first are no list of rows. */
export function createJsonRows(onRecord: (record: JsonRecord) => void, { isLines = false } = {}): JsonRows {
  const stack: Frame[] = [];
  const counts = new Map<string, number>();
  let expects: Expects = 'top';
  let tops = 0;
  let record: { readonly depth: number; readonly path: string; readonly cells: Map<string, JsonCell> } | null = null;
  /** The top object, whose own plain values make a record if it holds no list. */
  let top: Map<string, JsonCell> | null = null;
  let hasList = false;

  const tokens = createJsonTokens((token) => take(token));
  const refuse = (what: string): never => {
    throw new JsonRefused('json_broken', `Line ${tokens.line()}: ${what}. Export the file again.`);
  };

  const take = (token: JsonToken) => {
    if (token.type === '{' || token.type === '[') return open(token.type === '[');
    if (token.type === '}' || token.type === ']') return close(token.type === ']');
    if (token.type === ':') return step('colon', 'value');
    if (token.type === ',') return step('comma_or_end', last()?.isArray ? 'value' : 'key');
    if (!('text' in token)) return;
    if (token.type === 'string' && (expects === 'key' || expects === 'key_or_end')) return takeKey(token.text);
    takeValue(token.text, token.type);
  };
  const last = () => stack.at(-1);
  const step = (wanted: Expects, next: Expects) => {
    if (expects !== wanted) refuse('a sign stands where none can');
    expects = next;
  };
  const takeKey = (key: string) => {
    const frame = last();
    if (frame !== undefined) frame.key = key;
    expects = 'colon';
  };
  const beginValue = () => {
    if (expects !== 'value' && expects !== 'value_or_end' && expects !== 'top') refuse('a value stands where none can');
    const frame = last();
    if (frame?.isArray) frame.count += 1;
  };
  const nameHere = (): string => {
    const frame = last();
    if (frame === undefined) return '';
    const own = frame.isArray ? String(frame.count) : frame.key;
    return frame.name === '' ? own : `${frame.name}.${own}`;
  };
  const open = (isArray: boolean) => {
    beginValue();
    if (stack.length >= DEPTH_MAX)
      throw new JsonRefused(
        'json_too_deep',
        `Line ${tokens.line()}: lists and objects are nested over ${DEPTH_MAX} deep.`,
      );
    const parent = last();
    const isRecord = record === null && !isArray && (parent === undefined ? isLines || tops > 0 : parent.isArray);
    if (record === null && parent?.isArray && isArray)
      refuse('a row is a list without names; rows must be objects with names');
    const frame = { isArray, name: record === null ? nameHereOutside() : nameHere(), key: '', count: 0 };
    if (parent === undefined) tops += 1;
    if (isRecord) {
      hasList ||= parent !== undefined;
      record = { depth: stack.length, path: parent?.name ?? '', cells: new Map() };
      stack.push({ ...frame, name: '' });
    } else {
      if (parent === undefined && !isArray) top = new Map();
      if (record === null && stack.length >= LIST_DEPTH_MAX)
        refuse('no list of rows was found near the top of the file');
      stack.push(frame);
    }
    expects = isArray ? 'value_or_end' : 'key_or_end';
  };
  /** Outside records only the names on the way to a list count. */
  const nameHereOutside = (): string => {
    const frame = last();
    if (frame === undefined) return '';
    return frame.name === '' ? frame.key : `${frame.name}.${frame.key}`;
  };
  const close = (isArray: boolean) => {
    const frame = stack.pop();
    const canEnd = expects === 'comma_or_end' || expects === (isArray ? 'value_or_end' : 'key_or_end');
    if (frame === undefined || frame.isArray !== isArray || !canEnd)
      return refuse('a bracket closes what was not opened');
    expects = stack.length === 0 ? 'top' : 'comma_or_end';
    if (record !== null && stack.length === record.depth) {
      send(record.path, record.cells);
      record = null;
    } else if (stack.length === 0 && top !== null) {
      if (!hasList && top.size > 0) send('', top);
      top = null;
    }
  };
  const send = (path: string, cells: ReadonlyMap<string, JsonCell>) => {
    const number = (counts.get(path) ?? 0) + 1;
    counts.set(path, number);
    onRecord({ number, path, cells });
  };
  const takeValue = (text: string, type: 'string' | 'number' | 'word') => {
    beginValue();
    if (stack.length === 0) refuse('the file begins with a plain value; rows must be objects with names');
    if (record === null && last()?.isArray && stack.length === 1)
      refuse('a row is a plain value; rows must be objects with names');
    expects = 'comma_or_end';
    const cells = record?.cells ?? (stack.some((frame) => frame.isArray) ? null : top);
    if (cells === null || isFarDown()) return;
    setCell(cells, record === null ? nameHereOutside() : nameHere(), cellOf(text, type));
  };
  /** Of a list of objects inside a record (the lines of an invoice) the first few are kept. */
  const isFarDown = () => {
    const within = record === null ? [] : stack.slice(record.depth + 1);
    return !last()?.isArray && within.some((frame) => frame.isArray && frame.count > NESTED_MAX);
  };
  /** Plain values of a list inside a record become one text: ["a", "b"] is "a, b". */
  const setCell = (cells: Map<string, JsonCell>, name: string, cell: JsonCell) => {
    const frame = last();
    const key = frame?.isArray ? frame.name : name;
    const earlier = frame?.isArray ? cells.get(key) : undefined;
    cells.set(key, earlier === undefined ? cell : { text: `${earlier.text}, ${cell.text}`, isNumber: false });
    if (cells.size > FIELDS_MAX)
      throw new JsonRefused(
        'json_too_wide',
        `Line ${tokens.line()}: a row has over ${FIELDS_MAX} fields. Export only what is needed.`,
      );
  };
  return {
    write: tokens.write,
    end() {
      tokens.end();
      if (stack.length > 0) refuse('the file ends in the middle of a list or object: it was cut off');
      if (tops === 0) refuse('the file holds nothing');
    },
  };
}

function cellOf(text: string, type: string): JsonCell {
  if (type === 'number') return { text: /e/i.test(text) ? (plainNumber(text) ?? text) : text, isNumber: true };
  return { text: type === 'word' && text === 'null' ? '' : text, isNumber: false };
}
