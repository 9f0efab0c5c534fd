/**
 * A file that lists all open items of a day. What is new in it is posted as from any file; what stands is compared, and
 * what differs or is missing becomes a proposal. Nothing that stands is touched here.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { type ChangePlan, compareWithList, type ListSide, pairInstalments } from '@quittance/core/snapshot';
import { newId } from '../../../platform/ids.ts';
import type { FileTaker, TakingContext } from '../file-taker.ts';
import type { DocumentRow } from '../reading/messages.ts';
import { takeItems } from '../take-items.ts';
import {
  findListedItems,
  findListSettlements,
  insertChanges,
  type ListedItem,
  listOpenBefore,
  type NewItemChange,
  supersedeProposals,
} from './snapshot.queries.ts';

const OPEN_ITEMS_PER_PAGE = 5_000;
/** From one list to the next some items are settled; beyond this the list itself is doubted. */
const VANISHED_USUAL = 20;
const VANISHED_SHARE_USUAL = 0.3;

export async function takeSnapshot(context: TakingContext, listedOn: LocalDate): Promise<FileTaker> {
  const { tx, batchId, commandId } = context;
  const added = await takeItems(context);
  const seen = new Set<string>();
  const unread = new Set<string>();
  let vanished = 0;
  const isPosting = commandId !== null;
  if (isPosting) await supersedeProposals(tx);
  const keep = async (pairs: readonly Pair[]) => {
    const changes = await changesOf(context, pairs);
    if (isPosting) await insertChanges(tx, batchId, changes);
  };
  return {
    async take(message) {
      // A row that could not be read is in the list all the same.
      if (message.type === 'refused') for (const refusal of message.refusals) unread.add(refusal.label);
      if (message.type !== 'documents') return added.take(message);
      const standing = await standingItems(context, message.documents);
      const fresh = message.documents.filter((document) => !standing.has(keyOf(document)));
      if (fresh.length > 0) await added.take({ ...message, documents: fresh });
      const pairs = message.documents.flatMap((document) => pairsOf(document, standing.get(keyOf(document)) ?? []));
      for (const { here } of pairs) seen.add(here.itemId);
      await keep(pairs);
    },
    async finish() {
      await added.finish();
      for (let after: string | null = null; ; ) {
        const open: ListedItem[] = await listOpenBefore(tx, {
          batchId,
          upTo: listedOn,
          after,
          limit: OPEN_ITEMS_PER_PAGE,
        });
        const missing = open.filter((item) => !seen.has(item.itemId) && !unread.has(item.number));
        await keep(missing.map((here) => ({ here, there: null, row: 0 })));
        vanished += missing.length;
        if (open.length < OPEN_ITEMS_PER_PAGE) break;
        after = open.at(-1)?.itemId ?? null;
      }
      if (vanished > VANISHED_USUAL && vanished > seen.size * VANISHED_SHARE_USUAL)
        context.recorder.note(muchIsMissing(vanished));
    },
  };
}

function muchIsMissing(count: number) {
  const message = `${count} open items are not in this list, more than is usual. Make sure that it holds all open items of the company before you accept that they are settled.`;
  return { row: 1, field: null, code: 'much_is_missing', message };
}

interface Pair {
  readonly here: ListedItem;
  readonly there: ListSide | null;
  /** Where the list has it; 0 when it does not. */
  readonly row: number;
}

function keyOf(document: { readonly kind: string; readonly number: string }): string {
  return `${document.kind} ${document.number}`;
}

async function standingItems(
  { tx }: TakingContext,
  documents: readonly DocumentRow[],
): Promise<ReadonlyMap<string, readonly ListedItem[]>> {
  const numbers = documents.map((document) => document.number);
  const standing = new Map<string, ListedItem[]>();
  for (const item of await findListedItems(tx, numbers)) {
    const items = standing.get(keyOf(item));
    if (items === undefined) standing.set(keyOf(item), [item]);
    else items.push(item);
  }
  return standing;
}

/** An item in another currency is another item: both are then for a person to look at, as missing here and there. */
function pairsOf(document: DocumentRow, items: readonly ListedItem[]): Pair[] {
  const sign = document.kind === 'credit_note' ? -1n : 1n;
  const comparable = items.filter((item) => item.currency === document.currency);
  const listed = document.instalments.map(({ dueOn, amountMinor }) => ({ dueOn, openMinor: sign * amountMinor }));
  return pairInstalments(comparable, listed).map((pair) => ({ ...pair, row: document.row }));
}

async function changesOf(context: TakingContext, pairs: readonly Pair[]): Promise<NewItemChange[]> {
  const { tx, recorder } = context;
  const closed = pairs.filter(({ here, there }) => there !== null && here.openMinor !== there.openMinor);
  const settled = new Map(
    (
      await findListSettlements(
        tx,
        closed.map(({ here }) => here.itemId),
      )
    ).map((found) => [found.itemId, found]),
  );
  const changes: NewItemChange[] = [];
  for (const { here, there, row } of pairs) {
    const found = compareWithList({ ...here, settledByList: settled.get(here.itemId) ?? null }, there);
    if (found.length === 0 && here.openMinor !== 0n) {
      recorder.count('unchanged', () => ({ row, label: here.number, fields: fieldsOf(here) }));
    }
    if (found.length === 0) continue;
    const openThereMinor = there?.openMinor ?? 0n;
    const dueThere = there?.dueOn ?? null;
    for (const change of found) changes.push({ id: newId(), item: here, openThereMinor, dueThere, ...change });
    const [{ kind, plan } = { kind: 'vanished' as const, plan: NOTHING }] = found;
    recorder.count('changed', () => ({
      row,
      label: here.number,
      fields: {
        ...fieldsOf(here),
        change: kind,
        openThere: formatAmount(openThereMinor, here.currency),
        proposal: plan.act,
      },
    }));
  }
  return changes;
}

const NOTHING: ChangePlan = { act: 'none', why: 'settled_here_first' };

function fieldsOf(item: ListedItem): Record<string, string> {
  return {
    kind: item.kind,
    amount: formatAmount(item.openMinor, item.currency),
    currency: item.currency,
    issuedOn: item.issuedOn,
    dueOn: item.dueOn,
  };
}
