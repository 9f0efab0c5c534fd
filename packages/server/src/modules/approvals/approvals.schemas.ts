/** Acts as the API takes them, and requests as it prints them. */

import { APPROVAL_KINDS } from '@quittance/core/approvals';
import { dateInZone, daysBetween, type LocalDate } from '@quittance/core/calendar';
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { ADJUSTMENT_ACCOUNTS, type AdjustmentKind } from '@quittance/core/ledger';
import { z } from 'zod';
import { instantMicros } from '../../platform/clock.ts';
import { localDateSchema, moneyInputSchema, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import type { DraftedEntry } from '../ledger/index.ts';
import { type InterestAct, isInterest } from './interest-act.ts';
import { PAYMENT_STATES, type RefundPayment } from './payments.queries.ts';
import type { ApprovalDetail, ApprovalRow } from './read-approval.usecase.ts';
import type { ApprovalRequest } from './requests.queries.ts';

export const REASON_CHARS_MAX = 500;
const NUMBER_CHARS_MAX = 60;
const ACCOUNT_CHARS_MAX = 64;
const COMPANY_CODE_CHARS_MAX = 16;
const INTEREST_ITEMS_MAX = 20_000; // as many as one note asks for
const NAME_CHARS_MAX = 200;
const POSTAL_ADDRESS_CHARS_MAX = 500;

export const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
export const wordsSchema = z.string().trim().max(REASON_CHARS_MAX).nullable().default(null);

const effectiveOn = localDateSchema.optional().describe('The day of approval when absent');
const adjustments = z
  .enum(Object.keys(ADJUSTMENT_ACCOUNTS) as [AdjustmentKind, ...AdjustmentKind[]])
  .exclude(['intercompany', 'erp_settlement', 'refund']);

const interestFields = {
  customerId: z.uuid(),
  planId: z.uuid().nullable().default(null).describe('Of an instalment plan; else of the items'),
  itemIds: z.array(z.uuid()).max(INTEREST_ITEMS_MAX).default([]),
  total: moneyInputSchema.describe('As it was seen; another is refused'),
};
const language = z.enum(LETTER_LANGUAGES).nullable().default(null);

export const actInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refund'),
    itemId: z.uuid(),
    amount: moneyInputSchema,
    account: z.string().min(1).max(ACCOUNT_CHARS_MAX).describe('An approved bank account of the customer'),
    effectiveOn,
  }),
  z.strictObject({
    kind: z.literal('adjustment'),
    itemId: z.uuid(),
    adjustment: adjustments,
    amount: moneyInputSchema,
    effectiveOn,
  }),
  z.strictObject({
    kind: z.literal('transfer'),
    itemId: z.uuid(),
    amount: moneyInputSchema,
    toCompany: z.string().max(COMPANY_CODE_CHARS_MAX).describe('The code of a company that you work in, too'),
    effectiveOn,
  }),
  z.strictObject({
    kind: z.literal('move'),
    itemId: z.uuid(),
    customerId: z.uuid(),
    amount: moneyInputSchema.optional().describe('A part; all that is open when absent'),
    effectiveOn,
  }),
  z.strictObject({
    kind: z.literal('credit'),
    document: z.enum(['credit_note', 'on_account_credit']),
    customerId: z.uuid(),
    number: z.string().min(1).max(NUMBER_CHARS_MAX),
    issuedOn: localDateSchema,
    amount: moneyInputSchema,
  }),
  z.strictObject({
    kind: z.literal('reversal'),
    entryId: z.uuid(),
    amount: moneyInputSchema.optional(),
    effectiveOn,
    withDependents: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('interest_charge'),
    ...interestFields,
    letter: z
      .union([
        z.strictObject({ address: z.email(), name: z.string().max(NAME_CHARS_MAX).nullable(), language }),
        z.strictObject({ postalAddress: z.string().trim().min(1).max(POSTAL_ADDRESS_CHARS_MAX), language }),
      ])
      .nullable()
      .default(null)
      .describe('How the customer is told once it is charged'),
  }),
  z.strictObject({ kind: z.literal('interest_waiver'), ...interestFields }),
]);

export type ActInput = z.output<typeof actInputSchema>;

