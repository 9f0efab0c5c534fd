import { createReadStream } from 'node:fs';
import { createFileDecoder, type DecodedText } from '@quittance/core/text-encoding';

const CHUNK_BYTES = 64 * 1024;

/** The text of a file piece by piece; returns how its bytes were read. Rejects when the file cannot be opened. */
export async function* readText(path: string): AsyncGenerator<string, DecodedText> {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const text = decoder.write(bytes as Uint8Array);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
  return decoder.result();
}
