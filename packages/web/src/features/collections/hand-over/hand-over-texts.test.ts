import { describe, expect, it } from 'vitest';
import { translatorOf } from '../../../app/i18n.ts';
import { handOverEn } from '../../../app/locales/hand-over.en.ts';
import { handOverIt } from '../../../app/locales/hand-over.it.ts';
import { awayUntil, backInWords, goingInWords, type HandOverTextKey, workInWords } from './hand-over-texts.ts';

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

  it('say what went to whom, and what came back, in the same words', () => {
    const own = translatorOf<HandOverTextKey>('en', handOverEn);
    const totals = [
      { kind: 'customer', toId: 'i', toName: 'Imogen', count: 233 },
      { kind: 'task', toId: 'i', toName: 'Imogen', count: 1 },
      { kind: 'task', toId: 'a', toName: 'Ada', count: 2 },
      { kind: 'conversation', toId: null, toName: null, count: 1 },
    ] as const;
    expect(goingInWords(own, [...totals])).toBe(
      '233 customers, 1 task → Imogen; 2 tasks → Ada; 1 conversation → the team: nobody in particular',
    );
    const back = (stayed: number) => backInWords(own, { name: 'Lucia', totals: [...totals], stayed });
    expect(back(0)).toBe('Back with Lucia: 233 customers, 3 tasks, 1 conversation.');
    expect(back(1)).toBe(
      'Of 233 customers, 3 tasks, 1 conversation, 1 stays: somebody went on with it. The rest is back with Lucia.',
    );
  });

  it('know until when somebody is away who is for the whole of today', () => {
    const of = (id: string, from: string, until: string, fromMinute: number | null) => ({
      id,
      absences: [{ from, until, fromMinute }],
    });
    const people = [
      of('ananya', '2026-11-19', '2026-11-27', null),
      of('ben', '2026-11-20', '2026-11-20', 780),
      of('imogen', '2026-11-21', '2026-11-25', null),
    ];
    expect([...awayUntil(people, '2026-11-20')]).toEqual([['ananya', '2026-11-27']]);
  });
});
