import type { TextKey } from '../../../app/i18n.ts';
import type { Outcome, ScriptLanguage, Situation } from './calls.queries.ts';

/** In the order of their keys: Alt 1 to Alt 8. */
export const OUTCOMES: readonly Outcome[] = [
  'reached',
  'promised',
  'disputed',
  'refused',
  'call_back',
  'left_message',
  'no_answer',
  'wrong_number',
];

export const OUTCOME_WORDS: Readonly<Record<Outcome, TextKey>> = {
  reached: 'calls.outcomeReached',
  promised: 'calls.outcomePromised',
  disputed: 'calls.outcomeDisputed',
  refused: 'calls.outcomeRefused',
  call_back: 'calls.outcomeCallBack',
  left_message: 'calls.outcomeMessage',
  no_answer: 'calls.outcomeNoAnswer',
  wrong_number: 'calls.outcomeWrongNumber',
};

export const SITUATIONS: readonly Situation[] = ['first_call', 'follow_up', 'promise_broken', 'dispute'];
export const SITUATION_WORDS: Readonly<Record<Situation, TextKey>> = {
  first_call: 'calls.situationFirst',
  follow_up: 'calls.situationFollowUp',
  promise_broken: 'calls.situationBroken',
  dispute: 'calls.situationDispute',
};

/** Languages are named in themselves. */
export const LANGUAGE_NAMES: Readonly<Record<ScriptLanguage, string>> = {
  en: 'English',
  it: 'Italiano',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};
export const SCRIPT_LANGUAGES = Object.keys(LANGUAGE_NAMES) as ScriptLanguage[];
