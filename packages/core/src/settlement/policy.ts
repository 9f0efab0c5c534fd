/**
 * What becomes of what a customer takes off, as data: a reason is either posted to an account of its own, within caps, or
 * claimed: recorded on the item, which stays open by it until somebody has looked. Caps are whole units of the company's
 * functional currency; a cap that is null does not bind.
 */
import type { AdjustmentKind } from '../ledger/index.ts';
import { DISCOUNT_GRACE_DAYS } from '../terms/index.ts';
import type { SettlementReason } from './reasons.ts';

export interface Caps {
  /** Most that one item may lose in one payment. */
  readonly itemUnitsMax: number | null;
  /** The same in percent of what the payment settles of the item, cash and deductions together. */
  readonly itemPercentMax: number | null;
  /** Most that is posted for one effective day. */
  readonly dayUnitsMax: number | null;
  /** Most that one person posts on one day of work; what the engine posts is nobody's. */
  readonly analystDayUnitsMax: number | null;
}

export type ReasonPolicy =
  | { readonly treatment: 'claimed' }
  | {
      readonly treatment: 'posted';
      /** Says the account (core/ledger: ADJUSTMENT_ACCOUNTS). */
      readonly adjustment: AdjustmentKind;
      /** What must hold beside the caps: that the terms grant it, or that a certificate is awaited. */
      readonly needs: 'nothing' | 'terms' | 'certificate';
      readonly caps: Caps;
    };

export interface SettlementPolicy {
  readonly reasons: Readonly<Record<SettlementReason, ReasonPolicy>>;
  /** Days after the last day of a discount on which it still counts as earned. */
  readonly discountGraceDays: number;
}

const NO_CAPS: Caps = { itemUnitsMax: null, itemPercentMax: null, dayUnitsMax: null, analystDayUnitsMax: null };
const CLAIMED: ReasonPolicy = { treatment: 'claimed' };

/** A bank's charges, a few cents and an earned discount are posted; what the customer holds against us is claimed. */
export const DEFAULT_SETTLEMENT_POLICY: SettlementPolicy = {
  discountGraceDays: DISCOUNT_GRACE_DAYS,
  reasons: {
    cash_discount: { treatment: 'posted', adjustment: 'cash_discount', needs: 'terms', caps: NO_CAPS },
    bank_fee: {
      treatment: 'posted',
      adjustment: 'bank_fee',
      needs: 'nothing',
      caps: { itemUnitsMax: 50, itemPercentMax: 10, dayUnitsMax: 2_000, analystDayUnitsMax: 500 },
    },
    small_difference: {
      treatment: 'posted',
      adjustment: 'small_difference',
      needs: 'nothing',
      caps: { itemUnitsMax: 10, itemPercentMax: 5, dayUnitsMax: 1_000, analystDayUnitsMax: 200 },
    },
    withholding_tax: {
      treatment: 'posted',
      adjustment: 'withholding_tax',
      needs: 'certificate',
      caps: { ...NO_CAPS, itemPercentMax: 35 },
    },
    unearned_discount: CLAIMED,
    damage: CLAIMED,
    shortage: CLAIMED,
    returns: CLAIMED,
    pricing: CLAIMED,
    promotion: CLAIMED,
    freight: CLAIMED,
    late_delivery: CLAIMED,
    unspecified: CLAIMED,
  },
};
