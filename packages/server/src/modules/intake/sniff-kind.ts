import { DETECT_HEAD_CHARS, detectFormat } from '@quittance/core/bank-formats';
import { guessKind } from '@quittance/core/extracts';
import { createFileDecoder } from '@quittance/core/text-encoding';
import type { FileKind } from './reading/messages.ts';
import { guessDelimiter } from './reading/read-table.ts';

/** What a file seems to be, by its beginning: a bank statement, or a table of items or customers. */
export function sniffKind(head: Uint8Array): FileKind {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  const text = decoder.write(head.subarray(0, 4 * DETECT_HEAD_CHARS)) + decoder.end();
  if (detectFormat(text.slice(0, DETECT_HEAD_CHARS)) !== null || text.trimStart().startsWith('<')) return 'statement';
  const delimiter = guessDelimiter(text);
  const [header = ''] = text.trimStart().split(/\r?\n/, 1);
  return guessKind(header.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '')));
}
