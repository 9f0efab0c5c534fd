/** How numbers, money and dates read in the reader's locale. Amounts go through Intl as decimal texts, so none is rounded. */
import { formatAmount, minorDigits } from '@quittance/core/money';
import type { MoneyText } from '../money/money-text.ts';
import { type DateFormats, dateFormats } from './date-formats.ts';

export interface Formats extends DateFormats {
  readonly locale: string;
  readonly decimalSign: '.' | ',';
  /** 123456n EUR as "1,234.56"; a credit carries a true minus sign. */
  amount(amountMinor: bigint, currency: string): string;
  /** The decimal text of the API as the reader writes it: "1234.56" as "1.234,56" in Italian. */
  amountText(amount: string, currency: string): string;
  /** Money within a sentence: the amount as above, then the currency, "1,234.56 EUR". */
  money(value: MoneyText): string;
  /** Without group signs and with a plain hyphen, for a spreadsheet: "-1234,56". */
  plainAmount(amountMinor: bigint, currency: string): string;
  count(value: number): string;
  /** With at most one decimal: 1.8 as "1,8" in Italian. */
  decimal(value: number): string;
  percent(share: number): string;
  bytes(bytes: number): string;
}

const BYTES_PER_STEP = 1024;
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB'];
const KNOWN_FORMATS = new Map<string, Formats>();

/** Formats of one locale; the same object every time, since building the Intl parts is slow. */
export function formatsOf(locale: string): Formats {
  const known = KNOWN_FORMATS.get(locale);
  if (known) return known;
  const made = makeFormats(locale);
  KNOWN_FORMATS.set(locale, made);
  return made;
}

function makeFormats(locale: string): Formats {
  const decimalSign = new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.';
  const numbers = new Map<number, Intl.NumberFormat>();
  const grouped = (digits: number): Intl.NumberFormat => {
    const known = numbers.get(digits);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // Italian and Spanish leave four digits ungrouped; in a column that reads as a mistake.
      useGrouping: 'always',
    });
    numbers.set(digits, made);
    return made;
  };
  const amountText = (amount: string, currency: string): string =>
    grouped(minorDigits(currency))
      .format(amount as Intl.StringNumericLiteral)
      .replace('-', '−');
  const count = grouped(0);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const dates = dateFormats(locale);
  return {
    locale,
    decimalSign,
    amountText,
    amount: (amountMinor, currency) => amountText(formatAmount(amountMinor, currency), currency),
    money: ({ amount, currency }) => `${amountText(amount, currency)} ${currency}`,
    plainAmount: (amountMinor, currency) => formatAmount(amountMinor, currency).replace('.', decimalSign),
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    bytes: (bytes) => byteText(bytes, locale),
    ...dates,
  };
}

function byteText(bytes: number, locale: string): string {
  let step = 0;
  let size = bytes;
  while (size >= BYTES_PER_STEP && step < BYTE_UNITS.length - 1) {
    size /= BYTES_PER_STEP;
    step += 1;
  }
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: size < 10 && step > 0 ? 1 : 0 }).format(size);
  return `${text} ${BYTE_UNITS[step]}`;
}
