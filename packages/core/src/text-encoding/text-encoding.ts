/**
 * Bytes of a file from outside into the right text: byte order marks, the XML declaration, UTF-16 without a mark, and
 * the old Western code pages that banks and ERPs still write. Without a declaration a file is ASCII until its first
 * other byte; what stands there decides between UTF-8 and Windows-1252. The two Western code pages are decoded here by
 * table, because Node 20's own decoder gets the euro sign of windows-1252 wrong (nodejs/node#56542); all else is left to
 * the platform's decoder, which the caller gives.
 */

/** What is needed of the platform's `TextDecoder`. */
export interface NativeDecoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream?: boolean }) => string;
}

export type NativeDecoders = (label: string) => NativeDecoder;

export interface DecodedText {
  readonly encoding: string;
  /** Why the text may not be what was meant: for the person who reads it. Null when there is no doubt. */
  readonly doubt: string | null;
}

export interface FileDecoder {
  /** The text of the next bytes; it may lag behind by a few bytes. */
  readonly write: (bytes: Uint8Array) => string;
  readonly end: () => string;
  /** How the text was read; final after `end`. */
  readonly result: () => DecodedText;
}

/** Bytes wanted before the encoding is chosen: an XML declaration fits into them. */
const HEAD_BYTES = 256;
const BYTE_SLICE = 8_192;
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009fŸ';
const LATIN_9: ReadonlyMap<number, string> = new Map([
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'Œ'],
  [0xbd, 'œ'],
  [0xbe, 'Ÿ'],
]);
/** Latin-1 is read as Windows-1252: the codes in which they differ are control characters that nobody means. */
const WESTERN = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii', 'iso8859-1']);
const LATIN_9_NAMES = new Set(['iso-8859-15', 'latin-9', 'latin9', 'iso8859-15']);

/** A decoder for one file: write the bytes in any pieces, then end. */
export function createFileDecoder(native: NativeDecoders): FileDecoder {
  let head: Uint8Array = new Uint8Array(0);
  let chosen: FileDecoder | null = null;
  const choose = () => {
    chosen = chooseDecoder(head, native);
    const text = chosen.write(head);
    head = new Uint8Array(0);
    return text;
  };
  return {
    write(bytes) {
      if (chosen !== null) return chosen.write(bytes);
      head = concat(head, bytes);
      return head.length >= HEAD_BYTES ? choose() : '';
    },
    end() {
      const text = chosen === null ? choose() : '';
      return text + (chosen?.end() ?? '');
    },
    result: () => chosen?.result() ?? { encoding: 'utf-8', doubt: null },
  };
}

function chooseDecoder(head: Uint8Array, native: NativeDecoders): FileDecoder {
  const marked = encodingByMark(head);
  if (marked !== null) return nativeDecoder(marked, native);
  const declared = declaredEncoding(head);
  if (declared === null || declared === 'utf-8' || declared === 'utf8')
    return contentDecoder(declared !== null, native);
  if (WESTERN.has(declared)) return tableDecoder('windows-1252', null);
  if (LATIN_9_NAMES.has(declared)) return tableDecoder('iso-8859-15', null);
  // An ASCII-readable declaration proves that the file is not UTF-16, whatever it says.
  if (declared.startsWith('utf-16')) return contentDecoder(true, native);
  try {
    return nativeDecoder(declared, native);
  } catch {
    return tableDecoder(
      'windows-1252',
      `The file says it is ${declared.slice(0, 40)}, which is not known here: check accented letters.`,
    );
  }
}

function encodingByMark(head: Uint8Array): string | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Text without a mark in which every second byte is zero.
  const pairs = Math.floor(Math.min(head.length, 64) / 2);
  if (pairs < 2) return null;
  let evenZero = 0;
  let oddZero = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) evenZero += 1;
    if (head[index + 1] === 0) oddZero += 1;
  }
  if (oddZero > pairs / 2 && evenZero === 0) return 'utf-16le';
  return evenZero > pairs / 2 && oddZero === 0 ? 'utf-16be' : null;
}

