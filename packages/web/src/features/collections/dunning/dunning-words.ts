/** Words for what customers get, why something is held back, and how letters fare. */
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import { HOLD_WORDS } from '../../ledger/hold-words.ts';

const TONES: Readonly<Record<string, Tone>> = {
  running: 'accent',
  done: 'good',
  cancelled: 'care',
  failed: 'alert',
  queued: 'accent',
  to_print: 'care',
  posted: 'good',
  sending: 'accent',
  sent: 'good',
  uncertain: 'alert',
  withdrawn: 'care',
};

const WHAT: Readonly<Record<string, TextKey>> = {
  pre_due: 'dunning.what_pre_due',
  statement: 'dunning.what_statement',
  notice_1: 'dunning.what_notice_1',
  notice_2: 'dunning.what_notice_2',
  notice_3: 'dunning.what_notice_3',
  notice_4: 'dunning.what_notice_4',
  notice: 'dunning.what_notice',
  interest_note: 'mail.purposeInterest',
  interest_cancelled: 'mail.purposeInterestCancelled',
  call: 'dunning.what_call',
  escalation: 'dunning.what_escalation',
  hold_proposal: 'dunning.what_hold_proposal',
  legal: 'dunning.what_legal',
};

const REASONS: Readonly<Record<string, TextKey>> = {
  bank_data_stale: 'dunning.reason_bank_data_stale',
  customer_hold: 'dunning.reason_customer_hold',
  item_hold: 'dunning.reason_item_hold',
  credits_cover: 'dunning.reason_credits_cover',
  task_open: 'dunning.reason_task_open',
  letter_not_printed: 'dunning.reason_letter_not_printed',
  nobody_to_do_it: 'dunning.reason_nobody_to_do_it',
  item_small: 'dunning.reason_item_small',
  customer_small: 'dunning.reason_customer_small',
  no_address: 'dunning.reason_no_address',
  quiet_days: 'dunning.reason_quiet_days',
  daily_cap: 'dunning.reason_daily_cap',
};

const STATES: Readonly<Record<string, TextKey>> = {
  running: 'dunning.state_running',
  done: 'dunning.state_done',
  cancelled: 'dunning.state_cancelled',
  failed: 'dunning.state_failed',
  queued: 'dunning.state_queued',
  to_print: 'dunning.state_to_print',
  posted: 'dunning.state_posted',
  sending: 'dunning.state_sending',
  sent: 'dunning.state_sent',
  uncertain: 'dunning.state_uncertain',
  withdrawn: 'dunning.state_withdrawn',
};

export function useDunningWords() {
  const { t } = useTexts();
  const word = (words: Readonly<Record<string, TextKey>>, code: string): string => {
    const key = words[code];
    return key === undefined ? code : t(key);
  };
  return {
    /** "Notice 2", "Call". */
    what: (what: string): string => word(WHAT, what),
    reason: (reason: string): string => word(REASONS, reason),
    /** The kind of a hold, or a day. */
    detail: (detail: string | null): string | null => (detail === null ? null : word(HOLD_WORDS, detail)),
    state: (state: string): string => word(STATES, state),
    tone: (state: string): Tone => TONES[state] ?? 'quiet',
  };
}
