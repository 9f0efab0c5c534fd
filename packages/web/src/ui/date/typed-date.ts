/** Days and times as a person types them, in the order and on the clock of the reader's locale. */
import { addDays, dateFromParts, daysBetween, type LocalDate, parseLocalDate } from '@quittance/core/calendar';

export type DatePart = 'day' | 'month' | 'year';

/** In what order a locale writes a date, and what stands between: day, month, year and "/" in en-GB. */
export interface DateOrder {
  readonly order: readonly DatePart[];
  readonly between: string;
}

const PARTS: readonly string[] = ['day', 'month', 'year'];
const SAMPLE = Date.UTC(2026, 10, 23, 12);

export function dateOrderOf(locale: string): DateOrder {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' } as const;
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(SAMPLE);
  const order = parts.map(({ type }) => type).filter((type): type is DatePart => PARTS.includes(type));
  return { order, between: parts.find(({ type }) => type === 'literal')?.value.trim() || '/' };
}

/** `writeDate('2026-11-27', …)` is "27/11/2026" in en-GB and "11/27/2026" in en-US. */
export function writeDate(date: LocalDate, { order, between }: DateOrder): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const parts: Readonly<Record<DatePart, string>> = { year, month, day };
  return order.map((part) => parts[part]).join(between);
}

/**
 * What was typed as a date; null when it is none. With today 2026-11-22 in en-GB: "27/11/26", "27.11.2026", "27112026", "2026-11-27",
 * "27/11", "2711", "27" and "+5" are all 27 November. Without a year or a month it is the nearest such day, before or after.
 */
export function readDate(typed: string, { order }: DateOrder, today: LocalDate): LocalDate | null {
  const text = typed.trim();
  const iso = parseLocalDate(text);
  if (iso !== null) return iso;
  const ahead = /^[+-]\d{1,3}$/.exec(text);
  if (ahead) return addDays(today, Number(text));
  const groups = groupsOf(text, order);
  return groups === null ? null : dateOf(groups, order, today);
}

/** The numbers of a date that was typed with signs between, or as 2, 4 or 8 digits without. */
function groupsOf(text: string, order: readonly DatePart[]): readonly number[] | null {
  if (/^\d{3,}$/.test(text)) {
    const widths = (text.length === 4 ? order.filter((part) => part !== 'year') : order).map((part) =>
      part === 'year' ? 4 : 2,
    );
    if (widths.reduce((sum, width) => sum + width, 0) !== text.length) return null;
    const startOf = (index: number): number => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return widths.map((width, index) => Number(text.slice(startOf(index), startOf(index) + width)));
  }
  const groups = text.split(/[\s./,-]+/).filter((group) => group !== '');
  return groups.length <= order.length && groups.every((group) => /^(\d{1,2}|\d{4})$/.test(group))
    ? groups.map(Number)
    : null;
}

function dateOf(groups: readonly number[], order: readonly DatePart[], today: LocalDate): LocalDate | null {
  const typed = groups.length === 1 ? ['day'] : groups.length === 2 ? order.filter((part) => part !== 'year') : order;
  const of = (part: DatePart): number | undefined => groups[typed.indexOf(part)];
  const [day = 0, month, year] = [of('day'), of('month'), of('year')];
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined && month !== undefined) return dateFromParts(year < 100 ? 2000 + year : year, month, day);
  const around = month === undefined ? monthsAround(today) : [-1, 0, 1].map((by) => [thisYear + by, month] as const);
  const days = around.flatMap(([inYear, inMonth]) => dateFromParts(inYear, inMonth, day) ?? []);
  const away = (one: LocalDate): number => Math.abs(daysBetween(today, one));
  return days.toSorted((left, right) => away(left) - away(right))[0] ?? null;
}

/** The month before, this one and the next, as year and month. */
function monthsAround(today: LocalDate): readonly (readonly [number, number])[] {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return [-1, 0, 1].map((by) => [Math.floor((months + by) / 12), ((months + by) % 12) + 1] as const);
}

/** "14:30" of "14:30", "14.30", "1430", "14" (14:00) or "2:30 pm"; null for what is no time. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})[:.h]?(\d{2})?\s*([ap])?\.?\s*(?:m\.?)?$/i.exec(typed.trim());
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (minutes > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
