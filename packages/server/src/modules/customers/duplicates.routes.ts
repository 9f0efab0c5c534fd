/** Duplicates: listed with evidence, said to be two, merged, undone. */
import type { DuplicatePair } from '@quittance/core/parties';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { type CustomerView, viewCustomers } from './customer-view.usecase.ts';
import { findCustomers } from './customers.queries.ts';
import type { CustomersOptions } from './customers.routes.ts';
import {
  customerJson,
  customerSchema,
  idAnswer,
  idParams,
  REASON_CHARS_MAX,
  reasonSchema,
} from './customers.schemas.ts';
import { listDuplicates, mergeCustomers, sayDistinct, unmergeCustomers } from './duplicates.usecase.ts';
import { listMerges } from './family.queries.ts';

const evidenceSchema = z.object({
  kind: z.enum(['tax_number', 'account', 'name', 'country', 'email_domain', 'email']),
  value: z.string(),
});

const pairSchema = z.object({
  first: customerSchema,
  second: customerSchema,
  confidence: z.number().int().describe('1 to 100'),
  evidence: z.array(evidenceSchema),
});

export const mergeSchema = z.object({
  id: z.string(),
  duplicateId: z.string(),
  duplicateNumber: z.string(),
  duplicateName: z.string(),
  survivorId: z.string(),
  survivorNumber: z.string(),
  survivorName: z.string(),
  reason: z.string().nullable(),
  mergedByName: z.string(),
  mergedAt: z.string(),
  undoneByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoReason: z.string().nullable(),
});

const maybeReason = z.string().trim().max(REASON_CHARS_MAX).nullable().default(null);

export function registerDuplicateRoutes(app: HttpApp, options: CustomersOptions): void {
  registerFindingRoutes(app, options);
  registerMergeRoutes(app, options);
}

function registerFindingRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/duplicates',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Customers that may be one party twice, the surest first, with what speaks for it',
    answer: z.object({
      rows: z.array(pairSchema),
      count: z.number().int().describe('Of all; the rows are the surest'),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const { pairs, count } = await listDuplicates(tx);
        const ids = [...new Set(pairs.flatMap((pair) => [pair.firstId, pair.secondId]))];
        const views = await viewCustomers(tx, ledger, await findCustomers(tx, ids));
        const byId = new Map(views.map((view) => [view.id, view]));
        return { rows: pairs.map((pair) => pairJson(pair, byId)), count };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/duplicates/distinct',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Says that two customers are two parties; they are not listed again',
    body: z.object({ firstId: z.uuid(), secondId: z.uuid(), reason: maybeReason }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.distinct'), (tx) => sayDistinct(tx, call.body));
    },
  });
}

function registerMergeRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/merges',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Merges of customers, undone ones too, the latest first',
    answer: z.object({ rows: z.array(mergeSchema) }),
    handler: ({ scope }) => database.read(scope, async (tx) => ({ rows: await listMerges(tx, {}) })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/merges',
    permission: 'customers.approve',
    tag: 'customers',
    summary: 'Merges a duplicate into the customer it is; no item moves, and it can be undone',
    body: z.object({ duplicateId: z.uuid(), survivorId: z.uuid(), reason: maybeReason }),
    answer: idAnswer,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.merge'), async (tx) => ({
        id: await mergeCustomers(tx, call.body),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/merges/:id/undo',
    permission: 'customers.approve',
    tag: 'customers',
    summary: 'Undoes a merge: both customers are as if it had not been',
    params: idParams,
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.unmerge'), (tx) =>
        unmergeCustomers(tx, call.params.id, call.body.reason),
      );
    },
  });
}

function pairJson(pair: DuplicatePair, views: ReadonlyMap<string, CustomerView>): z.output<typeof pairSchema> {
  const of = (id: string) => {
    const view = views.get(id);
    if (!view) throw new Error(`customer ${id} was compared and is not there`);
    return customerJson(view);
  };
  const { firstId, secondId, confidence, evidence } = pair;
  return { first: of(firstId), second: of(secondId), confidence, evidence: [...evidence] };
}
