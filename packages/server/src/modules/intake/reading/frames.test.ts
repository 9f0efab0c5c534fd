import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, framesOf } from './frames.ts';
import type { ReadingTask } from './messages.ts';

const TASK: ReadingTask = { kind: 'items', mapping: null, settled: {}, companyCode: null };

async function* given(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The same bytes, cut as a pipe may cut them. */
function cutInto(bytes: Buffer, length: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += length) pieces.push(bytes.subarray(at, at + length));
  return pieces;
}

describe('files that follow each other on one stream', () => {
  const file = fc.record({
    fileName: fc.string(),
    pieces: fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }),
  });

  it('arrive whole and apart, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), async (files, length) => {
        const sent: Buffer[] = [];
        for (const { fileName, pieces } of files)
          sent.push(await gathered(framesOf({ ...TASK, fileName }, given(pieces))));
        const came: { fileName: string | undefined; content: Buffer }[] = [];
        for await (const { task, content } of filesOf(given(cutInto(Buffer.concat(sent), length))))
          came.push({ fileName: task.fileName, content: await gathered(content) });
        expect(came).toEqual(files.map(({ fileName, pieces }) => ({ fileName, content: Buffer.concat(pieces) })));
      }),
    );
  });
});
