/** Advices as they travel. */

import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { KeptAdvice, KeptLine } from '../../intake/index.ts';
import type { ItemView } from '../../ledger/index.ts';
import type { StandingLink } from './links.queries.ts';

/** `linked` to a receipt; `waiting` for one that may still come; `not_found`: too long ago, a person has to look. */
export const ADVICE_STATES = ['linked', 'waiting', 'not_found'] as const;
export type AdviceState = (typeof ADVICE_STATES)[number];

export const adviceReceiptSchema = z
  .object({
    receiptId: z.string(),
    number: z.string(),
    bookedOn: z.string(),
    amount: moneyJsonSchema,
    unapplied: moneyJsonSchema,
    payerName: z.string().nullable(),
  })
  .meta({ id: 'AdviceReceipt' });

const linkSchema = adviceReceiptSchema
  .extend({
    linkedBy: z.enum(['trace', 'payer_and_amount', 'amount', 'person']),
    linkedAt: z.string(),
    linkedByName: z.string(),
  })
  .meta({ id: 'AdviceReceiptLink' });

export const adviceSchema = z
  .object({
    id: z.string(),
    importId: z.string(),
    fileName: z.string(),
    part: z.string().nullable().describe('The part of a mail or workbook it stood in'),
    form: z.enum(['csv', 'html', 'text', 'xlsx', 'edi820', 'remt001', 'pdf', 'scan']),
    isScanned: z.boolean().describe('Read from a picture: it posts nothing before a person has compared it'),
    checkedBy: z.string().nullable().describe('Who has compared a scan with what was read'),
    checkedAt: z.string().nullable(),
    state: z.enum(ADVICE_STATES),
    receivedOn: z.string(),
    payerName: z.string().nullable(),
    paidOn: z.string().nullable(),
    paymentNumber: z.string().nullable(),
    total: moneyJsonSchema.nullable().describe('As printed'),
    linesTotal: moneyJsonSchema.nullable().describe('What the lines pay'),
    lineCount: z.number().int(),
    footing: z.enum(['ok', 'off', 'unknown']).describe('Whether the lines make the total'),
    links: z.array(linkSchema),
  })
  .meta({ id: 'Advice' });

const adjustmentSchema = z.object({
  amount: moneyJsonSchema,
  code: z.string().nullable(),
  reason: z.string().nullable(),
});

const placeSchema = z.object({
  page: z.number().int(),
  left: z.number().int(),
  top: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});

export const adviceDetailSchema = adviceSchema
  .extend({
    texts: z.array(z.string()),
    lines: z.array(
      z.object({
        number: z.number().int(),
        row: z.number().int().describe('Of the file'),
        documentNumber: z.string().nullable(),
        documentKind: z.string().nullable(),
        issuedOn: z.string().nullable(),
        gross: moneyJsonSchema.nullable(),
        discount: moneyJsonSchema.nullable(),
        adjustments: z.array(adjustmentSchema),
        paid: moneyJsonSchema.nullable(),
        text: z.string(),
        place: placeSchema.nullable().describe('On its page, in thousandths'),
        item: z
          .object({
            id: z.string(),
            customerId: z.string(),
            customerName: z.string(),
            number: z.string(),
            open: moneyJsonSchema,
          })
          .nullable()
          .describe('The item of this number, when there is just one'),
      }),
    ),
    pages: z
      .array(z.object({ page: z.number().int(), width: z.number().int(), height: z.number().int() }))
      .describe('Of a scan, as it was read'),
  })
  .meta({ id: 'AdviceDetail' });

/** A receipt comes within days of its advice; after this many a person has to look. */
const WAITING_DAYS = 14;

export interface LinkedAdviceRow {
  readonly advice: KeptAdvice;
  readonly links: readonly StandingLink[];
  /** Days since it came. */
  readonly ageDays: number;
}

export function adviceJson({ advice, links, ageDays }: LinkedAdviceRow): z.output<typeof adviceSchema> {
  const money = (minor: bigint | null) => (minor === null ? null : moneyJson(minor, advice.currency));
  return {
    id: advice.id,
    importId: advice.batchId,
    fileName: advice.fileName,
    part: advice.part,
    form: advice.form,
    isScanned: advice.isScanned,
    checkedBy: advice.checkedByName,
    checkedAt: advice.checkedAt,
    state: links.length > 0 ? 'linked' : ageDays <= WAITING_DAYS ? 'waiting' : 'not_found',
    receivedOn: advice.receivedOn,
    payerName: advice.payerName,
    paidOn: advice.paidOn,
    paymentNumber: advice.traceNumber,
    total: money(advice.amountMinor),
    linesTotal: money(advice.linesMinor),
    lineCount: advice.lineCount,
    footing: advice.footing,
    links: links.map((link) => ({
      ...adviceReceiptJson(link),
      linkedBy: link.linkedBy,
      linkedAt: link.linkedAt,
      linkedByName: link.linkedByName,
    })),
  };
}

export function adviceReceiptJson(
  receipt: Pick<
    StandingLink,
    'receiptItemId' | 'receiptNumber' | 'bookedOn' | 'currency' | 'amountMinor' | 'openMinor' | 'payerName'
  >,
): z.output<typeof adviceReceiptSchema> {
  const { receiptItemId, receiptNumber, bookedOn, currency, amountMinor, openMinor, payerName } = receipt;
  return {
    receiptId: receiptItemId,
    number: receiptNumber,
    bookedOn,
    amount: moneyJson(amountMinor, currency),
    unapplied: moneyJson(openMinor, currency),
    payerName,
  };
}

export interface AdviceInFull extends LinkedAdviceRow {
  readonly lines: readonly KeptLine[];
  /** Of a line, by its number. */
  readonly items: ReadonlyMap<number, ItemView>;
  readonly pages: readonly { readonly page: number; readonly width: number; readonly height: number }[];
}

export function adviceDetailJson(full: AdviceInFull): z.output<typeof adviceDetailSchema> {
  const { currency } = full.advice;
  const money = (minor: bigint | null) => (minor === null ? null : moneyJson(minor, currency));
  return {
    ...adviceJson(full),
    texts: [...full.advice.toldText],
    lines: full.lines.map((line) => {
      const item = full.items.get(line.number);
      return {
        number: line.number,
        row: line.row,
        documentNumber: line.documentNumber,
        documentKind: line.documentKind,
        issuedOn: line.issuedOn,
        gross: money(line.grossMinor),
        discount: money(line.discountMinor),
        adjustments: line.adjustments.map(({ amountMinor, code, reason }) => ({
          amount: moneyJson(amountMinor, currency),
          code,
          reason,
        })),
        paid: money(line.paidMinor),
        text: line.toldText.join('\n'),
        place: line.place,
        item:
          item === undefined
            ? null
            : {
                id: item.id,
                customerId: item.customerId,
                customerName: item.customerName,
                number: item.number,
                open: moneyJson(item.openMinor, item.currency),
              },
      };
    }),
    pages: [...full.pages],
  };
}
