/** Open items in memory, found by token, by amount and by customer. Built once, kept up to date as items open and close. */
import type { CurrencyCode } from '../money/index.ts';
import { compareItems, type ItemSource, type OpenItem } from './item-source.ts';
import { CLOSING_DIGITS_MIN, closingDigits, tokensOfNumber } from './token.ts';

/** Up to here a list is short enough to take an item out of it at once. */
const SHORT_LIST_MAX = 64;
const NO_ITEMS: readonly OpenItem[] = [];

export class ItemIndex implements ItemSource {
  readonly #byId = new Map<string, OpenItem>();
  readonly #byToken = new SortedLists<string>();
  readonly #byAmount = new Map<CurrencyCode, SortedLists<bigint>>();
  readonly #byCustomer = new SortedLists<string>();
  readonly #byClosing = new SortedLists<string>();

  readonly #openItemsCounts: ReadonlyMap<string, number> | undefined;
  readonly #openItemsOfAll: number | null;

  /**
   * An index that holds only what was fetched for a batch is given the customers' true counts of open items, and of all
   * when it is known; one that holds the whole ledger counts by itself.
   */
  constructor(
    items: Iterable<OpenItem> = [],
    openItemsCounts?: ReadonlyMap<string, number>,
    openItemsOfAll: number | null = null,
  ) {
    this.#openItemsCounts = openItemsCounts;
    this.#openItemsOfAll = openItemsOfAll;
    for (const item of items) this.open(item);
  }

  get size(): number {
    return this.#byId.size;
  }

  item(id: string): OpenItem | undefined {
    return this.#byId.get(id);
  }

  /** Adds an item, or replaces the one of the same id: after a part payment it is opened again with what is left. */
  open(item: OpenItem): void {
    if (this.#byId.has(item.id)) this.close(item.id);
    this.#byId.set(item.id, item);
    for (const token of tokensOfItem(item)) this.#byToken.add(token, item);
    this.#amountsIn(item.currency).add(item.openMinor, item);
    this.#byCustomer.add(item.customer, item);
    const closing = closingDigits(item.number);
    if (closing !== '') this.#byClosing.add(closing, item);
  }

  /** Removes an item; false when it was not there. */
  close(id: string): boolean {
    const item = this.#byId.get(id);
    if (item === undefined) return false;
    this.#byId.delete(id);
    for (const token of tokensOfItem(item)) this.#byToken.remove(token, item);
    this.#amountsIn(item.currency).remove(item.openMinor, item);
    this.#byCustomer.remove(item.customer, item);
    const closing = closingDigits(item.number);
    if (closing !== '') this.#byClosing.remove(closing, item);
    return true;
  }

  itemsByToken(token: string): readonly OpenItem[] {
    return this.#byToken.list(token);
  }

  itemsByClosingDigits(digits: string): readonly OpenItem[] {
    if (digits.length < CLOSING_DIGITS_MIN) return NO_ITEMS;
    return this.#byClosing
      .list(closingDigits(digits))
      .filter((item) => item.number.replace(/\D+/g, '').endsWith(digits));
  }

  itemsByAmount(currency: CurrencyCode, openMinor: bigint): readonly OpenItem[] {
    return this.#byAmount.get(currency)?.list(openMinor) ?? NO_ITEMS;
  }

  itemsOfCustomer(customer: string): readonly OpenItem[] {
    return this.#byCustomer.list(customer);
  }

  openItemsCountOf(customer: string): number {
    return this.#openItemsCounts?.get(customer) ?? this.#byCustomer.count(customer);
  }

  listsAllOf(customer: string): boolean {
    return this.#byCustomer.count(customer) === this.openItemsCountOf(customer);
  }

  /** What it holds is all that there is to look up. */
  needAllOf(): void {}

  openItemsOfAll(): number | null {
    return this.#openItemsCounts === undefined ? this.#byId.size : this.#openItemsOfAll;
  }

  #amountsIn(currency: CurrencyCode): SortedLists<bigint> {
    let lists = this.#byAmount.get(currency);
    if (lists === undefined) {
      lists = new SortedLists();
      this.#byAmount.set(currency, lists);
    }
    return lists;
  }
}

/** Every token of an item once: of its number and of the other references it carries. */
export function tokensOfItem(item: OpenItem): string[] {
  const tokens = tokensOfNumber(item.number);
  for (const reference of item.references) {
    for (const token of tokensOfNumber(reference)) if (!tokens.includes(token)) tokens.push(token);
  }
  return tokens;
}

/**
 * Lists of items under a key, each in the order of `compareItems`. Most keys hold one item, which is then stored bare;
 * a longer list is sorted when it is first read after additions, so that loading a million items sorts nothing, and a
 * long one is cleared of what left it then, so that closing one of a customer's 250,000 items moves nothing.
 */
class SortedLists<Key> {
  readonly #lists = new Map<Key, OpenItem | OpenItem[]>();
  readonly #unsorted = new Set<OpenItem[]>();
  /** Items taken out of long lists that still stand in them until the list is read. */
  readonly #removed = new Map<OpenItem[], Set<OpenItem>>();

  add(key: Key, item: OpenItem): void {
    const present = this.#lists.get(key);
    if (present === undefined) {
      this.#lists.set(key, item);
      return;
    }
    const list = Array.isArray(present) ? present : [present];
    if (list !== present) this.#lists.set(key, list);
    if (this.#removed.get(list)?.delete(item)) return;
    const last = list[list.length - 1];
    if (last !== undefined && compareItems(last, item) > 0) this.#unsorted.add(list);
    list.push(item);
  }

  remove(key: Key, item: OpenItem): void {
    const present = this.#lists.get(key);
    if (present === undefined) return;
    if (!Array.isArray(present)) {
      if (present.id === item.id) this.#lists.delete(key);
      return;
    }
    if (present.length > SHORT_LIST_MAX) {
      const removed = this.#removed.get(present);
      if (removed) removed.add(item);
      else this.#removed.set(present, new Set([item]));
      return;
    }
    const list = this.#tidied(present);
    const at = list.indexOf(item);
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) this.#lists.delete(key);
  }

  list(key: Key): readonly OpenItem[] {
    const present = this.#lists.get(key);
    if (present === undefined) return NO_ITEMS;
    return Array.isArray(present) ? this.#tidied(present) : [present];
  }

  count(key: Key): number {
    const present = this.#lists.get(key);
    if (present === undefined) return 0;
    return Array.isArray(present) ? present.length - (this.#removed.get(present)?.size ?? 0) : 1;
  }

  #tidied(list: OpenItem[]): OpenItem[] {
    const removed = this.#removed.get(list);
    if (removed) {
      this.#removed.delete(list);
      let kept = 0;
      for (const item of list) {
        if (removed.has(item)) continue;
        list[kept] = item;
        kept += 1;
      }
      list.length = kept;
    }
    if (this.#unsorted.delete(list)) list.sort(compareItems);
    return list;
  }
}
