import { expect, it } from 'vitest';
import { COUNTRIES } from './countries.ts';
import { streetAndTown } from './streets.ts';

it('letters on paper have a street with its number and a town to go to, whichever country', () => {
  const codes = Object.keys(COUNTRIES);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(streetAndTown(code, 12), code).toMatch(/^.*12.*\n\S/u);
  expect(streetAndTown('IT', 12)).toBe('Via dei Tigli 12\n00000 Roccabrinella');
});
