import { describe, expect, it } from 'vitest';
import { rateText, readRate } from './rate-text.ts';

describe('rates', () => {
  it.each([
    [101_500, '10.15'],
    [80_000, '8.00'],
    [21_500, '2.15'],
    [12_345, '1.2345'],
    [0, '0.00'],
    [-5_000, '-0.50'],
  ])('%i is written %s and read back', (rate, text) => {
    expect(rateText(rate, '.')).toBe(text);
    expect(readRate(text)).toBe(rate);
  });

  it('reads a comma, and no more than four decimals', () => {
    expect(readRate('10,15')).toBe(101_500);
    expect(readRate('1.23456')).toBeNull();
    expect(readRate('eight')).toBeNull();
  });
});
