/** How contacts end. The codes are few enough to be chosen while hanging up. */

export const CONTACT_KINDS = ['call', 'mail', 'meeting', 'letter', 'note'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_OUTCOMES = [
  'reached',
  'promised',
  'disputed',
  'refused',
  'left_message',
  'no_answer',
  'wrong_number',
  'call_back',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A note has no outcome; only a call can meet a wrong number. */
export const CONTACT_OUTCOMES_OF: Readonly<Record<ContactKind, readonly ContactOutcome[]>> = {
  call: CONTACT_OUTCOMES,
  mail: ['reached', 'promised', 'disputed', 'refused', 'no_answer'],
  meeting: ['reached', 'promised', 'disputed', 'refused', 'no_answer'],
  letter: [],
  note: [],
};

/** Days until a customer is worth looking at again, as first proposed: after a message two, after no answer the next. */
export const DAYS_UNTIL_NEXT: Readonly<Record<ContactOutcome, number>> = {
  reached: 7,
  promised: 7,
  disputed: 7,
  refused: 3,
  left_message: 2,
  no_answer: 1,
  wrong_number: 1,
  call_back: 1,
};
