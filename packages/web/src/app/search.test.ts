import { describe, expect, it } from 'vitest';
import { dateIn, oneOf, textIn, withoutBlanks } from './search.ts';

describe('what stands in an address', () => {
  it('what does not read is left out', () => {
    expect(dateIn({ asOf: '2026-02-30' }, 'asOf')).toBeUndefined();
    expect(dateIn({ asOf: '2026-10-31' }, 'asOf')).toBe('2026-10-31');
    expect(oneOf({ by: 'colour' }, 'by', ['customer', 'item'])).toBeUndefined();
    expect(textIn({ receipt: 42 }, 'receipt')).toBe('42');
    expect(textIn({ receipt: ['a'] }, 'receipt')).toBeUndefined();
    expect(withoutBlanks({ q: undefined, sort: 'due' })).toEqual({ sort: 'due' });
  });
});
