/**
 * The items a receipt can be applied to, in the order in which a person reads them: what is proposed or ticked first,
 * then the rest, each by due date. Rows do not move while they are ticked; a changed filter orders them anew.
 */
import { useMemo } from 'react';
import type { GridLoad } from '../../ui/grid/grid.types.ts';
import { isZero } from '../../ui/money/money-text.ts';
import { useCustomerItems } from '../customers/customers.queries.ts';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import type { Proposal } from './proposal.ts';

interface Given {
  readonly code: string;
  readonly receipt: ReceiptDetail;
  readonly proposal: Proposal;
  /** Ids of the items that stand first. */
  readonly first: ReadonlySet<string>;
}

const NOTHING_TO_LOAD: GridLoad = { isLoading: false, isBusy: false, error: null, retry: () => {} };

export function useItemsInReach({ code, receipt, proposal, first }: Given): {
  rows: readonly Candidate[];
  load: GridLoad;
} {
  const { customerId } = proposal;
  const ofCustomer = useCustomerItems({
    code,
    customerId: customerId ?? '',
    status: 'open',
    isWanted: customerId !== null && !isZero(receipt.unapplied),
  });
  const rows = useMemo(
    () => itemsInOrder({ receipt, customerId, ofCustomer: ofCustomer.rows, first }),
    [receipt, customerId, ofCustomer.rows, first],
  );
  // What the receipt itself brought stays in sight while the customer's other items come.
  const load = rows.length > 0 ? { ...ofCustomer.load, isLoading: false } : ofCustomer.load;
  return { rows, load: customerId === null ? NOTHING_TO_LOAD : load };
}

/**
 * Items that came with the receipt and those of the customer, each once, in the receipt's currency. Of another customer
 * only what stands first is kept: a payer may settle for two.
 */
export function itemsInOrder(given: {
  receipt: Pick<ReceiptDetail, 'candidates' | 'amount'>;
  customerId: string | null;
  ofCustomer: readonly Candidate[];
  first: ReadonlySet<string>;
}): Candidate[] {
  const { receipt, customerId, first } = given;
  const byId = new Map<string, Candidate>();
  for (const row of [...receipt.candidates, ...given.ofCustomer]) byId.set(row.id, row);
  const inReach = [...byId.values()].filter(
    (row) =>
      row.open.currency === receipt.amount.currency &&
      row.kind !== 'receipt' &&
      row.kind !== 'on_account_credit' &&
      (customerId === null || row.customerId === customerId || first.has(row.id)),
  );
  const rank = (row: Candidate): string => `${first.has(row.id) ? 0 : 1} ${row.dueOn} ${row.number}`;
  return inReach
    .map((row) => ({ row, rank: rank(row) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0))
    .map(({ row }) => row);
}
