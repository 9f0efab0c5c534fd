/** What the ledger asks when a person posts alone; `approvals`, which stands above it, answers. */
import type { AdjustmentKind } from '@quittance/core/ledger';
import type { Role } from '@quittance/core/permissions';
import type { Tx } from '../../platform/database/transaction.ts';

/** Interest that is charged with a note, or let go. */
export type InterestKind = 'interest_charge' | 'interest_waiver';

export interface LimitedAct {
  /** `intercompany` is a transfer to another company; `credit` a credit note, or an invoice that is taken back. */
  readonly kind: AdjustmentKind | 'credit' | InterestKind;
  /** Null of what opens an item of its own, or concerns many. */
  readonly itemId: string | null;
  readonly customerId: string;
  /** What is not in the books yet, in the company's currency: of the actor's acts of this kind that wait for their day. */
  readonly toComeMinor: bigint;
  /** What was posted; or what waits, or was let go without a posting, and what it is worth today, in the company's currency. */
  readonly posted: { readonly entryId: string } | { readonly pendingId?: string; readonly valueMinor: bigint };
  readonly roles: readonly Role[];
  /** It was posted before and is posted again beside an undoing: it counts, and is not refused. */
  readonly isGrantedBefore?: boolean;
}

/**
 * Called in the transaction, after the act: its item is locked, so that two at once are told one after the other. Throws
 * `approval_needed` when the actor has posted more than they may alone.
 */
export type LimitGuard = (tx: Tx, act: LimitedAct) => Promise<void>;
