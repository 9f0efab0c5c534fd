/** What of a queue is looked at: one reason, or one age. It stands in the address, as `reason=cited_references:why_short`, `age=31-90`. */
import type { ReceiptQueues } from './cash.types.ts';

export interface QueueFilter {
  readonly question?: string;
  readonly explanation?: string;
  readonly bookedFrom?: string;
  readonly bookedTo?: string;
}

type Reason = Pick<ReceiptQueues['queues'][number]['reasons'][number], 'explanation' | 'questionCode'>;
type Age = ReceiptQueues['unappliedByAge'][number];

/** `reasonText({ explanation: 'cited_references', questionCode: 'why_short' })` is "cited_references:why_short". */
export function reasonText({ explanation, questionCode }: Reason): string {
  return explanation === null ? (questionCode ?? '') : `${explanation}:${questionCode ?? ''}`;
}

/** "31-90", or "91-" for what is older. */
export function ageText({ fromDays, toDays }: Age): string {
  return `${fromDays}-${toDays ?? ''}`;
}

/** What the address says, in the terms of the list; an age that is none leaves nothing out. */
export function queueFilter(
  address: { readonly reason?: string | undefined; readonly age?: string | undefined },
  ages: readonly Age[],
): QueueFilter {
  const [first = '', second] = (address.reason ?? '').split(':');
  const explanation = second === undefined ? '' : first;
  const question = second === undefined ? first : second;
  const age = ages.find((one) => ageText(one) === address.age);
  return {
    ...(question === '' ? {} : { question }),
    ...(explanation === '' ? {} : { explanation }),
    ...(age ? { bookedTo: age.bookedTo, ...(age.bookedFrom ? { bookedFrom: age.bookedFrom } : {}) } : {}),
  };
}
