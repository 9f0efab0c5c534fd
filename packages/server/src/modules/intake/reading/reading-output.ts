/** Gathers messages into blocks, in file order, and tells when the pipe is full. */
import { encodeMessage, type ReadingMessage, type Refusal, type RowFault } from './messages.ts';

const BLOCK_ROWS = 500; // about 100 kB a message: it dies young in the receiver's memory
/** Notes told of one file. */
export const NOTES_MAX = 10_000;

export interface ReadingOutput {
  readonly send: (message: ReadingMessage) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly note: (note: RowFault) => void;
  /** Sends the refusals and notes gathered so far. */
  readonly flushFaults: (rows: number) => void;
  readonly isBlockFull: (count: number) => boolean;
}

export function createReadingOutput(write: (text: string) => void): ReadingOutput {
  let refusals: Refusal[] = [];
  let notes: RowFault[] = [];
  let noteCount = 0;
  const send = (message: ReadingMessage) => write(encodeMessage(message));
  return {
    send,
    refuse: (refusal) => void refusals.push(refusal),
    note(note) {
      noteCount += 1;
      if (noteCount <= NOTES_MAX) notes.push(note);
    },
    flushFaults(rows) {
      if (refusals.length > 0) send({ type: 'refused', rows, refusals });
      if (notes.length > 0) send({ type: 'notes', notes });
      refusals = [];
      notes = [];
    },
    isBlockFull: (count) => count + refusals.length >= BLOCK_ROWS,
  };
}
