/** The sorts of lines: their words, their signs, and what asks for attention. */
import type { TextKey } from '../../../app/i18n.ts';
import type { IconName } from '../../../ui/icon/icon.component.tsx';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { LineGroup, LineKind, TimelineLine } from './timeline.queries.ts';

/** In the order of their chips. */
export const GROUP_WORDS: Readonly<Record<LineGroup, TextKey>> = {
  mail: 'timeline.groupMail',
  call: 'timeline.groupCall',
  meeting: 'timeline.groupMeeting',
  note: 'timeline.groupNote',
  promise: 'timeline.groupPromise',
  task: 'timeline.groupTask',
  dispute: 'timeline.groupDispute',
  hold: 'timeline.groupHold',
  dunning: 'timeline.groupDunning',
  interest: 'timeline.groupInterest',
  receipt: 'timeline.groupReceipt',
  document: 'timeline.groupDocument',
  account: 'timeline.groupAccount',
  record: 'timeline.groupRecord',
};

export const LINE_GROUPS = Object.keys(GROUP_WORDS) as LineGroup[];

export const GROUP_ICONS: Readonly<Record<LineGroup, IconName>> = {
  mail: 'mail',
  call: 'phone',
  meeting: 'huddle',
  note: 'pen',
  promise: 'day',
  task: 'tick',
  dispute: 'warning',
  hold: 'pause',
  dunning: 'letters',
  interest: 'percent',
  receipt: 'cash',
  document: 'file',
  account: 'books',
  record: 'people',
};

const KIND_TONES: Readonly<Partial<Record<LineKind, Tone>>> = {
  mail_received: 'accent',
  promise_kept: 'good',
  promise_partly_kept: 'care',
  promise_broken: 'alert',
  dispute_placed: 'care',
  block_placed: 'alert',
  blocker_raised: 'care',
  task_escalated: 'care',
  session_no_show: 'care',
  receipt: 'good',
};

const OUTCOME_TONES: Readonly<Record<string, Tone>> = {
  promised: 'good',
  reached: 'good',
  disputed: 'care',
  refused: 'alert',
  wrong_number: 'care',
};

export function toneOf({ kind, what, state, takenBack }: TimelineLine): Tone {
  if (takenBack !== null) return 'quiet';
  if (kind === 'call' || kind === 'call_promised') return OUTCOME_TONES[what ?? ''] ?? 'quiet';
  if (kind === 'dunning_letter' && (state === 'failed' || state === 'returned' || state === 'uncertain'))
    return 'alert';
  return KIND_TONES[kind] ?? 'quiet';
}