const entrySchema = z
  .object({
    kind: z.string(),
    effectiveOn: z.string(),
    amount: moneyJsonSchema,
    reverses: z.string().nullable(),
    postings: z.array(
      z.object({
        account: z.string(),
        amount: moneyJsonSchema,
        functionalAmount: moneyJsonSchema,
        customerId: z.string().nullable(),
        customerName: z.string().nullable(),
        itemId: z.string().nullable(),
        itemNumber: z.string().nullable(),
        dueOn: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DraftedEntry' });

const NO_TURNS = ['own', 'no_permission', 'above_limit', 'approved_already', 'settled', 'refused_by_books'] as const;

const requestFields = {
  id: z.string(),
  kind: z.enum(APPROVAL_KINDS),
  itemId: z.string().nullable(),
  itemNumber: z.string().nullable(),
  customerId: z.string(),
  customerNumber: z.string(),
  customerName: z.string(),
  amount: moneyJsonSchema,
  value: moneyJsonSchema.describe('In the company’s currency: what limits are compared with'),
  reason: z.string(),
  state: z.enum(['waiting', 'sent_back', 'posted', 'withdrawn']),
  isUndone: z.boolean().describe('All of what was posted was undone since'),
  requestedByName: z.string(),
  requestedAt: z.string(),
  waitsDays: z.number().int().nullable().describe('Since it was asked last, while it waits: nothing expires by itself'),
  settledAt: z.string().nullable(),
  isOwn: z.boolean(),
  noTurn: z.enum(NO_TURNS).nullable().describe('Why the caller cannot decide it; null when they can'),
  needed: z.number().int().describe('How many must approve'),
  approvalsCount: z.number().int(),
};

export const approvalRowSchema = z
  .object({ ...requestFields, lastWords: z.string().nullable() })
  .meta({ id: 'ApprovalRow' });

function requestJson(request: ApprovalRequest, { functionalCurrency, actorId, today, timeZone }: Reader) {
  const { id, kind, itemId, itemNumber, customerId, customerNumber, customerName, reason, state, entryIds } = request;
  const { requestedByName, requestedAt, settledAt, undoneCount } = request;
  return {
    ...{ id, kind, itemId, itemNumber, customerId, customerNumber, customerName, reason, state },
    amount: moneyJson(request.amountMinor, request.currency),
    value: moneyJson(request.valueMinor, functionalCurrency),
    isUndone: entryIds.length > 0 && undoneCount === entryIds.length,
    ...{ requestedByName, requestedAt, settledAt },
    waitsDays: state === 'waiting' ? daysBetween(dateInZone(instantMicros(requestedAt), timeZone), today) : null,
    isOwn: request.requestedBy === actorId,
  };
}

export interface Reader {
  readonly functionalCurrency: string;
  readonly actorId: string;
  readonly today: LocalDate;
  readonly timeZone: string;
}

export function approvalRowJson(row: ApprovalRow, reader: Reader): z.output<typeof approvalRowSchema> {
  const { request, ...turn } = row;
  return { ...requestJson(request, reader), ...turn };
}

export const paymentSchema = z
  .object({
    id: z.string(),
    requestId: z.string(),
    entryId: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    itemId: z.string(),
    itemNumber: z.string(),
    account: z.string(),
    holder: z.string(),
    amount: moneyJsonSchema,
    reference: z.string().describe('What the bank’s line will say'),
    state: z.enum(PAYMENT_STATES),
    listId: z.string().nullable(),
    handedOverByName: z.string().nullable(),
    handedOverAt: z.string().nullable(),
    bankLineId: z.string().nullable(),
    settledByName: z.string().nullable(),
    settledAt: z.string().nullable(),
    settledWords: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'RefundPayment' });

export function paymentJson({ amountMinor, currency, ...payment }: RefundPayment): z.output<typeof paymentSchema> {
  return { ...payment, amount: moneyJson(amountMinor, currency) };
}

export const draftAnswerSchema = z.object({
  kind: z.enum(APPROVAL_KINDS),
  customerId: z.string(),
  amount: moneyJsonSchema,
  value: moneyJsonSchema,
  needed: z.number().int(),
  entries: z.array(entrySchema),
});

export const approvalDetailSchema = z
  .object({
    ...requestFields,
    note: z.string().nullable(),
    account: z.string().nullable().describe('Of a refund: where it goes'),
    holder: z.string().nullable(),
    toCompany: z.string().nullable().describe('Of a transfer'),
    interest: z
      .object({
        items: z.number().int().describe('0: of an instalment plan'),
        toOn: z.string(),
        letterTo: z
          .string()
          .nullable()
          .describe('Who is told once it is charged, or the first line of a postal address'),
        isOnPaper: z.boolean(),
      })
      .nullable()
      .describe('Of interest charged or let go'),
    version: z.number().int(),
    asked: z.array(entrySchema).describe('The entries as they were drafted when it was asked'),
    now: z.array(entrySchema).nullable().describe('As they would be posted now; null when settled or refused'),
    fingerprint: z
      .string()
      .nullable()
      .describe('Of what would be posted now; send it back as `seen` with the approval'),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable().describe('Why the books refuse it now'),
    differences: z.array(
      z.object({
        account: z.string(),
        itemNumber: z.string().nullable(),
        customerName: z.string().nullable(),
        asked: moneyJsonSchema,
        now: moneyJsonSchema,
        askedFunctional: moneyJsonSchema,
        nowFunctional: moneyJsonSchema,
      }),
    ),
    doubts: z.array(
      z.object({ code: z.string(), parameters: z.record(z.string(), z.string()), amount: moneyJsonSchema.nullable() }),
    ),
    approvedBy: z.array(z.string()).describe('Whose approval counts'),
    lapsedBy: z.array(z.string()).describe('Who approved it and may decide it no more: it counts no more'),
    deciders: z.array(z.string()).describe('Who may decide it'),
    entryIds: z.array(z.string()),
    steps: z.array(
      z.object({
        what: z.enum(['asked', 'approved', 'sent_back', 'withdrawn', 'posted']),
        words: z.string().nullable(),
        byName: z.string(),
        at: z.string(),
        version: z.number().int(),
      }),
    ),
    evidence: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        bytes: z.number().int(),
        addedByName: z.string(),
        addedAt: z.string(),
      }),
    ),
    payments: z.array(paymentSchema),
  })
  .meta({ id: 'ApprovalDetail' });

export function approvalDetailJson(detail: ApprovalDetail, reader: Reader): z.output<typeof approvalDetailSchema> {
  const { request, now } = detail;
  const { functionalCurrency } = reader;
  const draft = now !== null && 'entries' in now ? now : null;
  return {
    ...requestJson(request, reader),
    noTurn: detail.noTurn,
    needed: detail.needed,
    approvalsCount: detail.approvedBy.length,
    note: request.note,
    account: request.payAccount,
    holder: request.payHolder,
    toCompany: request.act.kind === 'transfer' ? request.act.toCompanyCode : null,
    interest: isInterest(request.act) ? interestJson(request.act) : null,
    version: request.version,
    asked: entriesJson(request.entries, functionalCurrency),
    now: draft && entriesJson(draft.entries, functionalCurrency),
    fingerprint: draft?.fingerprint ?? null,
    refusal: now !== null && 'code' in now ? now : null,
    differences: detail.differences.map((one) => ({
      account: one.account,
      itemNumber: one.itemNumber,
      customerName: one.customerName,
      asked: moneyJson(one.askedMinor, one.currency),
      now: moneyJson(one.nowMinor, one.currency),
      askedFunctional: moneyJson(one.askedFunctionalMinor, functionalCurrency),
      nowFunctional: moneyJson(one.nowFunctionalMinor, functionalCurrency),
    })),
    doubts: detail.doubts.map(({ code, params, amountMinor }) => ({
      code,
      parameters: { ...params },
      amount: amountMinor === undefined ? null : moneyJson(amountMinor, request.currency),
    })),
    approvedBy: [...detail.approvedBy],
    lapsedBy: [...detail.lapsedBy],
    deciders: [...detail.deciders],
    entryIds: [...request.entryIds],
    steps: detail.steps.map(({ what, words, byName, at, version }) => ({ what, words, byName, at, version })),
    evidence: detail.evidence.map(({ id, name, bytes, addedByName, addedAt }) => ({
      id,
      name,
      bytes,
      addedByName,
      addedAt,
    })),
    payments: detail.payments.map(paymentJson),
  };
}

function interestJson({ itemIds, toOn, letter }: InterestAct) {
  const isOnPaper = letter !== null && 'postalAddress' in letter.to;
  const to = letter === null ? null : 'address' in letter.to ? letter.to.address : letter.to.postalAddress;
  return { items: itemIds.length, toOn, letterTo: to?.split('\n')[0] ?? null, isOnPaper };
}

export function entriesJson(
  entries: readonly DraftedEntry[],
  functionalCurrency: string,
): z.output<typeof entrySchema>[] {
  return entries.map(({ kind, effectiveOn: on, currency, amountMinor, reversesEntryId, postings }) => ({
    kind,
    effectiveOn: on,
    amount: moneyJson(amountMinor, currency),
    reverses: reversesEntryId,
    postings: postings.map((one) => ({
      account: one.account,
      amount: moneyJson(one.amountMinor, one.currency),
      functionalAmount: moneyJson(one.functionalMinor, functionalCurrency),
      customerId: one.customerId,
      customerName: one.customerName,
      itemId: one.itemId,
      itemNumber: one.itemNumber,
      dueOn: one.dueOn,
    })),
  }));
}
