/** Customers as people see them: with what they owe (and what their merged duplicates do), blocks, group. */
import { survivorsOf } from '@quittance/core/parties';
import type { Tx } from '../../platform/database/transaction.ts';
import { type CustomerBlock, findBlocks } from './blocks.queries.ts';
import type { Balance, CustomerLedger } from './customer-ledger.ts';
import { type Customer, findCustomers } from './customers.queries.ts';
import { findMergeLinks } from './family.queries.ts';

export interface CustomerName {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface CustomerView extends Customer {
  readonly parent: CustomerName | null;
  readonly mergedInto: CustomerName | null;
  /** In force. */
  readonly blocks: readonly CustomerBlock[];
  /** One for each currency, of the party as a whole; what stands on a merged duplicate is shown with its survivor only. */
  readonly balances: readonly Balance[];
}

export async function viewCustomers(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'customerBalances'>,
  customers: readonly Customer[],
): Promise<CustomerView[]> {
  const ids = customers.map((customer) => customer.id);
  const named = customers.flatMap(({ parentId, mergedIntoId }) => [parentId, mergedIntoId]);
  const names = await namesOf(
    tx,
    named.filter((id): id is string => id !== null),
  );
  const blocks = await findBlocks(tx, ids);
  const balances = await partyBalances(tx, ledger, ids);
  return customers.map((customer) => ({
    ...customer,
    parent: names.get(customer.parentId ?? '') ?? null,
    mergedInto: names.get(customer.mergedIntoId ?? '') ?? null,
    blocks: blocks.filter((block) => block.customerId === customer.id),
    balances: balances.get(customer.id) ?? [],
  }));
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, CustomerName>> {
  if (ids.length === 0) return new Map();
  const found = await findCustomers(tx, [...new Set(ids)]);
  return new Map(found.map(({ id, number, name }) => [id, { id, number, name }]));
}

/** What is open by party: of B, into which A was merged, the sum of both. Of A itself its own, so that it can be looked at. */
export async function partyBalances(
  tx: Tx,
  ledger: Pick<CustomerLedger, 'customerBalances'>,
  ids: readonly string[],
): Promise<Map<string, Balance[]>> {
  const links = await findMergeLinks(tx);
  const survivorOf = survivorsOf(links);
  const asked = new Set(ids);
  const duplicates = links.map((link) => link.from).filter((id) => !asked.has(id) && asked.has(survivorOf(id)));
  const found = new Map<string, Balance[]>();
  for (const balance of await ledger.customerBalances(tx, [...asked, ...duplicates])) {
    const customerId = asked.has(balance.customerId) ? balance.customerId : survivorOf(balance.customerId);
    const own = found.get(customerId) ?? [];
    const same = own.find((one) => one.currency === balance.currency);
    const sum = same ? plus(same, balance) : { ...balance, customerId };
    found.set(customerId, [...own.filter((one) => one !== same), sum]);
  }
  return found;
}

function plus(left: Balance, right: Balance): Balance {
  return {
    ...left,
    receivableMinor: left.receivableMinor + right.receivableMinor,
    overdueMinor: left.overdueMinor + right.overdueMinor,
    unappliedMinor: left.unappliedMinor + right.unappliedMinor,
  };
}
