import { describe, expect, it } from 'vitest';
import { tiersText, tiersTyped } from './tiers-typed.ts';

describe('points by tier as they are typed', () => {
  it('are a tier and its points, with commas or semicolons between', () => {
    expect(tiersTyped('A: 10, Key account = 5; C: −5')).toEqual({ A: 10, 'Key account': 5, C: -5 });
    expect(tiersTyped(' ')).toEqual({});
  });

  it('are kept in sight, and change nothing, until they are whole', () => {
    expect(tiersTyped('A: 10, B')).toBeNull();
    expect(tiersTyped('A: ten')).toBeNull();
  });

  it('read as they were written', () => {
    expect(tiersText({ A: 10, B: -5 })).toBe('A: 10, B: -5');
  });
});
