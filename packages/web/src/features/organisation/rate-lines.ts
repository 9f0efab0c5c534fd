/**
 * Exchange rates as people have them: lines of a bank's or a ministry's table with currency, day and rate in any order,
 * parted by tabs, semicolons or spaces. `USD  31/10/2026  0,9234` is a rate of 31 October 2026 where days come first.
 */
import { parseLocalDate } from '@quittance/core/calendar';
import { isCurrencyCode } from '@quittance/core/money';
import type { Rate } from './organisation.queries.ts';

export type RateFault = 'currency' | 'day' | 'rate' | 'own_currency' | 'future';

export interface RateLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly rate: Rate | null;
  readonly fault: RateFault | null;
}

interface Reading {
  readonly functionalCurrency: string;
  readonly today: string;
  /** In 03/04 of an American the month comes first. */
  readonly isMonthFirst: boolean;
}

/** Lines read at once; a year of days of one currency, with room. */
export const RATE_LINES_MAX = 500;

const RATE_PATTERN = /^\d{1,9}(\.\d{1,10})?$/;

export function readRateLines(text: string, reading: Reading): RateLine[] {
  return text
    .split(/\r?\n/)
    .map((one, index) => ({ text: one.trim(), line: index + 1 }))
    .filter((one) => one.text !== '')
    .slice(0, RATE_LINES_MAX)
    .map((one) => ({ ...one, ...readLine(one.text, reading) }));
}

function readLine(text: string, reading: Reading): Pick<RateLine, 'rate' | 'fault'> {
  const cells = text.split(/[\t;\s]+/).filter(Boolean);
  const refused = (fault: RateFault) => ({ rate: null, fault });
  const currency = cells
    .map((cell) => cell.toUpperCase())
    .find((cell) => /^[A-Z]{3}$/.test(cell) && isCurrencyCode(cell));
  if (currency === undefined) return refused('currency');
  if (currency === reading.functionalCurrency) return refused('own_currency');
  const dayCell = cells.find((cell) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell));
  const quotedOn = dayCell === undefined ? null : readDay(dayCell, reading.isMonthFirst);
  if (quotedOn === null) return refused('day');
  if (quotedOn > reading.today) return refused('future');
  const rate = readRate(cells.find((cell) => cell !== dayCell && /^[\d.,]+$/.test(cell)) ?? '');
  return rate === null ? refused('rate') : { rate: { currency, quotedOn, rate }, fault: null };
}

/** 2026-10-31, 31/10/2026, 31.10.26 as 2026-10-31; null for what is no day. */
function readDay(text: string, isMonthFirst: boolean): string | null {
  const parts = text.split(/[-/.]/);
  const [first = '', second = '', third = ''] = parts;
  if (first.length === 4) return iso(first, second, third);
  const year = third.length === 2 ? `20${third}` : third;
  return isMonthFirst ? iso(year, first, second) : iso(year, second, first);
}

function iso(year: string, month: string, day: string): string | null {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The last of comma and dot is the decimal sign. Null for zero and for what is no rate. */
function readRate(text: string): string | null {
  const sign = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const plain = text.replaceAll(sign === ',' ? '.' : ',', '').replace(sign, '.');
  return RATE_PATTERN.test(plain) && /[1-9]/.test(plain) ? plain : null;
}
