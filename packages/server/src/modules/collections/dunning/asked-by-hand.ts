/**
 * What a letter by hand takes off what is open, by the rule of runs (`sharesOf`): money that waits to be applied is used up item by item by
 * due date over all the customer owes, and what is promised or disputed in part is not asked for. Of an item that rests whole, its writer
 * has ticked it all the same: it is asked for, but for what is covered. Credits that the letter lists itself are not used up besides.
 */
import { localDate } from '@quittance/core/calendar';
import { type ItemShare, keptFrom, sharesOf, wholeShare } from '@quittance/core/dunning';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { LeftOut, TakenOff } from '../../correspondence/index.ts';
import { mayBeTakenOff } from './asked-by-hand.queries.ts';
import { creditsOf, loadParties } from './customer-facts.ts';
import { type HoldInForce, holdsInForce, type OpenItem, openItems } from './facts.queries.ts';

interface ListedItems {
  readonly customerId: string;
  readonly itemIds: readonly string[];
}

/** Whatever is open: a letter by hand may be about what is due in a year. */
const ANY_DAY = localDate('9999-12-31');

interface Account {
  readonly owed: ReadonlyMap<string, OpenItem & { readonly holds: readonly HoldInForce[] }>;
  readonly customerHolds: readonly string[];
  readonly shares: ReadonlyMap<string, ItemShare>;
}

async function accountOf(tx: Tx, { customerId, itemIds }: ListedItems): Promise<Account> {
  const parties = await loadParties(tx);
  const records = [...parties.recordsOf(parties.standsFor(customerId))];
  const open = await openItems(tx, records, ANY_DAY);
  const holds = await holdsInForce(tx, records);
  const byItem = new Map<string | null, HoldInForce[]>();
  for (const hold of holds) byItem.set(hold.itemId, [...(byItem.get(hold.itemId) ?? []), hold]);
  const owed = open
    .filter(({ openMinor }) => openMinor > 0n)
    .map((item) => ({ ...item, holds: byItem.get(item.id) ?? [] }));
  const listed = new Set(itemIds);
  return {
    owed: new Map(owed.map((item) => [item.id, item])),
    customerHolds: (byItem.get(null) ?? []).map(({ kind }) => kind),
    shares: sharesOf(owed, creditsOf(open.filter(({ id }) => !listed.has(id)))),
  };
}

/** By item; those of which nothing is taken off are left out. */
export async function takenOff(tx: Tx, letter: ListedItems): Promise<ReadonlyMap<string, TakenOff>> {
  const parties = await loadParties(tx);
  const records = parties.recordsOf(parties.standsFor(letter.customerId));
  // Of most customers nothing is: then ten thousand items need not be looked at.
  if (!(await mayBeTakenOff(tx, records, letter.itemIds))) return new Map();
  const { shares } = await accountOf(tx, letter);
  return new Map(
    letter.itemIds.flatMap((id) => {
      const share = shares.get(id);
      const off = share === undefined ? NOTHING : offOf(share);
      return off.creditMinor === 0n && off.restingMinor === 0n ? [] : [[id, off] as const];
    }),
  );
}

const NOTHING: TakenOff = { creditMinor: 0n, restingMinor: 0n };

function offOf({ coveredMinor, promisedMinor, disputedMinor, askedMinor }: ItemShare): TakenOff {
  return { creditMinor: coveredMinor, restingMinor: askedMinor > 0n ? promisedMinor + disputedMinor : 0n };
}

/** Of the items of a letter that did not go out: those that may be asked for now, in their order; and why the others may not. */
export async function stillToAskFor(
  tx: Tx,
  letter: ListedItems & { readonly numbers: ReadonlyMap<string, string> },
): Promise<{ itemIds: string[]; leftOut: LeftOut[] }> {
  const { owed, customerHolds, shares } = await accountOf(tx, letter);
  const itemIds: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const itemId of letter.itemIds) {
    const number = letter.numbers.get(itemId) ?? '';
    const item = owed.get(itemId);
    const kept =
      item === undefined
        ? { reason: 'not_open' as const, detail: null }
        : keptFrom(item, customerHolds, shares.get(itemId) ?? wholeShare(item));
    if (kept === null) itemIds.push(itemId);
    else leftOut.push({ ...kept, itemId, number });
  }
  return { itemIds, leftOut };
}

/** Of a letter by hand, an item of which it asks for another amount than would be asked for now: its id. Undefined: all stand as it says. */
export async function askedOtherwise(
  tx: Tx,
  letter: ListedItems & { readonly askedMinor: ReadonlyMap<string, bigint> },
): Promise<string | undefined> {
  if (letter.askedMinor.size === 0) return undefined;
  const { owed, shares } = await accountOf(tx, letter);
  return [...letter.askedMinor].find(([itemId, askedMinor]) => {
    const item = owed.get(itemId);
    if (item === undefined) return true;
    const { creditMinor, restingMinor } = offOf(shares.get(itemId) ?? wholeShare(item));
    return item.openMinor - creditMinor - restingMinor !== askedMinor;
  })?.[0];
}
