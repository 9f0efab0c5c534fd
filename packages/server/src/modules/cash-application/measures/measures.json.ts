/** The measures as the API prints them: each figure with what it counts, of what, and how in words. */
import { groupedBy, shareOf, type Week } from '@quittance/core/measures';
import { z } from 'zod';
import type { Company } from '../../../platform/database/transaction.ts';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { MEASURED, type PayerGroup, type ReasonGroup, type ReceivedGroup } from './measures.queries.ts';
import type { Measures, TimeToApply } from './measures.usecase.ts';

const FORMULAS = {
  autoPayments:
    'Receipts booked in the period that posted by themselves, also when that was undone later ÷ all receipts booked in the period. Left out: cancelled receipts, and those that were settled outside of cash application.',
  autoLines:
    'Items that these receipts were applied to by themselves ÷ all items that they were applied to, each once for a receipt. What still waits has no lines yet.',
  autoValue: 'Amounts of the receipts that posted by themselves ÷ amounts of all receipts of the period, by currency.',
  autoValueFunctional: 'The same in the functional currency, at the rates at which the receipts were posted.',
  precision:
    'Receipts that posted by themselves and were not corrected ÷ receipts that posted by themselves. Corrected: undone as wrong, applied otherwise afterwards, or undone after the whole had gone to an account or into suspense.',
  time: 'From the bank line’s posting to the first application that stands, in the company’s working hours, and by the clock on the wall; the shortest time within which half, and nine in ten, of the applied receipts were done. What waits has no time yet.',
  reasons: 'Receipts that did not post by themselves, by what was asked about them first.',
  payers:
    'Receipts without a linked advice and without a number of an item in the text, by payer; those that people had to place come first.',
  weeks: 'Receipts that posted by themselves ÷ receipts booked, by week from Monday to Sunday.',
} as const;

const formula = z.string().describe('How it is counted, in words');
const list = z.enum(MEASURED).describe('The figure of the list of receipts that are counted');
const share = z.number().nullable().describe('From 0 to 1, in ten-thousandths, half up; null of nothing');
const rateSchema = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  share,
  formula,
  lists: z.object({ numerator: list, denominator: list, others: list.describe('What the denominator has beyond') }),
});
const valueSchema = z.object({ numerator: moneyJsonSchema, denominator: moneyJsonSchema, share });
const timeSchema = z.object({
  count: z.number().int().describe('Receipts that were applied'),
  medianMinutes: z.number().int().nullable().describe('In working time'),
  ninthDecileMinutes: z.number().int().nullable(),
  medianClockMinutes: z.number().int().nullable().describe('By the clock on the wall, nights and weekends too'),
  ninthDecileClockMinutes: z.number().int().nullable(),
  list,
});

export const measuresSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    autoPayments: rateSchema,
    autoLines: rateSchema.omit({ lists: true }),
    autoValue: z.object({ currencies: z.array(valueSchema), formula }),
    autoValueFunctional: valueSchema
      .extend({ formula })
      .nullable()
      .describe('Null when all came in the functional currency'),
    precision: rateSchema,
    timeToApply: z.object({
      all: timeSchema,
      byPeople: timeSchema.describe('Of what did not post by itself'),
      waitingCount: z.number().int().describe('Not applied yet'),
      businessDayMinutes: z.number().int(),
      formula,
    }),
    exceptions: z.object({
      count: z.number().int(),
      reasons: z.array(
        z.object({
          questionCode: z.string().nullable().describe('Null: nothing was asked, or nobody has looked at it yet'),
          count: z.number().int(),
          waitingCount: z.number().int().describe('Of which are not applied yet'),
          amounts: z.array(moneyJsonSchema).describe('By currency'),
        }),
      ),
      formula,
    }),
    payersWithoutRemittance: z.object({
      payers: z.array(
        z.object({
          payer: z.string().describe('What the list of receipts is asked with'),
          customerId: z.string().nullable(),
          customerNumber: z.string().nullable(),
          name: z.string().describe('The customer’s, or as the bank gave it; empty when it gave none'),
          count: z.number().int(),
          byHandCount: z.number().int().describe('Of which did not post by themselves'),
          amounts: z.array(moneyJsonSchema),
        }),
      ),
      formula,
    }),
    trend: z.object({
      weeks: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          numerator: z.number().int(),
          denominator: z.number().int(),
          share,
        }),
      ),
      formula,
    }),
  })
  .meta({ id: 'CashMeasures' });
type Json = z.output<typeof measuresSchema>;

