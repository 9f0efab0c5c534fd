/** Asking: the act is drafted, held and kept with its entries; asking again after it was sent back makes a new version. */
import type { ApprovalKind } from '@quittance/core/approvals';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { APPROVAL_HOLD, type DraftedEntry, findItem, placeHold, releaseHold } from '../ledger/index.ts';
import { type ApprovalAct, amountOf, kindOf, subjectOf } from './approval-act.ts';
import { actValue, type Draft, draftOf } from './drafted-entries.ts';
import { type InterestDesk, requireSeen } from './interest-act.ts';
import { requireRefundAccount } from './refund-account.ts';
import {
  type ApprovalRequest,
  findOpenAbout,
  insertRequest,
  insertStep,
  lockRequest,
  reviseRequest,
} from './requests.queries.ts';

export interface Wish {
  readonly act: ApprovalAct;
  readonly reason: string;
  readonly note: string | null;
  /** Of a refund: where it goes. */
  readonly account: string | null;
  /** Who charges interest; absent where nobody asks for it. */
  readonly interest?: InterestDesk | undefined;
}

export interface DraftedWish extends Draft {
  readonly kind: ApprovalKind;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly valueMinor: bigint;
}

/** What a wish would post now. Throws what the ledger refuses, `act_needs_no_approval`. */
export async function draftWish(
  tx: Tx,
  { act, reason, interest }: Pick<Wish, 'act' | 'reason' | 'interest'>,
): Promise<DraftedWish> {
  const kind = kindOf(act);
  const { itemId } = subjectOf(act);
  const item = itemId === null ? undefined : await findItem(tx, itemId);
  if (itemId !== null && !item) throw notFound('item', itemId);
  if (kind === 'refund' && item && item.openMinor >= 0n) {
    const message = `${item.number} is not a credit with something open; only what we owe back is refunded.`;
    throw new AppError('refund_needs_a_credit', message, { status: 409 });
  }
  const draft = await draftOf(tx, act, { reason, interest });
  const first = draft.entries[0];
  const customerId = item?.customerId ?? customerOf(draft.entries);
  if (!first || customerId === undefined) {
    throw new AppError('act_posts_nothing', 'This would post nothing.', { status: 409 });
  }
  const amountMinor = amountOf(act) ?? first.amountMinor;
  return {
    ...draft,
    kind,
    customerId,
    currency: first.currency,
    amountMinor,
    valueMinor: actValue(act, draft.entries),
  };
}

function customerOf(entries: readonly DraftedEntry[]): string | undefined {
  return entries.flatMap((entry) => entry.postings).find((one) => one.customerId !== null)?.customerId ?? undefined;
}

/**
 * Asks for an act. Returns the request's id. Throws `approval_is_asked_already` with who did, what the ledger refuses now, and of
 * a refund what its account lacks.
 */
export async function ask(tx: CommandTx, wish: Wish): Promise<string> {
  const subject = subjectOf(wish.act);
  const open = await findOpenAbout(tx, subject.key);
  if (open) {
    const message = `${open.byName} has asked for something about this already. Let that be decided or withdrawn first.`;
    throw new AppError('approval_is_asked_already', message, { status: 409, details: { requestId: open.id } });
  }
  const drafted = await draftWish(tx, wish);
  requireSeen(wish.act, drafted.amountMinor);
  const place = await placeOf(tx, wish, drafted);
  const id = newId();
  await insertRequest(tx, { id, subjectKey: subject.key, itemId: subject.itemId, ...asKept(wish, drafted), ...place });
  await recordAsked(tx, { id, version: 1, wish, drafted });
  return id;
}

/** Asks again for what was sent back. Throws `approval_is_not_yours`, `approval_is_not_sent_back`, `approval_is_about_another`. */
export async function askAgain(tx: CommandTx, id: string, wish: Wish): Promise<void> {
  const request = await lockRequest(tx, id);
  if (!request) throw notFound('request', id);
  requireOwn(tx, request);
  if (request.state !== 'sent_back') {
    const message = 'Only what was sent back is asked again. Withdraw this request and ask anew.';
    throw new AppError('approval_is_not_sent_back', message, { status: 409 });
  }
  if (subjectOf(wish.act).key !== subjectOf(request.act).key || kindOf(wish.act) !== request.kind) {
    const message = 'This is about something else. Withdraw the request and ask anew.';
    throw new AppError('approval_is_about_another', message, { status: 409 });
  }
  const drafted = await draftWish(tx, wish);
  requireSeen(wish.act, drafted.amountMinor);
  if (drafted.customerId !== request.customerId) {
    const message = `This request is about ${request.customerName}. For another customer, withdraw it and ask anew.`;
    throw new AppError('approval_is_about_another', message, { status: 409 });
  }
  if (request.holdId !== null) await releaseHold(tx, request.holdId, 'asked again');
  const place = await placeOf(tx, wish, drafted);
  const { kind: _, customerId: __, ...kept } = asKept(wish, drafted);
  await reviseRequest(tx, { id, ...kept, ...place });
  await recordAsked(tx, { id, version: request.version + 1, wish, drafted });
}

function asKept({ act, reason, note }: Wish, drafted: DraftedWish) {
  return { ...drafted, act, reason, note };
}

/** What is held meanwhile, and, of a refund, where it goes. */
async function placeOf(tx: CommandTx, wish: Wish, drafted: DraftedWish) {
  const { itemId } = subjectOf(wish.act);
  const account = drafted.kind === 'refund' ? await accountOf(tx, wish, drafted.customerId) : null;
  const hold = { customerId: drafted.customerId, kind: APPROVAL_HOLD, reason: wish.reason };
  const holdId = itemId === null ? null : await placeHold(tx, { ...hold, itemId, amountMinor: amountOf(wish.act) });
  return { holdId, payAccount: account?.account ?? null, payHolder: account?.holder ?? null };
}

async function accountOf(tx: CommandTx, wish: Wish, customerId: string) {
  if (wish.account === null) {
    throw new AppError('refund_account_missing', 'Say to which of the customer’s bank accounts the refund goes.');
  }
  return requireRefundAccount(tx, { customerId, account: wish.account });
}

async function recordAsked(
  tx: CommandTx,
  asked: { id: string; version: number; wish: Wish; drafted: DraftedWish },
): Promise<void> {
  const { id, version, wish, drafted } = asked;
  await insertStep(tx, { requestId: id, version, what: 'asked', words: wish.reason, fingerprint: null });
  const { kind, currency, amountMinor, valueMinor } = drafted;
  tx.audit({
    action: version === 1 ? 'approval.asked' : 'approval.asked_again',
    subjectKind: 'approval_request',
    subjectId: id,
    after: { kind, currency, amountMinor, valueMinor, act: wish.act },
    reason: wish.reason,
  });
}

export function requireOwn(tx: Tx, request: ApprovalRequest): void {
  if (request.requestedBy === tx.actor.id) return;
  const message = `${request.requestedByName} asked for this; only they change or withdraw it.`;
  throw new AppError('approval_is_not_yours', message, { status: 403 });
}
