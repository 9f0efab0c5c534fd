/** Gathers messages into blocks, in file order, and tells when the pipe is full. */
import { createDamageReport, type DamageReport } from './damaged-letters.ts';
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
  /** Where letters of the file were lost. */
  readonly damage: DamageReport;
  /** The file's letters are doubtful; said when it ends, for only then it is known in which rows. */
  readonly doubtLetters: (reason: string) => void;
}

export function createReadingOutput(write: (text: string) => void): ReadingOutput {
  let refusals: Refusal[] = [];
  let notes: RowFault[] = [];
  let noteCount = 0;
  const damage = createDamageReport();
  let doubt: string | null = null;
  const send = (message: ReadingMessage) => {
    if (message.type === 'end' && doubt !== null)
      write(encodeMessage({ type: 'notes', notes: [damage.ofFile(doubt)] }));
    write(encodeMessage(message));
  };
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
    damage,
    doubtLetters: (reason) => {
      doubt = reason;
    },
    isBlockFull: (count) => count + refusals.length >= BLOCK_ROWS,
  };
}
