/** The cash desk: queues of receipts, one receipt with its why, and what a person does with it. */
import { parseAmount } from '@quittance/core/money';
import type { Permission } from '@quittance/core/permissions';
import { z } from 'zod';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyInputSchema,
  moneyJson,
  moneyJsonSchema,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
  rolesIn,
} from '../../platform/http/index.ts';
import type { LimitGuard } from '../ledger/index.ts';
import {
  applyReceipt,
  confirmProposal,
  markNotOurs,
  putOnAccount,
  type Settled,
  type SettledItems,
} from './acts/receipt-acts.usecase.ts';
import type { ExceedGuard } from './acts/settling-acts.ts';
import { undoItems } from './acts/undo-items.usecase.ts';
import { undoReceipt } from './acts/undo-receipt.usecase.ts';
import { registerAdviceRoutes } from './advices/advices.routes.ts';
import { receiptDetailJson, receiptDetailSchema, receiptRowJson, receiptRowSchema } from './cash-application.json.ts';
import { registerClaimRoutes } from './claims/claims.routes.ts';
import { reasonSchema as deductionReasonSchema, MAY_EXCEED } from './deductions/deductions.json.ts';
import { registerDeductionRoutes } from './deductions/deductions.routes.ts';
import { registerKnowledgeRoutes } from './knowledge/knowledge.routes.ts';
import { registerMeasureRoutes } from './measures/measures.routes.ts';
import { registerPolicyRoutes } from './policies/policies.routes.ts';
import { registerQuestionRoutes } from './questions/questions.routes.ts';
import { receiptClock } from './queues/due.ts';
import { registerFindItemsRoutes } from './queues/find-items.routes.ts';
import { registerQueueSummaryRoutes } from './queues/queue-summary.routes.ts';
import { findReceipt, listQueue, queueCounts, RECEIPT_QUEUES } from './queues/queues.queries.ts';
import { receiptDetail } from './queues/receipt-detail.usecase.ts';
import { registerResearchRoutes } from './research/research.routes.ts';
import { applyUnapplied } from './runs/apply-unapplied.usecase.ts';
import { decideListed } from './runs/decide-again.usecase.ts';

interface Context {
  readonly database: Database;
  /** How much a person posts alone, of what is beyond the caps of the desk. */
  readonly limitGuard: LimitGuard;
  /** Told of bugs in work that nobody waits for. */
  readonly onCrash: (error: unknown) => void;
}

const ALLOCATIONS_MAX = 1_000; // a remittance of 800 lines fits one command
const DEDUCTIONS_MAX = 2_000; // two on each of its lines
const REASON_CHARS_MAX = 500;
const SEARCH_CHARS_MAX = 100;
const CODE_CHARS_MAX = 60; // of a question or an explanation

const idSchema = z.object({ id: z.uuid() });
const reasonSchema = z.string().min(1, 'say why').max(REASON_CHARS_MAX);
const settledSchema = z.object({
  receiptId: z.string(),
  queue: z.enum(RECEIPT_QUEUES).describe('Where the receipt stands now'),
  entryIds: z.array(z.string()),
  decidedLater: z
    .number()
    .int()
    .describe(
      'Other receipts that name the same items and are decided again by themselves, beyond those that were at once',
    ),
});
const runSchema = z.object({
  considered: z.number().int(),
  posted: z.number().int(),
  suggested: z.number().int(),
  exceptions: z.number().int(),
  unchanged: z.number().int(),
  passedOver: z.number().int(),
});

export function registerCashApplicationRoutes(app: HttpApp, context: Context): void {
  registerReadingRoutes(app, context);
  registerQueueSummaryRoutes(app, context);
  registerFindItemsRoutes(app, context);
  registerAdviceRoutes(app, context);
  registerClaimRoutes(app, context);
  registerQuestionRoutes(app, context);
  registerResearchRoutes(app, context);
  registerMeasureRoutes(app, context);
  const decideLater = letDecide(context);
  registerActRoutes(app, context, decideLater);
  registerDeductionRoutes(app, context);
  registerPolicyRoutes(app, context);
  registerUndoRoute(app, context, decideLater);
  registerKnowledgeRoutes(app, context);
}

