/** The parent's side: starts the reading process, feeds it the file and gives its messages one by one. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../../../platform/errors.ts';
import { decodeMessage, type ReadingMessage, type ReadingTask } from './messages.ts';

/** Enough to know a million documents of one file apart; a file that needs more ends its own process only. */
const HEAP_MB_MAX = 768;
/** Reading gives a message at least every few thousand rows; silence this long is a file that hangs it. */
const SILENCE_MS_MAX = 60_000;

const CHILD = fileURLToPath(new URL('./read-file.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Reads a file in a process of its own. Ends after the message `end` or `failed`; throws `file_not_readable` when the
 * process died or hung. Stopping early (`break`) ends the process.
 */
export async function* readInProcess(
  task: ReadingTask,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadingMessage> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB_MAX}`, '--import', LOADER, CHILD, JSON.stringify(task)],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    },
  );
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.once('error', () => child.stdout.destroy());
  const fed = feed(child.stdin, content);
  const listen = () => setTimeout(() => child.kill('SIGKILL'), SILENCE_MS_MAX);
  let silence = listen();
  let hasEnded = false;
  try {
    for await (const line of linesOf(child.stdout)) {
      clearTimeout(silence); // what the receiver does with the message is not the child's time
      const message = decodeMessage(line);
      hasEnded ||= message.type === 'end' || message.type === 'failed';
      yield message;
      if (hasEnded) break;
      silence = listen();
    }
    if (!hasEnded) {
      await exited;
      throw fileNotReadable();
    }
  } finally {
    clearTimeout(silence);
    child.kill('SIGKILL');
    await fed;
  }
}

function fileNotReadable(): AppError {
  return new AppError(
    'file_not_readable',
    'The file could not be read within the limits of time and memory. Divide it, or export it again in a plainer form.',
  );
}

/** A child that has ended early does not want the rest. */
async function feed(stdin: Writable, content: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(content, stdin).catch((error: unknown) => {
    if (!isClosedPipe(error)) throw error;
  });
}

function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    code === 'EPIPE' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    code === 'ERR_STREAM_DESTROYED'
  );
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
