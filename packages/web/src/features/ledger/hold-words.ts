/** What keeps an item or a customer from being asked. */
import type { TextKey } from '../../app/i18n.ts';

export const HOLD_WORDS: Readonly<Record<string, TextKey>> = {
  dispute: 'holds.dispute',
  promise: 'holds.promise',
  plan: 'promises.plan',
  quiet_period: 'holds.quietPeriod',
  waiting_proposal: 'holds.waitingProposal',
  waiting_approval: 'holds.waitingApproval',
  deduction: 'holds.deduction',
  not_told: 'holds.notTold',
  other: 'holds.other',
};
