import type { TextKey } from '../../app/i18n.ts';
import type { Tone } from '../../ui/status/status.component.tsx';
import type { InboxPart, Message } from './correspondence.queries.ts';

export const PART_WORDS: Readonly<Record<InboxPart, TextKey>> = {
  unassigned: 'mail.unassigned',
  mine: 'mail.mine',
  waiting: 'mail.waiting',
  all: 'mail.all',
  handled: 'mail.handledPart',
  unsent: 'mail.unsent',
};

type DeliveryState = NonNullable<Message['delivery']>['state'];

export const DELIVERY_WORDS: Readonly<Record<DeliveryState, TextKey>> = {
  queued: 'mail.queued',
  sending: 'mail.sending',
  sent: 'mail.sent',
  failed: 'mail.failed',
  uncertain: 'mail.uncertain',
  withdrawn: 'mail.withdrawn',
  to_print: 'mail.toPrint',
};

export const DELIVERY_TONES: Readonly<Record<DeliveryState, Tone>> = {
  queued: 'quiet',
  sending: 'quiet',
  sent: 'good',
  failed: 'alert',
  uncertain: 'care',
  withdrawn: 'quiet',
  to_print: 'care',
};

export const MATCH_WORDS: Readonly<Record<NonNullable<Message['matchedBy']>, TextKey>> = {
  headers: 'mail.byHeaders',
  token: 'mail.byToken',
  sender: 'mail.bySender',
  numbers: 'mail.byNumbers',
};

export const TRUST_WORDS: Readonly<Record<NonNullable<Message['authentication']>, TextKey>> = {
  passed: 'mail.trustPassed',
  failed: 'mail.trustFailed',
  unknown: 'mail.trustUnknown',
};

export const KIND_WORDS: Readonly<Record<Exclude<Message['kind'], 'mail'>, TextKey>> = {
  automatic: 'mail.kindAutomatic',
  bounce: 'mail.kindBounce',
  complaint: 'mail.kindComplaint',
  meeting_answer: 'mail.kindMeeting',
};

export const REFUSAL_WORDS: Readonly<Record<string, TextKey>> = {
  file_too_large: 'mail.fileTooLarge',
  type_not_allowed: 'mail.typeNotAllowed',
  type_is_another: 'mail.typeIsAnother',
  mail_too_large: 'mail.mailTooLarge',
  mail_unreadable: 'mail.mailUnreadable',
};

export const LANGUAGES = ['en', 'it', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  it: 'Italiano',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

export const PURPOSES = [
  'pre_due',
  'statement',
  'notice_1',
  'notice_2',
  'notice_3',
  'notice_4',
  'promise_confirmation',
  'promise_broken',
  'payment_question',
  'thanks',
  'dispute_received',
  'meeting_invitation',
  'interest_note',
  'interest_cancelled',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A reminder asks for items: without any it says that nothing is owed. */
export function asksForItems(purpose: Purpose): boolean {
  return purpose === 'pre_due' || purpose.startsWith('notice_');
}
/** What a person may begin a letter with; that of a note over interest is written with the note. */
export const OCCASIONS = PURPOSES.filter((purpose) => !purpose.startsWith('interest_'));
export const PURPOSE_WORDS: Readonly<Record<Purpose, TextKey>> = {
  pre_due: 'mail.purposePreDue',
  statement: 'mail.purposeStatement',
  notice_1: 'mail.purposeNotice1',
  notice_2: 'mail.purposeNotice2',
  notice_3: 'mail.purposeNotice3',
  notice_4: 'mail.purposeNotice4',
  promise_confirmation: 'mail.purposePromise',
  promise_broken: 'mail.purposeBroken',
  payment_question: 'mail.purposeQuestion',
  thanks: 'mail.purposeThanks',
  dispute_received: 'mail.purposeDispute',
  meeting_invitation: 'mail.purposeMeeting',
  interest_note: 'mail.purposeInterest',
  interest_cancelled: 'mail.purposeInterestCancelled',
};
