import { dateFromParts, daysInMonth, type LocalDate } from '../calendar/index.ts';

export interface BankDay {
  readonly date: LocalDate;
  /** The bank wrote a day the month does not have: it is read as the month's last. */
  readonly isMoved: boolean;
}

/**
 * A day as banks write it: those that count 30 days to a month write 30 February, and mean its last day. 2026-02-30 is
 * 2026-02-28, moved; a 13th month or a day 0 or 32 is null.
 */
export function bankDay(year: number, month: number, day: number): BankDay | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const last = daysInMonth(year, month);
  const date = dateFromParts(year, month, Math.min(day, last));
  return date === null ? null : { date, isMoved: day > last };
}
