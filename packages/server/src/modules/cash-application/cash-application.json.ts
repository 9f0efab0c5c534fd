/** Receipts and decisions as the API prints them. */
import type { LocalDate } from '@quittance/core/calendar';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import type { KeptAllocation, KeptDecision } from './deciding/decision.ts';
import { keptDeductionSchema, keptDeductionsJson } from './deductions/deductions.json.ts';
import { candidateJson, candidateSchema } from './queues/candidate.json.ts';
import { RECEIPT_QUEUES, type ReceiptView } from './queues/queues.queries.ts';
import type { ReceiptDetail } from './queues/receipt-detail.usecase.ts';

const receiptFields = {
  id: z.string().describe('The receipt’s item in the ledger'),
  number: z.string(),
  bookedOn: z.string(),
  valueOn: z.string().nullable(),
  amount: moneyJsonSchema,
  unapplied: moneyJsonSchema,
  payerName: z.string().nullable(),
  payerAccount: z.string().nullable(),
  text: z.string().describe('What the payer wrote, in one line'),
  customerId: z.string().nullable().describe('Whose account it stands on, or whose it is thought to be'),
  customerNumber: z.string().nullable(),
  customerName: z.string().nullable(),
  queue: z.enum(RECEIPT_QUEUES),
  status: z.string().describe('The state of its current decision; "undecided" before the first'),
  since: z.string(),
  questionCode: z.string().nullable().describe('Why it did not post by itself'),
  explanation: z.string().nullable().describe('The kind of explanation that is proposed or was posted'),
  decisionNumber: z.number().int().nullable().describe('Of its current decision; a confirmation names it'),
  dueAt: z
    .string()
    .nullable()
    .describe('When its time to be applied, or the customer’s to answer, is over; null once posted'),
  asked: z
    .object({ at: z.string(), byName: z.string() })
    .nullable()
    .describe('It waits for the customer: asked when and by whom'),
};

export const receiptRowSchema = z.object(receiptFields).meta({ id: 'ReceiptRow' });

export function receiptRowJson(
  receipt: ReceiptView,
  dueOf: (receipt: ReceiptView) => string | null,
): z.output<typeof receiptRowSchema> {
  const { currency, askedAt, askedByName } = receipt;
  return {
    id: receipt.itemId,
    number: receipt.number,
    bookedOn: receipt.bookedOn,
    valueOn: receipt.valueOn,
    amount: moneyJson(receipt.amountMinor, currency),
    unapplied: moneyJson(receipt.openMinor, currency),
    payerName: receipt.payerName,
    payerAccount: receipt.payerAccount,
    text: receipt.lines.map((line) => line.trim()).join(' '),
    customerId: receipt.customerId,
    customerNumber: receipt.customerNumber,
    customerName: receipt.customerName,
    queue: receipt.queue,
    status: receipt.state ?? 'undecided',
    since: receipt.since,
    questionCode: receipt.questionCode,
    explanation: receipt.explanation,
    decisionNumber: receipt.decisionNumber,
    dueAt: dueOf(receipt),
    asked: askedAt === null ? null : { at: askedAt, byName: askedByName ?? '' },
  };
}

const bankLineSchema = z.object({
  account: z.string().nullable(),
  bookedOn: z.string().nullable(),
  valueOn: z.string().nullable(),
  amount: moneyJsonSchema,
  counterpartyName: z.string().nullable(),
  counterpartyAccount: z.string().nullable(),
  bankReference: z.string().nullable(),
  endToEndId: z.string().nullable(),
  structuredReference: z.string().nullable(),
  text: z.string().describe('Line by line, as it came'),
});

const allocationSchema = z.object({
  itemId: z.string(),
  number: z.string(),
  amount: moneyJsonSchema.describe('Below zero on a credit that the payer netted'),
  itemAmount: moneyJsonSchema.nullable().describe('What it settles of an item in another currency'),
});
const appliedSchema = allocationSchema.omit({ itemAmount: true }).extend({ entryIds: z.array(z.string()) });
const sentenceSchema = z.object({
  code: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  sentence: z.string(),
});

const decisionSchema = z.object({
  number: z.number().int(),
  decision: z.enum(['auto', 'suggest', 'exception']),
  state: z.enum(['waiting', 'posted', 'on_account', 'not_ours', 'undone', 'replaced', 'withdrawn']),
  rule: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  sentence: z.string(),
  evidence: z.array(z.object({ kind: z.string(), detail: z.string(), parameters: z.record(z.string(), z.unknown()) })),
  allocations: z.array(allocationSchema).describe('Empty once it is neither proposed nor posted any more'),
  deductions: z.array(keptDeductionSchema).describe('What the customer took off; empty like the allocations'),
  unapplied: moneyJsonSchema,
  alternatives: z.array(
    z.object({
      explanation: z.string().describe('Its kind, as of the decision itself'),
      customerId: z.string().nullable(),
      customerName: z.string().nullable(),
      allocations: z.array(allocationSchema),
      unapplied: moneyJsonSchema,
    }),
  ),
  alternativesCount: z.number().int(),
  rejected: z.array(
    z.object({
      sentence: z.string(),
      reason: z.string(),
      code: z.string().nullable().describe('The reason, for programs; null for what was decided before it was kept'),
      customer: z.string().nullable(),
      items: z.array(z.string()),
    }),
  ),
  question: z.string().nullable(),
  questionCode: z.string().nullable(),
  questionParameters: z.record(z.string(), z.unknown()).nullable(),
  wouldChangeIf: z.array(sentenceSchema),
  policyVersion: z.string(),
  decidedAt: z.string(),
});

