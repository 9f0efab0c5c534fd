/** Receipts as they travel. */
import type { Item, Page } from '../../app/api.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';

export type ReceiptQueue = 'to_confirm' | 'exceptions' | 'unidentified' | 'unapplied' | 'posted';
export const RECEIPT_QUEUES: readonly ReceiptQueue[] = [
  'to_confirm',
  'exceptions',
  'unidentified',
  'unapplied',
  'posted',
];

export interface ReceiptRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly valueOn: string | null;
  readonly amount: MoneyText;
  readonly unapplied: MoneyText;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly status: string;
  readonly since: string;
}

export interface ReceiptPage extends Page<ReceiptRow> {
  readonly counts: Readonly<Record<ReceiptQueue, number>>;
}

export interface BankLine {
  readonly account: string;
  readonly bookedOn: string | null;
  readonly valueOn: string | null;
  readonly amount: MoneyText;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly bankReference: string | null;
  readonly endToEndId: string | null;
  readonly structuredReference: string | null;
  readonly text: string;
}

export interface Allocation {
  readonly itemId: string;
  readonly number: string;
  readonly amount: MoneyText;
}

export interface Explanation {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly allocations: readonly Allocation[];
}

export interface Decision {
  readonly decision: 'auto' | 'suggest' | 'exception';
  readonly sentence: string;
  readonly evidence: readonly { readonly kind: string; readonly detail: string }[];
  readonly allocations: readonly Allocation[];
  readonly alternatives: readonly Explanation[];
  readonly rejected: readonly { readonly sentence: string; readonly reason: string }[];
  readonly question: string | null;
}

export interface ReceiptDetail extends ReceiptRow {
  readonly bankLine: BankLine | null;
  readonly decision: Decision | null;
  readonly candidates: readonly Item[];
  readonly applied: readonly Allocation[];
  readonly canUndo: boolean;
}
