import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from './collation.ts';

const collators = ['en-GB', 'it-IT', 'it-CH', 'en-US'].map(
  (locale) => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }),
);
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('FV26-', 'A', 'a', 'B', '-', '/', '.', ' ', '_', "D'Angelo", 'Città', '0', '00'),
  },
  { weight: 3, arbitrary: fc.nat({ max: 2_000 }).map(String) },
  { weight: 2, arbitrary: fc.string({ maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('ß', 'Ø', '’', '–', '株式', 'ﬁ', 'é', 'e\u0301', '１２', '\u00a0', 'Æ') },
);
const texts = fc.array(
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  { maxLength: 12 },
);

describe('texts in the order of the reader', () => {
  it('numbers inside texts count as numbers, case and accents not at all', () => {
    const places = placesOf(
      ['FV26-10', 'fv26-9', 'FV26-009', 'Città', 'CITTA', 'FV 26-10', ''],
      collators[1] as Intl.Collator,
    );
    expect([...places].sort((left, right) => left[1] - right[1])).toEqual([
      ['', 0],
      ['Città', 1],
      ['CITTA', 1],
      ['FV 26-10', 2],
      ['fv26-9', 3],
      ['FV26-009', 3],
      ['FV26-10', 4],
    ]);
  });

  it('any two stand as the collator says', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...collators), (some, collator) => {
        const places = placesOf(some, collator);
        for (const left of some) {
          for (const right of some) {
            const byPlace = Math.sign((places.get(left) ?? -1) - (places.get(right) ?? -1));
            expect([left, right, byPlace]).toEqual([left, right, Math.sign(collator.compare(left, right))]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
