/** What customers took off: the list, and the reasons it can be coded with. */
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { settlementPolicy } from '../policies/policies.ts';
import {
  deductionJson,
  deductionReasonSchema,
  deductionReasonsJson,
  deductionSchema,
  reasonSchema,
  totalJson,
  totalSchema,
} from './deductions.json.ts';
import { deductionTotals, listDeductions } from './deductions.queries.ts';

export function registerDeductionRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/cash/deductions',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'What customers took off their payments, the latest first, with totals by reason of all that stands',
    query: pageQuerySchema.extend({
      state: z.enum(['open', 'posted', 'withdrawn']).optional(),
      reason: reasonSchema.optional(),
      receiptId: z.uuid().optional(),
      itemId: z.uuid().optional(),
      customerId: z.uuid().optional(),
      from: localDateSchema.optional().describe('First effective day'),
      until: localDateSchema.optional(),
      certificate: z.literal('expected').optional().describe('Only withholding tax whose certificate is to come'),
    }),
    answer: pageSchema(deductionSchema).extend({ totals: z.array(totalSchema) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const { cursor, customerId, certificate, limit, ...filter } = query;
        const [effectiveOn, id] = decodeCursor(cursor, 2) ?? [];
        const after = effectiveOn === undefined || id === undefined ? undefined : { effectiveOn, id };
        const customerIds = customerId === undefined ? undefined : await recordsOfParty(tx, customerId);
        const isCertificateExpected = certificate === undefined ? undefined : true;
        const asked = { ...filter, after, customerIds, isCertificateExpected, limit: limit + 1 };
        const found = await listDeductions(tx, asked);
        const page = pageOf(found.map(deductionJson), limit, (row) => [row.effectiveOn, row.id]);
        return { ...page, totals: (await deductionTotals(tx)).map(totalJson) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/cash/deduction-reasons',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'The reasons a deduction can be coded with, what becomes of each, and its caps',
    answer: z.object({ rows: z.array(deductionReasonSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: deductionReasonsJson(await settlementPolicy(tx), scope.company.functionalCurrency),
      })),
  });
}
