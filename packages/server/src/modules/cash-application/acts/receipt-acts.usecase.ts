/**
 * What a person does with a receipt: confirm what is proposed, apply it otherwise, put it on a customer's account, or say
 * that it is not ours. Each is one command; each teaches, and each can be undone.
 */
import { formatAmount } from '@quittance/core/money';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Customer, findCustomer, survivorOf } from '../../customers/index.ts';
import { requireFairExchange } from '../../ledger/index.ts';
import type { KeptDecision } from '../deciding/decision.ts';
import { currentDecisions, settleDecision } from '../deciding/decisions.queries.ts';
import { type DeductionDraft, keptDeduction } from '../deductions/deduction-session.ts';
import { exchangeSpread } from '../policies/policies.ts';
import { decideAgain } from '../runs/decide-again.usecase.ts';
import { pairAllocations } from '../runs/pair-allocations.ts';
import { type LockedReceipt, lockReceipt, releaseHolds, settleLocked } from '../runs/settle-receipt.ts';
import {
  audit,
  type ExceedGuard,
  keepManual,
  NO_ITEMS,
  numberAfter,
  settleWithDeductions,
  teachFrom,
} from './settling-acts.ts';
import {
  checkedAllocations,
  checkedDeductions,
  type TypedAllocation,
  type TypedDeduction,
} from './typed-application.ts';

/** What a command on a receipt wrote. */
export interface Settled {
  readonly receiptId: string;
  readonly entryIds: readonly string[];
}

/** The same, of an act that settled items which other receipts may name. */
export interface SettledItems extends Settled {
  /** Of these receipts so many are decided again later, by themselves. */
  readonly decidedLater: number;
}

export interface ReceiptCommand {
  readonly receiptId: string;
  readonly command: Command;
}

/** Whoever answers for it (`ledger.adjust`) posts deductions beyond terms and caps, as far as the guard lets them. */
interface DeductingCommand extends ReceiptCommand {
  readonly exceedGuard?: ExceedGuard | undefined;
}

interface Confirmation extends DeductingCommand {
  /** Of the proposal that the person saw; the one that stands when nobody looked. */
  readonly decisionNumber?: number | undefined;
}

/**
 * Posts what is proposed for a receipt, with its deductions as they are shown. Throws `nothing_to_confirm` when nothing is,
 * `receipt_changed` when it is another proposal than was seen or was made for another amount, `deduction_...` refusals and the ledger's.
 */
export async function confirmProposal(database: Database, scope: Scope, given: Confirmation): Promise<SettledItems> {
  const settled = await runCommand(database, scope, given.command, async (tx) => {
    const { receiptId, exceedGuard, decisionNumber } = given;
    const proposal = proposed((await currentDecisions(tx, [receiptId]))[0]);
    const named = [...proposal.allocations, ...proposal.deductions];
    const locked = await lockReceipt(
      tx,
      receiptId,
      named.map(({ itemId }) => itemId),
    );
    const { number, customerId: proposedFor, allocations, sentence } = proposed(locked.current ?? undefined);
    const isAnother = number !== proposal.number || (decisionNumber !== undefined && number !== decisionNumber);
    if (proposedFor === null || isAnother || locked.openMinor !== proposal.amountMinor) {
      const message = `${locked.receipt.number} has changed since this was proposed. Look at it again.`;
      throw new AppError('receipt_changed', message, { status: 409, details: { number: locked.receipt.number } });
    }
    const customerId = await survivorOf(tx, proposedFor); // it may have been merged since
    const shown = proposal.deductions.map(
      (one): DeductionDraft => ({ ...one, isClaimed: one.treatment === 'claimed' }),
    );
    const drafts = { allocations, deductions: shown, exceedGuard };
    const { entryIds } = await settleWithDeductions(tx, locked, { ...drafts, customerId, number, reason: sentence });
    await releaseHolds(tx, proposal.holdIds);
    await settleDecision(tx, proposal, entryIds);
    await teachFrom(tx, locked, { customerId, decisionNumber: number });
    const after = { customerId, allocations, deductions: proposal.deductions, entryIds };
    audit(tx, locked, { action: 'cash.confirmed', after });
    return { receiptId, entryIds };
  });
  return { ...settled, decidedLater: await decideAgain(database, scope, settled.entryIds) };
}

