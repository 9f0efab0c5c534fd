/**
 * Approved refunds on their way: due, handed to the bank in a list, found again as the bank's debit line, or come back. A payment
 * goes to the account that was approved and to no other; what comes back is paid again there, or the refund is reversed.
 */
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, assert, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  debitLinesFor,
  insertPayment,
  lockPayments,
  type RefundPayment,
  restOfRefund,
  saveHandedOver,
  saveSettled,
} from './payments.queries.ts';
import { requireRefundAccount } from './refund-account.ts';
import type { ApprovalRequest } from './requests.queries.ts';

const REFERENCE_DIGITS = 12; // of the id's random end: no two alike in a company's life, and short enough for any bank

/** The payment of a refund that was just posted. */
export async function openPayment(
  tx: CommandTx,
  request: ApprovalRequest,
  { entryId, account }: { entryId: string; account: string },
): Promise<void> {
  const { id: requestId, itemId, customerId, currency, amountMinor } = request;
  assert(itemId !== null, 'a refund is of an item');
  const holder = request.payHolder ?? request.customerName;
  const payment = { requestId, entryId, customerId, itemId, account, holder, currency, amountMinor };
  await insertNew(tx, payment);
}

async function insertNew(tx: CommandTx, payment: Omit<RefundPaymentDraft, 'id' | 'reference'>): Promise<string> {
  const id = newId();
  const reference = `RF${id.replaceAll('-', '').slice(-REFERENCE_DIGITS).toUpperCase()}`;
  await insertPayment(tx, { ...payment, id, reference });
  const { currency, amountMinor, account } = payment;
  const after = { reference, currency, amountMinor, account };
  tx.audit({ action: 'refund.payment_due', subjectKind: 'refund_payment', subjectId: id, after });
  return id;
}

type RefundPaymentDraft = Parameters<typeof insertPayment>[1];

/** Puts payments that are due into one list for the bank. Returns its id. Throws `refund_payment_not_due` and what an account lacks. */
export async function handOver(tx: CommandTx, ids: readonly string[]): Promise<string> {
  const payments = await lockPayments(tx, ids);
  requireAll(ids, payments);
  for (const payment of payments) {
    if (payment.state !== 'due') {
      const message = `${payment.reference} for ${payment.customerName} is not due any more: it is ${said(payment)}.`;
      throw new AppError('refund_payment_not_due', message, { status: 409 });
    }
    await requireRefundAccount(tx, payment);
  }
  const listId = newId();
  await saveHandedOver(tx, ids, listId);
  const after = { references: payments.map((payment) => payment.reference) };
  tx.audit({ action: 'refund.handed_over', subjectKind: 'payment_list', subjectId: listId, after });
  return listId;
}

/**
 * What the bank paid: its debit line, or words where no statement will tell of it. Throws `refund_payment_not_handed_over`,
 * `debit_line_does_not_fit`.
 */
export async function markPaid(
  tx: CommandTx,
  paid: { id: string; bankLineId: string | null; words: string | null },
): Promise<void> {
  const payment = await theHandedOver(tx, paid.id);
  if (paid.bankLineId === null && (paid.words === null || paid.words === '')) {
    throw new AppError('refund_paid_needs_a_line', 'Name the bank’s debit line, or say where the payment is seen.');
  }
  const isUnfit =
    paid.bankLineId !== null && (await debitLinesFor(tx, payment, { id: paid.bankLineId, limit: 1 })).length === 0;
  if (isUnfit) {
    const message = 'This line of the bank has another amount, is older than the refund, or pays another one.';
    throw new AppError('debit_line_does_not_fit', message, { status: 409 });
  }
  await saveSettled(tx, { ...paid, state: 'paid' });
  auditSettled(tx, 'refund.paid', payment, paid);
}

/** The bank did not pay, or the money came back: the refund may now be reversed, or paid again. */
export async function markFailed(tx: CommandTx, failed: { id: string; words: string }): Promise<void> {
  const payment = await thePayment(tx, failed.id);
  if (payment.state !== 'handed_over' && payment.state !== 'paid') throw notHandedOver(payment);
  await saveSettled(tx, { ...failed, state: 'failed', bankLineId: payment.bankLineId });
  auditSettled(tx, 'refund.came_back', payment, failed);
}

/**
 * Pays what came back once more, to the same account. Returns the new payment's id. Throws `refund_payment_did_not_fail`, and
 * `refund_is_undone`: the money is the customer's credit again, and was perhaps applied.
 */
export async function payAgain(tx: CommandTx, id: string): Promise<string> {
  const payment = await thePayment(tx, id);
  if (payment.state !== 'failed') {
    const message = `${payment.reference} is ${said(payment)}; only what came back is paid again.`;
    throw new AppError('refund_payment_did_not_fail', message, { status: 409 });
  }
  if ((await restOfRefund(tx, payment)) !== payment.amountMinor) {
    const message = `The refund of ${payment.itemNumber} was undone, wholly or in part. Undo what is left of it, and ask for a refund anew.`;
    throw new AppError('refund_is_undone', message, { status: 409 });
  }
  const { requestId, entryId, customerId, itemId, account, holder, currency, amountMinor } = payment;
  return insertNew(tx, { requestId, entryId, customerId, itemId, account, holder, currency, amountMinor });
}

async function thePayment(tx: CommandTx, id: string): Promise<RefundPayment> {
  const [payment] = await lockPayments(tx, [id]);
  if (!payment) throw notFound('payment', id);
  return payment;
}

async function theHandedOver(tx: CommandTx, id: string): Promise<RefundPayment> {
  const payment = await thePayment(tx, id);
  if (payment.state !== 'handed_over') throw notHandedOver(payment);
  return payment;
}

function notHandedOver(payment: RefundPayment): AppError {
  const message = `${payment.reference} is not with the bank: it is ${said(payment)}.`;
  return new AppError('refund_payment_not_handed_over', message, { status: 409 });
}

function said({ state }: RefundPayment): string {
  return state.replace('_', ' ');
}

function requireAll(ids: readonly string[], payments: readonly RefundPayment[]): void {
  const found = new Set(payments.map((payment) => payment.id));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw notFound('payment', missing);
}

function auditSettled(
  tx: CommandTx,
  action: string,
  payment: RefundPayment,
  { bankLineId, words }: { bankLineId?: string | null; words: string | null },
): void {
  const line = { action, subjectKind: 'refund_payment', subjectId: payment.id, before: { state: payment.state } };
  const after = { reference: payment.reference, bankLineId };
  tx.audit({ ...line, after, ...(words === null ? {} : { reason: words }) });
}
