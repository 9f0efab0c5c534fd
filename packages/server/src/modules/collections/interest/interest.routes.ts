/** Interest and fees on late payment: what could be asked, charging it, waiving it, and the terms. */
import { DAY_COUNTS, INTEREST_SCHEMES } from '@quittance/core/interest';
import { z } from 'zod';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  encodeCursor,
  type HttpApp,
  localDateSchema,
  moneyInputSchema,
  moneyJson,
  moneyJsonSchema,
  pageQuerySchema,
  rolesIn,
} from '../../../platform/http/index.ts';
import { findCustomer } from '../../customers/index.ts';
import type { LimitGuard } from '../../ledger/index.ts';
import { judgeAll } from '../promises/judge-promises.usecase.ts';
import { proposalJson, proposalSchema } from './interest.json.ts';
import { chargeInterest, missingRates, proposals, waiveInterest } from './interest.usecase.ts';
import { guardCharge, guardWaiver } from './interest-limits.ts';
import { insertTerms, referenceRates, saveRate, termsInForce } from './interest-policy.queries.ts';
import { requireNothingAsked } from './interest-requests.queries.ts';
import { LATE_ITEMS_MAX } from './late-items.queries.ts';
import { chargedSchema, noteLetterSchema, orderOf, requireWriting } from './note-letter.schemas.ts';
import { tellOfNote } from './note-letters.usecase.ts';
import { registerNoteRoutes } from './notes.routes.ts';
import { chargePlanInterest, waivePlanInterest } from './plan-interest.usecase.ts';

const TAG = 'interest';
const REASON_CHARS_MAX = 500;
const RATE_E4_MAX = 1_000_000; // a hundred per cent
const DAYS_MAX = 365;

const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
const termsFields = {
  scheme: z.enum(INTEREST_SCHEMES),
  rateE4: z
    .number()
    .int()
    .min(0)
    .max(RATE_E4_MAX)
    .describe('Points on the reference rate, or the whole rate: 80000 is 8 %'),
  dayCount: z.enum(DAY_COUNTS),
  graceDays: z.number().int().min(0).max(DAYS_MAX),
  noteDueDays: z.number().int().min(0).max(DAYS_MAX),
};
const rateSchema = z.object({ validFrom: z.string(), rateE4: z.number().int() });

export interface InterestContext {
  readonly database: Database;
  readonly limitGuard: LimitGuard;
}

export function registerInterestRoutes(app: HttpApp, context: InterestContext): void {
  const { database } = context;
  registerProposalRoutes(app, database);
  registerChargeRoutes(app, context);
  registerPlanRoutes(app, context);
  registerTermsRoutes(app, database);
  registerNoteRoutes(app, database);
}

function registerProposalRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/interest-proposals',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Interest and fees that could be asked for late payment, by customer',
    description: 'A page is of customers with something late; those below the minimum are left out of it.',
    query: pageQuerySchema,
    answer: z.object({
      rows: z.array(proposalSchema),
      next: z.string().nullable(),
      missingRates: z.array(z.string()).describe('Half years without a reference rate: the one before is used'),
    }),
    handler: async ({ scope, query }) => {
      const [after] = decodeCursor(query.cursor, 1) ?? [];
      if (after === undefined) await judgeAll(database, scope); // plans are asked as they stand
      return database.read(scope, async (tx) => {
        const { rows, next: last } = await proposals(tx, { after, limit: query.limit });
        const next = last === null ? null : encodeCursor([last]);
        return { rows: rows.map(proposalJson), next, missingRates: await missingRates(tx) };
      });
    },
  });
}

