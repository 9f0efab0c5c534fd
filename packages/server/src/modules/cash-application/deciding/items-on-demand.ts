/**
 * The open items that a batch of receipts needs, as far as they were fetched. Most receipts cite what they pay, to the cent, and
 * ask for nothing else of their customers; of the others it is noted whose items they asked for, and these are fetched then.
 */
import { ITEMS_AT_HAND_MAX, type ItemIndex, type ItemSource, type OpenItem } from '@quittance/core/matching';
import type { CurrencyCode } from '@quittance/core/money';

export class ItemsOnDemand implements ItemSource {
  readonly #index: ItemIndex;
  /** Customers whose items were fetched. */
  readonly #fetched = new Set<string>();
  #asked = new Set<string>();

  /** An index that was given the customers' true counts of open items. */
  constructor(index: ItemIndex) {
    this.#index = index;
  }

  item(id: string): OpenItem | undefined {
    return this.#index.item(id);
  }

  /** The customers whose items were asked for since the last call and are not at hand. */
  takeAsked(): ReadonlySet<string> {
    const asked = this.#asked;
    if (asked.size > 0) this.#asked = new Set();
    return asked;
  }

  /** Adds all that these customers have open; what is there already stays, for it knows more references. */
  add(customers: Iterable<string>, items: Iterable<OpenItem>): void {
    for (const customer of customers) this.#fetched.add(customer);
    for (const item of items) if (this.#index.item(item.id) === undefined) this.#index.open(item);
  }

  itemsByToken(token: string): readonly OpenItem[] {
    return this.#index.itemsByToken(token);
  }

  itemsByClosingDigits(digits: string): readonly OpenItem[] {
    return this.#index.itemsByClosingDigits(digits);
  }

  itemsByAmount(currency: CurrencyCode, openMinor: bigint): readonly OpenItem[] {
    return this.#index.itemsByAmount(currency, openMinor);
  }

  itemsOfCustomer(customer: string): readonly OpenItem[] {
    this.#ask(customer);
    return this.#index.itemsOfCustomer(customer);
  }

  openItemsCountOf(customer: string): number {
    return this.#index.openItemsCountOf(customer);
  }

  /** True also of what would be fetched if somebody asked. */
  listsAllOf(customer: string): boolean {
    return !this.#fetched.has(customer) || this.#index.listsAllOf(customer);
  }

  needAllOf(customers: Iterable<string>): void {
    for (const customer of customers) this.#ask(customer);
  }

  openItemsOfAll(): number | null {
    return this.#index.openItemsOfAll();
  }

  #ask(customer: string): void {
    if (this.#fetched.has(customer) || this.#index.listsAllOf(customer)) return;
    if (this.#index.openItemsCountOf(customer) <= ITEMS_AT_HAND_MAX) this.#asked.add(customer);
  }
}
