import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { PromiseChannel, PromiseList, PromiseState } from './promises.queries.ts';

export const STATE_WORDS: Readonly<Record<PromiseState, TextKey>> = {
  open: 'promises.stateOpen',
  kept: 'promises.stateKept',
  partly_kept: 'promises.statePartlyKept',
  broken: 'promises.stateBroken',
  withdrawn: 'promises.stateWithdrawn',
};

export const STATE_TONES: Readonly<Record<PromiseState, Tone>> = {
  open: 'accent',
  kept: 'good',
  partly_kept: 'care',
  broken: 'alert',
  withdrawn: 'quiet',
};

export const CHANNEL_WORDS: Readonly<Record<PromiseChannel, TextKey>> = {
  call: 'promises.byCall',
  mail: 'promises.byMail',
  meeting: 'promises.inMeeting',
  letter: 'promises.byLetter',
  portal: 'promises.byPortal',
  other: 'promises.otherwise',
};

export const CAUSE_WORDS: Readonly<Record<string, TextKey>> = {
  made: 'promises.causeMade',
  posting: 'promises.causePosting',
  day: 'promises.causeDay',
  withdrawal: 'promises.causeWithdrawal',
};

export const LIST_WORDS: Readonly<Record<PromiseList, TextKey>> = {
  due: 'promises.listDue',
  broken: 'promises.listBroken',
  open: 'promises.listOpen',
};

export const RHYTHM_WORDS = {
  monthly: 'promises.monthly',
  month_end: 'promises.monthEnds',
  fortnightly: 'promises.fortnightly',
  weekly: 'promises.weekly',
} as const satisfies Record<string, TextKey>;
