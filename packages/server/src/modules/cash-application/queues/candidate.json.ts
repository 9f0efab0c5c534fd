/** An item that a receipt may be applied to, as the API prints it. */
import { daysBetween, type LocalDate } from '@quittance/core/calendar';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { Candidate } from './receipt-detail.queries.ts';

export const candidateSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    issuedOn: z.string(),
    dueOn: z.string(),
    daysLate: z.number().int(),
    amount: moneyJsonSchema,
    open: moneyJsonSchema,
  })
  .meta({ id: 'ReceiptCandidate' });

export function candidateJson(candidate: Candidate, today: LocalDate): z.output<typeof candidateSchema> {
  const { currency, amountMinor, openMinor, ...item } = candidate;
  return {
    ...item,
    daysLate: daysBetween(item.dueOn, today),
    amount: moneyJson(amountMinor, currency),
    open: moneyJson(openMinor, currency),
  };
}
