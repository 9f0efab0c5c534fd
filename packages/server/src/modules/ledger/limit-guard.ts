/** What the ledger asks when a person posts alone; `approvals`, which stands above it, answers. */
import type { AdjustmentKind } from '@quittance/core/ledger';
import type { Role } from '@quittance/core/permissions';
import type { Tx } from '../../platform/database/transaction.ts';

export interface LimitedAct {
  /** `intercompany` is a transfer to another company. */
  readonly kind: AdjustmentKind;
  readonly itemId: string;
  /** What is not in the books yet, in the company's currency: of the actor's acts of this kind that wait for their day. */
  readonly toComeMinor: bigint;
  readonly roles: readonly Role[];
}

/**
 * Called in the transaction, after the act: its item is locked, so that two at once are told one after the other. Throws
 * `approval_needed` when the actor has posted more than they may alone.
 */
export type LimitGuard = (tx: Tx, act: LimitedAct) => Promise<void>;
