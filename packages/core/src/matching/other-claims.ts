/** What the text says of something taken off that does not account for the difference: then it is not to be passed over. */
import { sum } from '../money/index.ts';
import { moneyText } from './evidence.ts';
import type { MatchCase } from './gather.ts';
import type { Reconciled } from './reconcile.ts';

/** What was found by itself, though the text says of an amount that it is taken off: something else is meant as well. */
export function withOtherStated(way: Reconciled, shortMinor: bigint, { findings, receipt }: MatchCase): Reconciled {
  const lists = [
    ...findings.deductions.map((list) => list.map(({ amountMinor }) => amountMinor)),
    findings.creditsMinor,
  ];
  const stated = lists.flat();
  const [first] = stated;
  if (findings.claimWord !== null) return withClaimWord(way, findings.claimWord);
  if (first === undefined || [...stated, ...lists.map((list) => sum(list))].includes(shortMinor)) return way;
  const amount = moneyText(first, receipt.currency);
  return { ...way, evidence: [...way.evidence, { kind: 'stated_amount_differs', params: { amount } }] };
}

/** A netted credit may be the claim; a part, bank charges or a discount that nobody has named may not. */
function withClaimWord(way: Reconciled, word: string): Reconciled {
  if (way.evidence.some(({ kind }) => kind === 'credit_netted')) return way;
  return { ...way, evidence: [...way.evidence, { kind: 'claim_without_amount', params: { word } }] };
}
