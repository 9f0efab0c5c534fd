/**
 * The reading process: a file from outside comes in on standard input, facts go out on standard output. It has no
 * database, no settings and limited memory, so that the worst file can only end this process.
 */
import { createFileDecoder } from '@quittance/core/text-encoding';
import type { ReadingTask } from './messages.ts';
import { createExtractReader } from './read-extract.ts';
import { createStatementFileReader, UnknownFormat } from './read-statement.ts';
import { TableBroken } from './read-table.ts';
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
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  const reader = task.kind === 'statement' ? createStatementFileReader(to) : createExtractReader(task, to);
  for await (const bytes of process.stdin) {
    const text = decoder.write(bytes as Uint8Array);
    if (text !== '') await reader.write(text);
    await drained();
  }
  const rest = decoder.end();
  if (rest !== '') await reader.write(rest);
  const { doubt } = decoder.result();
  if (doubt !== null) to.note({ row: 1, field: null, code: 'encoding_doubtful', message: doubt });
  await reader.end();
}

try {
  const task = JSON.parse(process.argv[2] ?? '') as ReadingTask;
  await readAll(task, output);
} catch (error) {
  if (error instanceof TableBroken) output.send({ type: 'failed', code: 'table_broken', message: error.message });
  else if (error instanceof UnknownFormat)
    output.send({ type: 'failed', code: 'unknown_format', message: error.message });
  else throw error;
}
