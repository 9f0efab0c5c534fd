/** How a customer pays, read from its receipts. */
import type { PayPattern } from '@quittance/core/pay-rhythm';
import { z } from 'zod';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { type Behaviour, readBehaviour } from './behaviour.usecase.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { idParams } from './customers.schemas.ts';

const patternSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nth_weekday'), weekday: z.number(), nth: z.number().describe('-1: the last') }),
  z.object({ kind: z.literal('month_days'), days: z.array(z.number()).describe('31: the last day') }),
  z.object({ kind: z.literal('weekly'), weekday: z.number(), everyWeeks: z.number() }),
]);
const punctuality = {
  paid: moneyJsonSchema,
  daysLate: z.number().describe('Weighted by amount; below zero is early'),
  onTimePercent: z.number().describe('Of the amount'),
};

const behaviourSchema = z
  .object({
    since: z.string(),
    rhythm: z
      .object({
        pattern: patternSchema.nullable(),
        times: z.number(),
        ofTimes: z.number(),
        nextOn: z.string().nullable(),
      })
      .describe('What the days on which money came have in common; no pattern when most have nothing'),
    stated: z
      .object({ nextOn: z.string(), cutOffOn: z.string().nullable() })
      .nullable()
      .describe('The next pay run as the customer told it'),
    months: z
      .array(z.object({ month: z.string(), ...punctuality }))
      .describe('Months with payments, the earliest first'),
    all: z.object(punctuality).nullable(),
  })
  .meta({ id: 'CustomerBehaviour' });

export function registerBehaviourRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/behaviour',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'When a customer’s next money is likely, and how late it paid in the last twelve months',
    params: idParams,
    answer: behaviourSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) =>
        behaviourJson(await readBehaviour(tx, ledger, params.id), tx.company.functionalCurrency),
      ),
  });
}

function behaviourJson(behaviour: Behaviour, currency: string): z.output<typeof behaviourSchema> {
  const { since, rhythm, stated, months, all } = behaviour;
  return {
    since,
    rhythm: { ...rhythm, pattern: rhythm.pattern === null ? null : patternJson(rhythm.pattern) },
    stated,
    months: months.map(({ paidMinor, ...month }) => ({ ...month, paid: moneyJson(paidMinor, currency) })),
    all: all && {
      paid: moneyJson(all.paidMinor, currency),
      daysLate: all.daysLate,
      onTimePercent: all.onTimePercent,
    },
  };
}

function patternJson(pattern: PayPattern): z.output<typeof patternSchema> {
  return pattern.kind === 'month_days' ? { kind: pattern.kind, days: [...pattern.days] } : pattern;
}
