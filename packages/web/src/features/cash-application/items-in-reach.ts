/**
 * The items a receipt can be applied to, in the order in which a person reads them: what is proposed or ticked first,
 * then the rest, each by due date. Rows do not move while they are ticked; a changed filter orders them anew.
 */
import { useEffect, useMemo } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Item } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { GridLoad } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import type { Proposal } from './proposal.ts';

interface Given {
  readonly code: string;
  readonly receipt: ReceiptDetail;
  readonly proposal: Proposal;
  /** Ids of the items that stand first. */
  readonly first: ReadonlySet<string>;
  /** Items that were looked for and added, of any customer. */
  readonly added: readonly Candidate[];
}

const NOTHING_TO_LOAD: GridLoad = { isLoading: false, isBusy: false, error: null, retry: () => {} };

/** Pages after the first, which comes quickly: each answers well under 300 ms. */
const NEXT_PAGE_ROWS = 500;
/** Items that are fetched without being asked for; of more the rest comes when somebody scrolls or filters. */
const ITEMS_AT_ONCE_MAX = 20_000;

export function useItemsInReach({ code, receipt, proposal, first, added }: Given): {
  rows: readonly Candidate[];
  load: GridLoad;
} {
  const { customerId } = proposal;
  const ofCustomer = useOpenItems(code, customerId, customerId !== null && !isZero(receipt.unapplied));
  const rows = useMemo(
    () => itemsInOrder({ receipt, customerId, ofCustomer: ofCustomer.rows, first, added }),
    [receipt, customerId, ofCustomer.rows, first, added],
  );
  // What the receipt itself brought stays in sight while the customer's other items come.
  const load = rows.length > 0 ? { ...ofCustomer.load, isLoading: false } : ofCustomer.load;
  return { rows, load: customerId === null ? NOTHING_TO_LOAD : load };
}

/** All open items of a customer, page after page, so that any of them is found by what is typed. */
function useOpenItems(code: string, customerId: string | null, isWanted: boolean) {
  const list = useKeyset<Item>({
    key: ['customer-items', code, customerId, 'open', 'desk'],
    isWanted,
    page: (ask, signal) => {
      const limit = ask.cursor === undefined ? ask.limit : NEXT_PAGE_ROWS;
      const params = {
        path: { company: code, id: customerId ?? '' },
        query: { ...ask, limit, status: 'open' as const },
      };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/items', { params, signal }));
    },
  });
  const { hasMore, isBusy, error, loadMore } = list.load;
  const wantsMore = (hasMore ?? false) && !isBusy && error === null && list.rows.length < ITEMS_AT_ONCE_MAX;
  useEffect(() => {
    if (wantsMore) loadMore?.();
  }, [wantsMore, loadMore]);
  return list;
}

/**
 * Items that came with the receipt and those of the customer, each once, in the receipt's currency. Of another customer
 * only what stands first or was added is kept: a payer may settle for two.
 */
export function itemsInOrder(given: {
  receipt: Pick<ReceiptDetail, 'candidates' | 'amount'>;
  customerId: string | null;
  ofCustomer: readonly Candidate[];
  first: ReadonlySet<string>;
  added?: readonly Candidate[];
}): Candidate[] {
  const { receipt, customerId, first, added = [] } = given;
  const addedIds = new Set(added.map(({ id }) => id));
  const byId = new Map<string, Candidate>();
  for (const row of [...receipt.candidates, ...added, ...given.ofCustomer]) byId.set(row.id, row);
  const inReach = [...byId.values()].filter(
    (row) =>
      row.open.currency === receipt.amount.currency &&
      row.kind !== 'receipt' &&
      row.kind !== 'on_account_credit' &&
      (customerId === null || row.customerId === customerId || first.has(row.id) || addedIds.has(row.id)),
  );
  const rank = (row: Candidate): string =>
    `${first.has(row.id) || addedIds.has(row.id) ? 0 : 1} ${row.dueOn} ${row.number}`;
  return inReach
    .map((row) => ({ row, rank: rank(row) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0))
    .map(({ row }) => row);
}
