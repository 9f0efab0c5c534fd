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
  expect(shown('Waits for the purchase order', 'wai', 20)).toBe('[Waits] for the…');
  const long = `${'before '.repeat(40)}the retention of ten per cent ${'behind '.repeat(40)}`;
  expect(shown(long, 'retention', 60)).toBe('…before the [retention] of ten per cent behind behind behind…');
});

it('never shows more than it may, but for the dots, and loses nothing of a short text that begins with what was found', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 5 }), (text, typed) => {
      const whole = (from: string): string =>
        excerptOf(from, searchedWords(typed), 80)
          .map((part) => part.text)
          .join('');
      expect(whole(text).length).toBeLessThanOrEqual(82);
      const short = `${typed} ${text}`.slice(0, 80);
      if (/^[a-z]+$/.test(typed)) expect(whole(short).replaceAll(' ', '')).toBe(short.replace(/\s/g, ''));
    }),
  );
});
