/** What a person typed for a receipt, checked against what is there: each refusal names the item and says what would do. */
import { abs, formatAmount, sum } from '@quittance/core/money';
import type { Limit, SettlementReason } from '@quittance/core/settlement';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { KeptAllocation } from '../deciding/decision.ts';
import type { DeductionDraft, TreatedDeduction } from '../deductions/deduction-session.ts';
import type { DeductibleItem } from '../deductions/deductions.queries.ts';
import { appliedMinor, type LockedReceipt } from '../runs/settle-receipt.ts';
import type { LockedItem } from '../runs/settling.queries.ts';

interface TypedAmount {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface TypedAllocation extends TypedAmount {
  /** In the item's currency; below zero on credits that are netted. */
  readonly itemId: string;
  /** What of the receipt pays it, when the item is in another currency. */
  readonly receiptAmount?: TypedAmount | undefined;
}

export interface TypedDeduction extends TypedAmount {
  readonly itemId: string;
  readonly reason: SettlementReason;
  readonly stated?: string | undefined;
  readonly note?: string | undefined;
}

/** Throws `allocation_...`, `currencies_differ`, `open_amount_exceeded`. The amounts add up to at most what is open of the receipt. */
export function checkedAllocations(locked: LockedReceipt, given: readonly TypedAllocation[]): KeptAllocation[] {
  const { receipt, openMinor, items } = locked;
  if (new Set(given.map((allocation) => allocation.itemId)).size < given.length) {
    throw new AppError('allocation_names_item_twice', 'Each item is named once, with all that it gets.');
  }
  const allocations = given.map((part) => {
    const item = items.get(part.itemId);
    if (item === undefined) throw notFound('item', part.itemId);
    requireFittingPart(receipt, item, part);
    const { itemId, amountMinor, currency, receiptAmount } = part;
    if (receiptAmount === undefined) return { itemId, number: item.number, amountMinor };
    const inItemCurrency = { amountMinor, currency };
    return { itemId, number: item.number, amountMinor: receiptAmount.amountMinor, inItemCurrency };
  });
  requireFittingTotals(receipt, openMinor, allocations);
  return allocations;
}

/** Whether the receipt pays something of each currency, beyond the credits that are netted. */
export function isEachCurrencyPaid(allocations: readonly KeptAllocation[]): boolean {
  const currencies = new Set(allocations.map(({ inItemCurrency }) => inItemCurrency?.currency));
  return [...currencies].every((currency) => {
    const own = allocations.filter(({ inItemCurrency }) => inItemCurrency?.currency === currency);
    return appliedMinor(own) > 0n && sum(cashOf(own).values()) > 0n;
  });
}

/** Of each currency the receipt pays something, and of all together no more than it has. */
function requireFittingTotals(receipt: LockedItem, openMinor: bigint, allocations: readonly KeptAllocation[]): void {
  const totalMinor = appliedMinor(allocations);
  if (isEachCurrencyPaid(allocations) && totalMinor <= openMinor) return;
  const { currency, number } = receipt;
  const [open, total] = [formatAmount(openMinor, currency), formatAmount(totalMinor, currency)];
  const message = `These amounts add up to ${total}; they must be above zero and at most the ${open} ${currency} that are open of ${number}.`;
  const details = { number, open: { amount: open, currency }, total: { amount: total, currency } };
  throw new AppError('allocations_do_not_fit', message, { details });
}

function requireFittingPart(receipt: LockedItem, item: LockedItem, part: TypedAllocation): void {
  const refuse = refusalAbout(item);
  const { receiptAmount } = part;
  const isForeign = item.currency !== receipt.currency;
  if (part.currency !== item.currency || (receiptAmount !== undefined && receiptAmount.currency !== receipt.currency)) {
    const message = `Say the amount of ${item.number} in ${item.currency}, and what of ${receipt.number} pays it in ${receipt.currency}.`;
    refuse('currencies_differ', message);
  }
  if (isForeign && receiptAmount === undefined) {
    const message = `Say how much of ${receipt.number}, in ${receipt.currency}, pays ${item.number}, in ${item.currency}.`;
    refuse('credit_amount_missing', message);
  }
  if (!isForeign && receiptAmount !== undefined && receiptAmount.amountMinor !== part.amountMinor) {
    refuse(
      'application_amounts_differ',
      `${item.number} and ${receipt.number} are in one currency: one amount is enough.`,
    );
  }
  if (item.id === receipt.id || item.account !== 'receivable') {
    refuse('allocation_needs_an_item', `${item.number} is a payment; choose invoices and credit notes.`);
  }
  const isDebit = item.openMinor > 0n;
  const hasSign = (minor: bigint) => (isDebit ? minor > 0n : minor < 0n);
  const hasSignOfItem =
    hasSign(part.amountMinor) && (receiptAmount === undefined || hasSign(receiptAmount.amountMinor));
  if (!hasSignOfItem || abs(part.amountMinor) > abs(item.openMinor)) {
    const { currency } = item;
    const [open, asked] = [formatAmount(item.openMinor, currency), formatAmount(part.amountMinor, currency)];
    const message = `${item.number} has ${open} ${currency} open; ${asked} does not fit.`;
    refuse('open_amount_exceeded', message, { open: { amount: open, currency }, asked: { amount: asked, currency } });
  }
}

/** Cash on each item in its own currency. */
export function cashOf(allocations: readonly KeptAllocation[]): Map<string, bigint> {
  return new Map(
    allocations.map(({ itemId, amountMinor, inItemCurrency }) => [itemId, inItemCurrency?.amountMinor ?? amountMinor]),
  );
}

/** Throws `deduction_...` refusals: cash and deductions together are at most what is open of each item. */
export function checkedDeductions(
  { items, receipt }: LockedReceipt,
  allocations: readonly KeptAllocation[],
  given: readonly TypedDeduction[],
): DeductionDraft[] {
  const cash = cashOf(allocations);
  const taken = new Map<string, bigint>();
  return given.map(({ itemId, amountMinor, currency, reason, stated, note }) => {
    const item = items.get(itemId);
    if (item === undefined) throw notFound('item', itemId);
    const refuse = refusalAbout(item);
    if (item.id === receipt.id || item.account !== 'receivable' || item.openMinor <= 0n) {
      refuse('deduction_needs_an_invoice', `${item.number} is no open invoice; nothing can be deducted from it.`);
    }
    if (currency !== item.currency || amountMinor <= 0n) {
      refuse('deduction_amount_unfit', `Say above zero and in ${item.currency} what was deducted from ${item.number}.`);
    }
    const takenMinor = (taken.get(itemId) ?? 0n) + amountMinor;
    taken.set(itemId, takenMinor);
    const leftMinor = item.openMinor - (cash.get(itemId) ?? 0n);
    if (takenMinor > leftMinor) {
      const [left, asked] = [formatAmount(leftMinor, item.currency), formatAmount(takenMinor, item.currency)];
      const message = `After this payment ${item.number} has ${left} ${item.currency} left; ${asked} cannot be deducted. Take back cash or deduct less.`;
      const money = (amount: string) => ({ amount, currency: item.currency });
      refuse('deduction_above_open', message, { left: money(left), asked: money(asked) });
    }
    return { itemId, amountMinor, reason, stated: stated ?? null, note: note ?? null };
  });
}

const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  discount_terms_unknown: 'the terms of this item are not known',
  discount_not_earned: 'the payment came after the last day of the discount',
  discount_above_terms: 'it is more than the terms grant',
  above_item_cap: 'it is above what may be posted for one item',
  above_item_percent: 'it is too large a part of what is settled of the item',
  above_day_cap: 'what may be posted for one day is used up',
  above_analyst_cap: 'what you may post in one day is used up',
};

