/**
 * Undoing what was done with a receipt, at any later day: every application with what was posted beside it, the suspense and
 * the identification that still stand, the latest first, each by a linked reversal as of its own day. Deductions are
 * withdrawn and their holds lifted, what was learnt is forgotten, and the receipt is looked at again, to be proposed for and
 * never posted by itself.
 */
import type { EntryKind } from '@quittance/core/ledger';
import { formatAmount } from '@quittance/core/money';
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { requireNothingWaits, reverseEntry } from '../../ledger/index.ts';
import type { KeptDecision } from '../deciding/decision.ts';
import { decisionHistory, endDecisions, rejectPairs, takeBackRejections } from '../deciding/decisions.queries.ts';
import { liftHolds } from '../deductions/deduction-session.ts';
import { deductibleItems, type WithdrawnDeduction, withdrawDeductions } from '../deductions/deductions.queries.ts';
import { unteach } from '../knowledge/knowledge.usecase.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { decideAgain } from '../runs/decide-again.usecase.ts';
import {
  itemsOfEntries,
  lockItems,
  type StandingEntry,
  standingEntries,
  type TouchedItem,
  type UndoneEntry,
  undoneBy,
} from '../runs/settling.queries.ts';

export interface UndoRequest {
  readonly receiptId: string;
  readonly reason: string;
  /** The receipt does not pay these items: they are not proposed for it again. */
  readonly wasWrong: boolean;
  readonly command: Command;
}

export interface Undone {
  readonly receiptId: string;
  /** The reversals written. */
  readonly entryIds: readonly string[];
  /** Every item that was touched, with what is open of it now; minor units as text. */
  readonly restored: readonly {
    readonly itemId: string;
    readonly number: string;
    readonly currency: string;
    readonly openMinor: string;
  }[];
  /** Numbers of the items that it goes on paying, when only a part was taken back. */
  readonly stayed: readonly string[];
  /** What was undone, with the day as of which: later than its own when that is closed by now. */
  readonly undone: readonly {
    readonly entryId: string;
    readonly kind: string;
    readonly amount: TextMoney;
    readonly undoneOn: string;
  }[];
  /** Deductions that were posted or claimed with it and stand no more. */
  readonly withdrawn: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly number: string;
    readonly amount: TextMoney;
    readonly reason: string;
    readonly treatment: 'posted' | 'claimed';
  }[];
  /** What happened to the receipt and was not undone: money that has left again, such as a refund. */
  readonly kept: readonly { readonly entryId: string; readonly kind: string }[];
}

interface TextMoney {
  readonly amount: string;
  readonly currency: string;
}

/** With how many other receipts that name the same items are decided again later, by themselves. */
export type UndoneAndDecided = Undone & { readonly decidedLater: number };

const UNDOABLE: readonly EntryKind[] = ['application', 'suspense', 'identification'];

/** Throws `nothing_to_undo`, `approval_waits`, and the ledger's refusals. The receipt is then decided on anew, outside of the command. */
export async function undoReceipt(database: Database, scope: Scope, request: UndoRequest): Promise<UndoneAndDecided> {
  const undone = await runCommand(database, scope, request.command, (tx) => undoInCommand(tx, request));
  await applyUnapplied(database, scope, { receiptIds: [request.receiptId] });
  return { ...undone, decidedLater: await decideAgain(database, scope, undone.entryIds) };
}

/** The same inside a command that goes on. */
export async function undoInCommand(tx: CommandTx, request: Omit<UndoRequest, 'command'>): Promise<Undone> {
  const { receiptId, reason, wasWrong } = request;
  const { undo, keep } = await lockForUndo(tx, receiptId);
  await requireNothingWaits(tx, receiptId);
  const history = await decisionHistory(tx, receiptId);
  const settled = history.filter(({ state }) => state === 'posted' || state === 'on_account' || state === 'not_ours');
  if (undo.length === 0 && settled.length === 0) {
    throw new AppError('nothing_to_undo', 'Nothing was done with this receipt that could be undone.', { status: 409 });
  }
  const touched = await itemsOfEntries(
    tx,
    undo.map((entry) => entry.id),
  );
  const entryIds: string[] = [];
  for (const { id } of undo) entryIds.push(...(await reverseEntry(tx, { entryId: id, withDependents: true, reason })));
  const withdrawn = await withdrawDeductions(tx, [receiptId], reason);
  await liftHolds(tx, withdrawn, reason);
  await unteach(tx, receiptId);
  const numbers = await endDecisions(tx, [receiptId], { state: 'undone', reason });
  await takeBackRejections(tx, receiptId, numbers);
  if (wasWrong) await rejectWhatWasApplied(tx, request, { settled, itemIds: touched.map((item) => item.itemId) });
  const answer = await answerOf(tx, { receiptId, entryIds, keep, withdrawn });
  const before = { decisions: settled.map(({ number, state }) => ({ number, state })), entries: undo };
  const after = { entryIds, withdrawn: answer.withdrawn, kept: keep, wasWrong };
  tx.audit({ action: 'cash.undone', subjectKind: 'receipt', subjectId: receiptId, before, after, reason });
  return answer;
}

