/**
 * JSON as a stream of tokens, from text in pieces of any size. Numbers stay the text they are written as: 0.10 is not
 * 0.1, and 12345678901234567890 keeps its digits, which floating point would lose.
 */
export type JsonToken =
  | { readonly type: '{' | '}' | '[' | ']' | ':' | ',' }
  | { readonly type: 'string' | 'number' | 'word'; readonly text: string };

export interface JsonTokens {
  /** Throws `JsonRefused`. */
  readonly write: (chunk: string) => void;
  readonly end: () => void;
  /** The line reached, from 1. */
  readonly line: () => number;
}

/** The file is no JSON, or over a limit; the message says where and what to do. */
export class JsonRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A longer text or number is a quote that was never closed. */
const TOKEN_CHARS_MAX = 1_000_000;
const BLANK = /[ \t\r\n\ufeff]*/y;
/** Without its end: a piece may end within it. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_CHARS = /[-+.\deE]*/y;
const WORD_CHARS = /[a-z]*/y;
const SIGNS = '{}[]:,';

export function createJsonTokens(onToken: (token: JsonToken) => void): JsonTokens {
  let rest = '';
  let line = 1;
  const refuse = (what: string): never => {
    throw new JsonRefused('json_broken', `Line ${line}: ${what}. Export the file again.`);
  };
  /** Where the token at `from` ends; -1 when the text ends within it. */
  const takeToken = (text: string, from: number, isLast: boolean): number => {
    const first = text.charAt(from);
    if (SIGNS.includes(first)) {
      onToken({ type: first as '{' });
      return from + 1;
    }
    if (first === '"') return takeString(text, from);
    const isNumber = first === '-' || (first >= '0' && first <= '9');
    const to = endOf(isNumber ? NUMBER_CHARS : WORD_CHARS, text, from);
    if (to === text.length && !isLast) return -1;
    const word = text.slice(from, to);
    if (isNumber ? endOf(NUMBER, text, from) !== to : !/^(?:true|false|null)$/.test(word))
      refuse(`${JSON.stringify(text.slice(from, from + 20))} is no JSON`);
    onToken({ type: isNumber ? 'number' : 'word', text: word });
    return to;
  };
  const takeString = (text: string, from: number): number => {
    let at = from + 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return -1;
      let backslashes = 0;
      while (text.charAt(quote - 1 - backslashes) === '\\') backslashes += 1;
      at = quote + 1;
      if (backslashes % 2 === 0) break;
    }
    const inside = text.slice(from + 1, at - 1);
    onToken({
      type: 'string',
      text: inside.includes('\\') || hasControl(inside) ? unescaped(text.slice(from, at)) : inside,
    });
    return at;
  };
  const unescaped = (quoted: string): string => {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return refuse('a text holds characters that JSON does not allow');
    }
  };
  const scan = (isLast: boolean) => {
    let at = 0;
    let counted = 0;
    for (;;) {
      at = endOf(BLANK, rest, at);
      if (at >= rest.length) break;
      line += newlines(rest, counted, at);
      counted = at;
      const to = takeToken(rest, at, isLast);
      if (to < 0) break;
      at = to;
    }
    line += newlines(rest, counted, at);
    rest = rest.slice(at);
    if (rest.length > TOKEN_CHARS_MAX)
      refuse('a text is longer than any can be, so its closing quote is probably missing');
  };
  return {
    write(chunk) {
      rest += chunk;
      scan(false);
    },
    end() {
      scan(true);
      if (rest !== '') refuse('a text is opened and never closed');
    },
    line: () => line,
  };
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 0x20) return true;
  return false;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