const questionSchema = z.object({
  id: z.string(),
  questionCode: z.string().nullable(),
  language: z.string(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  askedAt: z.string(),
  askedByName: z.string(),
  answeredAt: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string().nullable(),
});

export const receiptDetailSchema = z
  .object({
    ...receiptFields,
    bankLine: bankLineSchema.nullable(),
    decision: decisionSchema.nullable().describe('What the engine said last'),
    settlement: z
      .object({
        kind: z.enum(['by_itself', 'confirmed', 'corrected', 'on_account', 'not_ours']),
        by: z.string().nullable(),
        at: z.string().nullable(),
        sentence: z.string(),
        deductions: z.array(keptDeductionSchema),
      })
      .nullable()
      .describe('What was done last and stands'),
    candidates: z.array(candidateSchema),
    applied: z.array(appliedSchema),
    canUndo: z.boolean(),
    isToDecide: z
      .boolean()
      .describe('It is being decided again: an item that the decision names was settled or opened since'),
    questions: z.array(questionSchema).describe('What was asked of the customer about it, the latest first'),
  })
  .meta({ id: 'Receipt' });

type Detail = z.output<typeof receiptDetailSchema>;

export function receiptDetailJson(
  detail: ReceiptDetail,
  { today, dueOf }: { today: LocalDate; dueOf: (receipt: ReceiptView) => string | null },
): Detail {
  return {
    ...receiptRowJson(detail.receipt, dueOf),
    bankLine: bankLineJson(detail),
    decision: decisionJson(detail),
    settlement: settlementJson(detail.settlement),
    candidates: detail.candidates.map((item) => candidateJson(item, today)),
    applied: detail.applied.map(({ itemId, number, amountMinor, currency, entryIds }) => ({
      itemId,
      number,
      amount: moneyJson(amountMinor, currency),
      entryIds: [...entryIds],
    })),
    canUndo: detail.canUndo,
    isToDecide: detail.isToDecide,
    questions: detail.questions.map(({ receiptId: _, customerId: __, ...question }) => question),
  };
}

function bankLineJson({ bankLine }: ReceiptDetail): Detail['bankLine'] {
  if (bankLine === null) return null;
  return {
    account: bankLine.account,
    bookedOn: bankLine.bookedOn,
    valueOn: bankLine.valueOn,
    amount: moneyJson(bankLine.amountMinor, bankLine.currency),
    counterpartyName: bankLine.payerName,
    counterpartyAccount: bankLine.payerAccount,
    bankReference: bankLine.bankReference,
    endToEndId: bankLine.endToEndId,
    structuredReference: bankLine.structuredReference,
    text: bankLine.textLines.join('\n'),
  };
}

function decisionJson({ decision, customers }: ReceiptDetail): Detail['decision'] {
  if (decision === null || decision.decision === 'manual') return null;
  const { currency } = decision;
  const nameOf = (id: string | null) => (id === null ? null : (customers.get(id)?.name ?? null));
  const holds = decision.state === 'waiting' || decision.state === 'posted';
  return {
    number: decision.number,
    decision: decision.decision,
    state: decision.state,
    rule: decision.rule,
    customerId: decision.customerId,
    customerName: nameOf(decision.customerId),
    sentence: decision.sentence,
    evidence: decision.evidence.map(({ kind, detail, params }) => ({ kind, detail, parameters: { ...params } })),
    allocations: holds ? allocationsJson(decision.allocations, currency) : [],
    deductions: holds ? keptDeductionsJson(decision.deductions) : [],
    unapplied: moneyJson(decision.unappliedMinor, currency),
    alternatives: decision.alternatives.map(({ explanation, customerId, allocations, unappliedMinor }) => ({
      explanation,
      customerId,
      customerName: nameOf(customerId),
      allocations: allocationsJson(allocations, currency),
      unapplied: moneyJson(unappliedMinor, currency),
    })),
    alternativesCount: decision.alternativesCount,
    rejected: decision.rejected.map(({ sentence, reason, code, customer, items }) => ({
      sentence,
      reason,
      code: code ?? null,
      customer: customer ?? null,
      items: [...(items ?? [])],
    })),
    question: decision.question?.sentence ?? null,
    questionCode: decision.question?.code ?? null,
    questionParameters: decision.question ? { ...decision.question.params } : null,
    wouldChangeIf: decision.wouldChangeIf.map(({ code, params, sentence }) => ({
      code,
      parameters: { ...params },
      sentence,
    })),
    policyVersion: decision.policyVersion,
    decidedAt: decision.decidedAt,
  };
}

function settlementJson(settlement: KeptDecision | null): Detail['settlement'] {
  if (settlement === null) return null;
  const { decision, state, settledByName, settledAt, sentence, deductions } = settlement;
  const kinds = { auto: 'by_itself', suggest: 'confirmed', exception: 'confirmed', manual: 'corrected' } as const;
  const kind = state === 'on_account' || state === 'not_ours' ? state : kinds[decision];
  return { kind, by: settledByName, at: settledAt, sentence, deductions: keptDeductionsJson(deductions) };
}

function allocationsJson(allocations: readonly KeptAllocation[], currency: string) {
  return allocations.map(({ itemId, number, amountMinor, inItemCurrency }) => ({
    itemId,
    number,
    amount: moneyJson(amountMinor, currency),
    itemAmount: inItemCurrency ? moneyJson(inItemCurrency.amountMinor, inItemCurrency.currency) : null,
  }));
}
