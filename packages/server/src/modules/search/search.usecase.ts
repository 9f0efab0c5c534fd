/** One search over everything a person may read: each module finds its own, here they are put in one list. */
import type { Permission } from '@quittance/core/permissions';
import type { Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { type Customer, searchCustomers } from '../customers/index.ts';
import { type FoundReceipt, findReceiptsByWords } from '../intake/index.ts';
import { type FoundItem, findItemsByAmount, findItemsByNumber, findItemsByTail } from '../ledger/index.ts';
import { type Ask, readAsk } from './ask.ts';

export type FoundBy = 'number' | 'number_end' | 'amount';

export interface Findings {
  readonly customers: readonly Customer[];
  readonly items: readonly (FoundItem & { readonly foundBy: FoundBy })[];
  readonly receipts: readonly FoundReceipt[];
}

/** One letter is in half of all names: nothing it finds is what was meant. */
const ASKED_CHARS_MIN = 2;
/** Of each kind: what is seen at once without scrolling. Whoever needs more types more. */
const FOUND_MAX = 8;

export function searchEverything(
  database: Database,
  scope: Scope,
  search: { readonly typed: string; readonly permissions: ReadonlySet<Permission> },
): Promise<Findings> {
  const ask = readAsk(search.typed);
  const isLongEnough = ask.text.length >= ASKED_CHARS_MIN;
  const may = (permission: Permission): boolean => search.permissions.has(permission) && isLongEnough;
  // "1.234,56" is nobody's name: what reads every customer is spared.
  const mayBeName = ask.amounts.length === 0 || !/[.,]/.test(ask.text);
  return database.read(scope, async (tx) => ({
    customers:
      mayBeName && may('customers.read') ? await searchCustomers(tx, { text: ask.text, limit: FOUND_MAX }) : [],
    items: may('ledger.read') ? await itemsLike(tx, ask) : [],
    receipts: may('cash.read') ? await findReceiptsByWords(tx, { words: ask.text, limit: FOUND_MAX }) : [],
  }));
}

/** The number itself, then numbers that begin so, then amounts, then numbers that end so; each item once. */
async function itemsLike(tx: Tx, ask: Ask): Promise<Findings['items']> {
  const limit = FOUND_MAX;
  const byNumber = ask.key === null ? [] : await findItemsByNumber(tx, { key: ask.key, limit });
  const byAmount = ask.amounts.length === 0 ? [] : await findItemsByAmount(tx, { amounts: ask.amounts, limit });
  const byTail: FoundItem[] = [];
  for (const tail of ask.tails) byTail.push(...(await findItemsByTail(tx, { tail, limit })));
  const found = new Map<string, Findings['items'][number]>();
  const take = (items: readonly FoundItem[], foundBy: FoundBy): void => {
    for (const item of items) if (!found.has(item.id)) found.set(item.id, { ...item, foundBy });
  };
  // Some of each: numbers that begin so would leave no room for the amount that was meant.
  take(byNumber.slice(0, limit / 2), 'number');
  take(byAmount.slice(0, limit / 2), 'amount');
  take(byTail.slice(0, limit / 2), 'number_end');
  take(byNumber, 'number');
  take(byAmount, 'amount');
  take(byTail, 'number_end');
  return [...found.values()].slice(0, limit);
}
