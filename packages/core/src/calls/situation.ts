/** What a call is about, by which its words are chosen: what weighs most first. */

export const CALL_SITUATIONS = ['first_call', 'follow_up', 'promise_broken', 'dispute'] as const;
export type CallSituation = (typeof CALL_SITUATIONS)[number];

/** A broken promise comes before a dispute: who promised did not dispute. `callsBefore` are those in which somebody was reached. */
export function situationOf(known: {
  readonly brokenPromises: number;
  readonly openDisputes: number;
  readonly callsBefore: number;
}): CallSituation {
  if (known.brokenPromises > 0) return 'promise_broken';
  if (known.openDisputes > 0) return 'dispute';
  return known.callsBefore > 0 ? 'follow_up' : 'first_call';
}