/** Refuses what would be posted and may not, unless it is claimed as it was shown. */
export function requireWithinLimits(treated: readonly TreatedDeduction[]): void {
  const limited = treated.find(({ limitedBy }) => limitedBy !== null);
  if (limited === undefined || limited.limitedBy === null) return;
  const { itemId, number, amountMinor, currency, reason, limitedBy } = limited;
  const amount = formatAmount(amountMinor, currency);
  const words = reason.replaceAll('_', ' ');
  const message = `${amount} ${currency} ${words} on ${number} is not posted: ${LIMIT_WORDS[limitedBy]}. A manager may post it; or give a reason that stays open on the item, such as "unspecified".`;
  const details = {
    itemId,
    number,
    reason,
    limit: limitedBy,
    amount: { amount, currency },
    mayApprove: 'ledger.adjust',
  };
  const code = limitedBy.startsWith('discount') ? 'deduction_not_granted' : 'deduction_cap_exceeded';
  throw new AppError(code, message, { status: 409, details });
}

/** What was claimed before is not claimed again: of an item with 20.00 left and a claim of 20.00 on it nothing is free. */
export function requireFreeOfClaims(
  treated: readonly TreatedDeduction[],
  cash: ReadonlyMap<string, bigint>,
  items: ReadonlyMap<string, DeductibleItem>,
): void {
  for (const item of items.values()) {
    if (item.claimedMinor === 0n) continue;
    const own = treated.filter(({ itemId }) => itemId === item.id);
    const partOf = (treatment: 'posted' | 'claimed') =>
      sum(own.filter((one) => one.treatment === treatment).map((one) => one.amountMinor));
    const leftMinor = item.openMinor - (cash.get(item.id) ?? 0n) - partOf('posted');
    const freeMinor = leftMinor > item.claimedMinor ? leftMinor - item.claimedMinor : 0n;
    const askedMinor = partOf('claimed');
    if (askedMinor <= freeMinor) continue;
    const { id: itemId, number, currency } = item;
    const money = (minor: bigint) => ({ amount: formatAmount(minor, currency), currency });
    const [claimed, free] = [money(item.claimedMinor), money(freeMinor)];
    const message = `On ${number} ${claimed.amount} ${currency} are claimed already; ${free.amount} are free to be claimed. Deduct at most that: the earlier claim stands.`;
    const details = { itemId, number, claimed, free, asked: money(askedMinor) };
    throw new AppError('deduction_claimed_before', message, { status: 409, details });
  }
}

function refusalAbout(item: LockedItem) {
  return (code: string, message: string, named: Record<string, unknown> = {}): never => {
    throw new AppError(code, message, { details: { itemId: item.id, number: item.number, ...named } });
  };
}
