/** An explanation of a receipt on the desk: proposed, one of the others, or none yet. */
import type { Allocation, Decision, ReceiptDetail } from './cash.types.ts';

export interface Proposal {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly allocations: readonly Allocation[];
  readonly deductions?: Decision['deductions'];
}

/** What is proposed, else an empty desk on the customer's account: so begins also a rest of what was applied. */
export function proposalOf({ decision, ...receipt }: ReceiptDetail): Proposal {
  if (decision && decision.allocations.length > 0 && receipt.applied.length === 0) return decision;
  return { customerId: receipt.customerId, customerName: receipt.customerName, allocations: [] };
}

/** The same explanation has the same key. */
export function proposalKey(proposal: Proposal): string {
  return [proposal.customerId, ...proposal.allocations.map(({ itemId, amount }) => `${itemId}=${amount.amount}`)].join(
    ' ',
  );
}
