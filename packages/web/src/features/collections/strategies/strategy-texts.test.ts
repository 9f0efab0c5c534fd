import { describe, expect, it } from 'vitest';
import { translatorOf } from '../../../app/i18n.ts';
import { strategiesEn } from '../../../app/locales/strategies.en.ts';
import { strategiesIt } from '../../../app/locales/strategies.it.ts';
import type { StrategyTextKey } from './strategy-texts.ts';

const PLURAL = /_(one|many|other)$/;
const textsOf = (catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(catalogue).flatMap(([area, texts]) =>
    Object.entries(texts).map(([name, text]) => ({ key: `${area}.${name.replace(PLURAL, '')}`, name, text })),
  );
const placesOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('the texts that come with the page of strategies', () => {
  it('are the same in both languages, and fill in the same', () => {
    const places = (catalogue: Parameters<typeof textsOf>[0]) =>
      new Map(textsOf(catalogue).map(({ key, text }) => [key, placesOf(text)]));
    expect([...places(strategiesIt)].sort()).toEqual([...places(strategiesEn)].sort());
  });

  it('have the plural forms of their language', () => {
    const own = translatorOf<StrategyTextKey>('it', strategiesIt);
    expect([1, 2].map((count) => own('simulation.saved', { count }))).toEqual(['lettera in meno', 'lettere in meno']);
    const names = new Set(textsOf(strategiesIt).map(({ name }) => name));
    const missing = [...names].filter((name) => name.endsWith('_one') && !names.has(name.replace('_one', '_many')));
    expect(missing).toEqual([]);
  });
});
