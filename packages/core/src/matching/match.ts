/**
 * Cash application as one pure function: receipts, open items, knowledge and policy in, decisions out. The receipts of a
 * batch are decided each by itself and then compared, so that no two post to the same item; the order in which receipts
 * or items are given changes nothing.
 */
import { type Conflict, findConflicts } from './conflicts.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { type Explained, explainCase } from './explain.ts';
import { gatherCase, type MatchCase, type MatchContext } from './gather.ts';
import type { Receipt } from './receipt.ts';

/** A receipt with every explanation of it, before it is compared with the others of its batch. */
export interface PreparedReceipt {
  readonly matchCase: MatchCase;
  readonly explained: readonly Explained[];
  readonly decision: Decision;
}

/**
 * One decision a receipt, in the order given. A receipt of 150.00 EUR "INV 4711001, 4711002" over open items of 100.00 and
 * 50.00 is `auto` by the rule `cited_and_exact` with these two allocations and nothing unapplied.
 * Amounts are minor units above zero; ids are unique in the batch. Nothing is posted and nothing is learnt.
 */
export function matchReceipts(receipts: readonly Receipt[], context: MatchContext): Decision[] {
  return decidePrepared(
    receipts.map((receipt) => prepareReceipt(receipt, context)),
    context,
  );
}

/** The second half: decisions on prepared receipts, in their order. A caller whose source has to fetch prepares a receipt until nothing it asked for is missing. */
export function decidePrepared(prepared: readonly PreparedReceipt[], context: MatchContext): Decision[] {
  const conflicts = findConflicts(
    prepared.map(({ matchCase, explained, decision }) => ({
      receipt: matchCase.receipt,
      decision,
      numbers: new Map(explained.flatMap(({ items }) => items.map((item) => [item.id, item.number]))),
    })),
  );
  return prepared.map(({ matchCase, explained, decision }) => {
    const found: readonly Conflict[] = conflicts.get(decision.receiptId) ?? [];
    if (found.length === 0) return decision;
    return decide({ matchCase, explained, conflicts: found }, context);
  });
}

/** The first half: all that is asked of items, advices and knowledge is asked here. */
export function prepareReceipt(receipt: Receipt, context: MatchContext): PreparedReceipt {
  const matchCase = gatherCase(receipt, context);
  const explained = explainCase(matchCase, context.policy);
  return { matchCase, explained, decision: decide({ matchCase, explained, conflicts: [] }, context) };
}
