/** Contacts that are no calls, and how they end; calls have their own sheet and outcomes. */

export const CONTACT_KINDS = ['note', 'mail', 'meeting', 'letter'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_OUTCOMES = ['reached', 'promised', 'disputed', 'refused', 'no_answer'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A note has no outcome; nobody knows who read a letter. */
export const CONTACT_OUTCOMES_OF: Readonly<Record<ContactKind, readonly ContactOutcome[]>> = {
  note: [],
  mail: CONTACT_OUTCOMES,
  meeting: CONTACT_OUTCOMES,
  letter: [],
};

/** Days until a customer is worth looking at again, as first proposed: after no answer the next. */
export const DAYS_UNTIL_NEXT: Readonly<Record<ContactOutcome, number>> = {
  reached: 7,
  promised: 7,
  disputed: 7,
  refused: 3,
  no_answer: 1,
};
