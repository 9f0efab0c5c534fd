/**
 * What is learnt from confirmed applications: which customer an account or a name pays for, which receipts were applied,
 * which items are settled; and the customers' names from the master data. Learning the same confirmations in any order
 * gives the same knowledge. To revoke one, build the knowledge anew from the confirmations that still stand.
 */
import { type LocalDate, laterDate } from '../calendar/index.ts';
import type { HabitCount } from '../learning/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import { compareText } from './item-source.ts';
import type { AppliedReceipt, ClosedItem, KnowledgeSource, PayerKey, PayerLink } from './knowledge-source.ts';
import { NameIndex, type SimilarName } from './name-index.ts';
import { normaliseAccount, normalisePartyName } from './party-name.ts';
import { CLOSING_DIGITS_MIN, closingDigits, tokensOfNumber } from './token.ts';

/** A receipt that a person, or the engine and nobody objected, has applied. */
export interface ConfirmedApplication {
  readonly receiptId: string;
  readonly bookedOn: LocalDate;
  readonly payerName: string;
  readonly payerAccount: string;
  /** Whose account the money went to; null for money that is not receivables. */
  readonly customer: string | null;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
}

export class PayerKnowledge implements KnowledgeSource {
  readonly #nameIndex: NameIndex | null;
  readonly #accounts = new Map<string, Map<string, PayerLink>>();
  readonly #names = new Map<string, Map<string, PayerLink>>();
  readonly #customerNames = new Map<string, Set<string>>();
  readonly #closed = new Map<string, ClosedItem[]>();
  readonly #closedByClosing = new Map<string, ClosedItem[]>();
  readonly #namesLike = new Map<string, readonly SimilarName[]>();
  readonly #parents = new Map<string, string>();
  readonly #groups = new Map<string, Set<string>>();
  readonly #applied = new Map<string, AppliedReceipt[]>();
  readonly #notReceivables = new Map<string, number>();
  readonly #rejected = new Set<string>();
  readonly #rejectedPayers = new Set<string>();
  readonly #habits = new Map<string, readonly HabitCount[]>();

  /** With all customers' names at hand, `nearNames` finds those that are nearly a payer's; a part of them would mislead. */
  constructor({ nearNames = false }: { readonly nearNames?: boolean } = {}) {
    this.#nameIndex = nearNames ? new NameIndex() : null;
  }

