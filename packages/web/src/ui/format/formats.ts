/** How numbers, money and dates read in the reader's locale. Amounts go through Intl as decimal texts, so none is rounded. */
import { formatAmount, minorDigits } from '@quittance/core/money';
import type { MoneyText } from '../money/money-text.ts';

export interface Formats {
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
  percent(share: number): string;
  /** "2026-11-23" as "23 Nov 2026". */
  date(date: string): string;
  /** "2026-11-23" as "Mon 23 Nov". */
  weekday(date: string): string;
  /** "2026-11" as "November 2026". */
  month(month: string): string;
  /** An instant in the zone given, to the minute. */
  instant(instant: string, timeZone: string): string;
  /** An instant in the zone given with seconds and the zone's name: what a hover shows. */
  exactInstant(instant: string, timeZone: string): string;
  /** "17:00". */
  clock(instant: string, timeZone: string): string;
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
    percent: (share) => percent.format(share),
    bytes: (bytes) => byteText(bytes, locale),
    ...dates,
  };
}

function dateFormats(
  locale: string,
): Pick<Formats, 'date' | 'weekday' | 'month' | 'instant' | 'exactInstant' | 'clock'> {
  // A calendar date has no zone: it is formatted at noon UTC, in UTC.
  const calendar = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    // A ledger has few days and many rows: each day is put into words once.
    const known = new Map<string, string>();
    return (date: string): string => {
      const text = known.get(date) ?? format.format(new Date(`${date}T12:00:00Z`));
      known.set(date, text);
      return text;
    };
  };
  const month = calendar({ month: 'long', year: 'numeric' });
  const zoned = (options: Intl.DateTimeFormatOptions) => {
    const formats = new Map<string, Intl.DateTimeFormat>();
    return (instant: string, timeZone: string): string => {
      const format = formats.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
      formats.set(timeZone, format);
      return format.format(new Date(instant));
    };
  };
  return {
    date: calendar({ day: '2-digit', month: 'short', year: 'numeric' }),
    weekday: calendar({ weekday: 'short', day: 'numeric', month: 'short' }),
    month: (value) => month(`${value}-01`),
    instant: zoned({ day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    clock: zoned({ hour: '2-digit', minute: '2-digit' }),
    exactInstant: zoned({
      day: '2-digit',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'short',
    }),
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