function registerReadingRoutes(app: HttpApp, { database }: Context): void {
  app.companyRoute({
    method: 'GET',
    path: '/receipts',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'A queue of receipts, and how many each queue holds',
    description:
      'What waits comes by booking day, the oldest first; what is posted by when it was, the latest first. `search` finds parts of numbers, payers, texts and customers, and an exact amount such as 1234.50.',
    query: pageQuerySchema.extend({
      queue: z.enum(RECEIPT_QUEUES).default('to_confirm'),
      search: z.string().max(SEARCH_CHARS_MAX).optional(),
      question: z.string().max(CODE_CHARS_MAX).optional().describe('Only what asks this'),
      explanation: z.string().max(CODE_CHARS_MAX).optional().describe('Only what is explained this way'),
      bookedFrom: localDateSchema.optional(),
      bookedTo: localDateSchema.optional(),
    }),
    answer: pageSchema(receiptRowSchema).extend({
      counts: z.object({
        to_confirm: z.number().int(),
        exceptions: z.number().int(),
        unidentified: z.number().int(),
        unapplied: z.number().int(),
        posted: z.number().int(),
      }),
    }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const { queue, search, limit, question: questionCode, explanation, bookedFrom, bookedTo } = query;
        const kept = { queue, search, questionCode, explanation, bookedFrom, bookedTo };
        const [at, itemId] = decodeCursor(query.cursor, 2) ?? [];
        const after = at === undefined || itemId === undefined ? undefined : { at, itemId };
        const amountMinor = parseAmount(search?.trim() ?? '', scope.company.functionalCurrency) ?? undefined;
        const found = await listQueue(tx, { ...kept, amountMinor, after, limit: limit + 1 });
        const keys = new Map(found.map((one) => [one.itemId, queue === 'posted' ? one.since : one.bookedOn]));
        const { dueOf } = await receiptClock(tx);
        const rows = found.map((receipt) => receiptRowJson(receipt, dueOf));
        const page = pageOf(rows, limit, (row) => [keys.get(row.id) ?? '', row.id]);
        return { ...page, counts: await queueCounts(tx) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/receipts/:id',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'A receipt: the bank’s words, what was concluded and why, items in reach, what was applied',
    params: idSchema,
    answer: receiptDetailSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) =>
        receiptDetailJson(await receiptDetail(tx, params.id), { today: tx.today, ...(await receiptClock(tx)) }),
      ),
  });
}

interface ExceedingCall {
  readonly scope: Scope;
  readonly principal: Principal;
  readonly permissions: ReadonlySet<Permission>;
}

type LetDecide = (scope: Scope, decidedLater: number) => void;

/** Nobody waits for what is listed; the queues say how many there are. One goes through the list of a company, to its end. */
function letDecide({ database, onCrash }: Context): LetDecide {
  const atWork = new Set<string>();
  return (scope, decidedLater) => {
    const { id } = scope.company;
    if (decidedLater === 0 || atWork.has(id)) return;
    atWork.add(id);
    decideListed(database, scope)
      .catch(onCrash)
      .finally(() => atWork.delete(id));
  };
}

