/**
 * How files follow each other on the standard input of the reading process: a frame is four bytes of length, little end first,
 * and as many bytes. The first frame of a file is what is asked, the next ones its content, and one of no bytes ends it.
 */
import type { ReadingTask } from './messages.ts';

const LENGTH_BYTES = 4;

export async function* framesOf(task: ReadingTask, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* frame(Buffer.from(JSON.stringify(task)));
  for await (const bytes of content) if (bytes.length > 0) yield* frame(bytes);
  yield lengthOf(0);
}

/** A large piece is sent as it is, not copied behind its length. */
function* frame(bytes: Uint8Array): Generator<Uint8Array> {
  yield lengthOf(bytes.length);
  yield bytes;
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES);
  bytes.writeUInt32LE(length);
  return bytes;
}

export interface FramedFile {
  readonly task: ReadingTask;
  /** To be read to its end before the next file is asked for. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The files of a stream, one after the other, until it ends between two of them. */
export async function* filesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<FramedFile> {
  const bytes = createByteReader(stream);
  const lengthOfNext = async () => (await bytes.exactly(LENGTH_BYTES))?.readUInt32LE() ?? 0;
  for (;;) {
    const asked = await bytes.exactly(await lengthOfNext());
    if (asked === null || asked.length === 0) return;
    yield { task: JSON.parse(asked.toString('utf8')) as ReadingTask, content: contentOf() };
  }

  async function* contentOf(): AsyncGenerator<Uint8Array> {
    for (let left = await lengthOfNext(); left > 0; left = await lengthOfNext()) {
      while (left > 0) {
        const piece = await bytes.upTo(left);
        if (piece === null) return;
        left -= piece.length;
        yield piece;
      }
    }
  }
}

function createByteReader(stream: AsyncIterable<Uint8Array>) {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const upTo = async (length: number): Promise<Buffer | null> => {
    if (held.length === 0) {
      const { value, done } = await source.next();
      if (done === true) return null;
      held = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    return piece;
  };
  return {
    /** What has come, at most so many bytes; null at the end of the stream. */
    upTo,
    /** So many bytes; null when the stream ends before them. */
    async exactly(length: number): Promise<Buffer | null> {
      const pieces: Buffer[] = [];
      for (let left = length; left > 0; ) {
        const piece = await upTo(left);
        if (piece === null) return null;
        left -= piece.length;
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    },
  };
}
