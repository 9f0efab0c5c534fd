/**
 * An application settles one credit against one debit. A payer who nets a credit note pays with both: the credit notes go
 * first to the items, in the order given, and the receipt pays what is left of them. Items in another currency than the
 * receipt's are paired among themselves, and the receipt pays what is left of each with what was said of it.
 */
import { abs, allocateByLargestRemainder, sum } from '@quittance/core/money';
import type { AllocationDraft } from '../../ledger/index.ts';

interface Part {
  readonly itemId: string;
  /** In the receipt's currency; above zero on a debit, below zero on a credit. */
  readonly amountMinor: bigint;
  readonly inItemCurrency?: { readonly amountMinor: bigint; readonly currency: string };
}

/**
 * The applications that place these amounts: 130.00 on 100.00, 50.00 and a credit note of −20.00 is credit note 20.00 and
 * receipt 80.00 to the first, receipt 50.00 to the second. Their sum must be above zero: it is what the receipt pays.
 */
export function pairAllocations(receiptItemId: string, parts: readonly Part[]): AllocationDraft[] {
  const own = parts.filter((part) => part.inItemCurrency === undefined);
  const currencies = new Set(parts.flatMap(({ inItemCurrency }) => inItemCurrency?.currency ?? []));
  const foreign = [...currencies].map((currency) => parts.filter((part) => part.inItemCurrency?.currency === currency));
  return [
    ...(own.length > 0 ? pairOwn(receiptItemId, own) : []),
    ...foreign.flatMap((group) => pairForeign(receiptItemId, group)),
  ];
}

function pairOwn(receiptItemId: string, parts: readonly Part[]): AllocationDraft[] {
  const receiptMinor = sum(parts.map((part) => part.amountMinor));
  if (receiptMinor <= 0n) throw new RangeError('a receipt pays more than nothing');
  return pair([...creditsOf(parts), { id: receiptItemId, leftMinor: receiptMinor }], parts);
}

/**
 * Of 100.00 USD paid with 92.00 EUR beside a credit note of −20.00 USD worth −18.40 EUR, the credit note settles 20.00 USD and
 * 73.60 EUR of the receipt the other 80.00.
 */
function pairForeign(receiptItemId: string, group: readonly Part[]): AllocationDraft[] {
  const receiptMinor = sum(group.map((part) => part.amountMinor));
  const parts = group.map(({ itemId, inItemCurrency }) => ({ itemId, amountMinor: inItemCurrency?.amountMinor ?? 0n }));
  const leftMinor = sum(parts.map((part) => part.amountMinor));
  if (receiptMinor <= 0n || leftMinor <= 0n) throw new RangeError('a receipt pays more than nothing');
  const pairs = pair([...creditsOf(parts), { id: receiptItemId, leftMinor }], parts);
  const paid = pairs.filter(({ creditItemId }) => creditItemId === receiptItemId);
  const hasCredits = parts.some((part) => part.amountMinor < 0n);
  const shares = hasCredits
    ? allocateByLargestRemainder(
        receiptMinor,
        paid.map(({ amountMinor }) => amountMinor),
      )
    : paid.map(({ debitItemId }) => group.find(({ itemId }) => itemId === debitItemId)?.amountMinor ?? 0n);
  return pairs.map((one) => {
    const at = paid.indexOf(one);
    return at === -1 ? one : { ...one, creditAmountMinor: abs(shares[at] ?? 0n) };
  });
}

interface Credit {
  readonly id: string;
  leftMinor: bigint;
}

function creditsOf(parts: readonly Part[]): Credit[] {
  return parts
    .filter((part) => part.amountMinor < 0n)
    .map((part) => ({ id: part.itemId, leftMinor: -part.amountMinor }));
}

function pair(credits: readonly Credit[], parts: readonly Part[]): AllocationDraft[] {
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
