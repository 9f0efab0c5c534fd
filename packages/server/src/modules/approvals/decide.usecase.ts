/**
 * Deciding: never one's own, within one's limit, on exactly the entries that were seen, and posted once: the request is locked,
 * the act is drafted again under the lock, and what is posted must say the same.
 */
import { isWithin } from '@quittance/core/approvals';
import { formatAmount } from '@quittance/core/money';
import type { Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, assert, notFound } from '../../platform/errors.ts';
import { entriesAsDrafted, releaseHold } from '../ledger/index.ts';
import { deskFor, perform } from './approval-act.ts';
import { requireOwn } from './ask.usecase.ts';
import { actValue, type Draft, draftOf, fingerprintOf } from './drafted-entries.ts';
import type { InterestDesk } from './interest-act.ts';
import { limitsIn, loadRules, neededIn, type Rules } from './limits.usecase.ts';
import { openPayment } from './payments.usecase.ts';
import { requireRefundAccount } from './refund-account.ts';
import {
  type ApprovalRequest,
  type ApprovalStep,
  insertStep,
  lockRequest,
  settleRequest,
  stepsOf,
} from './requests.queries.ts';
import { listDeciders, stillCounting, withinLimit } from './who-decides.usecase.ts';

export interface Approval {
  readonly id: string;
  /** The fingerprint of the entries that the approver saw. */
  readonly seen: string;
  readonly words: string | null;
  readonly roles: readonly Role[];
  /** Who charges interest; absent where nobody asks for it. */
  readonly interest?: InterestDesk | undefined;
}

export interface Approved {
  readonly state: 'waiting' | 'posted';
  readonly entryIds: readonly string[];
}

/**
 * Approves, and posts when enough have. Throws `approval_is_your_own`, `approval_is_settled`, `approval_above_your_limit`,
 * `approval_given_already`, `entries_changed` (look again), and what the ledger refuses now.
 */
export async function approve(tx: CommandTx, approval: Approval): Promise<Approved> {
  const request = await theWaiting(tx, approval.id);
  requireAnother(tx, request);
  const { payAccount: account, customerId } = request;
  if (account !== null) await requireRefundAccount(tx, { customerId, account });
  const draft = await draftOf(tx, request.act, { reason: request.reason, interest: approval.interest });
  if (draft.fingerprint !== approval.seen) throw entriesChanged();
  const valueMinor = actValue(request.act, draft.entries);
  const rules = await loadRules(tx);
  requireLimit(tx, rules, { kind: request.kind, valueMinor, roles: approval.roles });

  const able = withinLimit(await listDeciders(tx), rules, { kind: request.kind, valueMinor });
  const given = stillCounting(approversOf(request, await stepsOf(tx, [request.id]), draft.fingerprint), able);
  if (given.has(tx.actor.id)) {
    const message = 'You have approved this; it waits for a second person.';
    throw new AppError('approval_given_already', message, { status: 409 });
  }
  const step = { requestId: request.id, version: request.version, words: approval.words };
  await insertStep(tx, { ...step, what: 'approved', fingerprint: draft.fingerprint });
  auditDecision(tx, 'approval.approved', request, approval.words);
  if (given.size + 1 < neededIn(rules, { kind: request.kind, valueMinor })) return { state: 'waiting', entryIds: [] };

  const entryIds = await carryOut(tx, request, { draft, interest: approval.interest });
  await settleRequest(tx, { id: request.id, state: 'posted', entryIds });
  await insertStep(tx, { ...step, what: 'posted', words: null, fingerprint: null });
  await letGo(tx, request, 'approved');
  const [refundEntryId] = entryIds;
  if (account !== null && refundEntryId !== undefined)
    await openPayment(tx, request, { entryId: refundEntryId, account });
  return { state: 'posted', entryIds };
}

/** Once, and as it was drafted: the ids of its entries; none of what posts nothing. Throws `entries_changed`, `interest_changed`. */
async function carryOut(
  tx: CommandTx,
  { act, reason }: ApprovalRequest,
  { draft, interest }: { readonly draft: Draft; readonly interest: InterestDesk | undefined },
): Promise<readonly string[]> {
  if (act.kind === 'interest_waiver') {
    const total = { amountMinor: draft.entries[0]?.amountMinor ?? 0n, currency: act.currency };
    await deskFor(interest).waive(tx, act, { total, reason });
    return [];
  }
  const entryIds = await perform(tx, act, { reason, interest });
  const posted = fingerprintOf(await entriesAsDrafted(tx, entryIds), act, tx.today);
  if (posted !== draft.fingerprint) throw entriesChanged();
  return entryIds;
}