export function measuresJson(
  measures: Measures,
  { period, company }: { readonly period: Week; readonly company: Company },
): Json {
  const { groups, lines, correctedCount, time, reasons, payers, weeks } = measures;
  const received = sumOf(groups, ({ count }) => count);
  const auto = sumOf(groups, ({ autoCount }) => autoCount);
  return {
    from: period.from,
    to: period.to,
    autoPayments: {
      ...rate(auto, received, FORMULAS.autoPayments),
      lists: { numerator: 'auto', denominator: 'received', others: 'by_hand' },
    },
    autoLines: rate(lines.auto, lines.all, FORMULAS.autoLines),
    autoValue: { currencies: valuesOf(groups), formula: FORMULAS.autoValue },
    autoValueFunctional: functionalValue(groups, company.functionalCurrency),
    precision: {
      ...rate(auto - correctedCount, auto, FORMULAS.precision),
      lists: { numerator: 'auto', denominator: 'auto', others: 'corrected' },
    },
    timeToApply: {
      all: timeJson(time.all, 'applied'),
      byPeople: timeJson(time.byPeople, 'applied_by_people'),
      waitingCount: received - time.all.count,
      businessDayMinutes: time.dayMinutes,
      formula: FORMULAS.time,
    },
    exceptions: { count: received - auto, reasons: reasonsJson(reasons), formula: FORMULAS.reasons },
    payersWithoutRemittance: { payers: payersJson(payers), formula: FORMULAS.payers },
    trend: {
      weeks: weeks.map(({ from, to, count, autoCount }) => {
        const { numerator, denominator, share: of } = rate(autoCount, count, '');
        return { from, to, numerator, denominator, share: of };
      }),
      formula: FORMULAS.weeks,
    },
  };
}

function rate(numerator: number, denominator: number, words: string): Json['autoLines'] {
  return { numerator, denominator, share: shareOf(BigInt(numerator), BigInt(denominator)), formula: words };
}

function value(currency: string, numerator: bigint, denominator: bigint): z.output<typeof valueSchema> {
  const amounts = { numerator: moneyJson(numerator, currency), denominator: moneyJson(denominator, currency) };
  return { ...amounts, share: shareOf(numerator, denominator) };
}

function valuesOf(groups: readonly ReceivedGroup[]): z.output<typeof valueSchema>[] {
  return [...groupedBy(groups, ({ currency }) => currency)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, own]) => value(currency, minorOf(own, 'autoMinor'), minorOf(own, 'amountMinor')));
}

/** Amounts of several currencies are added only as the ledger values them. */
function functionalValue(groups: readonly ReceivedGroup[], currency: string): Json['autoValueFunctional'] {
  if (groups.every((group) => group.currency === currency)) return null;
  const sums = value(currency, minorOf(groups, 'autoFunctionalMinor'), minorOf(groups, 'functionalMinor'));
  return { ...sums, formula: FORMULAS.autoValueFunctional };
}

function timeJson(time: TimeToApply, figure: (typeof MEASURED)[number]): z.output<typeof timeSchema> {
  return { ...time, list: figure };
}

function reasonsJson(groups: readonly ReasonGroup[]): Json['exceptions']['reasons'] {
  return [...groupedBy(groups, ({ questionCode }) => questionCode)]
    .map(([questionCode, own]) => ({
      questionCode,
      count: sumOf(own, ({ count }) => count),
      waitingCount: sumOf(own, ({ waitingCount }) => waitingCount),
      amounts: amountsOf(own),
    }))
    .sort((one, other) => other.count - one.count || ((one.questionCode ?? '') < (other.questionCode ?? '') ? -1 : 1));
}

function payersJson(groups: readonly PayerGroup[]): Json['payersWithoutRemittance']['payers'] {
  return [...groupedBy(groups, ({ payer }) => payer)].map(([payer, own]) => ({
    payer,
    customerId: own[0]?.customerId ?? null,
    customerNumber: own[0]?.customerNumber ?? null,
    name: own[0]?.customerName ?? payer,
    count: sumOf(own, ({ count }) => count),
    byHandCount: sumOf(own, ({ byHandCount }) => byHandCount),
    amounts: amountsOf(own),
  }));
}

function amountsOf(groups: readonly { readonly currency: string; readonly amountMinor: bigint }[]) {
  return [...groupedBy(groups, ({ currency }) => currency)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, own]) => moneyJson(minorOf(own, 'amountMinor'), currency));
}

function sumOf<Group>(groups: readonly Group[], count: (group: Group) => number): number {
  return groups.reduce((sum, group) => sum + count(group), 0);
}

function minorOf<Key extends string>(groups: readonly Readonly<Record<Key, bigint>>[], key: Key): bigint {
  return groups.reduce((sum, group) => sum + group[key], 0n);
}