function registerChargeRoutes(app: HttpApp, { database, limitGuard }: InterestContext): void {
  const body = { itemIds: z.array(z.uuid()).min(1).max(LATE_ITEMS_MAX), total: moneyInputSchema };
  const params = z.object({ id: z.uuid() });
  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/interest-charges',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Charges interest and fees with a debit note',
    description:
      'Reversing the note takes the charge back. `total` is what was seen; another is refused. One person charges one customer up to their limit in 30 days; beyond it, it is asked for under approvals.',
    params,
    body: z.object({ ...body, letter: noteLetterSchema }),
    answer: chargedSchema,
    handler: (call) => {
      const { letter, ...asked } = call.body;
      requireWriting(call.permissions, letter);
      return runCommand(database, call.scope, call.command('interest.charge'), async (tx) => {
        const customer = await customerOf(tx, call.params.id);
        await requireNothingAsked(tx, { customerId: customer.id, currency: asked.total.currency });
        const { entryId, ...note } = await chargeInterest(tx, { ...asked, customer });
        const roles = rolesIn(call.principal, call.scope);
        await guardCharge(tx, { limitGuard, roles }, { customerId: customer.id, entryId });
        return told(tx, note, letter);
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/interest-waivers',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Lets interest and fees go up to today, with a reason',
    params,
    body: z.object({ ...body, reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('interest.waive'), async (tx) => {
        const customer = await customerOf(tx, call.params.id);
        await requireNothingAsked(tx, { customerId: customer.id, currency: call.body.total.currency });
        await waiveInterest(tx, { ...call.body, customer });
        const asker = { limitGuard, roles: rolesIn(call.principal, call.scope) };
        await guardWaiver(tx, asker, { customerId: customer.id, total: call.body.total });
        return null;
      });
    },
  });
}

function registerPlanRoutes(app: HttpApp, { database, limitGuard }: InterestContext): void {
  const params = z.object({ id: z.uuid() });
  app.companyRoute({
    method: 'POST',
    path: '/plans/:id/interest-charges',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Charges the interest agreed with an instalment plan, as it was proposed, with a debit note',
    description: 'Reversing the note takes the charge back. `total` is what was seen; another is refused.',
    params,
    body: z.object({ total: moneyInputSchema, letter: noteLetterSchema }),
    answer: chargedSchema,
    handler: (call) => {
      const { letter, total } = call.body;
      requireWriting(call.permissions, letter);
      return runCommand(database, call.scope, call.command('interest.charge'), async (tx) => {
        await requireNothingAsked(tx, { planId: call.params.id });
        const { customerId, entryId, ...note } = await chargePlanInterest(tx, { total, planId: call.params.id });
        await guardCharge(tx, { limitGuard, roles: rolesIn(call.principal, call.scope) }, { customerId, entryId });
        return told(tx, note, letter);
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/plans/:id/interest-waivers',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Lets the interest that is proposed of an instalment plan go, with a reason',
    params,
    body: z.object({ total: moneyInputSchema, reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('interest.waive'), async (tx) => {
        await requireNothingAsked(tx, { planId: call.params.id });
        const { customerId } = await waivePlanInterest(tx, { ...call.body, planId: call.params.id });
        const asker = { limitGuard, roles: rolesIn(call.principal, call.scope) };
        await guardWaiver(tx, asker, { customerId, total: call.body.total });
        return null;
      });
    },
  });
}

function registerTermsRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/interest-terms',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'The terms of interest and the reference rates they use',
    answer: z.object({
      number: z.number().int().describe('0: none was set; nothing is asked'),
      ...termsFields,
      minimum: moneyJsonSchema,
      fee: moneyJsonSchema,
      fromOn: z.string(),
      reason: z.string().nullable(),
      setAt: z.string().nullable(),
      setByName: z.string().nullable(),
      rates: z.array(rateSchema),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const { policy, ...rest } = await termsInForce(tx);
        const { minimumMinor, feeMinor, feeCurrency, ...terms } = policy;
        const minimum = moneyJson(minimumMinor, tx.company.functionalCurrency);
        return { ...rest, ...terms, minimum, fee: moneyJson(feeMinor, feeCurrency), rates: await referenceRates(tx) };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/interest-terms',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Sets the terms of interest from now on',
    body: z.object({
      ...termsFields,
      minimum: moneyInputSchema,
      fee: moneyInputSchema,
      fromOn: localDateSchema,
      reason: reasonSchema,
    }),
    answer: z.object({ number: z.number().int() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('interest_terms.set'), async (tx) => {
        const { minimum, fee, reason, ...terms } = call.body;
        if (minimum.currency !== tx.company.functionalCurrency) {
          throw new AppError('currencies_differ', `The minimum is in ${tx.company.functionalCurrency}.`);
        }
        if (minimum.amountMinor < 0n || fee.amountMinor < 0n) {
          throw new AppError('amount_is_negative', 'The minimum and the fee are zero or more.');
        }
        const amounts = { minimumMinor: minimum.amountMinor, feeMinor: fee.amountMinor, feeCurrency: fee.currency };
        const number = await insertTerms(tx, { ...terms, ...amounts }, reason);
        const subject = { subjectKind: 'company', subjectId: tx.company.id };
        tx.audit({ action: 'interest_terms.set', ...subject, after: { number, ...call.body }, reason });
        return { number };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/reference-rates/:day',
    permission: 'rates.manage',
    tag: TAG,
    summary: 'Enters or corrects the reference rate from a day on',
    params: z.object({ day: localDateSchema }),
    body: z.object({ rateE4: z.number().int().min(-RATE_E4_MAX).max(RATE_E4_MAX) }),
    answer: z.object({ rates: z.array(rateSchema) }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('reference_rate.set'), async (tx) => {
        const rate = { validFrom: call.params.day, rateE4: call.body.rateE4 };
        await saveRate(tx, rate);
        tx.audit({ action: 'reference_rate.set', subjectKind: 'company', subjectId: tx.company.id, after: rate });
        return { rates: await referenceRates(tx) };
      }),
  });
}

async function told(
  tx: CommandTx,
  note: { readonly number: string; readonly itemId: string },
  letter: z.output<typeof noteLetterSchema>,
): Promise<z.output<typeof chargedSchema>> {
  if (letter === null) return { ...note, letter: null };
  const { id: messageId, conversationId } = await tellOfNote(tx, note.itemId, orderOf(letter));
  return { ...note, letter: { messageId, conversationId } };
}

async function customerOf(tx: Tx, id: string) {
  const customer = await findCustomer(tx, id);
  if (!customer) throw notFound('customer', id);
  return { id, number: customer.number, name: customer.name };
}
