/** Every public sample file is known by its beginning, also behind a byte order mark, blank lines or other line ends. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFileDecoder } from '@quittance/core/text-encoding';
import { describe, expect, it } from 'vitest';
import { openReader } from './open-reader.ts';

const SHARED = process.env.QUITTANCE_SHARED ?? fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const MANIFEST = `${SHARED}/fixtures/MANIFEST.tsv`;
const FILES = existsSync(MANIFEST)
  ? readFileSync(MANIFEST, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];
const NAMES: Readonly<Record<string, string>> = {
  camt052: 'camt',
  camt053: 'camt',
  camt054: 'camt',
  'x12-820': 'edi820',
};
/** Tables that are no statements: a summary of statements, and a list of payments to be made. */
const NO_STATEMENTS = ['camt_file.csv', 'pain_file.csv'];
const HEAD_CHARS = 4_096;

function formatOf(text: string): string | null {
  const silent = () => undefined;
  const handlers = { onEntry: silent, onStatement: silent, onRemittance: silent, onProblem: silent };
  return openReader(null, text.trimStart().slice(0, HEAD_CHARS), handlers, null)?.format ?? null;
}

describe.skipIf(FILES.length === 0)('public files', () => {
  it.each(FILES.map((columns) => ({ file: columns[0] ?? '', format: columns[1] ?? '' })))(
    '$file',
    ({ file, format }) => {
      const decoder = createFileDecoder((label) => new TextDecoder(label));
      const text = decoder.write(readFileSync(`${SHARED}/fixtures/${file}`)) + decoder.end();
      const isStatement = !NO_STATEMENTS.some((name) => file.endsWith(name));
      const expected = isStatement ? (NAMES[format] ?? format) : null;
      expect(formatOf(text)).toBe(expected);
      expect(formatOf(`\ufeff\n\n${text}`)).toBe(expected);
      expect(formatOf(text.replace(/\r?\n/g, '\r\n'))).toBe(expected);
      if (expected !== 'camt') expect(formatOf(text.toLowerCase())).toBe(expected);
    },
  );
});
