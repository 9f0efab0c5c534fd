/** What a company lets pass when promises are judged. */
import { DAYS_AHEAD_MAX, TOLERANCE_BASIS_POINTS_MAX, TOLERANCE_DAYS_MAX } from '@quittance/core/promises';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, moneyInputSchema, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { type PolicyInForce, policyInForce } from './promise-policy.queries.ts';
import { setPromisePolicy } from './promise-policy.usecase.ts';

const TAG = 'promises';
const REASON_CHARS_MAX = 500;

const fields = {
  toleranceDays: z.number().int().min(0).max(TOLERANCE_DAYS_MAX),
  countsBusinessDays: z.boolean(),
  toleranceBasisPoints: z.number().int().min(0).max(TOLERANCE_BASIS_POINTS_MAX).describe('100 is one per cent'),
  daysAheadMax: z.number().int().min(1).max(DAYS_AHEAD_MAX).describe('How far ahead a promise alone may lie'),
};

const policySchema = z
  .object({
    number: z.number().int().describe('0: the usual one'),
    ...fields,
    toleranceMax: moneyJsonSchema,
    reason: z.string().nullable(),
    setAt: z.string().nullable(),
    setByName: z.string().nullable(),
  })
  .meta({ id: 'PromisePolicy' });

export function registerPromisePolicyRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/promise-policy',
    permission: 'customers.read',
    tag: TAG,
    summary: 'How many days and how much a promise may miss and still be kept',
    answer: policySchema,
    handler: ({ scope }) =>
      database.read(scope, async (tx) => policyJson(await policyInForce(tx), tx.company.functionalCurrency)),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/promise-policy',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Sets what is let pass for promises made from now on',
    body: z.object({
      ...fields,
      toleranceMax: moneyInputSchema,
      reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX),
    }),
    answer: z.object({ number: z.number().int() }),
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('promise_policy.set'), (tx) => setPromisePolicy(tx, body)),
  });
}

function policyJson(policy: PolicyInForce, currency: string): z.output<typeof policySchema> {
  const { toleranceMaxMinor, ...rest } = policy;
  return { ...rest, toleranceMax: moneyJson(toleranceMaxMinor, currency) };
}
