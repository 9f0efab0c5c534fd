import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from './text-lines.ts';

function linesOf(chunks: readonly string[]) {
  const lines: string[] = [];
  const numbers: number[] = [];
  const reader = createLineReader({
    onLine: (text, line) => {
      lines.push(text);
      numbers.push(line);
    },
    onTooLong: (line) => lines.push(`line ${line} is too long`),
  });
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  return lines;
}

describe('the lines of a text', () => {
  it('end with LF, CR LF or CR; the mark at the beginning and the old end-of-file sign go', () => {
    expect(linesOf(['\ufeffa\nb\r\n\r\nc\rd\u001a'])).toEqual(['a', 'b', '', 'c', 'd']);
    expect(linesOf(['a\r', '\nb'])).toEqual(['a', 'b']);
    expect(linesOf([''])).toEqual([]);
  });

  it('are the same wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r', ',') }),
        fc.array(fc.nat(30), { maxLength: 8 }),
        (text, cuts) => {
          const at = [0, ...cuts.filter((cut) => cut <= text.length).sort((a, b) => a - b), text.length];
          const chunks = at.slice(1).map((end, index) => text.slice(at[index] ?? 0, end));
          expect(linesOf(chunks)).toEqual(linesOf([text]));
        },
      ),
    );
  });

  it('stop at a line without end', () => {
    expect(linesOf(['first\n', ...Array.from({ length: 30 }, () => 'x'.repeat(100_000))])).toEqual([
      'first',
      'line 2 is too long',
    ]);
  });
});
