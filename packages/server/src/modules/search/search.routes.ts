import { z } from 'zod';
import type { Database } from '../../platform/database/transaction.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { ASK_CHARS_MAX } from './ask.ts';
import { searchEverything } from './search.usecase.ts';

const answerSchema = z.object({
  customers: z.array(
    z.object({ id: z.string(), number: z.string(), name: z.string(), country: z.string().nullable() }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      kind: z.string(),
      customerId: z.string(),
      customerName: z.string(),
      amount: moneyJsonSchema,
      open: moneyJsonSchema,
      dueOn: z.string(),
      foundBy: z.enum(['number', 'number_end', 'amount']),
    }),
  ),
  receipts: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      payerName: z.string().nullable(),
      bookedOn: z.string().nullable(),
      amount: moneyJsonSchema,
      unapplied: moneyJsonSchema,
      reference: z.string().nullable(),
      foundBy: z.enum(['end_to_end', 'reference', 'payer']),
    }),
  ),
});

export function registerSearchRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/search',
    permission: 'ledger.read',
    tag: 'search',
    summary: 'Any customer, item, receipt or amount',
    description:
      'Numbers by their beginning and their end, amounts exactly in any notation, customers by any part of a word, receipts by reference and payer. Only what the caller may read.',
    query: z.object({ q: z.string().max(ASK_CHARS_MAX) }),
    answer: answerSchema,
    handler: async ({ scope, query, permissions }) => {
      const found = await searchEverything(database, scope, { typed: query.q, permissions });
      return {
        customers: found.customers.map(({ id, number, name, country }) => ({ id, number, name, country })),
        items: found.items.map(({ amountMinor, openMinor, currency, ...item }) => ({
          ...item,
          amount: moneyJson(amountMinor, currency),
          open: moneyJson(openMinor, currency),
        })),
        receipts: found.receipts.map(({ itemId, number, payerName, bookedOn, reference, foundIn, ...receipt }) => ({
          ...{ id: itemId, number, payerName, bookedOn, reference },
          amount: moneyJson(receipt.amountMinor, receipt.currency),
          unapplied: moneyJson(receipt.unappliedMinor, receipt.currency),
          foundBy: foundIn,
        })),
      };
    },
  });
}
