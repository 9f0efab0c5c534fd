/** The parent's side: starts the reading process, feeds it the file and gives its messages one by one. */
import { AppError } from '../../../platform/errors.ts';
import { framesOf } from './frames.ts';
import { decodeMessage, type ReadingMessage, type ReadingTask } from './messages.ts';
import { type ReadingChild, takeReadingChild } from './reading-child.ts';

/** Reading gives a message at least every few thousand rows; silence this long is a file that hangs it. */
const SILENCE_MS_MAX = 60_000;

/**
 * Reads a file in a process of its own. Ends after the message `end` or `failed`; throws `file_not_readable` when the
 * process died or hung. Stopping early (`break`) ends the process.
 */
export async function* readInProcess(
  task: ReadingTask,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadingMessage> {
  const child = takeReadingChild();
  const counted = countBytes(content);
  const fed = feed(child, framesOf(task, counted.content));
  const listen = () => setTimeout(child.kill, SILENCE_MS_MAX);
  let silence = listen();
  let last: ReadingMessage['type'] | null = null;
  try {
    for await (const line of linesOf(child.stdout.iterator({ destroyOnReturn: false }))) {
      clearTimeout(silence); // what the receiver does with the message is not the child's time
      const message = decodeMessage(line);
      last = message.type;
      yield message;
      if (last === 'end' || last === 'failed') break;
      silence = listen();
    }
    if (last !== 'end' && last !== 'failed') {
      await child.closed;
      const failure = await fed;
      throw failure === null ? fileNotReadable() : failure.cause;
    }
  } finally {
    clearTimeout(silence);
    // What reads paper is large and foreign: its process reads one advice.
    const isKept = last === 'end' && task.kind !== 'remittance';
    if (!isKept) child.kill();
    await fed;
    if (isKept) child.keep(counted.bytes());
  }
}

function countBytes(content: AsyncIterable<Uint8Array>) {
  let count = 0;
  const counting = async function* () {
    for await (const bytes of content) {
      count += bytes.length;
      yield bytes;
    }
  };
  return { content: counting(), bytes: () => count };
}

function fileNotReadable(): AppError {
  return new AppError(
    'file_not_readable',
    'The file could not be read within the limits of time and memory. Divide it, or export it again in a plainer form.',
  );
}

/** Gives the child what it is to read, unless it has ended. When the content itself fails, the child ends, and why is kept. */
async function feed(
  { stdin, kill }: ReadingChild,
  frames: AsyncIterable<Uint8Array>,
): Promise<{ readonly cause: unknown } | null> {
  try {
    for await (const bytes of frames) {
      if (stdin.destroyed) break;
      if (!stdin.write(bytes)) await drainedOrClosed(stdin);
    }
    return null;
  } catch (cause) {
    kill();
    return { cause };
  }
}

function drainedOrClosed(stdin: ReadingChild['stdin']): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stdin.off('drain', go).off('close', go);
      resolve();
    };
    stdin.once('drain', go).once('close', go);
  });
}

/** A line comes in many pieces; they are put together once, when it is whole. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const bytes of stream) {
    const text = decoder.decode(bytes, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      pieces.push(text.slice(start, end));
      yield pieces.join('');
      pieces = [];
      start = end + 1;
    }
    pieces.push(text.slice(start));
  }
}
