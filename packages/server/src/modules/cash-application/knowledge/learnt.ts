/** Everything that cash application has learnt, each as one thing that a person can look at, take back and give back. */
import type { LocalDate } from '@quittance/core/calendar';

export const LEARNT_KINDS = ['account', 'name', 'habit', 'pair', 'payer', 'code', 'layout'] as const;
export type LearntKind = (typeof LEARNT_KINDS)[number];

export const LEARNT_STATES = ['standing', 'taken_back'] as const;
export type LearntState = (typeof LEARNT_STATES)[number];

/** Where it is known from: receipts that were applied, another system, the customer's own record, a person, a file. */
export type LearntOrigin = 'application' | 'imported' | 'customer_account' | 'person' | 'file';

export interface LearntThing {
  /** The kind of record that keeps it, and its key there. */
  readonly id: string;
  readonly kind: LearntKind;
  /** The account or name, the habit, the receipt's number, the code, the columns' name. */
  readonly what: string;
  readonly origin: LearntOrigin;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  /** Of a pair the item that is not paid. */
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  /** How often it was seen; of a habit out of how many. */
  readonly times: number | null;
  readonly ofTimes: number | null;
  readonly shareBps: number | null;
  /** What a code means; of a layout its columns; why a pair was rejected. */
  readonly meaning: string | null;
  readonly sinceOn: LocalDate | null;
  readonly lastOn: LocalDate;
  readonly byName: string | null;
  readonly isByItself: boolean;
  /** The receipts from which it was learnt first and last. */
  readonly firstReceiptId: string | null;
  readonly firstReceiptNumber: string | null;
  readonly lastReceiptId: string | null;
  readonly lastReceiptNumber: string | null;
  readonly takenBackAt: string | null;
  readonly takenBackByName: string | null;
  readonly takenBackReason: string | null;
}

/** What keeps a thing: a link, a customer's own account, a count of habits, …, or what was taken back of them. */
export const LEARNT_RECORDS = ['link', 'record', 'habit', 'pair', 'payer', 'code', 'layout', 'revocation'] as const;
export type LearntRecord = (typeof LEARNT_RECORDS)[number];

export interface LearntKey {
  readonly record: LearntRecord;
  readonly parts: readonly string[];
}

/** `pair:r1:i1` is the pair of two ids; null when it is no key of ours. */
export function learntKey(id: string): LearntKey | null {
  const [record, ...parts] = id.split(':');
  const known = LEARNT_RECORDS.find((one) => one === record);
  return known === undefined || parts.length === 0 ? null : { record: known, parts };
}
