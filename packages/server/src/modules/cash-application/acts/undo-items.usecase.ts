/**
 * Taking back what a receipt pays on some of its items: one wrong line of a remittance of 800. All is undone and the rest
 * applied again in the same command, so that the decision that stands says what is posted, no more and no less.
 */
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import type { KeptAllocation, KeptDecision, KeptDeduction } from '../deciding/decision.ts';
import { decisionHistory, rejectPairs } from '../deciding/decisions.queries.ts';
import { type DeductionDraft, keptDeduction } from '../deductions/deduction-session.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { decideAgain } from '../runs/decide-again.usecase.ts';
import { lockReceipt } from '../runs/settle-receipt.ts';
import { itemsOfEntries } from '../runs/settling.queries.ts';
import { audit, type ExceedGuard, keepManual, numberAfter, settleWithDeductions } from './settling-acts.ts';
import { isEachCurrencyPaid } from './typed-application.ts';
import { restoredItems, type Undone, type UndoneAndDecided, undoInCommand } from './undo-receipt.usecase.ts';

export interface UndoItemsRequest {
  readonly receiptId: string;
  readonly itemIds: readonly string[];
  readonly reason: string;
  /** The receipt does not pay these items: they are not proposed for it again. */
  readonly wasWrong: boolean;
  /** What is granted again goes on counting for the limits of who posts it. */
  readonly countAgain: ExceedGuard;
  readonly command: Command;
}

/**
 * Of 4711, 4712 and 4713 paid with 300.00, taking back 4712 leaves 100.00 each on the others and 100.00 on the customer's
 * account. Throws `item_is_not_applied` when the receipt pays nothing on one of them, `applied_in_several_steps` when no one
 * decision says what it pays, `rest_does_not_fit` when the credits that stay are more than the debits.
 */
export async function undoItems(
  database: Database,
  scope: Scope,
  request: UndoItemsRequest,
): Promise<UndoneAndDecided> {
  const undone = await runCommand(database, scope, request.command, (tx) => undoItemsInCommand(tx, request));
  await applyUnapplied(database, scope, { receiptIds: [request.receiptId] });
  return { ...undone, decidedLater: await decideAgain(database, scope, undone.entryIds) };
}

async function undoItemsInCommand(tx: CommandTx, request: UndoItemsRequest): Promise<Undone> {
  const { receiptId, itemIds, reason, wasWrong } = request;
  const decision = theOnePosted(await decisionHistory(tx, receiptId));
  const taken = new Set(itemIds);
  requireApplied(decision, taken);
  const isKept = ({ itemId }: { readonly itemId: string }) => !taken.has(itemId);
  const rest = { allocations: decision.allocations.filter(isKept), deductions: decision.deductions.filter(isKept) };
  const undone = await undoInCommand(tx, { receiptId, reason, wasWrong: false });
  if (rest.allocations.length > 0) await applyRest(tx, request, { ...rest, customerId: decision.customerId });
  if (wasWrong) await rejectPairs(tx, { receiptItemId: receiptId, itemIds, reason, withDecision: null });
  const applied = new Set(rest.allocations.map(({ itemId }) => itemId));
  const entries = undone.undone.map(({ entryId }) => entryId);
  const touched = (await itemsOfEntries(tx, entries)).filter(({ itemId }) => !applied.has(itemId));
  // Without cash nothing is applied again: what was deducted from other items went too.
  const withdrawn = undone.withdrawn.filter(({ itemId }) => taken.has(itemId) || rest.allocations.length === 0);
  return {
    ...undone,
    restored: restoredItems(touched),
    withdrawn,
    stayed: rest.allocations.map(({ number }) => number),
  };
}

function theOnePosted(history: readonly KeptDecision[]): KeptDecision {
  const posted = history.filter(({ state }) => state === 'posted');
  if (posted.length === 1 && posted[0] !== undefined) return posted[0];
  if (posted.length === 0) {
    throw new AppError('nothing_to_undo', 'Nothing was done with this receipt that could be undone.', { status: 409 });
  }
  const message = 'This receipt was applied in several steps. Undo it as a whole, and apply again what is right.';
  throw new AppError('applied_in_several_steps', message, { status: 409 });
}

function requireApplied(
  { allocations, deductions }: Pick<KeptDecision, 'allocations' | 'deductions'>,
  itemIds: ReadonlySet<string>,
): void {
  const applied = new Set([...allocations, ...deductions].map(({ itemId }) => itemId));
  const itemId = [...itemIds].find((id) => !applied.has(id));
  if (itemId === undefined) return;
  const message =
    'The receipt pays nothing on one of these items. Look at it again: it may have been undone meanwhile.';
  throw new AppError('item_is_not_applied', message, { status: 409, details: { itemId } });
}

interface Rest {
  readonly customerId: string | null;
  readonly allocations: readonly KeptAllocation[];
  readonly deductions: readonly KeptDeduction[];
}

/** What was granted before is granted again; what was claimed stays claimed. */
async function applyRest(
  tx: CommandTx,
  { receiptId, reason, countAgain }: UndoItemsRequest,
  rest: Rest,
): Promise<void> {
  const { allocations, customerId } = rest;
  const itemIds = [...allocations, ...rest.deductions].map(({ itemId }) => itemId);
  const locked = await lockReceipt(tx, receiptId, itemIds);
  requirePaying(allocations);
  const drafts = rest.deductions.map((one): DeductionDraft => ({ ...one, isClaimed: one.treatment === 'claimed' }));
  const number = numberAfter(locked);
  const sentence = `${tx.actor.name} took back a part of it (${reason}); the rest stays as it was.`;
  const given = { customerId: customerId ?? locked.receipt.customerId, allocations, deductions: drafts };
  const asked = { ...given, number, exceedGuard: countAgain, reason: sentence };
  const { entryIds, treated } = await settleWithDeductions(tx, locked, asked);
  const deductions = treated.map(keptDeduction);
  const kept = { customerId: given.customerId, allocations, deductions, sentence, entryIds };
  await keepManual(tx, locked, { state: 'posted', ...kept });
  audit(tx, locked, { action: 'cash.applied', after: { ...given, deductions, entryIds } });
}

function requirePaying(allocations: readonly KeptAllocation[]): void {
  if (isEachCurrencyPaid(allocations)) return;
  const message =
    'Without these items the credit notes that stay are more than what is paid. Take a credit note back too.';
  throw new AppError('rest_does_not_fit', message, { status: 409 });
}
