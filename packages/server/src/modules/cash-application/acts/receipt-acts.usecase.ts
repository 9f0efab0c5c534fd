/**
 * What a person does with a receipt: confirm what is proposed, apply it otherwise, put it on a customer's account, or say
 * that it is not ours. Each is one command; each teaches, and each can be undone.
 */
import { abs, formatAmount } from '@quittance/core/money';
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Customer, findCustomer, survivorOf } from '../../customers/index.ts';
import { adjustItem } from '../../ledger/index.ts';
import { POLICY_VERSION } from '../deciding/decide-receipts.ts';
import type { KeptAllocation, KeptDecision, NewDecision } from '../deciding/decision.ts';
import {
  currentDecisions,
  decisionHistory,
  insertDecisions,
  rejectPairs,
  retireDecisions,
  settleDecision,
} from '../deciding/decisions.queries.ts';
import { teach } from '../knowledge/knowledge.usecase.ts';
import {
  appliedMinor,
  applyReceiptTo,
  identify,
  type LockedReceipt,
  lockReceipt,
  releaseHolds,
  settlingDay,
} from '../runs/settle-receipt.ts';
import { type LockedItem, payerOfReceipt } from '../runs/settling.queries.ts';

/** What a command on a receipt wrote. */
export interface Settled {
  readonly receiptId: string;
  readonly entryIds: readonly string[];
}

export interface ReceiptCommand {
  readonly receiptId: string;
  readonly command: Command;
}

/**
 * Posts what is proposed for a receipt. Throws `nothing_to_confirm` when nothing is, `receipt_changed` when the proposal was
 * made for another amount, and the ledger's refusals.
 */
export async function confirmProposal(database: Database, scope: Scope, given: ReceiptCommand): Promise<Settled> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId } = given;
    const proposal = proposed((await currentDecisions(tx, [receiptId]))[0]);
    const locked = await lockReceipt(
      tx,
      receiptId,
      proposal.allocations.map((allocation) => allocation.itemId),
    );
    const { number, customerId: proposedFor, allocations, sentence } = proposed(locked.current ?? undefined);
    if (proposedFor === null || number !== proposal.number || locked.openMinor !== proposal.amountMinor) {
      const message = `${locked.receipt.number} has changed since this was proposed. Look at it again.`;
      throw new AppError('receipt_changed', message, { status: 409, details: { number: locked.receipt.number } });
    }
    const customerId = await survivorOf(tx, proposedFor); // it may have been merged since
    const entryIds = await applyReceiptTo(tx, locked, { customerId, allocations, reason: sentence });
    await releaseHolds(tx, proposal.holdIds);
    await settleDecision(tx, proposal, entryIds);
    await teachFrom(tx, locked, { customerId, decisionNumber: number });
    audit(tx, locked, { action: 'cash.confirmed', after: { customerId, allocations, entryIds } });
    return { receiptId, entryIds };
  });
}

function proposed(decision: KeptDecision | undefined): KeptDecision {
  if (decision?.state === 'waiting' && decision.decision === 'suggest') return decision;
  throw new AppError('nothing_to_confirm', 'Nothing is proposed for this receipt. Choose the items it settles.', {
    status: 409,
  });
}

export interface TypedApplication extends ReceiptCommand {
  readonly customerId: string;
  /** In the receipt's currency; below zero on credits that are netted. */
  readonly allocations: readonly { readonly itemId: string; readonly amountMinor: bigint; readonly currency: string }[];
}

/**
 * Applies a receipt as a person says; the rest stays on the customer's account. Items that were proposed and are not among
 * these are not proposed for this receipt again. Throws `allocation_...` refusals that name the item, and the ledger's.
 */
