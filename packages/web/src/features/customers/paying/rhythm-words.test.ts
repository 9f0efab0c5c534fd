import { expect, it } from 'vitest';
import { translatorOf } from '../../../app/i18n.ts';
import { payingEn } from '../../../app/locales/paying.en.ts';
import { payingIt } from '../../../app/locales/paying.it.ts';
import { runInWords } from './rhythm-words.ts';

const en = translatorOf('en', payingEn);
const it_ = translatorOf('it', payingIt);

it('a run is said as people say it, in English and in Italian', () => {
  const runs = [
    { kind: 'weekly', weekday: 4, everyWeeks: 1 },
    { kind: 'weekly', weekday: 4, everyWeeks: 2 },
    { kind: 'nth_weekday', weekday: 2, nth: 2 },
    { kind: 'month_days', days: [15, 31] },
  ] as const;
  const said = (run: (typeof runs)[number]) =>
    run.kind === 'month_days' ? { kind: run.kind, days: [...run.days] } : run;
  expect(runs.map((run) => runInWords(said(run), en, 'en'))).toEqual([
    'on Thursdays',
    'every second Thursday',
    'on the second Tuesday of the month',
    'on day 15 and the last day of the month',
  ]);
  expect(runs.map((run) => runInWords(said(run), it_, 'it'))).toEqual([
    'di giovedì',
    'un giovedì su due',
    'il secondo martedì del mese',
    'il giorno 15 e l’ultimo giorno del mese',
  ]);
});
