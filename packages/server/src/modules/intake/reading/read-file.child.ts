/**
 * The reading process: files from outside come in on standard input, one after the other, facts go out on standard output. It
 * has no database, no settings and limited memory, so that the worst file can only end this process.
 */
import { FileRefused } from './file-refused.ts';
import { type FramedFile, filesOf } from './frames.ts';
import { createExtractReader } from './read-extract.ts';
import { UnknownFormat } from './read-statement.ts';
import { createReadingOutput } from './reading-output.ts';

let isPipeFull = false;

async function drained(): Promise<void> {
  if (!isPipeFull) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  isPipeFull = false;
}

/** False when the file was refused: whoever asked does not send the rest of it. */
async function readFile({ task, content }: FramedFile): Promise<boolean> {
  const output = createReadingOutput((text) => {
    isPipeFull = !process.stdout.write(text);
  });
  try {
    const reader = createExtractReader(task, output, drained);
    for await (const bytes of content) {
      await reader.write(bytes);
      await drained();
    }
    await reader.end();
    return true;
  } catch (error) {
    if (error instanceof FileRefused) output.send({ type: 'failed', code: error.code, message: error.message });
    else if (error instanceof UnknownFormat)
      output.send({ type: 'failed', code: 'unknown_format', message: error.message });
    else throw error;
    return false;
  }
}

for await (const file of filesOf(process.stdin)) if (!(await readFile(file))) break;
