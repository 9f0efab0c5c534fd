/**
 * The acts on open items, each as the entry it posts. One shape throughout: the item's leg is placed where the item
 * stands, the other side balances it, and what the carrying amounts differ by is realised FX (DESIGN 1).
 */
import type { LocalDate } from '../calendar/index.ts';
import { abs, formatAmount } from '../money/index.ts';
import {
  ADJUSTMENT_ACCOUNTS,
  type AdjustmentKind,
  type DocumentKind,
  OPENINGS,
  type PlainAccount,
} from './accounts.ts';
import {
  accepted,
  type EntryDraft,
  type Outcome,
  type PlainPosting,
  type Position,
  type Posting,
  refused,
} from './entry.ts';
import { type ItemState, releasedCarrying } from './item.ts';
import { openOn, placeChange, placeMove } from './placement.ts';

export interface OpeningItem extends Position {
  readonly itemId: string;
  /** Positive; the document's kind gives the sign. */
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
}

/** The entry that opens a document's items: one, or one for each instalment. Its amount is their sum. */
export function openingEntry(document: {
  readonly kind: DocumentKind;
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  readonly items: readonly OpeningItem[];
}): EntryDraft {
  const { account, sign, contra } = OPENINGS[document.kind];
  const { currency, effectiveOn } = document;
  const postings: Posting[] = document.items.map((item) => ({
    account,
    itemId: item.itemId,
    customerId: item.customerId,
    dueOn: item.dueOn,
    effectiveOn,
    currency,
    amountMinor: sign * item.amountMinor,
    functionalMinor: sign * item.functionalMinor,
  }));
  const amountMinor = document.items.reduce((total, item) => total + item.amountMinor, 0n);
  const functionalMinor = document.items.reduce((total, item) => total + item.functionalMinor, 0n);
  postings.push({
    account: contra,
    effectiveOn,
    currency,
    amountMinor: -sign * amountMinor,
    functionalMinor: -sign * functionalMinor,
  });
  return { kind: document.kind === 'receipt' ? 'receipt' : 'document', effectiveOn, currency, amountMinor, postings };
}

export interface Application {
  /** An item with a credit open: receipt, credit note, on-account credit. */
  readonly credit: ItemState;
  /** An item with a debit open. */
  readonly debit: ItemState;
  /** Positive, in the debit's currency. */
  readonly amountMinor: bigint;
  /** Positive, in the credit's currency; needed when that is another, else equal to `amountMinor` or absent. */
  readonly creditAmountMinor?: bigint;
  readonly effectiveOn: LocalDate;
  readonly functionalCurrency: string;
}

/**
 * Applies a credit to a debit. 60.00 of a receipt to an invoice: receivable −60.00, unapplied +60.00. In two currencies
 * both sides pass through `fx_clearing` at the credit's carrying amount. The difference of what both sides carried is
 * posted to `fx_realised`.
 */
export function applicationEntry(application: Application): Outcome<EntryDraft> {
  const { credit, debit, amountMinor, effectiveOn } = application;
  const creditAmountMinor = application.creditAmountMinor ?? amountMinor;
  if (amountMinor <= 0n || creditAmountMinor <= 0n) {
    return refused({
      code: 'amount_not_positive',
      message: `The amount to apply to ${debit.number} must be above zero.`,
    });
  }
  if (credit.amountMinor >= 0n || debit.amountMinor <= 0n) {
    const message = `${credit.number} must be a credit and ${debit.number} a debit.`;
    return refused({ code: 'application_needs_credit_and_debit', message });
  }
  if (credit.currency !== debit.currency && application.creditAmountMinor === undefined) {
    const message = `Say how much of ${credit.number}, in ${credit.currency}, pays ${debit.number}, in ${debit.currency}.`;
    return refused({ code: 'credit_amount_missing', message });
  }
  if (credit.currency === debit.currency && creditAmountMinor !== amountMinor) {
    return refused({ code: 'application_amounts_differ', message: 'In one currency both sides have the same amount.' });
  }
  const short = [notOpen(credit, -creditAmountMinor, effectiveOn), notOpen(debit, amountMinor, effectiveOn)].find(
    Boolean,
  );
  if (short) return short;

  const creditCarried = releasedCarrying(credit, -creditAmountMinor);
  const debitCarried = releasedCarrying(debit, amountMinor);
  const debitPlaced = placeChange(debit, { effectiveOn, amountMinor: -amountMinor, functionalMinor: -debitCarried });
  if (!debitPlaced.ok) return debitPlaced;
  const creditPlaced = placeChange(credit, {
    effectiveOn,
    amountMinor: creditAmountMinor,
    functionalMinor: -creditCarried,
  });
  if (!creditPlaced.ok) return creditPlaced;

  const postings: Posting[] = [...debitPlaced.value, ...creditPlaced.value];
  const isDebitFunctional = debit.currency === application.functionalCurrency;
  if (credit.currency !== debit.currency) {
    // What passes through clearing is worth what the side in functional currency says, else what the credit carried.
    const worth = isDebitFunctional ? debitCarried : -creditCarried;
    postings.push(
      plain('fx_clearing', effectiveOn, credit.currency, { amountMinor: -creditAmountMinor, functionalMinor: -worth }),
      plain('fx_clearing', effectiveOn, debit.currency, { amountMinor, functionalMinor: worth }),
    );
  }
  const fxCurrency = isDebitFunctional ? credit.currency : debit.currency;
  const fx = creditCarried + debitCarried;
  if (fx !== 0n) postings.push(plain('fx_realised', effectiveOn, fxCurrency, { amountMinor: 0n, functionalMinor: fx }));
  return accepted({ kind: 'application', effectiveOn, currency: debit.currency, amountMinor, postings });
}