function declaredEncoding(head: Uint8Array): string | null {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1];
  return declared?.toLowerCase() ?? null;
}

function nativeDecoder(encoding: string, native: NativeDecoders): FileDecoder {
  const decoder = native(encoding);
  let isDamaged = false;
  const seen = (text: string) => {
    isDamaged ||= text.includes('\ufffd');
    return text;
  };
  return {
    write: (bytes) => seen(decoder.decode(bytes, { stream: true })),
    end: () => seen(decoder.decode()),
    result: () => ({
      encoding,
      doubt: isDamaged
        ? `Some characters are not ${encoding} and were replaced by \ufffd: ask for the file again.`
        : null,
    }),
  };
}

/** ASCII until the first other byte, which decides between UTF-8 and Windows-1252. */
function contentDecoder(isDeclaredUtf8: boolean, native: NativeDecoders): FileDecoder {
  const doubt = isDeclaredUtf8
    ? 'The file says it is UTF-8 and is not; it was read as Windows-1252: check accented letters.'
    : null;
  let decided: FileDecoder | null = null;
  /** A sequence cut off at the end of a piece, which does not decide yet. */
  let held: Uint8Array = new Uint8Array(0);
  const undecided = nativeDecoder('utf-8', native); // what comes here is ASCII
  return {
    write(piece) {
      if (decided !== null) return decided.write(piece);
      const bytes = held.length > 0 ? concat(held, piece) : piece;
      held = new Uint8Array(0);
      const high = indexOfHighByte(bytes);
      if (high < 0) return undecided.write(bytes);
      const { sequences, strays } = countUtf8(bytes, high);
      if (sequences === 0 && strays === 0) {
        held = bytes.slice(high);
        return undecided.write(bytes.subarray(0, high));
      }
      decided = sequences > strays ? nativeDecoder('utf-8', native) : tableDecoder('windows-1252', doubt);
      return decided.write(bytes);
    },
    end() {
      if (decided === null && held.length > 0) decided = tableDecoder('windows-1252', doubt);
      return decided === null ? '' : decided.write(held) + decided.end();
    },
    result: () => (decided ?? undecided).result(),
  };
}

/** Whole UTF-8 sequences, and bytes that belong to none; one cut off at the end is neither. */
function countUtf8(bytes: Uint8Array, from: number): { readonly sequences: number; readonly strays: number } {
  let sequences = 0;
  let strays = 0;
  for (let at = from; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const end = Math.min(at + length, bytes.length);
    const isWhole = length > 0 && bytes.subarray(at + 1, end).every((byte) => (byte & 0xc0) === 0x80);
    if (!isWhole) {
      strays += 1;
      at += 1;
    } else {
      if (length > 1 && end === at + length) sequences += 1;
      at = end;
    }
  }
  return { sequences, strays };
}

/** How many bytes a UTF-8 sequence with this first byte has; 0 when none begins with it. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** A plain loop: it passes over every byte of every ASCII file. */
function indexOfHighByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

function tableDecoder(encoding: 'windows-1252' | 'iso-8859-15', doubt: string | null): FileDecoder {
  const codes = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) codes[byte] = tableCharacter(encoding, byte).charCodeAt(0);
  const letters = new Uint16Array(BYTE_SLICE);
  return {
    write(bytes) {
      let text = '';
      for (let from = 0; from < bytes.length; from += BYTE_SLICE) {
        const length = Math.min(BYTE_SLICE, bytes.length - from);
        for (let at = 0; at < length; at += 1) letters[at] = codes[bytes[from + at] ?? 0] ?? 0;
        text += String.fromCharCode(...letters.subarray(0, length));
      }
      return text;
    },
    end: () => '',
    result: () => ({ encoding, doubt }),
  };
}

function tableCharacter(encoding: string, byte: number): string {
  if (encoding === 'windows-1252' && byte >= 0x80 && byte < 0xa0) return HIGH_1252.charAt(byte - 0x80);
  return (encoding === 'iso-8859-15' ? LATIN_9.get(byte) : undefined) ?? String.fromCharCode(byte);
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
