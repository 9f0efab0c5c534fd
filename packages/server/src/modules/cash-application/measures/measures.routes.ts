/** The measures of cash application, and the receipts that each of them counts. */
import { addDays, daysBetween, type LocalDate } from '@quittance/core/calendar';
import type { Week } from '@quittance/core/measures';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { receiptRowJson, receiptRowSchema } from '../cash-application.json.ts';
import { type ReceiptClock, receiptClock } from '../queues/due.ts';
import { measuresJson, measuresSchema } from './measures.json.ts';
import { MEASURED } from './measures.queries.ts';
import { measuresOf, type ReceiptOfFigure, receiptsOfFigure } from './measures.usecase.ts';

const TAG = 'measures of cash application';
const PERIOD_DAYS_USUAL = 28; // four whole weeks
const PERIOD_DAYS_MAX = 366; // a year; longer ones compare nothing that is still the same
const REASON_CHARS_MAX = 60;
const PAYER_CHARS_MAX = 500;

const periodFields = {
  from: localDateSchema.optional().describe('The first booking day; with to. Without both the last 28 days'),
  to: localDateSchema.optional().describe('The last booking day, itself included'),
};

interface AskedPeriod {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

function goTogether({ from, to }: AskedPeriod): boolean {
  if (from === undefined || to === undefined) return from === to;
  const days = daysBetween(from, to);
  return days >= 0 && days < PERIOD_DAYS_MAX;
}
const PERIOD_RULE = {
  message: `give both from and to, from not after to, at most ${PERIOD_DAYS_MAX} days`,
  path: ['to'],
};

const measuredReceiptSchema = receiptRowSchema
  .extend({
    isByItself: z.boolean().describe('It posted by itself, also when that was undone'),
    isCorrected: z.boolean().describe('What posted by itself was wrong, as people’s later acts tell it'),
    appliedAt: z
      .string()
      .nullable()
      .describe('When it was applied, by the first act that stands, cut to the minute; null while it waits'),
    minutesToApply: z.number().int().nullable().describe('Working minutes from the bank line’s posting to then'),
    clockMinutesToApply: z.number().int().nullable().describe('The same with nights and weekends'),
    linesCount: z
      .number()
      .int()
      .describe('Items that it was applied to, each once, as the auto rate by lines counts them'),
    autoLinesCount: z.number().int().describe('Of these by itself'),
  })
  .meta({ id: 'MeasuredReceipt' });

export function registerMeasureRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/cash/measures',
    permission: 'cash.read',
    tag: TAG,
    summary: 'Auto rate, precision, time to apply, exceptions by reason, payers without remittance, and the trend',
    query: z.object(periodFields).refine(goTogether, PERIOD_RULE),
    answer: measuresSchema,
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const period = periodOf(tx, query);
        return measuresJson(await measuresOf(tx, period), { period, company: tx.company });
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/cash/measures/receipts',
    permission: 'cash.read',
    tag: TAG,
    summary: 'The receipts that a figure counts, by booking day, the oldest first',
    query: pageQuerySchema
      .extend({
        ...periodFields,
        figure: z.enum(MEASURED),
        currency: z.string().length(3).optional(),
        reason: z.string().max(REASON_CHARS_MAX).optional().describe('What was asked first, by its code, or "none"'),
        payer: z.string().max(PAYER_CHARS_MAX).optional().describe('As the list of payers gives it'),
      })
      .refine(goTogether, PERIOD_RULE),
    answer: pageSchema(measuredReceiptSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const { figure, currency, reason, payer, limit } = query;
        const [bookedOn, itemId] = decodeCursor(query.cursor, 2) ?? [];
        const after = bookedOn === undefined || itemId === undefined ? undefined : { bookedOn, itemId };
        const filter = { figure, currency, reason, payer, after, limit: limit + 1 };
        const found = await receiptsOfFigure(tx, periodOf(tx, query), filter);
        const { dueOf } = await receiptClock(tx);
        const rows = found.map((one) => measuredJson(one, dueOf));
        return pageOf(rows, limit, (row) => [row.bookedOn, row.id]);
      }),
  });
}

function periodOf(tx: Tx, { from, to }: AskedPeriod): Week {
  return { from: from ?? addDays(tx.today, 1 - PERIOD_DAYS_USUAL), to: to ?? tx.today };
}

function measuredJson(one: ReceiptOfFigure, dueOf: ReceiptClock['dueOf']): z.output<typeof measuredReceiptSchema> {
  const { receipt, ...measured } = one;
  return { ...receiptRowJson(receipt, dueOf), ...measured };
}
