/** The books as a whole: periods, exchange rates, journals, verify. */
import { addDays, endOfMonth, type LocalDate, localDate } from '@quittance/core/calendar';
import { isCurrencyCode } from '@quittance/core/money';
import { z } from 'zod';
import { runClosingCommand, runCommand } from '../../platform/command/index.ts';
import type { Company, Database, Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { findBook, loadRates, saveRate } from './book.queries.ts';
import { listExports } from './journals.queries.ts';
import { exportJournal, type Journal, reprintJournal } from './journals.usecase.ts';
import { localDateSchema } from './ledger.schemas.ts';
import { type ClosedPeriod, listClosedPeriods } from './periods.queries.ts';
import {
  type ClosingCheck,
  closePeriod,
  closingObstacles,
  type Obstacle,
  revalue,
  startClosing,
} from './periods.usecase.ts';
import { type VerifyCheck, verify } from './verify.usecase.ts';

export interface BooksOptions {
  readonly database: Database;
  readonly closingChecks: readonly ClosingCheck[];
  readonly verifyChecks: readonly VerifyCheck[];
}

const MONTHS_SHOWN = 24;
const MONTHS_MAX = 600; // fifty years by month
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10');
const RATE_PATTERN = /^\d{1,9}(\.\d{1,10})?$/;

const blockerSchema = z.object({
  code: z.string(),
  message: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
});

const periodSchema = z.object({
  month: z.string(),
  status: z.enum(['open', 'closing', 'closed']),
  closedAt: z.string().nullable(),
  blockers: z.array(blockerSchema).describe('What stands in the way of closing the next period'),
});

const monthParamsSchema = z.object({ month: monthSchema });

const closedPeriodSchema = z
  .object({
    month: z.string(),
    endsOn: z.string(),
    controlTotals: z
      .array(z.object({ account: z.string(), amount: moneyJsonSchema, functional: moneyJsonSchema }))
      .describe('Every account by currency, of all postings that take effect by then'),
  })
  .meta({ id: 'ClosedPeriod' });

const journalLineSchema = z.object({
  date: z.string(),
  account: z.string(),
  glCode: z.string(),
  name: z.string(),
  currency: z.string(),
  debit: moneyJsonSchema,
  credit: moneyJsonSchema,
  functional: moneyJsonSchema.describe('Debits less credits in functional currency; a journal’s lines sum to zero'),
});
const journalSchema = z.object({
  number: z.string(),
  throughRecordedAt: z.string(),
  lines: z.array(journalLineSchema),
});

export function registerBooksRoutes(app: HttpApp, options: BooksOptions): void {
  registerPeriodRoutes(app, options);
  registerJournalRoutes(app, options.database);
  registerRateRoutes(app, options.database);

  app.companyRoute({
    method: 'GET',
    path: '/verify',
    permission: 'verify.run',
    tag: 'books',
    summary: 'Recomputes every invariant of the ledger',
    answer: z.array(
      z.object({ invariant: z.string(), ok: z.boolean(), checked: z.number().int(), failures: z.array(z.string()) }),
    ),
    handler: ({ scope }) =>
      options.database.read(scope, async (tx) =>
        (await verify(tx, options.verifyChecks)).map((one) => ({ ...one, failures: [...one.failures] })),
      ),
  });
}

function registerPeriodRoutes(app: HttpApp, { database, closingChecks }: BooksOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/periods',
    permission: 'ledger.read',
    tag: 'books',
    summary: 'Periods, the latest first, and what stands in the way of the next close',
    answer: z.object({ rows: z.array(periodSchema) }),
    handler: ({ scope }) => database.read(scope, (tx) => periodRows(tx, closingChecks)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/periods/:month/closing',
    permission: 'ledger.close_period',
    tag: 'books',
    summary: 'Lets only managers post up to the month’s end',
    params: monthParamsSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runClosingCommand(database, call.scope, call.command('period.closing'), async (tx) => {
        await startClosing(tx, monthEnd(call.params.month));
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/periods/:month/close',
    permission: 'ledger.close_period',
    tag: 'books',
    summary: 'Closes a month for good, and gives its control totals',
    params: monthParamsSchema,
    answer: closedPeriodSchema,
    handler: async (call) => {
      const endsOn = monthEnd(call.params.month);
      const totals = await runClosingCommand(database, call.scope, call.command('period.close'), (tx) =>
        closePeriod(tx, endsOn, closingChecks),
      );
      return closedPeriodJson({ endsOn, controlTotals: totals }, call.scope.company);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/periods/:month/control-totals',
    permission: 'ledger.read',
    tag: 'books',
    summary: 'The control totals of a closed month, as they were when it was closed',
    params: monthParamsSchema,
    answer: closedPeriodSchema,
    handler: async ({ scope, params }) => {
      const closed = await database.read(scope, listClosedPeriods);
      const period = closed.find(({ endsOn }) => endsOn === monthEnd(params.month));
      if (period === undefined) throw notFound('closed period', params.month);
      return closedPeriodJson(period, scope.company);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/periods/:month/revaluation',
    permission: 'ledger.close_period',
    tag: 'books',
    summary: 'Revalues what is open in foreign currencies at the month’s end, and takes it back the next day',
    params: monthParamsSchema,
    answer: z.object({ entryIds: z.array(z.string()) }),
    handler: (call) => {
      return runCommand(database, call.scope, call.command('period.revalue'), async (tx) => ({
        entryIds: await revalue(tx, monthEnd(call.params.month)),
      }));
    },
  });
}

function monthEnd(month: string): LocalDate {
  return endOfMonth(localDate(`${month}-01`));
}

function closedPeriodJson(
  { endsOn, controlTotals }: Pick<ClosedPeriod, 'endsOn' | 'controlTotals'>,
  { functionalCurrency }: Company,
): z.output<typeof closedPeriodSchema> {
  return {
    month: endsOn.slice(0, 7),
    endsOn,
    controlTotals: controlTotals.map(({ account, currency, amountMinor, functionalMinor }) => ({
      account,
      amount: moneyJson(BigInt(amountMinor), currency),
      functional: moneyJson(BigInt(functionalMinor), functionalCurrency),
    })),
  };
}

function blockerJson({ code, message, parameters }: Obstacle): z.output<typeof blockerSchema> {
  const sent = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'object' ? [...value] : value,
  ]);
  return { code, message, parameters: Object.fromEntries(sent) };
}

async function periodRows(tx: Tx, checks: readonly ClosingCheck[]): Promise<{ rows: z.output<typeof periodSchema>[] }> {
  const book = await findBook(tx);
  const closed = new Map((await listClosedPeriods(tx)).map((period) => [period.endsOn, period.closedAt]));
  const next = book.closedThrough === null ? null : endOfMonth(addDays(book.closedThrough, 1));
  const blockers = next === null || next >= tx.today ? [] : await closingObstacles(tx, next, checks);
  const rows: z.output<typeof periodSchema>[] = [];
  let endsOn: LocalDate = endOfMonth(tx.today);
  // Back to the next month that can be closed, however far that is, and to two years in any case.
  for (let count = 0; count < MONTHS_SHOWN || (next !== null && endsOn >= next && count < MONTHS_MAX); count++) {
    const isClosed = book.closedThrough !== null && endsOn <= book.closedThrough;
    const isClosing = book.closingThrough !== null && endsOn <= book.closingThrough;
    rows.push({
      month: endsOn.slice(0, 7),
      status: isClosed ? 'closed' : isClosing ? 'closing' : 'open',
      closedAt: closed.get(endsOn) ?? null,
      blockers: endsOn === next ? blockers.map(blockerJson) : [],
    });
    endsOn = addDays(localDate(`${endsOn.slice(0, 7)}-01`), -1);
  }
  return { rows };
}

function registerJournalRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/journals',
    permission: 'ledger.read',
    tag: 'books',
    summary: 'Journals handed to the general ledger, the latest first',
    answer: z.object({
      rows: z.array(
        z.object({ number: z.string(), exportedAt: z.string(), postings: z.number().int(), total: moneyJsonSchema }),
      ),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: (await listExports(tx)).map((one) => ({
          number: one.number.toString(),
          exportedAt: one.exportedAt,
          postings: Number(one.postingCount),
          total: moneyJson(one.debitFunctionalMinor, scope.company.functionalCurrency),
        })),
      })),
  });

  app.companyRoute({
    method: 'GET',
    path: '/journals/:number',
    permission: 'ledger.read',
    tag: 'books',
    summary: 'A journal as it was handed out',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    answer: journalSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) =>
        journalJson(await reprintJournal(tx, BigInt(params.number)), scope.company.functionalCurrency),
      ),
  });

  app.companyRoute({
    method: 'POST',
    path: '/journals',
    permission: 'journals.export',
    tag: 'books',
    summary: 'Hands out what was recorded since the last journal; null when there is nothing new',
    answer: z.object({ journal: journalSchema.nullable() }),
    handler: (call) =>
      runClosingCommand(database, call.scope, call.command('journal.export'), async (tx) => {
        const journal = await exportJournal(tx);
        return { journal: journal && journalJson(journal, call.scope.company.functionalCurrency) };
      }),
  });
}

