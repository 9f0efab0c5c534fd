/** Deductions and their reasons as the API prints them. */
import { formatAmount, minorDigits } from '@quittance/core/money';
import {
  type Caps,
  REASON_WORDS,
  SETTLEMENT_REASONS,
  type SettlementPolicy,
  type SettlementReason,
} from '@quittance/core/settlement';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { KeptDeduction } from '../deciding/decision.ts';
import type { DeductionTotal, DeductionView } from './deductions.queries.ts';

export const reasonSchema = z.enum(SETTLEMENT_REASONS);
const treatmentSchema = z
  .enum(['posted', 'claimed'])
  .describe('Posted to an account of its own, or claimed: the item stays open by it, held from dunning');
const limitSchema = z.string().nullable().describe('Why it is claimed although its reason is usually posted');

/** A deduction of a decision: proposed, or made with it. */
export const keptDeductionSchema = z.object({
  itemId: z.string(),
  number: z.string(),
  amount: moneyJsonSchema.describe('In the item’s currency'),
  reason: reasonSchema,
  treatment: treatmentSchema,
  limitedBy: limitSchema,
  stated: z.string().nullable().describe('The customer’s own code and words'),
  note: z.string().nullable(),
});

export function keptDeductionsJson(deductions: readonly KeptDeduction[]): z.output<typeof keptDeductionSchema>[] {
  return deductions.map(({ amountMinor, currency, ...said }) => ({
    ...said,
    amount: moneyJson(amountMinor, currency),
  }));
}

export const deductionSchema = z
  .object({
    id: z.string(),
    receiptId: z.string(),
    receiptNumber: z.string(),
    itemId: z.string(),
    itemNumber: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    amount: moneyJsonSchema,
    left: moneyJsonSchema.describe('Of an open claim, what the item still has open of it'),
    reason: reasonSchema,
    treatment: treatmentSchema,
    state: z.enum(['open', 'posted', 'withdrawn']),
    effectiveOn: z.string(),
    stated: z.string().nullable(),
    note: z.string().nullable(),
    limitedBy: limitSchema,
    isCertificateExpected: z.boolean().describe('Of withholding tax: the tax office’s paper is to come'),
    isByItself: z.boolean().describe('Made by the engine, without a person'),
    recordedAt: z.string(),
    recordedByName: z.string(),
    endedAt: z.string().nullable(),
    endedByName: z.string().nullable(),
    endedReason: z.string().nullable(),
  })
  .meta({ id: 'Deduction' });

export function deductionJson(deduction: DeductionView): z.output<typeof deductionSchema> {
  const { amountMinor, leftMinor, currency, ...said } = deduction;
  return { ...said, amount: moneyJson(amountMinor, currency), left: moneyJson(leftMinor, currency) };
}

export const totalSchema = z.object({
  state: z.enum(['open', 'posted', 'withdrawn']),
  reason: reasonSchema,
  count: z.number().int(),
  amount: moneyJsonSchema,
});

export function totalJson({
  state,
  reason,
  count,
  amountMinor,
  currency,
}: DeductionTotal): z.output<typeof totalSchema> {
  return { state, reason, count, amount: moneyJson(amountMinor, currency) };
}

const capSchema = moneyJsonSchema.nullable();

export const deductionReasonSchema = z
  .object({
    reason: reasonSchema,
    words: z.string(),
    treatment: treatmentSchema,
    needs: z
      .enum(['nothing', 'terms', 'certificate'])
      .describe('“terms”: posted only as far as the item’s terms grant it'),
    caps: z
      .object({
        item: capSchema.describe('Most that is posted for one item in one payment'),
        itemPercent: z.number().int().nullable().describe('The same in percent of what is settled of the item'),
        day: capSchema.describe('Most that is posted for one effective day'),
        analystDay: capSchema.describe('Most that one person posts in a day'),
      })
      .nullable(),
    mayExceed: z.string().nullable().describe('The permission that posts beyond them'),
  })
  .meta({ id: 'DeductionReason' });

export const MAY_EXCEED = 'ledger.adjust';

/** All reasons in the order of the list to choose from. Caps are in the company's functional currency. */
export function deductionReasonsJson(
  { reasons }: SettlementPolicy,
  currency: string,
): z.output<typeof deductionReasonSchema>[] {
  return SETTLEMENT_REASONS.map((reason: SettlementReason) => {
    const rule = reasons[reason];
    const words = REASON_WORDS[reason];
    if (rule.treatment === 'claimed') {
      return { reason, words, treatment: 'claimed', needs: 'nothing', caps: null, mayExceed: null };
    }
    const caps = capsJson(rule.caps, currency);
    return { reason, words, treatment: 'posted', needs: rule.needs, caps, mayExceed: MAY_EXCEED };
  });
}

function capsJson({ itemUnitsMax, itemPercentMax, dayUnitsMax, analystDayUnitsMax }: Caps, currency: string) {
  const amountOf = (units: number | null) => {
    if (units === null) return null;
    return { amount: formatAmount(BigInt(units) * 10n ** BigInt(minorDigits(currency)), currency), currency };
  };
  return {
    item: amountOf(itemUnitsMax),
    itemPercent: itemPercentMax,
    day: amountOf(dayUnitsMax),
    analystDay: amountOf(analystDayUnitsMax),
  };
}
