/** Mutated samples: whatever arrives, a reader answers with facts and problems, soon, and never throws. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANK_FORMATS, detectFormat, parseStatementText, toJson } from './index.ts';

const SAMPLES = new URL('./samples/', import.meta.url);
const samples = readdirSync(SAMPLES).map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));
const RUNS = Number(process.env.QUITTANCE_FUZZ_RUNS ?? 400);

type Mutation = {
  readonly kind: 'cut' | 'drop' | 'repeat' | 'replace';
  readonly at: number;
  readonly length: number;
  readonly text: string;
};

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('cut', 'drop', 'repeat', 'replace'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  text: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '&#0;',
      ']]>',
      '<Ntry>',
      '</Stmt>',
      '<![CDATA[',
      '999999999999999999999',
      '-',
      '\0',
      '\ud800',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
});

function mutate(text: string, { kind, at, length, text: inserted }: Mutation): string {
  const from = Math.floor(at * text.length);
  const piece = text.slice(from, from + length);
  if (kind === 'cut') return text.slice(0, from);
  if (kind === 'drop') return text.slice(0, from) + text.slice(from + length);
  if (kind === 'repeat') return text.slice(0, from) + piece.repeat(3) + text.slice(from + length);
  return text.slice(0, from) + inserted + text.slice(from + length);
}

describe('mutated statements', () => {
  it('are read or refused, never a crash, and a broken file is never called complete without a word', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (sample, mutations) => {
          const text = mutations.reduce(mutate, sample);
          detectFormat(text.slice(0, 4096));
          for (const format of BANK_FORMATS) {
            const file = parseStatementText(format, text);
            if (!file.isComplete) expect(file.problems.length).toBeGreaterThan(0);
            expect(file.statements.every((statement) => statement.entryCount === statement.entries.length)).toBe(true);
            JSON.stringify(toJson(file));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
