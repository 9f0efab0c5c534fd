/** A journal entry before it is written: balanced postings, and what they do to items. */
import type { LocalDate } from '../calendar/index.ts';
import type { ControlAccount, PlainAccount } from './accounts.ts';

export type EntryKind =
  | 'document'
  | 'receipt'
  | 'application'
  | 'cash_discount'
  | 'small_difference'
  | 'erp_settlement'
  | 'deduction'
  | 'write_off'
  | 'bank_fee'
  | 'withholding_tax'
  | 'refund'
  | 'suspense'
  | 'intercompany'
  | 'unclaimed_credit'
  | 'due_date_change'
  | 'identification'
  | 'revaluation'
  | 'reversal'
  | 'undo';

/** Where an item stands: on whose account and under which due date. */
export interface Position {
  readonly customerId: string;
  readonly dueOn: LocalDate;
}

interface PostingAmounts {
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
}

export interface ControlPosting extends PostingAmounts, Position {
  readonly account: ControlAccount;
  readonly itemId: string;
}

export interface PlainPosting extends PostingAmounts {
  readonly account: PlainAccount;
  readonly itemId?: never;
}

export type Posting = ControlPosting | PlainPosting;

export interface EntryDraft {
  readonly kind: EntryKind;
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  /** The headline amount, never negative: what an application applies, what a reversal undoes. */
  readonly amountMinor: bigint;
  readonly postings: readonly Posting[];
  readonly reversesEntryId?: string;
  readonly dependsOnEntryId?: string;
}

/** What a refusal names, apart from its sentence, so that it can be said in another language too. */
export type RefusalDetails = Readonly<Record<string, string | { readonly amount: string; readonly currency: string }>>;

/** A refusal of a ledger rule; `code` is stable, `message` is for the analyst. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly itemId?: string;
  readonly details?: RefusalDetails;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** Sums that are not zero, by day and currency and by day in functional currency ("functional"): empty when it balances. */
export function imbalances(postings: readonly Posting[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const posting of postings) {
    add(`${posting.effectiveOn} ${posting.currency}`, posting.amountMinor);
    add(`${posting.effectiveOn} functional`, posting.functionalMinor);
  }
  for (const [key, amount] of sums) if (amount === 0n) sums.delete(key);
  return sums;
}
