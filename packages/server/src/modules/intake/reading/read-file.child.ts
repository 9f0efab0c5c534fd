/**
 * The reading process: a file from outside comes in on standard input, facts go out on standard output. It has no
 * database, no settings and limited memory, so that the worst file can only end this process.
 */
import { FileRefused } from './file-refused.ts';
import type { ReadingTask } from './messages.ts';
import { createExtractReader } from './read-extract.ts';
import { UnknownFormat } from './read-statement.ts';
import { createReadingOutput, type ReadingOutput } from './reading-output.ts';

let isPipeFull = false;
const output = createReadingOutput((text) => {
  isPipeFull = !process.stdout.write(text);
});

async function drained(): Promise<void> {
  if (!isPipeFull) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  isPipeFull = false;
}

async function readAll(task: ReadingTask, to: ReadingOutput): Promise<void> {
  const reader = createExtractReader(task, to, drained);
  for await (const bytes of process.stdin) {
    await reader.write(bytes as Uint8Array);
    await drained();
  }
  await reader.end();
}

try {
  const task = JSON.parse(process.argv[2] ?? '') as ReadingTask;
  await readAll(task, output);
} catch (error) {
  if (error instanceof FileRefused) output.send({ type: 'failed', code: error.code, message: error.message });
  else if (error instanceof UnknownFormat)
    output.send({ type: 'failed', code: 'unknown_format', message: error.message });
  else throw error;
}