function registerActRoutes(app: HttpApp, { database, limitGuard }: Context, decideLater: LetDecide): void {
  const exceedGuardOf = ({ scope, permissions, principal }: ExceedingCall): ExceedGuard | undefined => {
    if (!permissions.has(MAY_EXCEED)) return undefined;
    const roles = rolesIn(principal, scope);
    return (tx, posted) => limitGuard(tx, { ...posted, toComeMinor: 0n, roles });
  };

  const answered = async (
    scope: Scope,
    settled: Promise<Settled & Partial<SettledItems>>,
  ): Promise<z.output<typeof settledSchema>> => {
    const { receiptId, entryIds, decidedLater = 0 } = await settled;
    decideLater(scope, decidedLater);
    return { receiptId, queue: await queueOf(database, scope, receiptId), entryIds: [...entryIds], decidedLater };
  };

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/confirm',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Posts what is proposed for a receipt, with its deductions',
    params: idSchema,
    body: z.object({
      decision: z.number().int().describe('The number of the proposal that was seen; another one is refused'),
    }),
    answer: settledSchema,
    handler: (call) => {
      const { scope, params, body, command } = call;
      const given = {
        receiptId: params.id,
        decisionNumber: body.decision,
        exceedGuard: exceedGuardOf(call),
        command: command('cash.confirm'),
      };
      return answered(scope, confirmProposal(database, scope, given));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/apply',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Applies a receipt to the items that a person names; the rest stays on the customer’s account',
    description:
      'Cash and deductions of an item are at most what is open of it. A deduction is posted or claimed as its reason says (`cash/deduction-reasons`); what is above a cap is refused with who may post it.',
    params: idSchema,
    body: z.object({
      customerId: z.uuid(),
      allocations: z
        .array(
          z.object({
            itemId: z.uuid(),
            amount: moneyInputSchema.describe('In the item’s currency; below zero on a netted credit'),
            receiptAmount: moneyInputSchema
              .optional()
              .describe('What of the receipt pays it, when it is in another currency'),
          }),
        )
        .min(1)
        .max(ALLOCATIONS_MAX),
      deductions: z
        .array(
          z.object({
            itemId: z.uuid(),
            amount: moneyInputSchema.describe('Above zero, in the item’s currency'),
            reason: deductionReasonSchema,
            note: z.string().max(REASON_CHARS_MAX).optional(),
            stated: z.string().max(REASON_CHARS_MAX).optional().describe('The customer’s own code and words'),
          }),
        )
        .max(DEDUCTIONS_MAX)
        .default([])
        .describe('What the customer took off; several on one item split it over reasons'),
    }),
    answer: settledSchema,
    handler: (call) => {
      const { scope, params, body, command } = call;
      const allocations = body.allocations.map(({ amount, ...rest }) => ({ ...rest, ...amount }));
      const deductions = body.deductions.map(({ amount, ...rest }) => ({ ...rest, ...amount }));
      const asked = { receiptId: params.id, customerId: body.customerId, allocations, deductions };
      const given = { ...asked, exceedGuard: exceedGuardOf(call), command: command('cash.apply') };
      return answered(scope, applyReceipt(database, scope, given));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/on-account',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Puts what is open of a receipt on a customer’s account',
    params: idSchema,
    body: z.object({ customerId: z.uuid() }),
    answer: settledSchema,
    handler: ({ scope, params, body, command }) => {
      const given = { receiptId: params.id, customerId: body.customerId, command: command('cash.on_account') };
      return answered(scope, putOnAccount(database, scope, given));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/not-ours',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Moves what is open of a receipt to suspense: the money is not ours',
    params: idSchema,
    body: z.object({ reason: reasonSchema }),
    answer: settledSchema,
    handler: ({ scope, params, body, command }) => {
      const given = { receiptId: params.id, reason: body.reason, command: command('cash.not_ours') };
      return answered(scope, markNotOurs(database, scope, given));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash-application/run',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Decides on every receipt that is not applied; posts those that are beyond doubt',
    description: 'May be repeated, and by several at once: a receipt is applied once.',
    answer: runSchema,
    handler: ({ scope, signal }) => applyUnapplied(database, scope, { signal }),
  });
}

function registerUndoRoute(app: HttpApp, { database, limitGuard }: Context, decideLater: LetDecide): void {
  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/undo',
    permission: 'cash.apply',
    tag: 'cash application',
    summary:
      'Undoes what was done with a receipt, all or on some items; it is back in its queue and does not post by itself again',
    params: idSchema,
    body: z.object({
      reason: z.string().min(1, 'say why').max(REASON_CHARS_MAX).default('undone'),
      itemIds: z
        .array(z.uuid())
        .min(1)
        .max(ALLOCATIONS_MAX)
        .optional()
        .describe('Only what it pays on these items: the rest is applied again as it was'),
      wasWrong: z.boolean().default(false).describe('The receipt does not pay these items: never propose them again'),
    }),
    answer: settledSchema.extend({
      restored: z.array(z.object({ itemId: z.string(), number: z.string(), open: moneyJsonSchema })),
      stayed: z.array(z.string()).describe('Numbers of the items that it goes on paying'),
      undone: z
        .array(z.object({ entryId: z.string(), kind: z.string(), amount: moneyJsonSchema, undoneOn: z.string() }))
        .describe('Applications and what was posted beside them, each with the day as of which it is undone'),
      withdrawn: z
        .array(
          z.object({
            id: z.string(),
            itemId: z.string(),
            number: z.string(),
            amount: moneyJsonSchema,
            reason: z.string(),
            treatment: z.enum(['posted', 'claimed']),
          }),
        )
        .describe('Deductions that stand no more'),
      kept: z
        .array(z.object({ entryId: z.string(), kind: z.string() }))
        .describe('What happened to the receipt and was not undone, such as a refund'),
    }),
    handler: async ({ scope, params, body, command, principal }) => {
      const { itemIds, ...rest } = body;
      const roles = rolesIn(principal, scope);
      const countAgain: ExceedGuard = (tx, posted) =>
        limitGuard(tx, { ...posted, toComeMinor: 0n, roles, isGrantedBefore: true });
      const given = { receiptId: params.id, ...rest, command: command('cash.undo') };
      const { receiptId, restored, ...done } = await (itemIds === undefined
        ? undoReceipt(database, scope, given)
        : undoItems(database, scope, { ...given, itemIds, countAgain }));
      decideLater(scope, done.decidedLater);
      return {
        receiptId,
        queue: await queueOf(database, scope, receiptId),
        restored: restored.map(({ itemId, number, currency, openMinor }) => ({
          itemId,
          number,
          open: moneyJson(BigInt(openMinor), currency),
        })),
        entryIds: [...done.entryIds],
        decidedLater: done.decidedLater,
        stayed: [...done.stayed],
        undone: [...done.undone],
        withdrawn: [...done.withdrawn],
        kept: [...done.kept],
      };
    },
  });
}

async function queueOf(database: Database, scope: Scope, receiptId: string) {
  const receipt = await database.read(scope, (tx) => findReceipt(tx, receiptId));
  return receipt?.queue ?? 'posted';
}
