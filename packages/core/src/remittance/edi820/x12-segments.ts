/**
 * X12 as segments. The envelope's first segment (ISA) names its own signs: the character behind "ISA" separates
 * elements, the one behind its sixteenth element ends segments, whatever the sender chose. A text that begins inside the
 * envelope (GS or ST) is read with the usual signs. Blanks and line ends around segments do not count.
 */

/** A segment of an 820 is under a thousand characters; gathering more would fill the memory. */
const SEGMENT_CHARS_MAX = 100_000;
const ISA_ELEMENTS = 16;

export interface X12Segment {
  /** "RMR", "ADX" … */
  readonly id: string;
  /** Element 1 is at index 1; trimmed, empty when absent. */
  readonly elements: readonly string[];
  /** Line of the file, and which segment of the file it is, both from 1. */
  readonly line: number;
  readonly position: number;
}

export interface X12Reader {
  readonly write: (chunk: string) => void;
  /** False when the text is no X12 or a segment had no end. */
  readonly close: () => boolean;
  readonly line: () => number;
}

interface X12Signs {
  readonly element: string;
  /** Ends a segment: a character, or a line end of any kind. */
  readonly segment: string;
}

export function createX12Reader(onSegment: (segment: X12Segment) => void): X12Reader {
  let held = '';
  let signs: X12Signs | null = null;
  let line = 1;
  let position = 0;
  let isRefused = false;
  const emit = (raw: string) => {
    const startsAt = raw.length - raw.trimStart().length;
    const startLine = line + lineEnds(raw.slice(0, startsAt));
    line += lineEnds(raw);
    const text = raw.replace(/[\r\n]+/g, '').trim();
    if (text === '' || signs === null) return;
    position += 1;
    const elements = text.split(signs.element).map((element) => element.trim());
    onSegment({ id: (elements[0] ?? '').toUpperCase(), elements, line: startLine, position });
  };
  const drain = () => {
    signs ??= findSigns(held);
    if (signs === null) {
      isRefused = held.length > SEGMENT_CHARS_MAX;
      return;
    }
    let at = 0;
    for (let end = held.indexOf(signs.segment); end >= 0; end = held.indexOf(signs.segment, at)) {
      emit(held.slice(at, end));
      if (signs.segment === '\n') line += 1;
      at = end + 1;
    }
    held = held.slice(at);
    isRefused = held.length > SEGMENT_CHARS_MAX;
  };
  return {
    write(chunk) {
      if (isRefused) return;
      held += chunk;
      drain();
    },
    close() {
      if (isRefused) return false;
      signs ??= findSigns(`${held}\n\n`);
      if (signs === null) return false;
      emit(held);
      held = '';
      return true;
    },
    line: () => line,
  };
}

function lineEnds(text: string): number {
  return text.includes('\n') ? text.split('\n').length - 1 : 0;
}

/** Null while the text is too short to tell, or is no X12. */
function findSigns(text: string): X12Signs | null {
  const from = text.search(/\S/);
  const body = text.slice(from < 0 ? text.length : from).replace(/^\ufeff\s*/, '');
  if (/^ISA[^A-Za-z0-9\s]/i.test(body)) return signsOfEnvelope(body);
  const inside = /^(?:GS|ST)([^A-Za-z0-9\s])[^\n~]*([~\n])/i.exec(body);
  return inside === null ? null : { element: inside[1] ?? '*', segment: inside[2] ?? '~' };
}

function signsOfEnvelope(body: string): X12Signs | null {
  const element = body.charAt(3);
  let at = 3;
  for (let count = 1; count < ISA_ELEMENTS; count += 1) {
    at = body.indexOf(element, at + 1);
    if (at < 0) return null;
  }
  // The sixteenth element is one character, and the next one ends the segment.
  const ending = body.charAt(at + 2);
  if (ending === '') return null;
  return { element, segment: ending === '\r' ? '\n' : ending };
}
