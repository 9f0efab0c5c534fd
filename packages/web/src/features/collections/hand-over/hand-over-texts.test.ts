import { describe, expect, it } from 'vitest';
import { translatorOf } from '../../../app/i18n.ts';
import { handOverEn } from '../../../app/locales/hand-over.en.ts';
import { handOverIt } from '../../../app/locales/hand-over.it.ts';
import { type HandOverTextKey, workInWords } from './hand-over-texts.ts';

const PLURAL = /_(one|many|other)$/;
const placesOf = (catalogue: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(catalogue).map(([name, text]) => [
      name.replace(PLURAL, ''),
      [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort(),
    ]),
  );

describe('the texts of handing work over', () => {
  it('are the same in both languages, and fill in the same', () => {
    expect([...placesOf(handOverIt.handOver)].sort()).toEqual([...placesOf(handOverEn.handOver)].sort());
    const names = new Set(Object.keys(handOverIt.handOver));
    const missing = [...names].filter((name) => name.endsWith('_one') && !names.has(name.replace('_one', '_many')));
    expect(missing).toEqual([]);
  });

  it('count the work by kind, in one order', () => {
    const work = [
      { kind: 'call_back', count: 1 },
      { kind: 'task', count: 12 },
    ] as const;
    expect(workInWords(translatorOf<HandOverTextKey>('en', handOverEn), work)).toBe('12 tasks, 1 call-back');
    expect(workInWords(translatorOf<HandOverTextKey>('it', handOverIt), work)).toBe('12 attività, 1 richiamata');
  });
});
