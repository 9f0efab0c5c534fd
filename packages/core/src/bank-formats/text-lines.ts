/**
 * A text that arrives in chunks, line by line: LF, CR LF or a bare CR end a line, a byte order mark at the beginning and
 * the end-of-file sign of old systems are no part of it. The same lines come out wherever the chunks were cut.
 */

/** No line of a bank format is this long; gathering more would let one line fill the memory. */
const LINE_CHARS_MAX = 1_000_000;

export interface LineReader {
  readonly write: (chunk: string) => void;
  /** Hands out the last line when it had no end. */
  readonly end: () => void;
}

export interface LineEvents {
  /** `line` counts from 1. */
  readonly onLine: (text: string, line: number) => void;
  /** A line went over the limit; nothing comes after it. */
  readonly onTooLong: (line: number) => void;
}

export function createLineReader({ onLine, onTooLong }: LineEvents): LineReader {
  let held = '';
  let line = 0;
  let isAfterReturn = false;
  let isStopped = false;
  let isAtBeginning = true;
  const finish = (text: string) => {
    line += 1;
    onLine(text.endsWith('\u001a') ? text.slice(0, -1) : text, line);
  };
  const take = (chunk: string) => {
    let at = isAfterReturn && chunk.startsWith('\n') ? 1 : 0;
    isAfterReturn = false;
    let feed = chunk.indexOf('\n', at);
    let carriage = chunk.indexOf('\r', at);
    while (feed >= 0 || carriage >= 0) {
      const isReturn = carriage >= 0 && (feed < 0 || carriage < feed);
      const end = isReturn ? carriage : feed;
      finish(held + chunk.slice(at, end));
      held = '';
      at = end + 1;
      if (isReturn && at === chunk.length) isAfterReturn = true;
      if (isReturn && chunk.charAt(at) === '\n') at += 1;
      if (feed >= 0 && feed < at) feed = chunk.indexOf('\n', at);
      if (carriage >= 0 && carriage < at) carriage = chunk.indexOf('\r', at);
    }
    held += chunk.slice(at);
    if (held.length <= LINE_CHARS_MAX) return;
    isStopped = true;
    held = '';
    onTooLong(line + 1);
  };
  return {
    write(chunk) {
      if (isStopped || chunk === '') return;
      const isMarked = isAtBeginning && chunk.startsWith('\ufeff');
      isAtBeginning = false;
      take(isMarked ? chunk.slice(1) : chunk);
    },
    end() {
      if (!isStopped && held !== '') finish(held);
      isStopped = true;
      held = '';
    },
  };
}
