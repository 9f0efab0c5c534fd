/**
 * The text names a part of what is paid: a bank cut it, or the payer named only the first. The rest of the amount is then
 * made up by the customer's other items as an account explains a sum (`account-structure.ts`): whole due days, a run, the only
 * few with that sum. The more the text cites, the surer the beginning; the completion must still be the only one.
 */
import { type Evidence, moneyText } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import { compareItems, type OpenItem } from '../item-source.ts';
import type { MatchPolicy } from '../policy.ts';
import { openTotal } from '../reconcile.ts';
import { type Structure, structuresOf, twinOf } from '../structures.ts';
import { type Reading, readingEvidence, readingsOf } from './read-references.ts';

const NUMBERS_LISTED_MAX = 20;

export const explainByCompletedReferences: Explain = (matchCase, policy) => {
  const { citations, mentions, receipt } = matchCase;
  if (citations.length + mentions.length === 0) return [];
  const [reading] = readingsOf(matchCase);
  const customers = new Set(reading?.items.map(({ customer }) => customer));
  const [customer = ''] = customers;
  if (reading === undefined || customers.size !== 1 || !matchCase.scope.has(customer)) return [];
  const restMinor = receipt.amountMinor - openTotal(reading.items);
  if (restMinor <= 0n) return [];
  const others = matchCase
    .itemsOfCustomer(customer)
    .filter((item) => !reading.items.includes(item) && !matchCase.isRejected(item));
  return structuresOf(others, restMinor).map((structure) =>
    completed(structure, { reading, others, matchCase, policy }),
  );
};

interface Given {
  readonly reading: Reading;
  readonly others: readonly OpenItem[];
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

function completed({ items: added, evidence: structure, byChance }: Structure, given: Given): Explanation {
  const { reading, others, matchCase, policy } = given;
  const { receipt } = matchCase;
  const items = [...reading.items, ...added].sort(compareItems);
  const numbers = added.slice(0, NUMBERS_LISTED_MAX).map(({ number }) => number);
  const total = moneyText(receipt.amountMinor, receipt.currency);
  const evidence: Evidence[] = [
    ...readingEvidence(reading, matchCase, policy),
    { kind: 'references_completed', params: { numbers, itemsCount: added.length } },
    structure,
    { kind: 'total_exact', params: { total, itemsCount: items.length } },
    ...twinOf(added, others),
  ];
  if (byChance * 1000 > policy.chancePerMilleMax) {
    evidence.push({
      kind: 'sum_by_chance',
      params: { itemsCount: added.length, openItemsCount: others.length },
    });
  }
  return {
    kind: 'account_structure',
    items,
    allocations: items.map((item) => ({ item: item.id, amountMinor: item.openMinor })),
    deductions: [],
    unappliedMinor: 0n,
    fit: 'exact',
    evidence,
  };
}
