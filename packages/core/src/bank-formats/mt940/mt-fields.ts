/**
 * The fields of SWIFT messages in a text: `:61:…` and the lines that continue it. Banks wrap messages in header blocks
 * ({1:…}{4: … -}), in lines of their own (ABNANL2A / 940), end them with "-", "-" and three X, or nothing, and begin the next with
 * :20:. A "-" or a wrapped time of day (":20:15") inside the details of an entry is text, and stays text.
 */
import { createLineReader } from '../text-lines.ts';

/** Lines kept of one field; details have 6, some banks send 30. */
const FIELD_LINES_MAX = 500;
/** Lines held back after a "-" until it is known whether it ended the message. */
const HELD_LINES_MAX = 50;

export interface MtField {
  /** "61", "62F", "86" … */
  readonly tag: string;
  readonly line: number;
  /** The text behind the tag, and the lines that continue it. */
  readonly lines: readonly string[];
}

export interface MtFieldEvents {
  readonly onField: (field: MtField) => void;
  /** A message ended: by its mark, or because another begins or the file ends. */
  readonly onEnd: (end: MessageEnd) => void;
  readonly onTooLong: (line: number, what: 'line' | 'field') => void;
}

export interface MessageEnd {
  readonly line: number;
  readonly isMarked: boolean;
  readonly isEndOfFile: boolean;
}

export interface MtFieldReader {
  readonly write: (chunk: string) => void;
  readonly end: () => void;
}

const FIELD = /^:(13[CD]?|20C?|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS[A-Z0-9]?|9[45][0-9]):(.*)$/s;
const END_MARK = /^\s?-(?:\}.*|X{3}\s*|[åä¤¥].*)?\s*$/i;
const CLOSING_TAGS = new Set(['62F', '62M', '64', '65', '90C', '90D']);
/** Tags whose number may be a minute or second of a time that was cut at its colon. */
const CLOCK_TAGS = new Set(['13', '20', '21', '25', '28']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: old systems put end-of-file and start-of-text signs there
const LEADING_CONTROLS = /^[\u0000-\u0008\u000e-\u001f\ufeff]+/;

export function createMtFieldReader(events: MtFieldEvents): MtFieldReader {
  let field: { tag: string; line: number; lines: string[] } | null = null;
  let held: string[] = [];
  let isInMessage = false;
  let isClosing = false;
  let lastLine = 0;

  const finishField = () => {
    if (field !== null) events.onField(field);
    field = null;
  };
  const finishMessage = (isMarked: boolean, isEndOfFile = false) => {
    finishField();
    held = [];
    if (isInMessage) events.onEnd({ line: lastLine, isMarked, isEndOfFile });
    isInMessage = false;
    isClosing = false;
  };
  const continueField = (text: string, line: number) => {
    if (field === null) return;
    if (field.lines.length === FIELD_LINES_MAX) events.onTooLong(line, 'field');
    if (field.lines.length <= FIELD_LINES_MAX) field.lines.push(text);
  };
  const releaseHeld = (line: number) => {
    for (const text of held) continueField(text, line);
    held = [];
  };
  const beginField = (tag: string, text: string, line: number) => {
    if (tag === '20' || (tag.startsWith('9') && !tag.startsWith('90'))) finishMessage(held.length > 0);
    else releaseHeld(line);
    finishField();
    isInMessage = true;
    if (CLOSING_TAGS.has(tag)) isClosing = true;
    field = { tag, line, lines: [text] };
  };
  const onLine = (raw: string, line: number) => {
    lastLine = line;
    const text = raw.replace(LEADING_CONTROLS, '');
    if (text.startsWith('{')) {
      finishMessage(held.length > 0);
      const body = /\{4:(.*)$/s.exec(text)?.[1] ?? '';
      if (body.startsWith(':')) onLine(body, line);
      return;
    }
    const [, tag, rest = ''] = (text.startsWith(':') ? FIELD.exec(text) : null) ?? [];
    if (tag !== undefined && !isCutTime(tag, rest)) return beginField(tag, rest, line);
    if (!isInMessage) return;
    const isEndMark = END_MARK.test(text);
    if (isEndMark && isClosing) return finishMessage(true);
    if (!isEndMark && held.length === 0) return continueField(text, line);
    held.push(text);
    if (held.length > HELD_LINES_MAX) releaseHeld(line);
  };
  const isCutTime = (tag: string, rest: string) =>
    field?.tag === '86' &&
    !isClosing &&
    CLOCK_TAGS.has(tag) &&
    /\d\d$/.test(field.lines.at(-1) ?? '') &&
    /^[0-5]\d(?!\d)/.test(rest);

  const lines = createLineReader({ onLine, onTooLong: (line) => events.onTooLong(line, 'line') });
  return {
    write: lines.write,
    end() {
      lines.end();
      finishMessage(held.length > 0, true);
    },
  };
}
