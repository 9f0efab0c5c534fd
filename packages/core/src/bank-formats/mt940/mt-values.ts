/** Dates, amounts, balances and accounts as SWIFT messages write them. */
import { daysBetween, type LocalDate } from '../../calendar/index.ts';
import { type CurrencyCode, isStatementCurrency, parseAmount } from '../../money/index.ts';
import { type BankDay, bankDay } from '../odd-day.ts';
import type { BankBalance } from '../statement.ts';

/** Two-digit years from here on belong to the last century. */
const CENTURY_TURN = 80;

/** "260312" or "20260312". "260230" is 2026-02-28, moved; "261301" and "260300" are no dates. */
export function readMtDate(digits: string): BankDay | null {
  const year = digits.length === 8 ? Number(digits.slice(0, 4)) : fullYear(Number(digits.slice(0, 2)));
  return bankDay(year, Number(digits.slice(-4, -2)), Number(digits.slice(-2)));
}

function fullYear(year: number): number {
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
}

/** So near, no other year is nearer. */
const DAYS_OF_HALF_A_YEAR = 182;

/**
 * The booking day "MMDD", in the year that brings it nearest to the value date: value date 2014-01-04 with "1229" is
 * 2013-12-29.
 */
export function readEntryDate(monthDay: string, valueOn: LocalDate): BankDay | null {
  const valueYear = Number(valueOn.slice(0, 4));
  const [month, dayOfMonth] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(2))];
  const sameYear = bankDay(valueYear, month, dayOfMonth);
  if (sameYear !== null && Math.abs(daysBetween(sameYear.date, valueOn)) <= DAYS_OF_HALF_A_YEAR) return sameYear;
  const days = [valueYear - 1, valueYear, valueYear + 1]
    .map((year) => bankDay(year, month, dayOfMonth))
    .filter((day) => day !== null);
  return days.reduce<BankDay | null>(
    (best, day) =>
      best === null || Math.abs(daysBetween(day.date, valueOn)) < Math.abs(daysBetween(best.date, valueOn))
        ? day
        : best,
    null,
  );
}

const USUAL_AMOUNT = /^[1-9]\d*,\d+$/;

/**
 * An unsigned amount: "1234,5", "1234," and "1234" EUR are 123450n, 123400n and 123400n. A point is taken for the comma
 * where it cannot group thousands; "1.234" is refused, since it may be either.
 */
export function readMtAmount(text: string, currency: string): bigint | null {
  const digits = text.trim();
  if (USUAL_AMOUNT.test(digits)) return parseAmount(digits.replace(',', '.'), currency);
  const grouped = /^\d{1,3}(?:\.\d{3})+,\d*$/.test(digits) ? digits.replaceAll('.', '') : digits;
  const plain = /^\d+\.\d{1,2}$/.test(grouped) ? grouped : grouped.includes('.') ? '' : grouped.replace(',', '.');
  const canonical = plain
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  return parseAmount(canonical, currency);
}

const BALANCE = /^(R?[CD])\s?(\d{6}|\d{8})\s?([A-Z]{3})\s?([\d.,]+)\s*$/i;

/** "C260312EUR1234,56"; a debit balance is negative. Null when any part of it cannot be read. */
export function readMtBalance(text: string): { readonly balance: BankBalance; readonly on: BankDay | null } | null {
  const match = BALANCE.exec(text.trim());
  const currency = match?.[3]?.toUpperCase() ?? '';
  if (match === null || !isStatementCurrency(currency)) return null;
  const amount = readMtAmount(match[4] ?? '', currency);
  if (amount === null) return null;
  const on = readMtDate(match[2] ?? '');
  const isDebit = /^(D|RC)$/i.test(match[1] ?? '');
  return { balance: { amountMinor: isDebit ? -amount : amount, currency, on: on?.date ?? null }, on };
}

export interface MtAccount {
  readonly account: string | null;
  readonly currency: CurrencyCode | null;
}

/** "NL47INGB0001212121EUR" is an account and its currency; "2121.21.211EUR" is account 212121211. */
export function readMtAccount(text: string): MtAccount {
  const plain = text.trim().replace(/^\/+/, '').replace(/\s+/g, '');
  const suffix = plain.slice(-3);
  const isSuffixed = isStatementCurrency(suffix) && /\d$/.test(plain.slice(0, -3));
  const account = isSuffixed ? plain.slice(0, -3) : plain;
  return {
    account: (/^\d[\d.]+$/.test(account) ? account.replaceAll('.', '') : account) || null,
    currency: isSuffixed ? suffix : null,
  };
}
