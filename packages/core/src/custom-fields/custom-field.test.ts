import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_KINDS, type FieldKind, fieldValue } from './index.ts';

const of = (kind: FieldKind, typed: string) => fieldValue({ kind, choices: ['Gold', 'Silver'] }, typed);

describe('the value of a field', () => {
  it('is kept in the one form of its kind', () => {
    expect(of('number', '007.50')).toBe('7.5');
    expect(of('number', '-0.0')).toBe('0');
    expect(of('number', '0')).toBe('0');
    expect(of('money', '1234.5 EUR')).toBe('1234.50 EUR');
    expect(of('date', '2026-11-30')).toBe('2026-11-30');
    expect(of('choice', ' Gold ')).toBe('Gold');
    expect(of('yes_no', 'yes')).toBe('yes');
    expect(of('text', '  Gate 4 ')).toBe('Gate 4');
  });

  it('is refused when it is none', () => {
    const wrong = [
      ['number', '1,5'],
      ['number', '1e9'],
      ['money', '12 XXQ'],
      ['money', '1.234 EUR'],
      ['date', '2026-02-30'],
      ['choice', 'Bronze'],
      ['yes_no', 'maybe'],
      ['text', ' '],
      ['text', 'x'.repeat(501)],
    ] as const;
    for (const [kind, typed] of wrong) expect([typed, of(kind, typed)]).toEqual([typed, null]);
  });

  it('taken once is taken again as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.oneof(fc.string(), fc.double().map(String)), (kind, typed) => {
        const once = of(kind, typed);
        return once === null || of(kind, once) === once;
      }),
    );
  });
});
