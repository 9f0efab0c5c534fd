/**
 * Where a refund may go: to an account of the customer that two people have looked at, while payments out to it are not blocked.
 * Asked when the refund is asked for, and again when it is approved: the account may have gone meanwhile.
 */
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { recordsOfParty } from '../customers/index.ts';
import { blockOfPayments, type RefundAccount, refundAccounts, refundFacts } from './refund-accounts.queries.ts';

/** Throws `refund_account_not_approved`, `refund_account_unknown`, `payments_are_blocked`. */
export async function requireRefundAccount(
  tx: Tx,
  refund: { customerId: string; account: string },
): Promise<RefundAccount> {
  const customerIds = await recordsOfParty(tx, refund.customerId);
  const blocked = await blockOfPayments(tx, customerIds);
  if (blocked !== undefined) {
    const message = `Payments out to this customer are blocked (${blocked}). Have the block released first.`;
    throw new AppError('payments_are_blocked', message, { status: 409 });
  }
  const found = (await refundAccounts(tx, customerIds)).find((one) => one.account === accountKey(refund.account));
  if (!found) {
    const message = `${refund.account} is no account of this customer. Ask for it to be added; another person approves it.`;
    throw new AppError('refund_account_unknown', message, { status: 409 });
  }
  if (!found.isApproved) {
    const message = `Nobody has approved ${found.account} yet. Under “New accounts”, or by a request, a second person looks at it first.`;
    throw new AppError('refund_account_not_approved', message, { status: 409 });
  }
  return found;
}

/** Without blanks, in capitals: as accounts are kept. */
function accountKey(account: string): string {
  return account.replace(/\s/g, '').toUpperCase();
}

export interface Doubt {
  readonly code:
    | 'account_is_new'
    | 'account_is_not_the_payer'
    | 'account_handled_by_you'
    | 'customer_owes'
    | 'books_changed';
  readonly params: Readonly<Record<string, string>>;
  /** Of `customer_owes`. */
  readonly amountMinor?: bigint;
}

const ACCOUNT_IS_NEW_DAYS = 30; // the span in which a forged change of account usually comes to light
const MILLISECONDS_PER_DAY = 86_400_000;

/** What whoever decides on a refund should look at: a new account, another than paid, one they approved themselves, overdue items. */
export async function refundDoubts(
  tx: Tx,
  refund: { customerId: string; itemId: string; account: string; currency: string },
): Promise<Doubt[]> {
  const customerIds = await recordsOfParty(tx, refund.customerId);
  const account = (await refundAccounts(tx, customerIds)).find((one) => one.account === refund.account);
  const { paidFrom, overdueMinor } = await refundFacts(tx, { ...refund, customerIds });
  const doubts: Doubt[] = [];
  if (account && ageDays(account.createdAt, tx.recordedAt) < ACCOUNT_IS_NEW_DAYS) {
    doubts.push({ code: 'account_is_new', params: { since: account.createdAt.slice(0, 10) } });
  }
  if (paidFrom !== null && accountKey(paidFrom) !== refund.account) {
    doubts.push({ code: 'account_is_not_the_payer', params: { account: paidFrom } });
  }
  if (account?.handledBy.includes(tx.actor.id)) doubts.push({ code: 'account_handled_by_you', params: {} });
  if (overdueMinor > 0n) doubts.push({ code: 'customer_owes', params: {}, amountMinor: overdueMinor });
  return doubts;
}

function ageDays(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;
}