export async function applyReceipt(database: Database, scope: Scope, given: TypedApplication): Promise<Settled> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId } = given;
    const { id: customerId } = await payingCustomer(tx, given.customerId);
    const locked = await lockReceipt(
      tx,
      receiptId,
      given.allocations.map((allocation) => allocation.itemId),
    );
    const allocations = checkedAllocations(locked, given.allocations);
    const { currency } = locked.receipt;
    const words = allocations.map(({ number, amountMinor }) => `${number} ${formatAmount(amountMinor, currency)}`);
    const sentence = `${tx.actor.name} applied ${words.join(', ')} ${currency}.`;
    const entryIds = await applyReceiptTo(tx, locked, { customerId, allocations, reason: sentence });
    await keepManual(tx, locked, { state: 'posted', customerId, allocations, sentence, entryIds });
    audit(tx, locked, { action: 'cash.applied', after: { customerId, allocations, entryIds } });
    return { receiptId, entryIds };
  });
}

/** Says that a receipt is this customer's and stays open on its account. */
export async function putOnAccount(
  database: Database,
  scope: Scope,
  given: ReceiptCommand & { readonly customerId: string },
): Promise<Settled> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId } = given;
    const { id: customerId, number, name } = await payingCustomer(tx, given.customerId);
    const locked = await lockReceipt(tx, receiptId, []);
    const entryIds = await identify(tx, locked, customerId);
    const sentence = `${tx.actor.name} put it on the account of ${number} ${name}.`;
    await keepManual(tx, locked, { state: 'on_account', customerId, allocations: [], sentence, entryIds });
    audit(tx, locked, { action: 'cash.put_on_account', after: { customerId, entryIds } });
    return { receiptId, entryIds };
  });
}

/** Takes what is open of a receipt out of the receivables: the money is not ours and waits in suspense. */
export async function markNotOurs(
  database: Database,
  scope: Scope,
  given: ReceiptCommand & { readonly reason: string },
): Promise<Settled> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId, reason } = given;
    const locked = await lockReceipt(tx, receiptId, []);
    const suspense = { itemId: receiptId, kind: 'suspense' as const, amountMinor: locked.openMinor };
    const entryIds = [await adjustItem(tx, suspense, { effectiveOn: settlingDay(tx, locked), reason })];
    const sentence = `${tx.actor.name} found that it is not ours: ${reason}`;
    await keepManual(tx, locked, { state: 'not_ours', customerId: null, allocations: [], sentence, entryIds });
    audit(tx, locked, { action: 'cash.not_ours', after: { entryIds }, reason });
    return { receiptId, entryIds };
  });
}

type LockedForPerson = Awaited<ReturnType<typeof lockReceipt>>;

interface ManualAct extends Pick<NewDecision, 'customerId' | 'allocations' | 'sentence'> {
  readonly state: Exclude<NewDecision['state'], 'waiting'>;
  readonly entryIds: readonly string[];
}

/** Keeps a person's act as the current decision: what was proposed and not taken is rejected, what was done is learnt. */
async function keepManual(tx: CommandTx, locked: LockedForPerson, act: ManualAct): Promise<void> {
  const { receipt, current, openMinor } = locked;
  const [latest] = await decisionHistory(tx, receipt.id);
  const number = (latest?.number ?? 0) + 1;
  if (current?.state === 'waiting') {
    const taken = new Set(act.allocations.map((allocation) => allocation.itemId));
    const passedBy = current.allocations.map(({ itemId }) => itemId).filter((itemId) => !taken.has(itemId));
    await rejectPairs(tx, { receiptItemId: receipt.id, itemIds: passedBy, reason: act.sentence, withDecision: number });
  }
  await releaseHolds(tx, current?.holdIds ?? []);
  await retireDecisions(tx, [receipt.id], act.sentence);
  const { entryIds, ...said } = act;
  await insertDecisions(tx, [
    {
      ...said,
      receiptItemId: receipt.id,
      number,
      decision: 'manual',
      rule: null,
      explanation: null,
      currency: receipt.currency,
      amountMinor: openMinor,
      unappliedMinor: act.state === 'not_ours' ? 0n : openMinor - appliedMinor(act.allocations),
      evidence: [],
      alternatives: [],
      alternativesCount: 0,
      rejected: [],
      question: null,
      wouldChangeIf: [],
      policyVersion: POLICY_VERSION,
      holdIds: [],
      entryIds,
    },
  ]);
  await teachFrom(tx, locked, { customerId: act.customerId, decisionNumber: number });
}

