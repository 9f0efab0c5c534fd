/**
 * Holidays as people have them: lines with a day and its name from a government's page or a sheet, or a calendar file (.ics) with
 * whole-day events. `08/11/2026 Diwali` is the eighth of November where days come first.
 */
import { addDays, type LocalDate, parseLocalDate } from '@quittance/core/calendar';

export interface DayLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly day: LocalDate | null;
  readonly name: string;
}

/** Lines read at once: a year of any country, with room. */
export const DAY_LINES_MAX = 400;
const NAME_CHARS_MAX = 200;
const EVENT_DAYS_MAX = 31;
const DAY = /(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})/;

export function readDayLines(text: string, { isMonthFirst }: { readonly isMonthFirst: boolean }): DayLine[] {
  if (text.includes('BEGIN:VEVENT')) return readEvents(text).slice(0, DAY_LINES_MAX);
  return text
    .split(/\r?\n/)
    .map((one, index) => ({ text: one.trim(), line: index + 1 }))
    .filter((one) => one.text !== '')
    .slice(0, DAY_LINES_MAX)
    .map((one) => {
      const found = DAY.exec(one.text)?.[0];
      const name = one.text.replace(found ?? '', '').replace(/^[\s,;:\t–-]+|[\s,;:\t–-]+$/g, '');
      return { ...one, day: found ? readDay(found, isMonthFirst) : null, name: name.slice(0, NAME_CHARS_MAX) };
    });
}

function readDay(text: string, isMonthFirst: boolean): LocalDate | null {
  const [first = '', second = '', third = ''] = text.split(/[./-]/);
  const two = (part: string): string => part.padStart(2, '0');
  if (first.length === 4) return parseLocalDate(`${first}-${two(second)}-${two(third)}`);
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return parseLocalDate(`${third}-${two(month)}-${two(day)}`);
}

/** Whole-day events; the end of one is the day after its last, as the format has it. */
function readEvents(text: string): DayLine[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  return unfolded
    .split('BEGIN:VEVENT')
    .slice(1)
    .flatMap((event, index): DayLine[] => {
      const value = (name: string): string =>
        new RegExp(`^${name}(?:;[^:\r\n]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
      const name = value('SUMMARY')
        .replace(/\\([,;\\])/g, '$1')
        .slice(0, NAME_CHARS_MAX);
      const first = eventDay(value('DTSTART'));
      const end = eventDay(value('DTEND'));
      const one = { line: index + 1, text: name, name };
      if (first === null) return [{ ...one, day: null }];
      const days: DayLine[] = [{ ...one, day: first }];
      for (
        let day = addDays(first, 1);
        end !== null && day < end && days.length < EVENT_DAYS_MAX;
        day = addDays(day, 1)
      ) {
        days.push({ ...one, day });
      }
      return days;
    });
}

function eventDay(text: string): LocalDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  return match ? parseLocalDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}
