import { expect, it } from 'vitest';
import { matching } from './palette-entries.ts';

const entries = ['Books › Periods', 'Theme: dark', 'Aging', 'Imprese › Società', 'Post dark receipts'].map((title) => ({
  id: title,
  title,
  act: () => {},
}));
const found = (typed: string): string[] => matching(entries, typed).map(({ title }) => title);

it('places and commands are found by how their words begin, in any order, without accents', () => {
  expect(found('boo per')).toEqual(['Books › Periods']);
  expect(found('per boo')).toEqual(['Books › Periods']);
  expect(found('societa')).toEqual(['Imprese › Società']);
  expect(found('eriods')).toEqual([]);
});

it('what begins as it was typed comes first', () => {
  expect(found('dark')).toEqual(['Theme: dark', 'Post dark receipts']);
  expect(found('post')).toEqual(['Post dark receipts']);
});