/** Who has approved these entries of this version, by id, whatever has become of them. An approval of other entries counts no more. */
export function approversOf(
  request: Pick<ApprovalRequest, 'id' | 'version'>,
  steps: readonly ApprovalStep[],
  fingerprint: string,
): Map<string, ApprovalStep> {
  const given = steps.filter(
    (step) =>
      step.requestId === request.id &&
      step.version === request.version &&
      step.what === 'approved' &&
      step.fingerprint === fingerprint,
  );
  return new Map(given.map((step) => [step.byId, step]));
}

/** Sends a request back with words; whoever asked changes it or withdraws it. Throws `approval_is_your_own`, `approval_is_settled`. */
export async function sendBack(tx: CommandTx, { id, words }: { id: string; words: string }): Promise<void> {
  const request = await theWaiting(tx, id);
  requireAnother(tx, request);
  await insertStep(tx, { requestId: id, version: request.version, what: 'sent_back', words, fingerprint: null });
  await settleRequest(tx, { id, state: 'sent_back', entryIds: [] });
  auditDecision(tx, 'approval.sent_back', request, words);
}

/**
 * Withdraws an open request: by whoever asked; what was sent back also by whoever may decide, so that somebody who has left blocks
 * nothing. Throws `approval_is_not_yours`, `approval_is_settled`.
 */
export async function withdraw(
  tx: CommandTx,
  { id, words, mayDecide }: { id: string; words: string | null; mayDecide: boolean },
): Promise<void> {
  const request = await lockRequest(tx, id);
  if (!request) throw notFound('request', id);
  if (request.state !== 'waiting' && request.state !== 'sent_back') throw isSettled(request);
  if (request.state === 'waiting' || !mayDecide) requireOwn(tx, request);
  await insertStep(tx, { requestId: id, version: request.version, what: 'withdrawn', words, fingerprint: null });
  await settleRequest(tx, { id, state: 'withdrawn', entryIds: [] });
  await letGo(tx, request, 'withdrawn');
  auditDecision(tx, 'approval.withdrawn', request, words);
}

async function theWaiting(tx: CommandTx, id: string): Promise<ApprovalRequest> {
  const request = await lockRequest(tx, id);
  if (!request) throw notFound('request', id);
  if (request.state === 'waiting') return request;
  throw isSettled(request);
}

function isSettled(request: ApprovalRequest): AppError {
  const state = request.state.replace('_', ' ');
  return new AppError('approval_is_settled', `This request does not wait any more: it is ${state}.`, { status: 409 });
}

function requireAnother(tx: Tx, request: ApprovalRequest): void {
  if (request.requestedBy !== tx.actor.id) return;
  const message = 'You asked for this yourself; another person decides. You may withdraw it.';
  throw new AppError('approval_is_your_own', message, { status: 403 });
}

function requireLimit(
  tx: Tx,
  rules: Rules,
  { kind, valueMinor, roles }: { kind: ApprovalRequest['kind']; valueMinor: bigint; roles: readonly Role[] },
): void {
  const { decideMinor } = limitsIn(rules, { id: tx.actor.id, roles }, kind);
  if (isWithin(valueMinor, decideMinor) || decideMinor === null) return;
  const currency = tx.company.functionalCurrency;
  const [limit, value] = [formatAmount(decideMinor, currency), formatAmount(valueMinor, currency)];
  const message = `This is worth ${value} ${currency}; you decide up to ${limit}. Somebody with a higher limit must decide.`;
  const details = { limit: { amount: limit, currency }, value: { amount: value, currency } };
  throw new AppError('approval_above_your_limit', message, { status: 403, details });
}

function entriesChanged(): AppError {
  const message =
    'The books changed since you looked: other entries would be posted now. Look at them, and decide again.';
  return new AppError('entries_changed', message, { status: 409 });
}

async function letGo(tx: CommandTx, { holdId }: ApprovalRequest, reason: string): Promise<void> {
  if (holdId !== null) assert(await releaseHold(tx, holdId, reason), `hold ${holdId} stood until now`);
}

function auditDecision(tx: CommandTx, action: string, request: ApprovalRequest, words: string | null): void {
  const { id, kind, currency, amountMinor, version } = request;
  const reason = words === null ? {} : { reason: words };
  tx.audit({
    action,
    subjectKind: 'approval_request',
    subjectId: id,
    after: { kind, currency, amountMinor, version },
    ...reason,
  });
}