  learn(confirmed: ConfirmedApplication): void {
    const payer = payerKey(confirmed);
    if (confirmed.customer !== null) {
      countUse(this.#accounts, payer.account, confirmed.customer, confirmed.bookedOn);
      countUse(this.#names, payer.name, confirmed.customer, confirmed.bookedOn);
    }
    if (confirmed.customer === null) {
      const key = markOf(payer);
      if (key !== '') this.#notReceivables.set(key, (this.#notReceivables.get(key) ?? 0) + 1);
    }
    this.addApplied(confirmed);
  }

  /** Remembers an applied receipt without learning its payer, for a caller that keeps the links in tables. */
  addApplied({ receiptId, bookedOn, customer, currency, amountMinor, ...payer }: ConfirmedApplication): void {
    const applied = { receiptId, bookedOn, customer };
    for (const key of appliedKeys(payerKey(payer), currency, amountMinor)) append(this.#applied, key, applied);
  }

  /** Links counted elsewhere, for a caller that keeps the counts in tables. Adds to what is there. */
  addLink(mark: 'account' | 'name', text: string, link: PayerLink): void {
    const links = mark === 'account' ? this.#accounts : this.#names;
    const key = mark === 'account' ? normaliseAccount(text) : normalisePartyName(text);
    mergeLink(links, key, link);
  }

  nameCustomer(customer: string, name: string): void {
    const key = normalisePartyName(name);
    if (key === '') return;
    const customers = this.#customerNames.get(key) ?? new Set();
    this.#nameIndex?.add(customer, key);
    customers.add(customer);
    this.#customerNames.set(key, customers);
  }

  /** Customers whose names are nearly this payer's, found elsewhere: for a caller that does not hold all names here. */
  tellNamesLike(name: string, similar: readonly SimilarName[]): void {
    this.#namesLike.set(normalisePartyName(name), similar);
  }

  /** Puts a customer under its parent; both are then of one group. */
  setParent(customer: string, parent: string): void {
    if (parent === '') return;
    this.#parents.set(customer, parent);
    const group = this.#groups.get(parent) ?? new Set([parent]);
    group.add(customer);
    this.#groups.set(parent, group);
  }

  /** Remembers a settled item; told twice, the later telling counts. */
  closeItem(closed: ClosedItem): void {
    for (const token of tokensOfNumber(closed.number)) {
      const others = (this.#closed.get(token) ?? []).filter((item) => !isSameItem(item, closed));
      this.#closed.set(token, [...others, closed].sort(compareClosed));
    }
    const closing = closingDigits(closed.number);
    if (closing === '') return;
    const others = (this.#closedByClosing.get(closing) ?? []).filter((item) => !isSameItem(item, closed));
    this.#closedByClosing.set(closing, [...others, closed].sort(compareClosed));
  }

  /** Remembers that a person said no to this item for this receipt. */
  reject(receiptId: string, itemId: string): void {
    this.#rejected.add(`${receiptId} ${itemId}`);
  }

  isRejected(receiptId: string, itemId: string): boolean {
    return this.#rejected.size > 0 && this.#rejected.has(`${receiptId} ${itemId}`);
  }

  /** Remembers that this payer does not pay for the customer, until a link says that it does. */
  rejectPayer(mark: 'account' | 'name', text: string, customer: string): void {
    const key = mark === 'account' ? normaliseAccount(text) : normalisePartyName(text);
    if (key !== '') this.#rejectedPayers.add(`${mark} ${key} ${customer}`);
  }

  isRejectedPayer({ account, name }: PayerKey, customer: string): boolean {
    if (this.#rejectedPayers.size === 0) return false;
    const [mark, key, links] =
      account === '' ? (['name', name, this.#names] as const) : (['account', account, this.#accounts] as const);
    return this.#rejectedPayers.has(`${mark} ${key} ${customer}`) && links.get(key)?.has(customer) !== true;
  }

  /** Counted elsewhere, or here from patterns; told again, the later telling counts. */
  setHabits(customer: string, habits: readonly HabitCount[]): void {
    this.#habits.set(customer, habits);
  }

  habitsOf(customer: string): readonly HabitCount[] {
    return this.#habits.get(customer) ?? [];
  }

  customersByAccount(account: string): readonly PayerLink[] {
    return sortedLinks(this.#accounts.get(account));
  }

  customersByName(name: string): readonly PayerLink[] {
    return sortedLinks(this.#names.get(name));
  }

  customersNamed(name: string): readonly string[] {
    return [...(this.#customerNames.get(name) ?? [])].sort(compareText);
  }

  customersNamedLike(name: string): readonly SimilarName[] {
    return name === '' ? [] : (this.#namesLike.get(name) ?? this.#nameIndex?.similarTo(name) ?? []);
  }

  closedByToken(token: string): readonly ClosedItem[] {
    return this.#closed.get(token) ?? [];
  }

  closedByClosingDigits(digits: string): readonly ClosedItem[] {
    if (digits.length < CLOSING_DIGITS_MIN) return [];
    const found = this.#closedByClosing.get(closingDigits(digits)) ?? [];
    return found.filter(({ number }) => number.replace(/\D+/g, '').endsWith(digits));
  }

  groupOf(customer: string): readonly string[] {
    const parent = this.#parents.get(customer) ?? customer;
    const group = this.#groups.get(parent);
    return group === undefined ? [customer] : [...new Set([customer, ...group])].sort(compareText);
  }

  notReceivablesUses(payer: PayerKey): number {
    return this.#notReceivables.get(markOf(payer)) ?? 0;
  }

  appliedReceipts(payer: PayerKey, currency: CurrencyCode, amountMinor: bigint): readonly AppliedReceipt[] {
    const found = new Map<string, AppliedReceipt>();
    for (const key of appliedKeys(payer, currency, amountMinor)) {
      for (const applied of this.#applied.get(key) ?? []) found.set(applied.receiptId, applied);
    }
    return [...found.values()].sort(
      (left, right) => compareText(right.bookedOn, left.bookedOn) || compareText(left.receiptId, right.receiptId),
    );
  }
}

/** The marks of a payer as keys. */
export function payerKey(payer: { readonly payerAccount: string; readonly payerName: string }): PayerKey {
  return { account: normaliseAccount(payer.payerAccount), name: normalisePartyName(payer.payerName) };
}

/** One mark for a payer of no receivables: its account, else its name. */
function markOf({ account, name }: PayerKey): string {
  return account === '' ? (name === '' ? '' : `name ${name}`) : `account ${account}`;
}

function isSameItem(one: ClosedItem, other: ClosedItem): boolean {
  return one.number === other.number && one.customer === other.customer;
}

function compareClosed(left: ClosedItem, right: ClosedItem): number {
  return compareText(left.customer, right.customer) || compareText(left.number, right.number);
}

function countUse(links: Map<string, Map<string, PayerLink>>, key: string, customer: string, lastOn: LocalDate): void {
  mergeLink(links, key, { customer, uses: 1, lastOn });
}

function mergeLink(links: Map<string, Map<string, PayerLink>>, key: string, link: PayerLink): void {
  if (key === '') return;
  const byCustomer = links.get(key) ?? new Map<string, PayerLink>();
  const present = byCustomer.get(link.customer);
  byCustomer.set(link.customer, {
    customer: link.customer,
    uses: link.uses + (present?.uses ?? 0),
    lastOn: present ? laterDate(present.lastOn, link.lastOn) : link.lastOn,
  });
  links.set(key, byCustomer);
}

function sortedLinks(byCustomer: ReadonlyMap<string, PayerLink> | undefined): PayerLink[] {
  if (byCustomer === undefined) return [];
  return [...byCustomer.values()].sort(
    (left, right) => right.uses - left.uses || compareText(left.customer, right.customer),
  );
}

/** A payment is remembered under its payer's account and under its name, for either may be missing the second time. */
function appliedKeys(payer: PayerKey, currency: CurrencyCode, amountMinor: bigint): string[] {
  const keys: string[] = [];
  if (payer.account !== '') keys.push(`account ${payer.account} ${currency} ${amountMinor}`);
  if (payer.name !== '') keys.push(`name ${payer.name} ${currency} ${amountMinor}`);
  return keys;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
