import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import type { PaymentTerms } from '../terms/index.ts';

/** A debit or credit that is open on a customer's account, as cash application sees it. */
export interface OpenItem {
  /** What an allocation names. On files this is the item number, in the ledger the item's id. */
  readonly id: string;
  /** The number printed on the document, in the words a payer would cite. */
  readonly number: string;
  readonly customer: string;
  readonly currency: CurrencyCode;
  /** Above zero for what the customer owes, below zero for credits. */
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Other numbers a payer may cite for it: purchase order, sales order, delivery note. */
  readonly references: readonly string[];
  /** The terms it was sold under, when they are known: they tell which discount a payer may take. */
  readonly terms?: PaymentTerms;
}

/**
 * Where the engine finds open items. A lookup never scans: an index in memory answers it, or a set that was fetched for
 * a batch of receipts beforehand (`lookupsFor` tells what to fetch). Lists come in the order of `compareItems`, so that
 * the answer does not depend on how the items were loaded.
 */
export interface ItemSource {
  /** Items that carry this token as their number or as another reference of theirs. */
  itemsByToken(token: string): readonly OpenItem[];
  /** Items whose number closes with these digits, at least five of them; of the items the source holds. */
  itemsByClosingDigits(digits: string): readonly OpenItem[];
  /** All items of anyone with exactly this open amount. */
  itemsByAmount(currency: CurrencyCode, openMinor: bigint): readonly OpenItem[];
  /** The customer's open items; a source fetched for a batch holds those of the customers it was asked for. */
  itemsOfCustomer(customer: string): readonly OpenItem[];
  /** How many open items the customer has in the ledger, whether or not the source holds them. */
  openItemsCountOf(customer: string): number;
  /** Whether `itemsOfCustomer` gives all that the customer has open. */
  listsAllOf(customer: string): boolean;
  /** Said before items are looked up among those of these customers: a source that fetches only what is asked for needs to know. */
  needAllOf(customers: Iterable<string>): void;
  /** How many open items there are in all; null when only those of a batch are at hand. */
  openItemsOfAll(): number | null;
}

/** Of a customer with more open items than this, likenesses of numbers and sums of amounts say nothing: none is looked for. */
export const ITEMS_AT_HAND_MAX = 2_000;

/** Whether the source holds all that the customer has open: only then does what it lacks say anything. */
export function holdsAllOf(customer: string, items: ItemSource): boolean {
  return items.openItemsCountOf(customer) <= ITEMS_AT_HAND_MAX && items.listsAllOf(customer);
}

/** The one order of items: by customer, then by due date, then by id. */
export function compareItems(left: OpenItem, right: OpenItem): number {
  return (
    compareText(left.customer, right.customer) || compareText(left.dueOn, right.dueOn) || compareText(left.id, right.id)
  );
}

/** Items of one customer in a list sorted by `compareItems`, at most `itemsMax`, found by halving. */
export function itemsOfCustomerIn(items: readonly OpenItem[], customer: string, itemsMax: number): OpenItem[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.customer ?? customer) < customer) low = middle + 1;
    else high = middle;
  }
  const found: OpenItem[] = [];
  for (let at = low; at < items.length && found.length < itemsMax; at += 1) {
    const item = items[at];
    if (item?.customer !== customer) break;
    found.push(item);
  }
  return found;
}

/** Compares by code unit: the same order in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
