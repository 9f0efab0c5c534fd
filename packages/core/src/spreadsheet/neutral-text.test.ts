import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralText } from './index.ts';

describe('a text on its way into a spreadsheet', () => {
  it.each(['=1+1', '+39 055 1234', '-2', '@SUM(A1)', '\t=1', '\r=1'])('is no formula there: %j', (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
  });

  it('stays as it is when it cannot be taken for one', () => {
    for (const text of ['A-1', '00471', "'quoted", ' =1', '']) expect(neutralText(text)).toBe(text);
  });

  it('never begins with a sign that starts a formula, and loses nothing', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const neutral = neutralText(text);
        expect('=+-@\t\r'.includes(neutral.charAt(0)) && neutral !== '').toBe(false);
        expect(neutral.endsWith(text)).toBe(true);
      }),
    );
  });
});
