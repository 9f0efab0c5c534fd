/** What was applied on a customer's account. */
import { z } from 'zod';
import type { Database } from '../../platform/database/transaction.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../platform/http/index.ts';
import { recordsOfParty, theCustomer } from '../customers/index.ts';
import { listApplications } from './accounts.queries.ts';

const applicationSchema = z
  .object({
    entryId: z.string(),
    effectiveOn: z.string(),
    recordedAt: z.string(),
    amount: moneyJsonSchema,
    undone: moneyJsonSchema,
    creditItemId: z.string(),
    creditNumber: z.string(),
    creditKind: z.string(),
    debitItemId: z.string(),
    debitNumber: z.string(),
  })
  .meta({ id: 'Application' });

export function registerAccountRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/applications',
    permission: 'ledger.read',
    tag: 'customers',
    summary: 'What was applied on a customer’s account, the latest first',
    params: z.object({ id: z.uuid() }),
    query: pageQuerySchema,
    answer: pageSchema(applicationSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const before = at === undefined || id === undefined ? undefined : { at, id };
        await theCustomer(tx, params.id);
        const customerIds = await recordsOfParty(tx, params.id);
        const found = await listApplications(tx, { customerIds, before, limit: query.limit + 1 });
        const rows = found.map(({ amountMinor, undoneMinor, currency, ...application }) => ({
          ...application,
          amount: moneyJson(amountMinor, currency),
          undone: moneyJson(undoneMinor, currency),
        }));
        return pageOf(rows, query.limit, (row) => [row.recordedAt, row.entryId]);
      }),
  });
}
