import { z } from 'zod';
import type { Database } from '../../platform/database/transaction.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { ASK_CHARS_MAX } from './ask.ts';
import { searchEverything } from './search.usecase.ts';
import { WRITTEN_KINDS } from './written.queries.ts';
import { searchWritten } from './written.usecase.ts';

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

const writtenSchema = z
  .object({
    kind: z.enum(WRITTEN_KINDS),
    id: z.string(),
    what: z.string().describe('note, call, meeting, task, promise, mail …'),
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    at: z.string(),
    byName: z.string(),
    conversationId: z.string().nullable().describe('Of a mail'),
    excerpt: z
      .array(z.object({ text: z.string(), isFound: z.boolean() }))
      .describe('The piece of the text in which it was found'),
  })
  .meta({ id: 'Written' });

const WRITTEN_ROWS_MAX = 200; // whoever needs more types more
const WRITTEN_ROWS_USUAL = 50;

export function registerSearchRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/written',
    permission: 'customers.read',
    tag: 'search',
    summary: 'What was written: notes, calls, minutes, tasks, promises and mails, by their words, the latest first',
    description:
      'Every word typed must begin a word; accents, capitals and signs do not matter. Only what the caller may read where it stands.',
    query: z.object({
      q: z.string().max(ASK_CHARS_MAX),
      customer: z.uuid().optional().describe('Only of this customer'),
      limit: z.coerce.number().int().min(1).max(WRITTEN_ROWS_MAX).default(WRITTEN_ROWS_USUAL),
    }),
    answer: z.object({ rows: z.array(writtenSchema), isMore: z.boolean() }),
    handler: async ({ scope, query, permissions }) => {
      const { q: typed, customer: customerId, limit } = query;
      const found = await database.read(scope, (tx) =>
        searchWritten(tx, { typed, customerId, permissions, limit: limit + 1 }),
      );
      const rows = found.slice(0, limit).map(({ excerpt, ...one }) => ({ ...one, excerpt: [...excerpt] }));
      return { rows, isMore: found.length > limit };
    },
  });

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
