/** How customers are collected from, in versions: proposed by one, switched on by who may. */
import { type Strategy, USUAL_STRATEGY } from '@quittance/core/strategies';
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, moneyJson } from '../../../platform/http/index.ts';
import { exampleJson, examplesSchema } from './examples.json.ts';
import { scoringExamples } from './examples.usecase.ts';
import { strategiesSchema, strategySchema } from './strategies.schemas.ts';
import { loadStrategies, proposeStrategies, switchStrategies } from './strategies.usecase.ts';

const TAG = 'strategies';
const REASON_CHARS_MAX = 1_000;

const numberSchema = z.number().int().min(0);
const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
const answerSchema = z.object({
  inForce: numberSchema.describe('0 while none holds: nothing is sent'),
  usual: strategySchema.describe('What a company may start from'),
  versions: z.array(
    z.object({
      number: numberSchema,
      strategies: strategiesSchema,
      reason: z.string(),
      proposedAt: z.string(),
      proposedByName: z.string(),
    }),
  ),
  switches: z
    .array(
      z.object({
        position: z.number().int(),
        number: numberSchema,
        reason: z.string(),
        switchedAt: z.string(),
        switchedByName: z.string(),
      }),
    )
    .describe('The latest, which holds, first'),
});

export function registerStrategyRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/strategies',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Whom to write to when: the versions, and which holds since when',
    answer: answerSchema,
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const { inForce, versions, switches } = await loadStrategies(tx);
        return {
          inForce,
          usual: strategyJson(USUAL_STRATEGY),
          versions: versions.map(({ number, strategies, reason, proposedAt, proposedByName }) => ({
            ...{ number, reason, proposedAt, proposedByName },
            strategies: strategies.map(strategyJson),
          })),
          switches: switches.map(({ position, number, reason, switchedAt, switchedByName }) => ({
            ...{ position, number, reason, switchedAt, switchedByName },
          })),
        };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/strategies/examples',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Some customers of the day’s list with what scoring rules look at',
    answer: examplesSchema,
    handler: async ({ scope }) => {
      const { usualOverdueMinor, customers } = await database.read(scope, scoringExamples);
      const currency = scope.company.functionalCurrency;
      return {
        usualOverdue: moneyJson(usualOverdueMinor, currency),
        customers: customers.map((customer) => exampleJson(customer, currency)),
      };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/strategies',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Proposes a version; nothing is sent by it before it is switched on',
    body: z.object({ strategies: strategiesSchema, reason: reasonSchema }),
    answer: z.object({ number: numberSchema }),
    handler: ({ scope, body, command }) =>
      proposeStrategies(database, scope, { ...body, command: command('strategies.propose') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/strategies/in-force',
    permission: 'policies.manage',
    tag: TAG,
    summary: 'Switches a version on, or goes back to an earlier one; 0 stops',
    body: z.object({ number: numberSchema, reason: reasonSchema }),
    answer: z.object({ number: numberSchema }),
    handler: ({ scope, body: { number, reason }, command }) =>
      switchStrategies(database, scope, { number, reason, command: command('strategies.switch') }),
  });
}

function strategyJson({ customers, ladder, scoring, ...rest }: Strategy): z.output<typeof strategySchema> {
  const { channels, segments, tiers, countries, tags } = customers;
  return {
    ...rest,
    customers: {
      channels: [...channels],
      segments: [...segments],
      tiers: [...tiers],
      countries: [...countries],
      tags: [...tags],
    },
    ladder: ladder.map((step) => ({ ...step })),
    scoring: { ...scoring, tierPoints: { ...scoring.tierPoints } },
  };
}
