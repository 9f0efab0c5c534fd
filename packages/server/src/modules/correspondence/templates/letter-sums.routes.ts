/** What the items ticked for a letter add up to, however many pages of a list they stand on. */
import { z } from 'zod';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { letterSums } from './letter-sums.usecase.ts';
import { ITEMS_MAX } from './letters.schemas.ts';

const sumSchema = z
  .object({
    open: moneyJsonSchema,
    credit: moneyJsonSchema.describe('Covered by money and credits that wait to be applied'),
    resting: moneyJsonSchema.describe('Promised, or disputed in part'),
    asked: moneyJsonSchema.describe('What the letter asks for'),
  })
  .meta({ id: 'LetterSum' });

export function registerLetterSumsRoutes(app: HttpApp, { database, asking }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'POST',
    path: '/letters/sums',
    permission: 'correspondence.write',
    tag: 'correspondence',
    summary: 'What a letter about these items asks for, by currency',
    body: z.object({ customerId: z.uuid(), itemIds: z.array(z.uuid()).max(ITEMS_MAX) }),
    answer: z.object({ rows: z.array(sumSchema) }),
    handler: async ({ scope, body }) => {
      const sums = await database.read(scope, (tx) => letterSums(tx, { ...body, takeOff: asking?.takeOff }));
      return {
        rows: sums.map(({ currency, openMinor, creditMinor, restingMinor, askedMinor }) => ({
          open: moneyJson(openMinor, currency),
          credit: moneyJson(creditMinor, currency),
          resting: moneyJson(restingMinor, currency),
          asked: moneyJson(askedMinor, currency),
        })),
      };
    },
  });
}
