/** Receipts as they travel. */
import type { components, paths } from '@quittance/client';

export type ReceiptRow = components['schemas']['ReceiptRow'];
export type ReceiptDetail = components['schemas']['Receipt'];
export type Decision = NonNullable<ReceiptDetail['decision']>;
export type Explanation = Decision['alternatives'][number];
export type Allocation = Decision['allocations'][number];
/** An open item that the receipt may be applied to; an `Item` is one with more to say. */
export type Candidate = ReceiptDetail['candidates'][number];
export type ReceiptQueue = ReceiptRow['queue'];
export type ReceiptQueues = components['schemas']['ReceiptQueues'];
export type ReceiptClaim = components['schemas']['ReceiptClaim'];
export type AskedQuestion = ReceiptDetail['questions'][number];
export type ReasonRule = components['schemas']['DeductionReason'];
export type ReceiptPage =
  paths['/api/v1/companies/{company}/receipts']['get']['responses'][200]['content']['application/json'];

export const RECEIPT_QUEUES: readonly ReceiptQueue[] = [
  'to_confirm',
  'exceptions',
  'unidentified',
  'unapplied',
  'posted',
];
