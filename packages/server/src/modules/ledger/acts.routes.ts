/** Changing the ledger. Every act may be dated after today; it then waits as pending and the answer says so. */
import type { AdjustmentKind } from '@quittance/core/ledger';
import type { Money } from '@quittance/core/money';
import { z } from 'zod';
import { type Command, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { type HttpApp, moneyInputSchema, rolesIn } from '../../platform/http/index.ts';
import { type ExchangeSpread, requireFairExchange } from './fair-exchange.ts';
import { adjustmentKindSchema, documentKindSchema, idSchema, localDateSchema, textSchema } from './ledger.schemas.ts';
import type { LedgerAct } from './ledger-act.ts';
import type { LimitGuard } from './limit-guard.ts';
import { waitingActs } from './pending.queries.ts';
import { type PerformedOrPending, performOrWait, withdrawPending } from './pending.usecase.ts';
import { adjustmentCheck, type Check, creditCheck, reversalCheck } from './posted-alone.usecase.ts';
import { statedOfEntry, statedOfItem } from './stated-amounts.usecase.ts';
import { requireWaitingStaysOpen } from './waiting-approvals.ts';

const NUMBER_CHARS_MAX = 60; // the longest document number met in e-invoicing formats, and some more
const INSTALMENTS_MAX = 120; // ten years by month
const ALLOCATIONS_MAX = 1_000; // a remittance of 800 lines fits one command
const REASON_CHARS_MAX = 500;

const reasonSchema = z.string().min(1, 'say why').max(REASON_CHARS_MAX);
const datedFields = { effectiveOn: localDateSchema.optional(), reason: textSchema, note: textSchema };

const answerSchema = z.object({
  state: z.enum(['done', 'pending']),
  entryIds: z.array(z.string()),
  itemIds: z.array(z.string()),
  pendingId: z.string().nullable(),
});

const documentBodySchema = z.object({
  kind: documentKindSchema,
  number: z.string().min(1).max(NUMBER_CHARS_MAX),
  customerId: idSchema,
  issuedOn: localDateSchema,
  instalments: z
    .array(z.object({ dueOn: localDateSchema, amount: moneyInputSchema }))
    .min(1)
    .max(INSTALMENTS_MAX),
  terms: textSchema,
  purchaseOrder: textSchema,
  orderNumber: textSchema,
  deliveryNote: textSchema,
  reference: textSchema,
  note: textSchema,
});

interface ActOptions {
  readonly database: Database;
  readonly limitGuard: LimitGuard;
  readonly exchangeSpread: ExchangeSpread;
}

export function registerActRoutes(app: HttpApp, options: ActOptions): void {
  const { database } = options;
  const perform: Perform = (scope, command, act, check) => performed(database, { scope, command, act, check });
  registerDocumentRoutes(app, options, perform);
  registerItemActRoutes(app, options, perform);
  registerPendingRoutes(app, database);
}

type Perform = (
  scope: Scope,
  command: Command,
  act: LedgerAct,
  check?: Check,
) => Promise<z.output<typeof answerSchema>>;

async function performed(
  database: Database,
  input: { scope: Scope; command: Command; act: LedgerAct; check: Check | undefined },
): Promise<z.output<typeof answerSchema>> {
  const result: PerformedOrPending = await runCommand(database, input.scope, input.command, async (tx) => {
    const performed = await performOrWait(tx, input.act);
    await input.check?.(tx, performed);
    return performed;
  });
  return result.state === 'done'
    ? { state: 'done', entryIds: [...result.entryIds], itemIds: [...result.itemIds], pendingId: null }
    : { state: 'pending', entryIds: [], itemIds: [], pendingId: result.pendingId };
}

function registerDocumentRoutes(app: HttpApp, options: ActOptions, perform: Perform): void {
  const { database, limitGuard, exchangeSpread } = options;
  app.companyRoute({
    method: 'POST',
    path: '/documents',
    permission: 'ledger.post',
    tag: 'documents',
    summary: 'Enters an invoice, debit note, chargeback, credit note, on-account credit or receipt',
    description:
      'For a customer that was merged into another, on the account of that one. A credit up to one’s own limit; above it, ask for it with `POST …/approvals`.',
    body: documentBodySchema,
    answer: answerSchema,
    handler: (call) => {
      const { instalments, ...document } = call.body;
      const currency = commonCurrency(instalments.map((instalment) => instalment.amount));
      const parts = instalments.map(({ dueOn, amount }) => ({ dueOn, amountMinor: amount.amountMinor }));
      const act = { kind: 'document' as const, document: { ...document, currency, instalments: parts } };
      const asker = { limitGuard, roles: rolesIn(call.principal, call.scope) };
      return perform(call.scope, call.command('ledger.document'), act, creditCheck(asker, act));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/applications',
    permission: 'cash.apply',
    tag: 'entries',
    summary: 'Applies credits to debits, all or none',
    description:
      'Across currencies at a rate near that of the day on which the money came: 5 percent, unless the policy of cash application says otherwise.',
    body: z.object({
      allocations: z
        .array(
          z.object({
            creditItemId: idSchema,
            debitItemId: idSchema,
            amount: moneyInputSchema.describe('In the debit’s currency'),
            creditAmount: moneyInputSchema.optional().describe('In the credit’s currency, when it is another'),
          }),
        )
        .min(1)
        .max(ALLOCATIONS_MAX),
      ...datedFields,
    }),
    answer: answerSchema,
    handler: (call) => {
      const { allocations, ...dated } = call.body;
      const act = {
        kind: 'application' as const,
        ...dated,
        allocations: allocations.map(({ creditItemId, debitItemId, amount, creditAmount }) => ({
          creditItemId,
          debitItemId,
          amountMinor: amount.amountMinor,
          creditAmountMinor: creditAmount?.amountMinor,
        })),
      };
      return perform(call.scope, call.command('ledger.application'), act, async (tx) => {
        await requireFairExchange(tx, act.allocations, exchangeSpread);
        await requireWaitingStaysOpen(
          tx,
          act.allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]),
        );
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/entries/:id/reversal',
    permission: 'ledger.reverse',
    tag: 'entries',
    summary: 'Undoes an entry, wholly or in part',
    description:
      'An invoice is taken back up to one’s own limit for credits; above it, ask for it with `POST …/approvals`.',
    params: z.object({ id: idSchema }),
    body: z.object({
      amount: moneyInputSchema.optional().describe('A part of the entry’s amount; all that is left when absent'),
      effectiveOn: localDateSchema
        .optional()
        .describe('The entry’s own day when absent; a bounced payment says its own'),
      withDependents: z.boolean().default(false),
      reason: reasonSchema,
    }),
    answer: answerSchema,
    handler: async (call) => {
      const { amount, ...body } = call.body;
      const entryId = call.params.id;
      const amountMinor = amount && (await database.read(call.scope, (tx) => statedOfEntry(tx, entryId, amount)));
      const act: LedgerAct = { kind: 'reversal', entryId, ...body, amountMinor };
      const asker = { limitGuard, roles: rolesIn(call.principal, call.scope) };
      return perform(call.scope, call.command('ledger.reversal'), act, reversalCheck(asker, entryId));
    },
  });
}

function registerItemActRoutes(app: HttpApp, { database, limitGuard }: ActOptions, perform: Perform): void {
  app.companyRoute({
    method: 'POST',
    path: '/items/:id/adjustments',
    permission: 'ledger.adjust',
    tag: 'items',
    summary: 'Takes part of an item to another account: write-off, discount, small difference, refund, suspense',
    description: 'Up to one’s own limit; above it, ask for it with `POST …/approvals`.',
    params: z.object({ id: idSchema }),
    body: z.object({
      kind: adjustmentKindSchema.exclude(['intercompany', 'erp_settlement']),
      amount: moneyInputSchema,
      ...datedFields,
      reason: reasonSchema,
    }),
    answer: answerSchema,
    handler: async (call) => {
      const { kind, amount, ...dated } = call.body;
      const amountMinor = await database.read(call.scope, (tx) => statedOfItem(tx, call.params.id, amount));
      const adjustment: AdjustmentKind = kind;
      const act: LedgerAct & { readonly kind: 'adjustment' } = {
        kind: 'adjustment',
        itemId: call.params.id,
        adjustment,
        amountMinor,
        ...dated,
      };
      const asker = { limitGuard, roles: rolesIn(call.principal, call.scope) };
      return perform(call.scope, call.command('ledger.adjustment'), act, adjustmentCheck(asker, act));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/items/:id/due-date',
    permission: 'ledger.post',
    tag: 'items',
    summary: 'Moves what is open of an item to another due date',
    params: z.object({ id: idSchema }),
    body: z.object({ dueOn: localDateSchema, ...datedFields, reason: reasonSchema }),
    answer: answerSchema,
    handler: (call) => {
      const act: LedgerAct = { kind: 'due_date_change', itemId: call.params.id, ...call.body };
      return perform(call.scope, call.command('ledger.due_date_change'), act);
    },
  });
}

function registerPendingRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/pending-acts',
    permission: 'ledger.read',
    tag: 'entries',
    summary: 'Acts that wait for their day',
    answer: z.object({
      rows: z.array(z.object({ id: z.string(), kind: z.string(), effectiveOn: z.string(), createdAt: z.string() })),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: (await waitingActs(tx)).map(({ id, act, effectiveOn, createdAt }) => ({
          id,
          kind: act.kind,
          effectiveOn,
          createdAt,
        })),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/pending-acts/:id/withdrawal',
    permission: 'ledger.post',
    tag: 'entries',
    summary: 'Withdraws an act that waits for its day',
    params: z.object({ id: idSchema }),
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('ledger.pending.withdraw'), async (tx) => {
        await withdrawPending(tx, call.params.id, call.body.reason);
        return null;
      });
    },
  });
}

function commonCurrency(amounts: readonly Money[]): string {
  const currency = amounts[0]?.currency ?? '';
  if (amounts.some((amount) => amount.currency !== currency)) {
    throw new AppError('currencies_differ', 'All instalments of a document are in one currency.');
  }
  return currency;
}
