import { expect, it } from 'vitest';
import { readDayLines } from './day-lines.ts';

const read = (text: string, isMonthFirst = false) =>
  readDayLines(text, { isMonthFirst }).map(({ day, name }) => `${day} ${name}`);

it('lines of a page or a sheet, days first or months first', () => {
  expect(read('08/11/2026\tDiwali\n2026-03-04; Holi\nGuru Nanak Jayanti, 24.11.2026')).toEqual([
    '2026-11-08 Diwali',
    '2026-03-04 Holi',
    '2026-11-24 Guru Nanak Jayanti',
  ]);
  expect(read('11/08/2026 Diwali', true)).toEqual(['2026-11-08 Diwali']);
});

it('a line without a day, or with one that is none, says so', () => {
  expect(read('Diwali\n31/02/2026 Never')).toEqual(['null Diwali', 'null Never']);
});

it('a calendar file: folded lines, escaped commas, an event of two days', () => {
  const file = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20270309',
    'DTEND;VALUE=DATE:20270311',
    'SUMMARY:Eid al-Fitr\\, first a',
    ' nd second day',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  expect(read(file)).toEqual([
    '2027-03-09 Eid al-Fitr, first and second day',
    '2027-03-10 Eid al-Fitr, first and second day',
  ]);
});
