/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { it as italian } from './it.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

/** The source of the screens, in which every text must be asked for by its whole key. */
const SOURCES = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.ts', '!./*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** The sentence of a simulation counts six things at once, each in hundreds: no form fits them all. */
const SIMULATED = 'strategies.says';
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flat(catalogue: Catalogue, prefix = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const keysOf = (catalogue: Catalogue): Set<string> => new Set(flat(catalogue).map(([key]) => key.replace(PLURAL, '')));
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe.each([
  ['en', en as Catalogue],
  ['it', italian as Catalogue],
])('the catalogue %s', (language, catalogue) => {
  it('has every key of the English one, and no other', () => {
    expect([...keysOf(catalogue)].sort()).toEqual([...keysOf(en)].sort());
  });

  it('has all plural forms of its language wherever it has one', () => {
    const texts = new Map(flat(catalogue));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
    const missing = [...new Set(counted)].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((form) => !texts.has(form)),
    );
    expect(missing).toEqual([]);
  });

  it('says one letter, not one letters', () => {
    const COUNTED =
      /\{\{(count|letters|posted)\}\} (letters?|lettere|lettera|lines|righe|items|partite|customers|clienti)\b/;
    const bare = flat(catalogue).filter(([key, text]) => COUNTED.test(text) && !PLURAL.test(key) && key !== SIMULATED);
    expect(bare).toEqual([]);
  });

  it('fills in what the English text fills in', () => {
    const english = new Map(flat(en).map(([key, text]) => [key.replace(PLURAL, ''), placeholdersOf(text)]));
    for (const [key, text] of flat(catalogue))
      expect([key, placeholdersOf(text)]).toEqual([key, english.get(key.replace(PLURAL, ''))]);
  });

  it('has no empty text', () => {
    expect(flat(catalogue).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('no text is kept that no screen asks for', () => {
  const source = Object.values(SOURCES).join('\n');
  expect(Object.keys(SOURCES).length).toBeGreaterThan(50);
  expect([...keysOf(en)].filter((key) => !source.includes(`'${key}'`))).toEqual([]);
});
