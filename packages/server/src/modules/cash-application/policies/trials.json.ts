/** Trials as the API prints them. */
import { DIFFERENCE_KINDS, type DoneAnswer, type TrialAnswer } from '@quittance/core/cash-policy';
import { SETTLEMENT_REASONS } from '@quittance/core/settlement';
import { z } from 'zod';
import { receiptRowJson, receiptRowSchema } from '../cash-application.json.ts';
import type { ReceiptView } from '../queues/queues.queries.ts';
import { type KeptDifference, TRIAL_STATES, type Trial } from './trials.queries.ts';

const doneSchema = z.object({
  posts: z.boolean(),
  rule: z.string().nullable(),
  customer: z.string().nullable(),
  allocations: z.array(z.object({ number: z.string(), amount: z.string() })).describe('Cash on items'),
  deductions: z.array(
    z.object({
      number: z.string(),
      amount: z.string(),
      reason: z.enum(SETTLEMENT_REASONS),
      treatment: z.enum(['posted', 'claimed']),
    }),
  ),
});
const answerSchema = doneSchema.extend({
  decision: z.enum(['auto', 'suggest', 'exception']),
  sentence: z.string().describe('How the decision reads'),
  evidence: z.array(z.object({ kind: z.string(), detail: z.string(), parameters: z.record(z.string(), z.unknown()) })),
  alternativesCount: z.number().int(),
});
const countSchema = z.object({
  posted: z.number().int(),
  otherwise: z.number().int().describe('Of these, otherwise than it was done in the end'),
});

export const trialSchema = z
  .object({
    id: z.string(),
    number: z.number().int().describe('The version that is tried'),
    baseNumber: z.number().int().describe('The version it is compared with; 0 is the usual policy'),
    state: z.enum(TRIAL_STATES),
    from: z.string(),
    until: z.string(),
    receiptsKnown: z.number().int(),
    receiptsDone: z.number().int().describe('Of these; the figures are so far while it runs'),
    now: countSchema,
    proposed: countSchema,
    more: countSchema.describe('Posted by the version and not by the policy that held'),
    fewer: z.number().int(),
    changed: z.number().int().describe('Posted by both, in another way'),
    differencesCount: z.number().int(),
    isStillTrue: z
      .boolean()
      .describe('It has ended, and was compared with what holds: the version may be switched on after it'),
    runAt: z.string(),
    runByName: z.string(),
    endedAt: z.string().nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'CashPolicyTrial' });

export function trialJson(trial: Trial, isStillTrue: boolean): z.output<typeof trialSchema> {
  const { rules: _, checkpoint: __, result, ...told } = trial;
  const { receipts: ___, ...figures } = result;
  return { ...told, ...figures, isStillTrue };
}

export const differenceSchema = receiptRowSchema
  .extend({
    position: z.number().int(),
    kind: z.enum(DIFFERENCE_KINDS).describe('same: both policies agree, and not with what was done'),
    isOtherwise: z.boolean().describe('The version posts it otherwise than it was done'),
    now: answerSchema,
    proposed: answerSchema,
    done: doneSchema.nullable().describe('Null while nothing stands'),
  })
  .meta({ id: 'CashPolicyDifference' });

export function differenceJson(
  { position, kind, isOtherwise, answers }: KeptDifference,
  receipt: ReceiptView,
): z.output<typeof differenceSchema> {
  const { now, proposed, done } = answers;
  return {
    ...receiptRowJson(receipt, () => null),
    position,
    kind,
    isOtherwise,
    now: answerJson(now),
    proposed: answerJson(proposed),
    done: done === null ? null : doneJson(done),
  };
}

function answerJson(answer: TrialAnswer): z.output<typeof answerSchema> {
  const { decision, sentence, evidence, alternativesCount } = answer;
  return {
    ...doneJson(answer),
    decision,
    sentence,
    evidence: evidence.map(({ kind, detail, params }) => ({ kind, detail, parameters: { ...params } })),
    alternativesCount,
  };
}

function doneJson({ posts, rule, customer, allocations, deductions }: DoneAnswer): z.output<typeof doneSchema> {
  return { posts, rule, customer, allocations: [...allocations], deductions: [...deductions] };
}
