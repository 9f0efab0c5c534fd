import { expect, it } from 'vitest';
import { canonicalAmount } from './guarded-draft.ts';

it.each([
  ['10.000,50', '10000.50'],
  ['10,000.5', '10000.5'],
  ['10 000', '10000'],
  ['10.000', '10000'],
  ["1'234'567.89", '1234567.89'],
  ['', ''],
  ['abc', 'abc'],
])('a limit typed as %s is sent as %s', (typed, sent) => {
  expect(canonicalAmount(typed)).toBe(sent);
});
