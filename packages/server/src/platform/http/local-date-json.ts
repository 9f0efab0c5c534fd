import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { z } from 'zod';

/** A calendar date in a request: "2026-11-22". */
export const localDateSchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== null, { message: 'must be a calendar date such as 2026-11-22' })
  .transform((text) => text as LocalDate);
