/** The brackets, names and values of a JSON text, each where it may stand; what they mean is the reader's. */
import { createJsonTokens, JsonRefused, type JsonToken } from './json-tokens.ts';

/** Records of ours are three deep; more is an attack or another kind of file. */
const DEPTH_MAX = 32;

/** An object or a list that is open. */
export interface Frame {
  readonly isArray: boolean;
  /** The dotted name that values in it are kept under. */
  readonly name: string;
  key: string;
  /** Values of a list so far. */
  count: number;
}

export type PlainType = 'string' | 'number' | 'word';
type Refuse = (what: string) => never;
type Expects = 'value' | 'value_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end' | 'top';

export interface JsonHandlers {
  /** An object or a list begins within `stack`; answers the name that values in it are kept under. */
  readonly onOpen: (isArray: boolean, stack: readonly Frame[], refuse: Refuse) => string;
  /** One has ended that stood so deep: 0 is the top. */
  readonly onClose: (depth: number) => void;
  readonly onValue: (text: string, type: PlainType, stack: readonly Frame[], refuse: Refuse) => void;
}

export interface JsonStructure {
  /** Throws `JsonRefused`. */
  readonly write: (chunk: string) => void;
  readonly end: () => void;
  /** Objects and lists begun at the top. */
  readonly tops: () => number;
  readonly line: () => number;
}

export function createJsonStructure(handlers: JsonHandlers): JsonStructure {
  const stack: Frame[] = [];
  let expects: Expects = 'top';
  let tops = 0;
  const tokens = createJsonTokens((token) => take(token));
  const refuse: Refuse = (what) => {
    throw new JsonRefused('json_broken', `Line ${tokens.line()}: ${what}. Export the file again.`);
  };
  const take = (token: JsonToken) => {
    if (token.type === '{' || token.type === '[') return open(token.type === '[');
    if (token.type === '}' || token.type === ']') return close(token.type === ']');
    if (token.type === ':') return step('colon', 'value');
    if (token.type === ',') return step('comma_or_end', stack.at(-1)?.isArray ? 'value' : 'key');
    if (!('text' in token)) return;
    if (token.type === 'string' && (expects === 'key' || expects === 'key_or_end')) return takeKey(token.text);
    beginValue();
    handlers.onValue(token.text, token.type, stack, refuse);
    expects = 'comma_or_end';
  };
  const step = (wanted: Expects, next: Expects) => {
    if (expects !== wanted) refuse('a sign stands where none can');
    expects = next;
  };
  const takeKey = (key: string) => {
    const frame = stack.at(-1);
    if (frame !== undefined) frame.key = key;
    expects = 'colon';
  };
  const beginValue = () => {
    if (expects !== 'value' && expects !== 'value_or_end' && expects !== 'top') refuse('a value stands where none can');
    const frame = stack.at(-1);
    if (frame?.isArray) frame.count += 1;
  };
  const open = (isArray: boolean) => {
    beginValue();
    if (stack.length >= DEPTH_MAX) {
      const message = `Line ${tokens.line()}: lists and objects are nested over ${DEPTH_MAX} deep.`;
      throw new JsonRefused('json_too_deep', message);
    }
    const name = handlers.onOpen(isArray, stack, refuse);
    if (stack.length === 0) tops += 1;
    stack.push({ isArray, name, key: '', count: 0 });
    expects = isArray ? 'value_or_end' : 'key_or_end';
  };
  const close = (isArray: boolean) => {
    const frame = stack.pop();
    const canEnd = expects === 'comma_or_end' || expects === (isArray ? 'value_or_end' : 'key_or_end');
    if (frame === undefined || frame.isArray !== isArray || !canEnd)
      return refuse('a bracket closes what was not opened');
    expects = stack.length === 0 ? 'top' : 'comma_or_end';
    handlers.onClose(stack.length);
  };
  return {
    write: tokens.write,
    end() {
      tokens.end();
      if (stack.length > 0) refuse('the file ends in the middle of a list or object: it was cut off');
      if (tops === 0) refuse('the file holds nothing');
    },
    tops: () => tops,
    line: tokens.line,
  };
}
