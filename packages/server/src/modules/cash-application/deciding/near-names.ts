/**
 * Customers whose names are nearly a payer's: misspelt, cut by a bank, with another word in them. The names are compared in
 * memory (core: NameIndex), because a search by similarity under row-level security reads every row. They are read when
 * nothing else tells who a payer is, and kept for the next batch while no name has changed.
 */
import { setImmediate } from 'node:timers/promises';
import { NameIndex, type PayerKnowledge } from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Parties } from '../knowledge/parties.ts';
import { countNameKeys, type KeyedName, nameKeys, nameKeysVersion } from './near-names.queries.ts';

export interface NearName {
  /** The payer's name, as names are compared. */
  readonly name: string;
  readonly customerId: string;
  readonly customerNumber: string;
  /** In percent. */
  readonly likeness: number;
}

/** Of a company with more customers only names that are the same are known: their index would take more than 200 MB. */
const CUSTOMERS_MAX = 200_000;
/** Companies whose names are kept, some 50 MB for 50,000 customers each. */
const COMPANIES_KEPT_MAX = 4;
/** Others are served between so many names; they take a tenth of a second. */
const NAMES_AT_A_TIME = 2_000;
const ASKED_AT_A_TIME = 50;

interface KeptNames {
  readonly version: bigint;
  readonly index: NameIndex;
  readonly idOf: ReadonlyMap<string, string>;
}

/** By company, the one used last at the end. What is kept is a copy of what its version says. */
const kept = new Map<string, KeptNames>();

/** Tells the engine whose names are nearly these payers'. Returns the ids of the customers it may name, by their numbers. */
export async function tellNearNames(
  tx: Tx,
  names: readonly string[],
  { knowledge, parties }: { readonly knowledge: PayerKnowledge; readonly parties: Parties },
): Promise<ReadonlyMap<string, string>> {
  const customerIds = new Map<string, string>();
  const near = new Map<string, Map<string, number>>();
  for (const found of parties.asOne(await findNearNames(tx, names))) {
    const { name, customerNumber, customerId, likeness } = found;
    const alike = near.get(name) ?? new Map<string, number>();
    near.set(name, alike);
    // The likest come first: of a survivor the record whose name is nearest tells.
    if (!alike.has(customerNumber)) alike.set(customerNumber, likeness);
    customerIds.set(customerNumber, customerId);
  }
  for (const [name, alike] of near) {
    knowledge.tellNamesLike(
      name,
      [...alike].map(([customer, likeness]) => ({ customer, likeness })),
    );
  }
  return customerIds;
}

/** For `ACME FODS` the customer `ACME FOODS` with a likeness of 71; a dozen customers a name at most, the likest first. */
export async function findNearNames(tx: Tx, names: readonly string[]): Promise<NearName[]> {
  if (names.length === 0) return [];
  const known = await namesOfCompany(tx);
  if (known === null) return [];
  const found: NearName[] = [];
  for (const [at, name] of names.entries()) {
    if (at % ASKED_AT_A_TIME === ASKED_AT_A_TIME - 1) await setImmediate();
    for (const { customer, likeness } of known.index.similarTo(name)) {
      found.push({ name, customerId: known.idOf.get(customer) ?? '', customerNumber: customer, likeness });
    }
  }
  return found;
}

async function namesOfCompany(tx: Tx): Promise<KeptNames | null> {
  const version = await nameKeysVersion(tx);
  if (version === 0n) return null;
  const present = kept.get(tx.company.id);
  const current = present?.version === version ? present : { version, ...(await indexed(await namesToKeep(tx))) };
  kept.delete(tx.company.id);
  kept.set(tx.company.id, current);
  const [oldest] = kept.keys();
  if (kept.size > COMPANIES_KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  return current;
}

async function namesToKeep(tx: Tx): Promise<KeyedName[]> {
  return (await countNameKeys(tx)) > CUSTOMERS_MAX ? [] : nameKeys(tx);
}

async function indexed(rows: readonly KeyedName[]): Promise<Omit<KeptNames, 'version'>> {
  const index = new NameIndex();
  for (let at = 0; at < rows.length; at += NAMES_AT_A_TIME) {
    for (const { customerNumber, key } of rows.slice(at, at + NAMES_AT_A_TIME)) index.add(customerNumber, key);
    await setImmediate();
  }
  return { index, idOf: new Map(rows.map(({ customerNumber, customerId }) => [customerNumber, customerId])) };
}
