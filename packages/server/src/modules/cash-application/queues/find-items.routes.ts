import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { candidateJson, candidateSchema } from './candidate.json.ts';
import { findReferencesFor, searchItemsFor } from './find-items.usecase.ts';

const SEARCH_CHARS_MAX = 100;
const REFERENCES_MAX = 2_000; // lines of a long remittance, pasted at once
const REFERENCE_CHARS_MAX = 60;

const idSchema = z.object({ id: z.uuid() });

export function registerFindItemsRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/receipts/:id/items',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'Open items of any customer that a receipt may pay: by number, its end, a purchase order, or an amount',
    params: idSchema,
    query: z.object({
      search: z.string().trim().min(2).max(SEARCH_CHARS_MAX),
      currency: z
        .enum(['receipt', 'other'])
        .default('receipt')
        .describe('Items in the receipt’s currency, or in others'),
    }),
    answer: z.object({ rows: z.array(candidateSchema) }),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const found = await searchItemsFor(tx, params.id, {
          words: query.search,
          isInOther: query.currency === 'other',
        });
        return { rows: found.map((item) => candidateJson(item, tx.today)) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/references',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'The items behind a list of references that a customer wrote; changes nothing',
    params: idSchema,
    body: z.object({
      references: z.array(z.string().trim().min(1).max(REFERENCE_CHARS_MAX)).min(1).max(REFERENCES_MAX),
    }),
    answer: z.object({
      references: z.array(z.object({ reference: z.string(), itemIds: z.array(z.string()) })),
      items: z.array(candidateSchema).describe('Open and settled, in the receipt’s currency'),
    }),
    handler: ({ scope, params, body }) =>
      database.read(scope, async (tx) => {
        const { references, items } = await findReferencesFor(tx, params.id, body.references);
        return {
          references: references.map(({ reference, itemIds }) => ({ reference, itemIds: [...itemIds] })),
          items: items.map((item) => candidateJson(item, tx.today)),
        };
      }),
  });
}