interface Done {
  readonly receiptId: string;
  readonly entryIds: readonly string[];
  readonly keep: readonly StandingEntry[];
  readonly withdrawn: readonly WithdrawnDeduction[];
}

async function answerOf(tx: CommandTx, { receiptId, entryIds, keep, withdrawn }: Done): Promise<Undone> {
  const undone = await undoneBy(tx, entryIds);
  const ids = undone.map(({ entryId }) => entryId);
  const items = await itemsOfEntries(tx, ids);
  const numbers = new Map((await touchedByDeductions(tx, withdrawn, items)).map((one) => [one.itemId, one.number]));
  return {
    receiptId,
    entryIds,
    restored: restoredItems(items),
    stayed: [],
    undone: undone.map(({ entryId, kind, undoneOn, ...amount }: UndoneEntry) => ({
      entryId,
      kind,
      undoneOn,
      amount: textMoney(amount),
    })),
    withdrawn: withdrawn.map(({ id, itemId, reason, treatment, ...amount }) => ({
      id,
      itemId,
      number: numbers.get(itemId) ?? '',
      reason,
      treatment,
      amount: textMoney(amount),
    })),
    kept: keep.map(({ id, kind }) => ({ entryId: id, kind })),
  };
}

export function restoredItems(items: readonly TouchedItem[]): Undone['restored'] {
  return items.map(({ itemId, number, currency, openMinor }) => ({
    itemId,
    number,
    currency,
    openMinor: openMinor.toString(),
  }));
}

/** An item may bear a claim and no cash. */
async function touchedByDeductions(
  tx: CommandTx,
  withdrawn: readonly WithdrawnDeduction[],
  items: readonly TouchedItem[],
): Promise<readonly Pick<TouchedItem, 'itemId' | 'number'>[]> {
  const known = new Set(items.map(({ itemId }) => itemId));
  const missing = withdrawn.map(({ itemId }) => itemId).filter((itemId) => !known.has(itemId));
  if (missing.length === 0) return items;
  const others = await deductibleItems(tx, missing);
  return [...items, ...[...others.values()].map(({ id, number }) => ({ itemId: id, number }))];
}

function textMoney(given: { readonly amountMinor: bigint; readonly currency: string }): TextMoney {
  return { amount: formatAmount(given.amountMinor, given.currency), currency: given.currency };
}

/**
 * The receipt and all that its entries touch, locked in one order; what stands on it is read again under the locks. An
 * identification stays when money that has left again rests on it.
 */
async function lockForUndo(
  tx: CommandTx,
  receiptId: string,
): Promise<{ readonly undo: readonly StandingEntry[]; readonly keep: readonly StandingEntry[] }> {
  for (let locked = new Set<string>(); ; ) {
    const standing = await standingEntries(tx, receiptId);
    const touched = await itemsOfEntries(
      tx,
      standing.map((entry) => entry.id),
    );
    const ids = [receiptId, ...touched.map((item) => item.itemId)];
    if (ids.every((id) => locked.has(id))) {
      return divided(standing);
    }
    const rows = await lockItems(tx, ids);
    if (rows.get(receiptId)?.kind !== 'receipt') throw notFound('receipt', receiptId);
    locked = new Set(rows.keys());
  }
}

/** What is undone by itself, what is left alone; what stands and falls with an application is undone with it and is neither. */
function divided(standing: readonly StandingEntry[]) {
  const applications = new Set(standing.filter(({ kind }) => kind === 'application').map(({ id }) => id));
  const own = standing.filter(({ dependsOnEntryId }) => !applications.has(dependsOnEntryId ?? ''));
  const kept = own.filter(({ kind }) => !UNDOABLE.includes(kind));
  const isUndone = ({ kind }: StandingEntry) =>
    UNDOABLE.includes(kind) && (kind !== 'identification' || kept.length === 0);
  return { undo: own.filter(isUndone), keep: own.filter((entry) => !isUndone(entry)) };
}

async function rejectWhatWasApplied(
  tx: CommandTx,
  { receiptId, reason }: Pick<UndoRequest, 'receiptId' | 'reason'>,
  applied: { readonly settled: readonly KeptDecision[]; readonly itemIds: readonly string[] },
): Promise<void> {
  const decided = applied.settled.flatMap(({ allocations }) => allocations.map((allocation) => allocation.itemId));
  const itemIds = [...decided, ...applied.itemIds].filter((id) => id !== receiptId);
  await rejectPairs(tx, { receiptItemId: receiptId, itemIds, reason, withDecision: null });
}
