import { describe, expect, it } from 'vitest';
import { formatsOf } from './formats.ts';

const english = formatsOf('en-GB');
const italian = formatsOf('it-IT');

describe('amounts', () => {
  it('are grouped by the locale, four digits too', () => {
    expect(english.amount(123456n, 'EUR')).toBe('1,234.56');
    expect(italian.amount(123456n, 'EUR')).toBe('1.234,56');
  });

  it('carry a true minus sign on the screen and a plain one in a spreadsheet', () => {
    expect(english.amount(-1250n, 'EUR')).toBe('−12.50');
    expect(italian.plainAmount(-1250n, 'EUR')).toBe('-12,50');
  });

  it('keep every digit where a number could not', () => {
    expect(english.amountText('900719925474099.13', 'EUR')).toBe('900,719,925,474,099.13');
  });

  it('have the decimals of their currency', () => {
    expect(english.amount(1500n, 'JPY')).toBe('1,500');
    expect(english.amount(1500n, 'KWD')).toBe('1.500');
    expect(english.money({ amount: '1500', currency: 'JPY' })).toBe('1,500 JPY');
  });
});

describe('dates and sizes', () => {
  it('a calendar date is the same day everywhere', () => {
    expect(english.date('2026-11-23')).toBe('23 Nov 2026');
    expect(italian.date('2026-11-23')).toBe('23 nov 2026');
    expect(english.month('2026-11')).toBe('November 2026');
  });

  it('an instant is shown in the company’s zone', () => {
    expect(english.instant('2026-11-23T23:30:00.000000Z', 'Europe/Rome')).toContain('24 Nov 2026');
    expect(english.exactInstant('2026-11-23T09:41:07.123456Z', 'Europe/Rome')).toContain('10:41:07.123');
  });

  it('bytes in the largest unit that fits', () => {
    expect(english.bytes(532)).toBe('532 B');
    expect(english.bytes(4_193_022)).toBe('4 MB');
    expect(english.bytes(1_600)).toBe('1.6 kB');
  });
});
