/**
 * What an act would post, without posting it: it is carried out for real, by the code and under the guards that will post it,
 * its entries are read, and all is taken back. So what is shown beforehand cannot differ from what the books would say now.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { EntryKind } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { entryPostings, type PostingView } from './reading.queries.ts';
import { beginRehearsal, endRehearsal } from './rehearsal.queries.ts';

export type DraftedPosting = Pick<
  PostingView,
  | 'account'
  | 'effectiveOn'
  | 'currency'
  | 'amountMinor'
  | 'functionalMinor'
  | 'customerId'
  | 'customerName'
  | 'itemId'
  | 'itemNumber'
  | 'dueOn'
>;

/** An entry as it would be, or as it was, posted. */
export interface DraftedEntry {
  readonly kind: EntryKind;
  readonly effectiveOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly reversesEntryId: string | null;
  readonly postings: readonly DraftedPosting[];
}

/**
 * The entries that `work` writes (it returns their ids), read before they are taken back. Needs a posting transaction. Throws
 * what `work` throws, with the transaction as it was before.
 */
export async function rehearse(
  tx: Tx,
  work: (tx: CommandTx) => Promise<readonly string[]>,
): Promise<readonly DraftedEntry[]> {
  await beginRehearsal(tx);
  try {
    return await entriesAsDrafted(tx, await work({ ...tx, commandId: newId(), audit: () => {} }));
  } finally {
    await endRehearsal(tx);
  }
}

/** Entries that are written, as a rehearsal shows them. */
export async function entriesAsDrafted(tx: Tx, ids: readonly string[]): Promise<readonly DraftedEntry[]> {
  const entries: DraftedEntry[] = [];
  for (const id of ids) {
    const postings = await entryPostings(tx, id);
    const [first] = postings;
    if (first === undefined) continue;
    const { kind, reversesEntryId } = first;
    const [effectiveOn, currency, amountMinor] = [first.effectiveOn, first.currency, first.entryAmountMinor];
    entries.push({ kind, effectiveOn, currency, amountMinor, reversesEntryId, postings: postings.map(drafted) });
  }
  return entries;
}

function drafted(posting: PostingView): DraftedPosting {
  const { account, effectiveOn, currency, amountMinor, functionalMinor, dueOn } = posting;
  const { customerId, customerName, itemId, itemNumber } = posting;
  return {
    account,
    effectiveOn,
    currency,
    amountMinor,
    functionalMinor,
    customerId,
    customerName,
    itemId,
    itemNumber,
    dueOn,
  };
}

/**
 * What entries are worth in the company's currency: all that they debit. A write-off of 100.00 USD carried at 90.50 EUR is
 * worth 90.50; moving a receipt of 40.00 to another customer 40.00.
 */
export function worthOf(entries: readonly DraftedEntry[]): bigint {
  return entries
    .flatMap((entry) => entry.postings)
    .reduce((sum, { functionalMinor }) => (functionalMinor > 0n ? sum + functionalMinor : sum), 0n);
}
