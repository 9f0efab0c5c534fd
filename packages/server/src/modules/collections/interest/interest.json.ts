/** Proposals of interest as the API tells them. */
import { DAY_COUNTS, type InterestStretch } from '@quittance/core/interest';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { PlanProposalOfCustomer, Proposal } from './interest.usecase.ts';

const stretchSchema = z.object({
  fromOn: z.string(),
  toOn: z.string(),
  days: z.number().int(),
  open: moneyJsonSchema,
  rateE4: z.number().int().describe('Ten-thousandths of a per cent a year: 101500 is 10.15 %'),
});
const lineSchema = z.object({
  itemId: z.string(),
  number: z.string(),
  dueOn: z.string(),
  fromOn: z.string(),
  toOn: z.string(),
  days: z.number().int(),
  interest: moneyJsonSchema,
  fee: moneyJsonSchema,
  daysLate: z.number().int().describe('From the day after due until it was paid, or through today'),
  open: moneyJsonSchema.describe('Of the item, today'),
  isDisputed: z.boolean().describe('A dispute holds the item'),
  stretches: z.array(stretchSchema),
});
const planSchema = z.object({
  id: z.string(),
  principal: moneyJsonSchema,
  basisPoints: z.number().int().describe('A year; 600 is six per cent'),
  dayCount: z.enum(DAY_COUNTS),
  fromOn: z.string().describe('The first day that bears interest'),
  untilOn: z.string().describe('The first day not asked for'),
  asked: moneyJsonSchema.describe('Charged or waived before'),
  stretches: z.array(stretchSchema).describe('From its first day on'),
});

export const proposalSchema = z
  .object({
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    interest: moneyJsonSchema,
    fee: moneyJsonSchema,
    total: moneyJsonSchema.describe('Without the disputed lines'),
    disputed: moneyJsonSchema.describe('Interest and fees of the disputed lines, asked only where a person adds them'),
    isPartial: z.boolean().describe('Only the items due first; the others follow once these are charged'),
    plan: planSchema.nullable().describe('Agreed with an instalment plan; null: of items that are late'),
    lines: z.array(lineSchema),
  })
  .meta({ id: 'InterestProposal' });

export function proposalJson(proposal: Proposal | PlanProposalOfCustomer): z.output<typeof proposalSchema> {
  return 'plan' in proposal ? planJson(proposal) : itemsJson(proposal);
}

function itemsJson({ customer, currency, interestMinor, feeMinor, disputedMinor, isPartial, lines }: Proposal) {
  const money = (amountMinor: bigint) => moneyJson(amountMinor, currency);
  return {
    customerId: customer.id,
    customerNumber: customer.number,
    customerName: customer.name,
    interest: money(interestMinor),
    fee: money(feeMinor),
    total: money(interestMinor + feeMinor),
    disputed: money(disputedMinor),
    isPartial,
    plan: null,
    lines: lines.map(({ interestMinor: interest, feeMinor: fee, openMinor, stretches, ...line }) => ({
      ...line,
      open: money(openMinor),
      interest: money(interest),
      fee: money(fee),
      stretches: stretchesJson(stretches, currency),
    })),
  };
}

function planJson({ customer, plan, untilOn, interestMinor, stretches }: PlanProposalOfCustomer) {
  const { id, currency, principalMinor, basisPoints, dayCount, fromOn, askedMinor } = plan;
  const total = moneyJson(interestMinor, currency);
  return {
    customerId: customer.id,
    customerNumber: customer.number,
    customerName: customer.name,
    interest: total,
    fee: moneyJson(0n, currency),
    total,
    disputed: moneyJson(0n, currency),
    isPartial: false,
    plan: {
      ...{ id, basisPoints, dayCount, fromOn, untilOn },
      principal: moneyJson(principalMinor, currency),
      asked: moneyJson(askedMinor, currency),
      stretches: stretchesJson(stretches, currency),
    },
    lines: [],
  };
}

function stretchesJson(stretches: readonly InterestStretch[], currency: string) {
  return stretches.map(({ openMinor, ...stretch }) => ({ ...stretch, open: moneyJson(openMinor, currency) }));
}
