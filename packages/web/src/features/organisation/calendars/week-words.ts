import { useMemo } from 'react';
import { useFormats } from '../../../ui/format/formats.context.ts';

/** A Monday at noon UTC: from it the names of the weekdays come. */
const A_MONDAY_MS = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;
const WEEKDAYS = 7;

/** From Monday, in the reader's language. */
export function useWeekdays(length: 'narrow' | 'short' | 'long'): readonly string[] {
  const { locale } = useFormats();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
    return Array.from({ length: WEEKDAYS }, (_, index) => format.format(A_MONDAY_MS + index * DAY_MS));
  }, [locale, length]);
}

/** A country in the reader's language: IT is "Italy". */
export function useCountryName(): (code: string) => string {
  const { locale } = useFormats();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
    return (code: string) => names.of(code) ?? code;
  }, [locale]);
}
