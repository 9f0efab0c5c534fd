/** What a request is called and where it stands, in the reader's words. */
import type { TextKey } from '../../app/i18n.ts';
import type { Tone } from '../../ui/status/status.component.tsx';
import type { ApprovalKind, ApprovalRow, TotalKind } from './approvals.types.ts';

export const KIND_WORDS: Readonly<Record<ApprovalKind | TotalKind | 'any', TextKey>> = {
  refund: 'approvals.refund',
  write_off: 'approvals.writeOff',
  discount: 'approvals.discount',
  small_difference: 'approvals.smallDifference',
  deduction: 'approvals.deduction',
  other_adjustment: 'approvals.otherAdjustment',
  credit: 'approvals.credit',
  transfer: 'approvals.transfer',
  move: 'approvals.move',
  reversal: 'approvals.reversal',
  interest_charge: 'approvals.interestCharge',
  interest_waiver: 'approvals.interestWaiver',
  any: 'approvals.any',
  item_total: 'approvals.item_total',
  customer_total: 'approvals.customer_total',
  day_total: 'approvals.day_total',
};

type Stands = Pick<ApprovalRow, 'state' | 'isUndone' | 'noTurn' | 'approvalsCount' | 'needed'>;

/** Where a request stands; one that is the reader's turn says so. */
export function standing(row: Stands): { readonly word: TextKey; readonly tone: Tone } {
  if (row.state === 'posted') {
    return row.isUndone
      ? { word: 'approvals.stateUndone', tone: 'quiet' }
      : { word: 'approvals.statePosted', tone: 'good' };
  }
  if (row.state === 'withdrawn') return { word: 'approvals.stateWithdrawn', tone: 'quiet' };
  if (row.state === 'sent_back') return { word: 'approvals.stateSentBack', tone: 'care' };
  if (row.noTurn === null) return { word: 'approvals.yourTurn', tone: 'alert' };
  if (row.approvalsCount > 0 && row.approvalsCount < row.needed)
    return { word: 'approvals.stateOneMore', tone: 'accent' };
  return { word: 'approvals.stateWaiting', tone: 'accent' };
}
