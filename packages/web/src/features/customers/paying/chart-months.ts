import { addMonths, localDate } from '@quittance/core/calendar';

const MONTHS = 12;

/** `monthsFrom('2025-12-01')` is 2025-12, 2026-01, … 2026-11. */
export function monthsFrom(since: string): string[] {
  const first = localDate(since);
  return Array.from({ length: MONTHS }, (_, index) => addMonths(first, index).slice(0, 7));
}
