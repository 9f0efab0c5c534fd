/**
 * A text that the bank wrapped at 65 characters wherever it stood, codewords included. It is searched as one piece; a
 * line that ended before its width was ended on purpose, and stays a line.
 */

/** Lines of this length are full: banks count the tag of the first line or not. */
const FULL_CHARS = 61;

export interface WrappedText {
  /** All lines as one piece, nothing between them. */
  readonly flat: string;
  /** A stretch of `flat`, with a line feed where a line ended on purpose. */
  readonly slice: (from: number, to: number) => string;
}

export function unwrap(lines: readonly string[]): WrappedText {
  const ends: number[] = [];
  let at = 0;
  for (const line of lines) {
    at += line.length;
    if (line.length < FULL_CHARS) ends.push(at);
  }
  const flat = lines.join('');
  return {
    flat,
    slice(from, to) {
      const cuts = ends.filter((end) => end > from && end < to);
      return [from, ...cuts].map((start, index) => flat.slice(start, cuts[index] ?? to)).join('\n');
    },
  };
}

/** A value on one line: a name, a reference. Null when blank. */
export function oneLine(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}

/** Lines of text: trimmed as a whole, inner blanks kept. */
export function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s{2,}$/, ''))
    .filter((line) => line.trim() !== '');
}

/** An account without blanks, when it looks like one. */
export function accountIn(text: string): string | null {
  const compact = text.replace(/\s+/g, '').replace(/^\/+/, '');
  return /^[A-Z0-9.\-/]{4,40}$/i.test(compact) && /\d/.test(compact) ? compact : null;
}
