/** Fields of a bank's table in the order in which people look for them, and how money in is told from money out. */
import type { StatementField } from '@quittance/core/bank-formats';
import type { StatementMapping } from '../../../app/api.types.ts';
import type { TextKey } from '../../../app/i18n.ts';

export const BANK_FIELD_WORDS: Readonly<Record<StatementField, TextKey>> = {
  bookedOn: 'bankTable.bookedOn',
  valueOn: 'bankTable.valueOn',
  amount: 'bankTable.amount',
  debit: 'bankTable.debit',
  credit: 'bankTable.credit',
  direction: 'bankTable.direction',
  balance: 'bankTable.balance',
  currency: 'bankTable.currency',
  account: 'bankTable.account',
  name: 'bankTable.name',
  payerName: 'bankTable.payerName',
  payeeName: 'bankTable.payeeName',
  counterpartyAccount: 'bankTable.counterpartyAccount',
  text: 'bankTable.text',
  information: 'bankTable.information',
  bankReference: 'bankTable.bankReference',
  customerReference: 'bankTable.customerReference',
  endToEndId: 'bankTable.endToEndId',
  state: 'bankTable.state',
};

export const BANK_FIELDS = Object.keys(BANK_FIELD_WORDS) as readonly StatementField[];

/** Fields that several columns may make up. */
export const GATHERED: ReadonlySet<StatementField> = new Set(['text', 'information']);

export const AMOUNT_WAYS = ['signed', 'sides', 'marked'] as const;
export type AmountWay = (typeof AMOUNT_WAYS)[number];

export function wayOf({ columns }: StatementMapping): AmountWay {
  const has = (field: StatementField) => (columns[field]?.length ?? 0) > 0;
  if (has('debit') || has('credit')) return 'sides';
  return has('direction') ? 'marked' : 'signed';
}

/** The columns that another way needs are chosen then; those of the old way are given up. */
export function inWay(mapping: StatementMapping, way: AmountWay): StatementMapping {
  const { columns } = mapping;
  const none = { debit: [], credit: [], direction: [] };
  const amount = columns.amount ?? [];
  if (way === 'sides') return { ...mapping, columns: { ...columns, ...none, amount: [], credit: amount } };
  const kept = amount.length > 0 ? amount : [...(columns.credit ?? [])];
  return { ...mapping, columns: { ...columns, ...none, amount: kept } };
}

export function isShown(field: StatementField, way: AmountWay): boolean {
  if (field === 'debit' || field === 'credit') return way === 'sides';
  if (field === 'direction') return way === 'marked';
  return field !== 'amount' || way !== 'sides';
}
