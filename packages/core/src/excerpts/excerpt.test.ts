import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf, searchedWords } from './index.ts';

const shown = (text: string, typed: string, charsMax = 200): string =>
  excerptOf(text, searchedWords(typed), charsMax)
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('');

it('marks every word that begins as searched, whatever accents and capitals', () => {
  expect(shown('Attende l’ordine d’acquisto; Österreich zahlt.', 'ordi osterr')).toBe(
    'Attende l’[ordine] d’acquisto; [Österreich] zahlt.',
  );
  expect(shown('Nothing of it', 'purchase')).toBe('Nothing of it');
});

it('of a long text shows the piece around what was found, cut at words', () => {
  expect(shown('Waits for the purchase order', 'purch', 20)).toBe('…the [purchase] order');
  const long = `${'before '.repeat(40)}the retention of ten per cent ${'behind '.repeat(40)}`;
  expect(shown(long, 'retention', 60)).toBe('…before before the [retention] of ten per cent behind behind…');
});

it('never shows more than it may, but for the dots, and loses nothing of a short text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 5 }), (text, typed) => {
      const whole = excerptOf(text, searchedWords(typed), 80)
        .map((part) => part.text)
        .join('');
      expect(whole.length).toBeLessThanOrEqual(82);
      if (text.length <= 80) expect(whole.replaceAll(' ', '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
