/** The facts that would turn a decision, so that a person knows what to look for. */
import type { Change } from './decision.ts';
import { type Evidence, moneyText } from './evidence.ts';
import type { Explained } from './explain.ts';
import { paramsOf } from './question.ts';
import type { Receipt } from './receipt.ts';

interface Decided {
  readonly leader: Explained;
  readonly evidence: readonly Evidence[];
  readonly isAuto: boolean;
  readonly alternativesCount: number;
  readonly receipt: Receipt;
}

const NUMBERS_LISTED_MAX = 5;

export function changesFor({ leader, evidence, isAuto, alternativesCount, receipt }: Decided): Change[] {
  const numbers = leader.items.slice(0, NUMBERS_LISTED_MAX).map((item) => item.number);
  if (isAuto) {
    const closed: Change = { code: 'item_closed', params: { numbers } };
    // Money on account, or that is no receivable, settles no item that could be settled before.
    if (numbers.length === 0) return [];
    if (leader.kind === 'cited_references') return [closed];
    return [{ code: 'equal_item_opened', params: { total: moneyText(receipt.amountMinor, receipt.currency) } }, closed];
  }
  const changes: Change[] = [];
  const duplicate = paramsOf(evidence, 'possible_duplicate');
  if (duplicate) changes.push({ code: 'duplicate_ruled_out', params: { receipt: duplicate.receipt } });
  const difference = paramsOf(evidence, 'total_short') ?? paramsOf(evidence, 'total_over');
  if (difference) return [...changes, { code: 'difference_explained', params: difference }];
  if (leader.kind === 'single_amount' && numbers.length > 0)
    changes.push({ code: 'reference_given', params: { numbers } });
  if (leader.support < 2 && alternativesCount === 0) {
    changes.push({ code: 'payer_confirmed', params: { customer: leader.customer } });
  }
  return changes.length > 0 ? changes : [{ code: 'advice_received', params: {} }];
}

export function changesForException(explained: readonly Explained[]): Change[] {
  const numbers = explained.flatMap(({ items }) => items.map((item) => item.number)).slice(0, NUMBERS_LISTED_MAX);
  if (numbers.length > 0) return [{ code: 'reference_given', params: { numbers } }];
  return [{ code: 'advice_received', params: {} }];
}
