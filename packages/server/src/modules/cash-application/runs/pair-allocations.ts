/**
 * An application settles one credit against one debit. A payer who nets a credit note pays with both: the credit notes go
 * first to the items, in the order given, and the receipt pays what is left of them.
 */
import { sum } from '@quittance/core/money';
import type { AllocationDraft } from '../../ledger/index.ts';

interface Part {
  readonly itemId: string;
  /** Above zero on a debit, below zero on a credit. */
  readonly amountMinor: bigint;
}

/**
 * The applications that place these amounts: 130.00 on 100.00, 50.00 and a credit note of −20.00 is credit note 20.00 and
 * receipt 80.00 to the first, receipt 50.00 to the second. Their sum must be above zero: it is what the receipt pays.
 */
export function pairAllocations(receiptItemId: string, parts: readonly Part[]): AllocationDraft[] {
  const receiptMinor = sum(parts.map((part) => part.amountMinor));
  if (receiptMinor <= 0n) throw new RangeError('a receipt pays more than nothing');
  const credits = [
    ...parts.filter((part) => part.amountMinor < 0n).map((part) => ({ id: part.itemId, leftMinor: -part.amountMinor })),
    { id: receiptItemId, leftMinor: receiptMinor },
  ];
  const applications: AllocationDraft[] = [];
  let at = 0;
  for (const debit of parts) {
    for (let leftMinor = debit.amountMinor; leftMinor > 0n; ) {
      const credit = credits[at];
      if (credit === undefined) throw new RangeError('the credits are as much as the debits');
      const amountMinor = atMost(leftMinor, credit.leftMinor);
      applications.push({ creditItemId: credit.id, debitItemId: debit.itemId, amountMinor });
      leftMinor -= amountMinor;
      credit.leftMinor -= amountMinor;
      if (credit.leftMinor === 0n) at += 1;
    }
  }
  return applications;
}

function atMost(amountMinor: bigint, mostMinor: bigint): bigint {
  if (amountMinor > mostMinor) return mostMinor;
  return amountMinor;
}
