import type { ContactOutcome } from '@quittance/core/worklist';
import type { TextKey } from '../../../app/i18n.ts';

export const OUTCOME_WORDS: Readonly<Record<ContactOutcome, TextKey>> = {
  reached: 'myDay.outcomeReached',
  promised: 'myDay.outcomePromised',
  disputed: 'myDay.outcomeDisputed',
  refused: 'myDay.outcomeRefused',
  left_message: 'myDay.outcomeLeftMessage',
  no_answer: 'myDay.outcomeNoAnswer',
  wrong_number: 'myDay.outcomeWrongNumber',
  call_back: 'myDay.outcomeCallBack',
};