function journalJson(journal: Journal, functionalCurrency: string): z.output<typeof journalSchema> {
  return {
    number: journal.number.toString(),
    throughRecordedAt: journal.throughRecordedAt,
    lines: journal.lines.map((line) => ({
      date: line.effectiveOn,
      account: line.account,
      glCode: line.glCode,
      name: line.name,
      currency: line.currency,
      debit: moneyJson(line.debitMinor, line.currency),
      credit: moneyJson(line.creditMinor, line.currency),
      functional: moneyJson(line.functionalMinor, functionalCurrency),
    })),
  };
}

function registerRateRoutes(app: HttpApp, database: Database): void {
  const rateSchema = z.object({ currency: z.string(), quotedOn: z.string(), rate: z.string() });
  app.companyRoute({
    method: 'GET',
    path: '/exchange-rates',
    permission: 'ledger.read',
    tag: 'books',
    summary: 'Exchange rates: units of functional currency for one unit of the other',
    answer: z.object({ rows: z.array(rateSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({ rows: [...(await loadRates(tx)).values()].flat().reverse() })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/exchange-rates',
    permission: 'rates.manage',
    tag: 'books',
    summary: 'Enters or replaces the rate of a day; what was posted stays as it was',
    body: z.object({
      currency: z.string().refine(isCurrencyCode, 'is no currency code of ISO 4217'),
      quotedOn: localDateSchema,
      rate: z
        .string()
        .regex(RATE_PATTERN, 'must be a decimal such as 0.9134')
        .refine((text) => /[1-9]/.test(text), 'must be above zero'),
    }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('exchange_rate.save'), async (tx) => {
        await saveRate(tx, call.body);
        tx.audit({
          action: 'exchange_rate.save',
          subjectKind: 'exchange_rate',
          subjectId: call.body.currency,
          after: call.body,
        });
        return null;
      });
    },
  });
}
