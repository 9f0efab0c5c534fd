/** The draft on the desk: cash and deductions by item, and how the keys change it. */
import { atMost, toMoney } from '../../ui/money/money-text.ts';
import { type Draft, leftOf, type NamedItem, sameDraft, withoutTicks, withPart, withTicks } from './allocation.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import { type DraftDeduction, deductedByItem, fittedDeductions, withDeductionsOf } from './deductions.ts';
import type { PastedOutcome } from './pasted-references.ts';
import { type Proposal, proposalOf } from './proposal.ts';

export interface DeskDraft {
  readonly cash: Draft;
  readonly deductions: readonly DraftDeduction[];
}

export function draftOfProposal({ allocations, deductions = [] }: Proposal): DeskDraft {
  return {
    cash: new Map(allocations.map(({ itemId, amount }) => [itemId, toMoney(amount).amountMinor])),
    deductions: deductions.map(({ itemId, amount, reason, note }) => ({
      itemId,
      amountMinor: toMoney(amount).amountMinor,
      reason,
      note: note ?? '',
    })),
  };
}

/** Whether the desk says what is proposed: then it is confirmed, with all that the engine knows of it. */
export function isAsProposed(draft: DeskDraft, receipt: ReceiptDetail): boolean {
  if (receipt.decision?.decision !== 'suggest' || draft.cash.size === 0) return false;
  const proposed = draftOfProposal(proposalOf(receipt));
  return sameDraft(draft.cash, proposed.cash) && sameDeductions(draft.deductions, proposed.deductions);
}

function sameDeductions(left: readonly DraftDeduction[], right: readonly DraftDeduction[]): boolean {
  const text = (some: readonly DraftDeduction[]): string =>
    some
      .map(({ itemId, amountMinor, reason, note }) => `${itemId} ${amountMinor} ${reason} ${note}`)
      .sort()
      .join('\n');
  return text(left) === text(right);
}

export function namedItem({ id, number, open }: Candidate): NamedItem {
  return { id, number, openMinor: toMoney(open).amountMinor };
}

export function toggledDraft(
  draft: DeskDraft,
  given: { readonly items: readonly Candidate[]; readonly isOn: boolean; readonly receiptMinor: bigint },
): DeskDraft {
  const items = given.items.map(namedItem);
  if (given.isOn) return { ...draft, cash: withTicks(draft.cash, items, given.receiptMinor) };
  const ids = new Set(items.map(({ id }) => id));
  return {
    cash: withoutTicks(draft.cash, [...ids]),
    deductions: draft.deductions.filter(({ itemId }) => !ids.has(itemId)),
  };
}

/** Cash typed for an item; what was deducted from it is cut to what then fits. */
export function withCash(
  draft: DeskDraft,
  item: NamedItem,
  partMinor: bigint,
): DeskDraft | 'more_than_open' | 'wrong_sign' {
  const cash = withPart(draft.cash, item, partMinor);
  if (typeof cash === 'string') return cash;
  return { cash, deductions: fittedDeductions(draft.deductions, item, cash) };
}

/**
 * What was deducted from an item. An item that got all it had gets less cash by that: 6,900.00 ticked and 138.00 deducted leave
 * 6,762.00 of cash; where cash is short already, the deduction explains it. Nothing deducted leaves the cash as it is.
 */
export function withDeductions(
  draft: DeskDraft,
  given: { readonly item: NamedItem; readonly own: readonly DraftDeduction[]; readonly receiptMinor: bigint },
): DeskDraft {
  const { item, own } = given;
  const deductions = withDeductionsOf(draft.deductions, item.id, own);
  if (own.length === 0) return { ...draft, deductions };
  const ticked = draft.cash.has(item.id) ? draft.cash : withTicks(draft.cash, [item], given.receiptMinor);
  const room = item.openMinor - (deductedByItem(own).get(item.id) ?? 0n);
  const cash = new Map(ticked).set(item.id, atMost(ticked.get(item.id) ?? 0n, room));
  return { cash, deductions };
}

/** What a pasted list asks for, on top of what is there. Lines without an amount are ticked in their order. */
export function withPasted(draft: DeskDraft, { taken }: PastedOutcome, receiptMinor: bigint): DeskDraft {
  const cash = new Map(draft.cash);
  const touched = new Set(taken.map(({ item }) => item.id));
  for (const { item, amountMinor } of taken)
    amountMinor === null ? cash.delete(item.id) : cash.set(item.id, amountMinor);
  const ticked = taken.filter(({ amountMinor }) => amountMinor === null).map(({ item }) => namedItem(item));
  return {
    cash: withTicks(cash, ticked, receiptMinor),
    deductions: draft.deductions.filter(({ itemId }) => !touched.has(itemId)),
  };
}

export function leftOnDesk(draft: DeskDraft, receiptMinor: bigint): bigint {
  return leftOf(receiptMinor, draft.cash);
}
