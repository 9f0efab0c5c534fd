/** Customers with what they owe, and what happened on their accounts. */
import { z } from 'zod';
import type { Database } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../platform/http/index.ts';
import { type Customer, findCustomer, listCustomers } from '../customers/index.ts';
import { accountEvents, type Balance, customerBalances } from './accounts.queries.ts';

const balanceSchema = z.object({
  receivable: moneyJsonSchema.describe('Invoices less credit notes'),
  overdue: moneyJsonSchema,
  unapplied: moneyJsonSchema.describe('Receipts and on-account credits, negative'),
  total: moneyJsonSchema,
});

const customerSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    kind: z.enum(['regular', 'unidentified']),
    parentId: z.string().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    taxId: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    terms: z.string().nullable(),
    balances: z.array(balanceSchema).describe('One for each currency in which something is open'),
  })
  .meta({ id: 'Customer' });

const eventSchema = z.object({
  entryId: z.string(),
  kind: z.string(),
  effectiveOn: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  amount: moneyJsonSchema,
  undone: moneyJsonSchema,
  reason: z.string().nullable(),
  reversesEntryId: z.string().nullable(),
  items: z.array(z.object({ id: z.string(), number: z.string(), kind: z.string() })),
});

export function registerAccountRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Customers by number, with what is open',
    query: pageQuerySchema.extend({
      search: z.string().max(100).optional().describe('Start of the number or the name'),
    }),
    answer: pageSchema(customerSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [after] = decodeCursor(query.cursor, 1) ?? [];
        const customers = await listCustomers(tx, { after, limit: query.limit + 1, search: query.search });
        const balances = await customerBalances(
          tx,
          customers.map((customer) => customer.id),
        );
        return pageOf(
          customers.map((customer) => customerJson(customer, balances)),
          query.limit,
          (customer) => [customer.number],
        );
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'A customer',
    params: z.object({ id: z.uuid() }),
    answer: customerSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const customer = await findCustomer(tx, params.id);
        if (!customer) throw notFound('customer', params.id);
        return customerJson(customer, await customerBalances(tx, [params.id]));
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/timeline',
    permission: 'ledger.read',
    tag: 'customers',
    summary: 'What happened on a customer’s account, the latest first',
    params: z.object({ id: z.uuid() }),
    query: pageQuerySchema,
    answer: pageSchema(eventSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const [recordedAt, entryId] = decodeCursor(query.cursor, 2) ?? [];
        const before = recordedAt === undefined || entryId === undefined ? undefined : { recordedAt, entryId };
        const events = await accountEvents(tx, { customerId: params.id, before, limit: query.limit + 1 });
        const rows = events.map(({ amountMinor, undoneMinor, currency, items, ...event }) => ({
          ...event,
          amount: moneyJson(amountMinor, currency),
          undone: moneyJson(undoneMinor, currency),
          items: [...items],
        }));
        return pageOf(rows, query.limit, (row) => [row.recordedAt, row.entryId]);
      }),
  });
}

function customerJson(customer: Customer, balances: readonly Balance[]): z.output<typeof customerSchema> {
  const { id, number, name, kind, parentId, country, language, taxId, email, phone, terms } = customer;
  const own = balances.filter((balance) => balance.customerId === id);
  return {
    ...{ id, number, name, kind, parentId, country, language, taxId, email, phone, terms },
    balances: own.map(({ currency, receivableMinor, overdueMinor, unappliedMinor }) => ({
      receivable: moneyJson(receivableMinor, currency),
      overdue: moneyJson(overdueMinor, currency),
      unapplied: moneyJson(unappliedMinor, currency),
      total: moneyJson(receivableMinor + unappliedMinor, currency),
    })),
  };
}
