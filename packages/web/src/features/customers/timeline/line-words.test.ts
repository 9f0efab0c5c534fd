import { expect, it } from 'vitest';
import { translatorOf } from '../../../app/i18n.ts';
import { timelineEn } from '../../../app/locales/timeline.en.ts';
import { timelineIt } from '../../../app/locales/timeline.it.ts';
import { formatsOf } from '../../../ui/format/formats.ts';
import { wordsOfLine } from './line-words.ts';

type Given = Parameters<typeof wordsOfLine>;

function told(line: Partial<Given[0]>, texts: 'en' | 'it' = 'en'): string {
  const reader = {
    t: texts === 'en' ? translatorOf('en', timelineEn) : translatorOf('it', timelineIt),
    formats: formatsOf(texts === 'en' ? 'en-GB' : 'it-IT'),
    zone: 'UTC',
    dunning: { what: () => 'Notice 1', state: (state: string) => state, reason: (reason: string) => reason },
  } as unknown as Given[1];
  const plain = { kind: 'dunning_letter', what: 'notice_1', itemCount: 2, items: [], person: null, dueAt: null };
  const { head, facts } = wordsOfLine({ ...plain, reasons: [], state: 'sent', ...line } as unknown as Given[0], reader);
  return [head, ...facts].join(' · ');
}

const inPrint = (items: number) => ({ reasons: [{ reason: 'print', items }] });

it('a letter on paper is told as far as it got: it waits, is printed, is posted, was withdrawn', () => {
  expect(told({ ...inPrint(0), state: 'to_print' })).toBe('Notice 1 by post · 2 items · waits to be printed');
  expect(told({ ...inPrint(1), state: 'printed', person: 'Imogen', dueAt: '2026-11-20T09:00:00Z' })).toBe(
    'Notice 1 by post · 2 items · printed by Imogen (print 1)',
  );
  const posted = { state: 'posted', dueAt: '2026-11-20T09:00:00Z' };
  expect(told({ ...inPrint(1), ...posted, person: 'Imogen' })).toMatch(
    /^Notice 1 by post · 2 items · printed \(print 1\) · posted .*20.* by Imogen$/,
  );
  expect(told({ ...inPrint(0), ...posted })).toMatch(/^Notice 1 by post · 2 items · posted [^·]*20[^·]*$/);
  expect(told({ ...inPrint(1), state: 'withdrawn' })).toBe('Notice 1 by post · 2 items · withdrawn');
  expect(told({ ...inPrint(0), state: 'to_print' }, 'it')).toContain('Notice 1 per posta');
});

it('a letter by mail is told with its reader, what a person is to do with who does it', () => {
  expect(told({ person: 'Ada Rossi' })).toBe('Notice 1 to Ada Rossi · 2 items · sent');
  expect(told({ kind: 'dunning_act', person: 'Mia', state: 'open' })).toBe(
    'Notice 1, for Mia to do · 2 items · task open',
  );
});
