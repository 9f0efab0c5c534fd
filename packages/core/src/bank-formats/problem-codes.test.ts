import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLineLost, weightOf } from './problem-codes.ts';

/** Words of the sources that look like codes and are none. */
const NO_CODES = new Set(['left_out', 'twin_missing', 'wrong_sign']);

function codesOfParsers(): string[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/test|fixture|problem-codes|questions/.test(file), // what is asked is no problem yet
  );
  const words = files.flatMap(
    (file) => readFileSync(new URL(file, folder), 'utf8').match(/'[a-z]+(?:_[a-z]+)+'/g) ?? [],
  );
  return [...new Set(words.map((word) => word.slice(1, -1)))].filter((word) => !NO_CODES.has(word)).sort();
}

describe('what a problem of a bank file means for money', () => {
  it('is judged for every code that a parser can tell', () => {
    const codes = codesOfParsers();
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => weightOf(code) === null)).toEqual([]);
  });

  it('a line that was left out is lost; a day that was moved is a note; a code nobody judged is taken for lost', () => {
    expect(['bad_amount', 'line_without_account', 'never_heard_of'].map(isLineLost)).toEqual([true, true, true]);
    expect(['date_moved', 'trailer_missing', 'file_broken_off'].map(isLineLost)).toEqual([false, false, false]);
  });
});
