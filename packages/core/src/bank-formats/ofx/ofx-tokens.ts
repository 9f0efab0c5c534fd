/**
 * OFX 1 is SGML whose values need no closing tag, OFX 2 is XML, and banks write every mixture of both. This tokeniser
 * takes all of them: an opening tag, a value where text stands behind it, a closing tag. A "<" that begins no tag is text.
 */

/** A longer tag is none. */
const TAG_CHARS_MAX = 2_000;
/** No value of OFX comes near; longer text is another kind of file. */
const VALUE_CHARS_MAX = 100_000;

export interface OfxEvents {
  /** A tag opens. Names are in capitals. */
  readonly onOpen: (name: string, line: number) => void;
  /** Text stood behind the last opening tag; `line` is the tag's. */
  readonly onValue: (name: string, value: string, line: number) => void;
  readonly onClose: (name: string, line: number) => void;
  /** What stands before the first tag, or in a processing instruction: the header. */
  readonly onHeader: (text: string) => void;
  readonly onTooLong: (line: number) => void;
}

export interface OfxTokens {
  readonly write: (chunk: string) => void;
  readonly end: () => void;
  readonly line: () => number;
}

const TAG = /^<(\/?)([A-Za-z][\w.\-:]*)(?:\s[^<>]*)?(\/?)>$/s;
const SPECIAL = /^<(?:!\[CDATA\[|!--|\?)/;
const SPECIAL_STARTS = ['<![CDATA[', '<!--', '<?'];

export function createOfxTokens(events: OfxEvents): OfxTokens {
  let buffer = '';
  let line = 1;
  let isStopped = false;
  let current: { readonly name: string; readonly line: number } | null = null;
  let text = '';
  let hasTag = false;

  const count = (piece: string) => {
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) line += 1;
  };
  const finishValue = () => {
    const value = decodeEntities(text).trim();
    if (!hasTag && value !== '') events.onHeader(value);
    if (current !== null && value !== '') events.onValue(current.name, value, current.line);
    current = null;
    text = '';
  };
  const takeTag = (tag: string) => {
    const [, slash, raw = '', selfClosing] = TAG.exec(tag) ?? [];
    const name = raw.toUpperCase();
    finishValue();
    hasTag = true;
    if (slash === '/') return events.onClose(name, line);
    events.onOpen(name, line);
    current = { name, line };
    if (selfClosing === '/') events.onClose(name, line);
  };
  /** Takes one step from the buffer; false when more text is needed. */
  const step = (isEnd: boolean): boolean => {
    const start = buffer.indexOf('<');
    if (start !== 0) {
      const piece = start < 0 ? buffer : buffer.slice(0, start);
      text += piece;
      count(piece);
      buffer = buffer.slice(piece.length);
      return buffer !== '';
    }
    const taken = nextToken(buffer, isEnd);
    if (taken === null) return false;
    buffer = buffer.slice(taken.length);
    if (taken.startsWith('<![CDATA[')) text += encodeEntities(taken.slice(9, -3));
    else if (taken.startsWith('<?')) events.onHeader(taken);
    else if (TAG.test(taken)) takeTag(taken);
    else if (!taken.startsWith('<!--')) text += taken;
    count(taken);
    return true;
  };
  const run = (isEnd: boolean) => {
    while (!isStopped && buffer !== '' && step(isEnd)) {
      if (text.length <= VALUE_CHARS_MAX) continue;
      isStopped = true;
      events.onTooLong(current?.line ?? 1);
    }
  };
  return {
    write(chunk) {
      if (isStopped) return;
      buffer += chunk;
      run(false);
    },
    end() {
      run(true);
      if (!isStopped) finishValue();
    },
    line: () => line,
  };
}

/** What the buffer, which begins with "<", begins with: a tag, a special, or a mere "<". Null when more text is needed. */
function nextToken(buffer: string, isEnd: boolean): string | null {
  if (!isEnd && buffer.length < 9 && SPECIAL_STARTS.some((special) => special.startsWith(buffer))) return null;
  const isSpecial = SPECIAL.test(buffer);
  const token = isSpecial ? specialToken(buffer) : tagToken(buffer);
  const charsMax = isSpecial ? VALUE_CHARS_MAX : TAG_CHARS_MAX;
  if (token === null && !isEnd && buffer.length <= charsMax) return null;
  // Wherever the chunks were cut, what is too long for a tag is text.
  return token === null || token.length > charsMax ? '<' : token;
}

function tagToken(buffer: string): string | null {
  const end = buffer.indexOf('>');
  const next = buffer.indexOf('<', 1);
  // Another "<" before the ">" says that this one began no tag.
  if (next >= 0 && (end < 0 || next < end)) return '<';
  if (end < 0) return null;
  return TAG.test(buffer.slice(0, end + 1)) ? buffer.slice(0, end + 1) : '<';
}

function specialToken(buffer: string): string | null {
  const close = buffer.startsWith('<![CDATA[') ? ']]>' : buffer.startsWith('<!--') ? '-->' : '>';
  const end = buffer.indexOf(close, 2);
  return end < 0 ? null : buffer.slice(0, end + close.length);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Entities as characters; an "&" that begins none stays, since many banks do not escape it. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES.get(body.toLowerCase()) ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    const isCharacter = (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;');
}