async function teachFrom(
  tx: Tx,
  { receipt }: LockedReceipt,
  given: { readonly customerId: string | null; readonly decisionNumber: number },
): Promise<void> {
  const payer = await payerOfReceipt(tx, receipt.id);
  const { currency, issuedOn } = receipt;
  const payment = { receiptItemId: receipt.id, currency, amountMinor: abs(receipt.amountMinor), bookedOn: issuedOn };
  await teach(tx, { ...payment, ...given, payer });
}

/** The customer whose money it is: of a merged duplicate the survivor, to whom also what is learnt goes. */
async function payingCustomer(tx: Tx, customerId: string): Promise<Customer> {
  const customer = await findCustomer(tx, await survivorOf(tx, customerId));
  if (!customer) throw notFound('customer', customerId);
  if (customer.kind === 'unidentified') {
    throw new AppError(
      'customer_is_unidentified',
      'Choose the customer who paid; this one stands for money without an owner.',
    );
  }
  return customer;
}

function checkedAllocations(locked: LockedReceipt, given: TypedApplication['allocations']): KeptAllocation[] {
  const { receipt, openMinor, items } = locked;
  if (new Set(given.map((allocation) => allocation.itemId)).size < given.length) {
    throw new AppError('allocation_names_item_twice', 'Each item is named once, with all that it gets.');
  }
  const allocations = given.map(({ itemId, amountMinor, currency }) => {
    const item = items.get(itemId);
    if (item === undefined) throw notFound('item', itemId);
    requireFittingPart(receipt, item, { amountMinor, currency });
    return { itemId, number: item.number, amountMinor };
  });
  const totalMinor = appliedMinor(allocations);
  if (totalMinor <= 0n || totalMinor > openMinor) {
    const open = formatAmount(openMinor, receipt.currency);
    const total = formatAmount(totalMinor, receipt.currency);
    const message = `These amounts add up to ${total}; they must be above zero and at most the ${open} ${receipt.currency} that are open of ${receipt.number}.`;
    const { currency, number } = receipt;
    const details = { number, open: { amount: open, currency }, total: { amount: total, currency } };
    throw new AppError('allocations_do_not_fit', message, { details });
  }
  return allocations;
}

function requireFittingPart(
  receipt: LockedItem,
  item: LockedItem,
  part: { readonly amountMinor: bigint; readonly currency: string },
): void {
  const refuse = (code: string, message: string, named: Record<string, unknown> = {}): never => {
    throw new AppError(code, message, { details: { itemId: item.id, number: item.number, ...named } });
  };
  if (item.currency !== receipt.currency || part.currency !== receipt.currency) {
    refuse(
      'currencies_differ',
      `${item.number} and ${receipt.number} must be in one currency, and so must the amount.`,
    );
  }
  if (item.id === receipt.id || item.account !== 'receivable') {
    refuse('allocation_needs_an_item', `${item.number} is a payment; choose invoices and credit notes.`);
  }
  const hasSignOfItem = item.openMinor > 0n ? part.amountMinor > 0n : part.amountMinor < 0n;
  if (!hasSignOfItem || abs(part.amountMinor) > abs(item.openMinor)) {
    const open = formatAmount(item.openMinor, item.currency);
    const asked = formatAmount(part.amountMinor, receipt.currency);
    const message = `${item.number} has ${open} ${item.currency} open; ${asked} does not fit.`;
    const { currency } = item;
    refuse('open_amount_exceeded', message, { open: { amount: open, currency }, asked: { amount: asked, currency } });
  }
}

function audit(
  tx: CommandTx,
  { receipt }: LockedReceipt,
  line: { readonly action: string; readonly after: object; readonly reason?: string },
): void {
  tx.audit({ subjectKind: 'receipt', subjectId: receipt.id, ...line });
}