function proposed(decision: KeptDecision | undefined): KeptDecision {
  if (decision?.state === 'waiting' && decision.decision === 'suggest') return decision;
  throw new AppError('nothing_to_confirm', 'Nothing is proposed for this receipt. Choose the items it settles.', {
    status: 409,
  });
}

export interface TypedApplication extends DeductingCommand {
  readonly customerId: string;
  readonly allocations: readonly TypedAllocation[];
  readonly deductions?: readonly TypedDeduction[];
}

/**
 * Applies a receipt as a person says, with what the customer took off; the rest stays on the customer's account. Items that
 * were proposed and are not among these are not proposed for this receipt again. Throws `allocation_...` and `deduction_...`
 * refusals that name the item, and the ledger's.
 */
export async function applyReceipt(database: Database, scope: Scope, given: TypedApplication): Promise<SettledItems> {
  const settled = await runCommand(database, scope, given.command, async (tx) => {
    const { receiptId, deductions = [], exceedGuard } = given;
    const { id: customerId } = await payingCustomer(tx, given.customerId);
    const named = [...given.allocations, ...deductions];
    const locked = await lockReceipt(
      tx,
      receiptId,
      named.map(({ itemId }) => itemId),
    );
    const allocations = checkedAllocations(locked, given.allocations);
    const drafts = checkedDeductions(locked, allocations, deductions);
    await requireFairExchange(tx, pairAllocations(receiptId, allocations), exchangeSpread);
    const number = numberAfter(locked);
    const { currency } = locked.receipt;
    const words = allocations.map((one) => `${one.number} ${formatAmount(one.amountMinor, currency)}`);
    const sentence = `${tx.actor.name} applied ${words.join(', ')} ${currency}${deductedWords(drafts, locked)}.`;
    const asked = { customerId, allocations, deductions: drafts, number, exceedGuard, reason: sentence };
    const { entryIds, treated } = await settleWithDeductions(tx, locked, asked);
    const kept = treated.map(keptDeduction);
    await keepManual(tx, locked, { state: 'posted', customerId, allocations, deductions: kept, sentence, entryIds });
    audit(tx, locked, { action: 'cash.applied', after: { customerId, allocations, deductions: kept, entryIds } });
    return { receiptId, entryIds };
  });
  return { ...settled, decidedLater: await decideAgain(database, scope, settled.entryIds) };
}

function deductedWords(drafts: readonly DeductionDraft[], { items }: LockedReceipt): string {
  if (drafts.length === 0) return '';
  const words = drafts.map(({ itemId, amountMinor, reason }) => {
    const item = items.get(itemId);
    return `${item?.number} ${formatAmount(amountMinor, item?.currency ?? '')} ${reason.replaceAll('_', ' ')}`;
  });
  return `, deducted ${words.join(', ')}`;
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
    const nothing = { allocations: [], adjustments: [], reason: 'put on account' };
    const { entryIds } = await settleLocked(tx, locked, { customerId, ...nothing });
    const sentence = `${tx.actor.name} put it on the account of ${number} ${name}.`;
    await keepManual(tx, locked, { state: 'on_account', customerId, ...NO_ITEMS, sentence, entryIds });
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
    const leaving = { customerId: null, allocations: [], adjustments: [suspense], reason };
    const { entryIds } = await settleLocked(tx, locked, leaving);
    const sentence = `${tx.actor.name} found that it is not ours: ${reason}`;
    await keepManual(tx, locked, { state: 'not_ours', customerId: null, ...NO_ITEMS, sentence, entryIds });
    audit(tx, locked, { action: 'cash.not_ours', after: { entryIds }, reason });
    return { receiptId, entryIds };
  });
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
