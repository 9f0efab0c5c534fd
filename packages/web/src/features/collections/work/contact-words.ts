import type { ContactKind, ContactOutcome } from '@quittance/core/worklist';
import type { TextKey } from '../../../app/i18n.ts';

export const OUTCOME_WORDS: Readonly<Record<ContactOutcome, TextKey>> = {
  reached: 'myDay.outcomeReached',
  promised: 'myDay.outcomePromised',
  disputed: 'myDay.outcomeDisputed',
  refused: 'myDay.outcomeRefused',
  no_answer: 'myDay.outcomeNoAnswer',
};

export const KIND_WORDS: Readonly<Record<ContactKind, TextKey>> = {
  note: 'customers.activityNote',
  mail: 'customers.activityMail',
  meeting: 'customers.activityMeeting',
  letter: 'myDay.kindLetter',
};
