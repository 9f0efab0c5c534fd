/**
 * The last look at a letter, when the mail server is about to hear of it. What it asks for must be owed as it says: an item paid, paid in
 * part, put off, disputed or promised meanwhile takes the whole letter back, and its items come again as they stand then.
 */
import type { LocalDate } from '../calendar/index.ts';
import {
  type DunningCustomer,
  type DunningGround,
  type DunningItem,
  type HeldReason,
  isStale,
  keptFrom,
} from './plan.ts';
import { type OwedItem, sharesOf, wholeShare } from './shares.ts';

export type WithdrawalReason =
  | Extract<HeldReason, 'bank_data_stale' | 'customer_hold' | 'item_hold' | 'credits_cover'>
  | 'amount_changed'
  | 'due_date_changed';

export interface AskedItem {
  /** Less what rested or was covered by credits then. */
  readonly askedMinor: bigint;
  readonly askedDueOn: LocalDate;
  /** As it stands now; nothing may be open of it. */
  readonly now: Pick<DunningItem, 'id' | 'dueOn' | 'currency' | 'openMinor' | 'holds'>;
}

/** The customer as it stands now, with all it owes: credits are used up by all of it. */
export interface AskedCustomer extends Pick<DunningCustomer, 'holds' | 'credits'> {
  readonly items: readonly OwedItem[];
}

export interface Withdrawal {
  readonly itemId: string;
  readonly reason: WithdrawalReason;
  readonly detail: string | null;
}

/** What speaks against sending, by item in the order given; nothing when the letter may go. */
export function objections(
  asked: readonly AskedItem[],
  customer: AskedCustomer,
  ground: Pick<DunningGround, 'bankDataOn' | 'today'> & { readonly bankDataDaysMax: number },
): Withdrawal[] {
  const shares = sharesOf(customer.items, customer.credits);
  return asked.flatMap(({ askedMinor, askedDueOn, now }): Withdrawal[] => {
    const itemId = now.id;
    if (now.openMinor <= 0n) return [{ itemId, reason: 'amount_changed', detail: null }];
    if (now.dueOn !== askedDueOn) return [{ itemId, reason: 'due_date_changed', detail: now.dueOn }];
    const wanted = shares.get(itemId) ?? wholeShare(now);
    const kept = keptFrom(now, customer.holds, wanted);
    if (kept !== null) return [{ itemId, ...kept }];
    if (wanted.askedMinor !== askedMinor) return [{ itemId, reason: 'amount_changed', detail: null }];
    if (isStale(ground, ground.bankDataDaysMax))
      return [{ itemId, reason: 'bank_data_stale', detail: ground.bankDataOn }];
    return [];
  });
}
