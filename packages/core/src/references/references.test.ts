import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOfNumber } from '../matching/index.ts';
import { referenceDigits, referenceKey } from './index.ts';

describe('the key of a document number', () => {
  it('is the same however the number is separated, padded or capitalised', () => {
    expect(referenceKey('inv-00471')).toBe('INV471');
    expect(referenceKey('INV 471')).toBe('INV471');
    expect(referenceKey('0001930180459')).toBe('1930180459');
    expect(referenceKey('INV-2024/00123')).toBe('INV202400123');
  });

  it('is the number itself when it has neither letters nor digits of the Latin alphabet', () => {
    expect(referenceKey(' № ')).toBe('NO'); // the numero sign is written "No"
    expect(referenceKey(' -- ')).toBe('--');
  });

  const number = fc.stringMatching(/^[A-Za-z]{0,4}[-/. ]?[0-9]{1,10}([-/ ][0-9A-Za-z]{1,6})?$/);

  it('is the first token by which a payment text finds the number', () => {
    fc.assert(
      fc.property(number, (text) => {
        const [first] = tokensOfNumber(text);
        if (first !== undefined) expect(referenceKey(text)).toBe(first);
      }),
    );
  });

  it('has the digits that each of its tokens has', () => {
    expect(referenceDigits('INV-2024/00123')).toBe('224123');
    fc.assert(
      fc.property(number, (text) => {
        for (const token of tokensOfNumber(text)) expect(referenceDigits(token)).toBe(referenceDigits(text));
      }),
    );
  });
});
