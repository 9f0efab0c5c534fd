/** The ledger's rows as the API prints them. */
import { daysBetween, type LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import type { AgingAmounts, AgingRow } from './aging.queries.ts';
import type { ItemView, PostingView } from './reading.queries.ts';

export const itemSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    documentNumber: z.string(),
    kind: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    issuedOn: z.string(),
    dueOn: z.string(),
    daysLate: z.number().int().describe('Today less the due date; 0 or less is not due'),
    amount: moneyJsonSchema,
    open: moneyJsonSchema,
    terms: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    orderNumber: z.string().nullable(),
    deliveryNote: z.string().nullable(),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    openingEntryId: z.string(),
    isCancelled: z.boolean(),
  })
  .meta({ id: 'Item' });

export function itemJson(item: ItemView, today: LocalDate): z.output<typeof itemSchema> {
  const { amountMinor, openMinor, currency } = item;
  return {
    id: item.id,
    number: item.number,
    documentNumber: item.documentNumber,
    kind: item.kind,
    customerId: item.customerId,
    customerNumber: item.customerNumber,
    customerName: item.customerName,
    issuedOn: item.issuedOn,
    dueOn: item.dueOn,
    daysLate: daysBetween(item.dueOn, today),
    amount: moneyJson(amountMinor, currency),
    open: moneyJson(openMinor, currency),
    terms: item.terms,
    purchaseOrder: item.purchaseOrder,
    orderNumber: item.orderNumber,
    deliveryNote: item.deliveryNote,
    reference: item.reference,
    note: item.note,
    openingEntryId: item.openingEntryId,
    isCancelled: item.isCancelled,
  };
}

export const postingSchema = z
  .object({
    id: z.string().describe('The entry and the line'),
    entryId: z.string(),
    entryKind: z.string(),
    account: z.string(),
    amount: moneyJsonSchema,
    functionalAmount: moneyJsonSchema,
    effectiveOn: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string(),
    dueOn: z.string().nullable(),
    itemId: z.string().nullable(),
    itemNumber: z.string().nullable(),
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    reason: z.string().nullable(),
    reversesEntryId: z.string().nullable(),
    undone: moneyJsonSchema.describe('How much of the entry has been undone'),
  })
  .meta({ id: 'Posting' });

export function postingJson(posting: PostingView, functionalCurrency: string): z.output<typeof postingSchema> {
  return {
    id: `${posting.entryId}/${posting.line}`,
    entryId: posting.entryId,
    entryKind: posting.kind,
    account: posting.account,
    amount: moneyJson(posting.amountMinor, posting.currency),
    functionalAmount: moneyJson(posting.functionalMinor, functionalCurrency),
    effectiveOn: posting.effectiveOn,
    recordedAt: posting.recordedAt,
    recordedBy: posting.recordedBy,
    dueOn: posting.dueOn,
    itemId: posting.itemId,
    itemNumber: posting.itemNumber,
    customerId: posting.customerId,
    customerName: posting.customerName,
    reason: posting.reason,
    reversesEntryId: posting.reversesEntryId,
    undone: moneyJson(posting.undoneMinor, posting.currency),
  };
}

const agingAmounts = {
  currency: z.string(),
  notDue: z.string().describe('Decimal text in the row’s currency, like all amounts of an aging'),
  buckets: z.array(z.string()),
  unapplied: z.string(),
  total: z.string(),
};

export const agingTotalSchema = z.object(agingAmounts);
export const agingRowSchema = z.object({
  key: z.string().describe('The customer’s or the item’s id'),
  label: z.string().describe('The customer’s or the item’s number'),
  customerId: z.string(),
  customerName: z.string(),
  dueOn: z.string().nullable().describe('Of an item; null when the rows are customers'),
  ...agingAmounts,
});

export function agingAmountsJson(amounts: AgingAmounts): z.output<typeof agingTotalSchema> {
  const { currency } = amounts;
  return {
    currency,
    notDue: formatAmount(amounts.notDueMinor, currency),
    buckets: amounts.bucketsMinor.map((bucket) => formatAmount(bucket, currency)),
    unapplied: formatAmount(amounts.unappliedMinor, currency),
    total: formatAmount(amounts.totalMinor, currency),
  };
}

export interface AgingLabel {
  readonly label: string;
  readonly customerName: string;
  readonly dueOn: LocalDate | null;
}

export function agingRowJson(row: AgingRow, label: AgingLabel | undefined): z.output<typeof agingRowSchema> {
  return {
    key: row.key,
    label: label?.label ?? row.key,
    customerId: row.customerId,
    customerName: label?.customerName ?? '',
    dueOn: label?.dueOn ?? null,
    ...agingAmountsJson(row),
  };
}
