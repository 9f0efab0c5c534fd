import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { WaitingGroup } from './queue-summary.queries.ts';
import { type QueueSummary, queueSummary } from './queue-summary.usecase.ts';

const tallySchema = {
  count: z.number().int(),
  lateCount: z.number().int().describe('Of which the time to apply them is over'),
  askedCount: z.number().int().describe('Of which the customer was asked and has not answered'),
  open: z.array(moneyJsonSchema).describe('What is open of them, by currency'),
};
const reasonSchema = z.object({
  explanation: z.string().nullable().describe('Of what is proposed'),
  questionCode: z.string().nullable(),
  ...tallySchema,
});
const summarySchema = z
  .object({
    queues: z.array(
      z.object({
        queue: z.enum(['to_confirm', 'exceptions', 'unidentified', 'unapplied']),
        ...tallySchema,
        reasons: z.array(reasonSchema),
      }),
    ),
    unappliedByAge: z.array(
      z.object({
        fromDays: z.number().int(),
        toDays: z.number().int().nullable(),
        bookedFrom: z.string().nullable(),
        bookedTo: z.string(),
        ...tallySchema,
      }),
    ),
    today: z.object({
      byItself: z.number().int(),
      all: z.number().int().describe('Receipts settled today, and those first looked at today that wait'),
    }),
    toDecideCount: z
      .number()
      .int()
      .describe('Receipts that are being decided again by themselves: an item that they name was settled or opened'),
  })
  .meta({ id: 'ReceiptQueues' });

type Tally = Pick<z.output<typeof reasonSchema>, 'count' | 'lateCount' | 'askedCount' | 'open'>;

export function registerQueueSummaryRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/receipt-queues',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'What waits at the cash desk: counts, sums, lateness, reasons and ages, and what posted by itself today',
    answer: summarySchema,
    handler: ({ scope }) => database.read(scope, async (tx) => summaryJson(await queueSummary(tx))),
  });
}

function summaryJson({ groups, ages, today, toDecideCount }: QueueSummary): z.output<typeof summarySchema> {
  const queues = (['to_confirm', 'exceptions', 'unidentified', 'unapplied'] as const).map((queue) => {
    const own = groups.filter((group) => group.queue === queue);
    return { queue, ...tallyOf(own), reasons: reasonsOf(own) };
  });
  const unapplied = groups.filter((group) => group.queue === 'unapplied');
  const unappliedByAge = ages.map((age, index) => ({
    ...age,
    ...tallyOf(unapplied.filter((group) => group.age === index)),
  }));
  return { queues, unappliedByAge, today, toDecideCount };
}

/** The groups of a queue by what is explained and asked, the largest first. */
function reasonsOf(groups: readonly WaitingGroup[]): z.output<typeof reasonSchema>[] {
  const byReason = new Map<string, WaitingGroup[]>();
  for (const group of groups) {
    const key = `${group.explanation} ${group.questionCode}`;
    byReason.set(key, [...(byReason.get(key) ?? []), group]);
  }
  const reasons = [...byReason.values()].map((some) => {
    const { explanation = null, questionCode = null } = some[0] ?? {};
    return { explanation, questionCode, ...tallyOf(some) };
  });
  return reasons.sort((left, right) => right.count - left.count);
}

function tallyOf(groups: readonly WaitingGroup[]): Tally {
  const byCurrency = new Map<string, bigint>();
  for (const { currency, openMinor } of groups) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + openMinor);
  const total = (count: (group: WaitingGroup) => number): number =>
    groups.reduce((sum, group) => sum + count(group), 0);
  return {
    count: total((group) => group.count),
    lateCount: total((group) => group.lateCount),
    askedCount: total((group) => group.askedCount),
    open: [...byCurrency]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([currency, minor]) => moneyJson(minor, currency)),
  };
}