export interface Adjustment {
  readonly item: ItemState;
  readonly kind: AdjustmentKind;
  /** Positive: how much of the item goes. */
  readonly amountMinor: bigint;
  readonly effectiveOn: LocalDate;
  readonly dependsOnEntryId?: string;
}

/** Takes part of an item to another account. A write-off of 12.00: receivable −12.00, bad debt +12.00. */
export function adjustmentEntry(adjustment: Adjustment): Outcome<EntryDraft> {
  const { item, kind, amountMinor, effectiveOn } = adjustment;
  if (amountMinor <= 0n) {
    return refused({
      code: 'amount_not_positive',
      message: `The amount to take from ${item.number} must be above zero.`,
    });
  }
  const part = item.amountMinor > 0n ? amountMinor : -amountMinor;
  const short = notOpen(item, part, effectiveOn);
  if (short) return short;
  const carried = releasedCarrying(item, part);
  const placed = placeChange(item, { effectiveOn, amountMinor: -part, functionalMinor: -carried });
  if (!placed.ok) return placed;
  const other = plain(ADJUSTMENT_ACCOUNTS[kind], effectiveOn, item.currency, {
    amountMinor: part,
    functionalMinor: carried,
  });
  return accepted({
    kind,
    effectiveOn,
    currency: item.currency,
    amountMinor,
    postings: [...placed.value, other],
    ...(adjustment.dependsOnEntryId === undefined ? {} : { dependsOnEntryId: adjustment.dependsOnEntryId }),
  });
}

/** Moves what is open of an item to another due date from a day on. */
export function dueDateEntry(item: ItemState, dueOn: LocalDate, effectiveOn: LocalDate): Outcome<EntryDraft> {
  return moveEntry(item, { target: { customerId: item.customerId, dueOn }, effectiveOn, kind: 'due_date_change' });
}

/** Moves what is open of a receipt to the customer it belongs to. */
export function identificationEntry(item: ItemState, customerId: string, effectiveOn: LocalDate): Outcome<EntryDraft> {
  return moveEntry(item, { target: { customerId, dueOn: item.dueOn }, effectiveOn, kind: 'identification' });
}

function moveEntry(
  item: ItemState,
  move: { target: Position; effectiveOn: LocalDate; kind: 'due_date_change' | 'identification' },
): Outcome<EntryDraft> {
  if (item.openMinor === 0n) {
    return refused({
      code: 'item_is_closed',
      message: `${item.number} is closed; nothing is left to move.`,
      itemId: item.id,
    });
  }
  const placed = placeMove(item, move.target, move.effectiveOn);
  if (!placed.ok) return placed;
  return accepted({
    kind: move.kind,
    effectiveOn: move.effectiveOn,
    currency: item.currency,
    amountMinor: abs(openOn(item, move.effectiveOn)),
    postings: placed.value,
  });
}

/**
 * Revalues what is open in a foreign currency at a period's end: functional amounts only, on accounts of their own, so
 * that no item's carrying amount changes. Null when there is nothing to post.
 */
export function revaluationEntry(revaluation: {
  readonly currency: string;
  readonly differenceMinor: bigint;
  readonly effectiveOn: LocalDate;
}): EntryDraft | null {
  const { currency, differenceMinor, effectiveOn } = revaluation;
  if (differenceMinor === 0n) return null;
  return {
    kind: 'revaluation',
    effectiveOn,
    currency,
    amountMinor: 0n,
    postings: [
      plain('receivable_revaluation', effectiveOn, currency, { amountMinor: 0n, functionalMinor: differenceMinor }),
      plain('fx_unrealised', effectiveOn, currency, { amountMinor: 0n, functionalMinor: -differenceMinor }),
    ],
  };
}

/** A refusal when less than the part is open on the day the act is dated, or now. */
function notOpen(
  item: ItemState,
  part: bigint,
  day: LocalDate,
): { ok: false; refusal: { code: string; message: string } } | null {
  const enough = part > 0n ? item.openMinor >= part : item.openMinor <= part;
  if (enough && day >= item.issuedOn) return null;
  if (day < item.issuedOn) {
    const message = `${item.number} is dated ${item.issuedOn}; nothing can happen to it on ${day}.`;
    const details = { number: item.number, issuedOn: item.issuedOn, day };
    return refused({ code: 'before_item_date', message, itemId: item.id, details });
  }
  const { number, currency } = item;
  const [open, asked] = [formatAmount(abs(item.openMinor), currency), formatAmount(abs(part), currency)];
  const message = `${number} has ${open} ${currency} open; ${asked} does not fit.`;
  const details = { number, open: { amount: open, currency }, asked: { amount: asked, currency } };
  return refused({ code: 'open_amount_exceeded', message, itemId: item.id, details });
}

function plain(
  account: PlainAccount,
  effectiveOn: LocalDate,
  currency: string,
  amounts: { amountMinor: bigint; functionalMinor: bigint },
): PlainPosting {
  return { account, effectiveOn, currency, ...amounts };
}
