/** Open items in memory, found by token, by amount and by customer. Built once, kept up to date as items open and close. */
import type { CurrencyCode } from '../money/index.ts';
import { compareItems, type ItemSource, type OpenItem } from './item-source.ts';
import { tokensOfNumber } from './token.ts';

const NO_ITEMS: readonly OpenItem[] = [];

export class ItemIndex implements ItemSource {
  readonly #byId = new Map<string, OpenItem>();
  readonly #byToken = new SortedLists<string>();
  readonly #byAmount = new Map<CurrencyCode, SortedLists<bigint>>();
  readonly #byCustomer = new SortedLists<string>();

  constructor(items: Iterable<OpenItem> = []) {
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
  }

  /** Removes an item; false when it was not there. */
  close(id: string): boolean {
    const item = this.#byId.get(id);
    if (item === undefined) return false;
    this.#byId.delete(id);
    for (const token of tokensOfItem(item)) this.#byToken.remove(token, item);
    this.#amountsIn(item.currency).remove(item.openMinor, item);
    this.#byCustomer.remove(item.customer, item);
    return true;
  }

  itemsByToken(token: string): readonly OpenItem[] {
    return this.#byToken.list(token);
  }

  itemsByAmount(currency: CurrencyCode, openMinor: bigint): readonly OpenItem[] {
    return this.#byAmount.get(currency)?.list(openMinor) ?? NO_ITEMS;
  }

  itemsOfCustomer(customer: string): readonly OpenItem[] {
    return this.#byCustomer.list(customer);
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
 * a longer list is sorted when it is first read after additions, so that loading a million items sorts nothing.
 */
class SortedLists<Key> {
  readonly #lists = new Map<Key, OpenItem | OpenItem[]>();
  readonly #unsorted = new Set<OpenItem[]>();

  add(key: Key, item: OpenItem): void {
    const present = this.#lists.get(key);
    if (present === undefined) {
      this.#lists.set(key, item);
      return;
    }
    const list = Array.isArray(present) ? present : [present];
    if (list !== present) this.#lists.set(key, list);
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
    const list = this.#sorted(present);
    const at = positionOf(list, item);
    if (list[at]?.id !== item.id) return;
    list.splice(at, 1);
    if (list.length === 0) this.#lists.delete(key);
  }

  list(key: Key): readonly OpenItem[] {
    const present = this.#lists.get(key);
    if (present === undefined) return NO_ITEMS;
    return Array.isArray(present) ? this.#sorted(present) : [present];
  }

  #sorted(list: OpenItem[]): OpenItem[] {
    if (this.#unsorted.delete(list)) list.sort(compareItems);
    return list;
  }
}

/** Where the item stands, or would stand, in a sorted list. */
function positionOf(list: readonly OpenItem[], item: OpenItem): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = list[middle];
    if (at !== undefined && compareItems(at, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
