/**
 * How a call went. A right-party contact is a call in which the person was reached who can decide or pay; who only takes a message, or
 * says when to call again, is none.
 */

export const CALL_OUTCOMES = [
  'reached',
  'promised',
  'disputed',
  'refused',
  'call_back',
  'left_message',
  'no_answer',
  'wrong_number',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const RIGHT_PARTY_OUTCOMES: readonly CallOutcome[] = ['reached', 'promised', 'disputed', 'refused'];

export function isRightParty(outcome: CallOutcome): boolean {
  return RIGHT_PARTY_OUTCOMES.includes(outcome);
}

/** Somebody picked up at the right number: it is not to be marked as wrong any more. */
export function provesNumber(outcome: CallOutcome): boolean {
  return isRightParty(outcome) || outcome === 'call_back' || outcome === 'left_message';
}
