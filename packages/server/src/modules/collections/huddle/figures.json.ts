import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { FigureTotal } from './figures.queries.ts';

export const totalsSchema = z.object({ count: z.number(), totals: z.array(moneyJsonSchema).describe('By currency') });

export function totalsJson(totals: readonly FigureTotal[]): z.output<typeof totalsSchema> {
  return {
    count: totals.reduce((sum, { count }) => sum + count, 0),
    totals: totals.flatMap(({ currency, amountMinor }) =>
      currency === null || amountMinor === null ? [] : [moneyJson(amountMinor, currency)],
    ),
  };
}
