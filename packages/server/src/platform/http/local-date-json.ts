import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { z } from 'zod';

const DATE_CHARS = 10;
/** Beyond these years stands nothing but a slip of the finger, and day sums that leave the calendar. */
const [YEAR_MIN, YEAR_MAX] = [1900, 2199];

/** A calendar date in a request: "2026-11-22". */
export const localDateSchema = z
  .string()
  .max(DATE_CHARS)
  .meta({ format: 'date' })
  .refine((text) => parseLocalDate(text) !== null, { message: 'must be a calendar date such as 2026-11-22' })
  .refine((text) => isInRange(Number(text.slice(0, 4))), {
    message: `must lie in the years ${YEAR_MIN} to ${YEAR_MAX}`,
  })
  .transform((text) => text as LocalDate);

function isInRange(year: number): boolean {
  return !(year < YEAR_MIN || year > YEAR_MAX);
}
