import { describe, expect, it } from 'vitest';
import { joinLines, segmentsOf, tokensOfNumber, windowsOf } from './token.ts';

const tokensOfText = (...lines: string[]): string[] =>
  windowsOf(segmentsOf(joinLines(lines))).flatMap(({ tokens }) => tokens);

describe('a document number becomes tokens', () => {
  it('keeps plain digits as they are', () => {
    expect(tokensOfNumber('1204000017')).toEqual(['1204000017']);
  });

  it('drops the zeros that pad a number', () => {
    expect(tokensOfNumber('0001234567')).toEqual(['1234567']);
  });

  it('is found with and without its prefix, with and without the zeros of its pieces', () => {
    expect(tokensOfNumber('INV-2024/00123')).toEqual(['INV202400123', 'INV2024123', '202400123', '2024123']);
  });

  it('is not indexed when it has fewer than four digits, for such numbers stand everywhere', () => {
    expect(tokensOfNumber('12')).toEqual([]);
    expect(tokensOfNumber('A-7')).toEqual([]);
  });

  it('ignores accents and case', () => {
    expect(tokensOfNumber('é-10045')).toEqual(tokensOfNumber('E10045'));
  });
});

describe('a payment text is read for the same tokens', () => {
  it.each([
    ['as printed', ['INV-2024/00123']],
    ['with other separators', ['inv.2024 00123']],
    ['without any', ['INV202400123']],
    ['without its prefix', ['payment of 2024/00123 thank you']],
    ['without the zeros', ['INV 2024/123']],
    ['padded with zeros', ['000202400123']],
    ['cut by the end of a line', ['PAYMENT OF INV 2024/0', '0123']],
    ['behind a word glued to it', ['INVOICE2024/00123']],
  ])('%s', (_, lines) => {
    const wanted = new Set(tokensOfNumber('INV-2024/00123'));
    expect(tokensOfText(...lines).some((token) => wanted.has(token))).toBe(true);
  });

  it('reads a number that closes with a letter', () => {
    expect(tokensOfText('FATTURA 12345/A DEL 03.06')).toContain('12345A');
    expect(tokensOfNumber('12345/A')).toEqual(['12345A']);
  });

  it('stays within its limits on a text of nothing but digits', () => {
    const windows = windowsOf(segmentsOf(joinLines(Array.from({ length: 40_000 }, () => '7'))));
    expect(windows.length).toBeLessThan(60_000);
  });
});
