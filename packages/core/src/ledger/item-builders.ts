/** Items and days for the tests of this folder. */
import { localDate } from '../calendar/index.ts';
import { OPENINGS } from './accounts.ts';
import type { EntryDraft } from './entry.ts';
import type { ItemState } from './item.ts';

export const day = localDate;

/** An item of 100.00 EUR issued on 1 January 2026 and due on the 31st, all of it open. */
export function anItem(changes: Partial<ItemState> & Pick<ItemState, 'kind'>): ItemState {
  const { account, sign } = OPENINGS[changes.kind];
  const amountMinor = changes.amountMinor ?? sign * 10_000n;
  return {
    id: changes.kind,
    number: changes.kind,
    account,
    currency: 'EUR',
    amountMinor,
    openMinor: amountMinor,
    carryingMinor: amountMinor,
    issuedOn: day('2026-01-01'),
    lastEffectiveOn: day('2026-01-01'),
    customerId: 'acme',
    dueOn: day('2026-01-31'),
    ...changes,
  };
}

/** The same item with its history, as it is loaded for a back-dated act. */
export function withHistory(item: ItemState): ItemState {
  const { issuedOn, openMinor, carryingMinor, customerId, dueOn } = item;
  const opened = { effectiveOn: issuedOn, amountMinor: openMinor, functionalMinor: carryingMinor };
  return { ...item, history: { changes: [opened], opening: { customerId, dueOn }, moves: [] } };
}

/** The postings as a person would read them out: "receivable -60.00 acme 2026-01-31". */
export function legsOf(entry: EntryDraft): string[] {
  return entry.postings.map((posting) => {
    const place = posting.itemId === undefined ? '' : ` ${posting.customerId} ${posting.dueOn}`;
    return `${posting.effectiveOn} ${posting.account} ${posting.amountMinor} ${posting.currency} (${posting.functionalMinor})${place}`;
  });
}
