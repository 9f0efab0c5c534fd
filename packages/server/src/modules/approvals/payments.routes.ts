/** Approved refunds on their way to the bank. */
import { type PaymentList, pain001, paymentListCsv } from '@quittance/core/payments';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../platform/http/index.ts';
import { paymentJson, paymentSchema, reasonSchema, wordsSchema } from './approvals.schemas.ts';
import {
  type DebitLinePage,
  debitLinesFor,
  findPayment,
  listPayments,
  ownAccounts,
  PAYMENT_STATES,
  type RefundPayment,
} from './payments.queries.ts';
import { handOver, markFailed, markPaid, payAgain } from './payments.usecase.ts';

const TAG = 'refund payments';
const PAYMENTS_MAX = 1_000; // in one list for the bank
const ACCOUNT_CHARS_MAX = 64;
const idParams = z.object({ id: z.uuid() });

const debitLineSchema = z.object({
  id: z.string(),
  bookedOn: z.string(),
  amount: moneyJsonSchema,
  payerName: z.string().nullable(),
  text: z.string(),
  saysReference: z.boolean(),
});

function debitLineAfter(cursor: string | undefined): DebitLinePage['after'] {
  const [says, bookedOn, id] = decodeCursor(cursor, 3) ?? [];
  if (bookedOn === undefined || id === undefined) return undefined;
  return { saysReference: says === 'true', bookedOn, id };
}

export function registerPaymentRoutes(app: HttpApp, { database }: { database: Database }): void {
  registerReading(app, database);
  registerLists(app, database);
  registerOutcomes(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/refund-payments',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'Approved refunds on their way to the bank, the latest first',
    query: pageQuerySchema.extend({ state: z.enum(PAYMENT_STATES).optional() }),
    answer: pageSchema(paymentSchema).extend({ ownAccounts: z.array(z.string()) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [before] = decodeCursor(query.cursor, 1) ?? [];
        const states = query.state === undefined ? undefined : [query.state];
        const found = await listPayments(tx, { states, before, limit: query.limit + 1 });
        const page = pageOf(found.map(paymentJson), query.limit, (payment) => [payment.id]);
        return { ...page, ownAccounts: await ownAccounts(tx) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/refund-payments/:id/debit-lines',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'The bank’s debit lines that may be this payment, the surest first, then the latest',
    params: idParams,
    query: pageQuerySchema,
    answer: pageSchema(debitLineSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const payment = await findPayment(tx, params.id);
        if (!payment) throw notFound('payment', params.id);
        const after = debitLineAfter(query.cursor);
        const lines = await debitLinesFor(tx, payment, { after, limit: query.limit + 1 });
        const rows = lines.map(({ amountMinor, currency, ...line }) => ({
          ...line,
          amount: moneyJson(amountMinor, currency),
        }));
        return pageOf(rows, query.limit, (line) => [String(line.saysReference), line.bookedOn, line.id]);
      }),
  });
}

function registerLists(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/refund-payments/lists',
    permission: 'refunds.pay',
    tag: TAG,
    summary: 'Puts payments that are due into one list for the bank; they count as handed over',
    body: z.object({ ids: z.array(z.uuid()).min(1).max(PAYMENTS_MAX) }),
    answer: z.object({ listId: z.string() }),
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('refund.hand_over'), async (tx) => ({
        listId: await handOver(tx, [...new Set(call.body.ids)]),
      })),
  });

  app.companyRoute({
    method: 'GET',
    path: '/refund-payments/lists/:id/file',
    permission: 'refunds.pay',
    tag: TAG,
    summary: 'A list for the bank, as ISO 20022 pain.001.001.09 or as a table',
    params: idParams,
    query: z.object({
      format: z.enum(['pain001', 'csv']).default('csv'),
      account: z
        .string()
        .max(ACCOUNT_CHARS_MAX)
        .optional()
        .describe('Ours, from which it is paid; needed for pain.001'),
      payOn: localDateSchema.optional().describe('Today when absent'),
    }),
    answer: 'file',
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const payments = await listPayments(tx, { listId: params.id, limit: PAYMENTS_MAX });
        if (payments.length === 0) throw notFound('payment list', params.id);
        const list = listOf(tx, scope, { id: params.id, payments, account: query.account, payOn: query.payOn });
        const name = `refunds ${tx.today} ${params.id.slice(-6)}`;
        if (query.format === 'csv') {
          return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: `\uFEFF${paymentListCsv(list)}` };
        }
        if (query.account === undefined || !(await ownAccounts(tx)).includes(query.account)) {
          throw new AppError('own_account_missing', 'Say from which of the company’s own accounts the bank shall pay.');
        }
        return { name: `${name}.xml`, type: 'application/xml', content: pain001(list) };
      }),
  });
}

function listOf(
  tx: Tx,
  { company }: Scope,
  given: {
    id: string;
    payments: readonly RefundPayment[];
    account: string | undefined;
    payOn: PaymentList['payOn'] | undefined;
  },
): PaymentList {
  return {
    id: given.id.replaceAll('-', ''),
    madeAt: tx.recordedAt,
    payOn: given.payOn ?? tx.today,
    payer: { name: company.name, account: given.account ?? '' },
    payments: given.payments.map((payment) => ({
      reference: payment.reference,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      account: payment.account,
      holder: payment.holder,
      text: `${payment.reference} ${payment.itemNumber}`,
    })),
  };
}

function registerOutcomes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/refund-payments/:id/paid',
    permission: 'refunds.pay',
    tag: TAG,
    summary: 'Notes that the bank paid: its debit line, or words where no statement will tell of it',
    params: idParams,
    body: z.object({ bankLineId: z.uuid().nullable().default(null), words: wordsSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('refund.paid'), async (tx) => {
        await markPaid(tx, { id: call.params.id, ...call.body });
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/refund-payments/:id/failure',
    permission: 'refunds.pay',
    tag: TAG,
    summary: 'Notes that the bank did not pay, or that the money came back',
    params: idParams,
    body: z.object({ words: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('refund.failed'), async (tx) => {
        await markFailed(tx, { id: call.params.id, words: call.body.words });
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/refund-payments/:id/repetition',
    permission: 'refunds.pay',
    tag: TAG,
    summary: 'Pays what came back once more, to the same account',
    params: idParams,
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('refund.again'), async (tx) => ({
        id: await payAgain(tx, call.params.id),
      })),
  });
}
