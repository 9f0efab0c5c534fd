/**
 * Requests under four eyes. Who asks never decides: the use case says so, and the database keeps it (`request_is_decided_by_another`).
 * Approving carries the change out in the same transaction, if what it would replace still stands.
 */
import {
  closesCircle,
  type GuardedChange,
  newAccounts,
  outdatedFields,
  requestedChange,
} from '@quittance/core/parties';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import { findCustomersByNumber } from './customer-numbers.queries.ts';
import { changeGuardedFields, createFromRequest, guardedFieldsOf } from './customer-record.usecase.ts';
import { theCustomer, theLivingCustomer } from './customers.errors.ts';
import { findParentsAbove } from './family.queries.ts';
import {
  type CustomerRequest,
  findRequest,
  insertRequest,
  lockRequest,
  type NewCustomerFields,
  type NewRequest,
  type RequestChannel,
  saveCallBack,
  saveDecision,
} from './requests.queries.ts';

interface Asked {
  readonly reason: string;
  /** Who at the customer asked. */
  readonly askedBy: string | null;
  readonly channel: RequestChannel;
}

export interface ChangeWish extends Asked {
  readonly customerId: string;
  readonly wish: GuardedChange;
}

/** Asks for a change. Returns the request's id. Throws `request_changes_nothing`, `parent_circle` and what it finds on the customer. */
export async function askForChange(tx: CommandTx, { customerId, wish, ...asked }: ChangeWish): Promise<string> {
  const customer = await theLivingCustomer(tx, customerId);
  const change = requestedChange(await guardedFieldsOf(tx, customer), wish);
  if (change === null) {
    const message = `${customer.number} ${customer.name} has these values already; there is nothing to decide.`;
    throw new AppError('request_changes_nothing', message);
  }
  await requireParent(tx, customerId, change.after.parentId);
  return ask(tx, { kind: 'maintenance', customerId, ...change, ...asked });
}

export interface NewCustomerWish extends Asked {
  readonly wish: NewCustomerFields & GuardedChange & { readonly name: string };
}

/** Asks for a new customer. Throws `customer_number_is_unique`. */
export async function askForCustomer(tx: CommandTx, { wish, ...asked }: NewCustomerWish): Promise<string> {
  await requireFreeNumber(tx, wish.number);
  await requireParent(tx, null, wish.parentId);
  return ask(tx, { kind: 'onboarding', customerId: null, before: {}, after: wish, ...asked });
}

async function ask(tx: CommandTx, draft: Omit<NewRequest, 'id'>): Promise<string> {
  const id = newId();
  await insertRequest(tx, { id, ...draft });
  const { before, after, reason } = draft;
  tx.audit({
    action: `customers.${draft.kind}_asked`,
    subjectKind: 'customer_request',
    subjectId: id,
    before,
    after,
    reason,
  });
  return id;
}

async function requireFreeNumber(tx: Tx, number: string): Promise<void> {
  const [taken] = await findCustomersByNumber(tx, [number]);
  if (taken === undefined) return;
  const message = `The number ${number} belongs to ${taken.name} already. Ask for a change of that customer, or take another number.`;
  throw new AppError('customer_number_is_unique', message, { status: 409 });
}

async function requireParent(tx: Tx, customerId: string | null, parentId: string | null | undefined): Promise<void> {
  if (parentId === null || parentId === undefined) return;
  const parent = await theCustomer(tx, parentId);
  if (parent.kind !== 'regular') throw notFound('customer', parentId);
  if (customerId === null) return;
  const parents = await findParentsAbove(tx, [parentId]);
  if (!closesCircle(parents, { from: customerId, to: parentId })) return;
  const message = `${parent.number} ${parent.name} is this customer itself or stands below it; it cannot be its parent.`;
  throw new AppError('parent_circle', message);
}

/** That the customer was called back, on a number known before, and what they said. */
export async function recordCallBack(tx: CommandTx, id: string, note: string): Promise<void> {
  const request = await theWaitingRequest(tx, id);
  await saveCallBack(tx, id, note);
  const before = { calledBackAt: request.calledBackAt, note: request.callBackNote };
  tx.audit({
    action: 'customers.called_back',
    subjectKind: 'customer_request',
    subjectId: id,
    before,
    after: { note },
  });
}

export interface Decision {
  readonly id: string;
  readonly reason: string | null;
}

/**
 * Approves: the request becomes the change. Returns the customer's id. Throws `request_is_your_own`, `request_is_decided`,
 * `request_is_outdated`, `call_back_missing`.
 */
export async function approveRequest(tx: CommandTx, ledger: CustomerLedger, { id, reason }: Decision): Promise<string> {
  const request = await theWaitingRequest(tx, id);
  requireAnother(tx, request);
  requireCallBack(request, reason);
  const customerId =
    request.customerId === null
      ? await createApproved(tx, request)
      : await changeApproved(tx, ledger, request, request.customerId);
  await saveDecision(tx, { id, state: 'approved', customerId, reason });
  const { before, after } = request;
  tx.audit({
    action: 'customers.request_approved',
    subjectKind: 'customer_request',
    subjectId: id,
    after: { customerId },
    ...said(reason),
  });
  tx.audit({
    action: 'customers.changed',
    subjectKind: 'customer',
    subjectId: customerId,
    before,
    after,
    reason: request.reason,
  });
  return customerId;
}

async function createApproved(tx: CommandTx, request: CustomerRequest): Promise<string> {
  const { after } = request;
  await requireFreeNumber(tx, after.number ?? '');
  await requireParent(tx, null, after.parentId);
  return createFromRequest(tx, request.id, after);
}

async function changeApproved(
  tx: CommandTx,
  ledger: CustomerLedger,
  request: CustomerRequest,
  customerId: string,
): Promise<string> {
  const customer = await theLivingCustomer(tx, customerId);
  const current = await guardedFieldsOf(tx, customer);
  const outdated = outdatedFields(request.before, current);
  if (outdated.length > 0) {
    const message = `Since this was asked, ${outdated.join(', ')} of ${customer.number} ${customer.name} changed. Reject it, and ask anew if it is still wanted.`;
    throw new AppError('request_is_outdated', message, { status: 409, details: { fields: outdated } });
  }
  await requireParent(tx, customerId, request.after.parentId);
  await changeGuardedFields(tx, ledger, { customer, current, request });
  return customerId;
}

/** Throws `request_is_your_own`, `request_is_decided`. */
export async function rejectRequest(tx: CommandTx, { id, reason }: { id: string; reason: string }): Promise<void> {
  const request = await theWaitingRequest(tx, id);
  requireAnother(tx, request);
  await saveDecision(tx, { id, state: 'rejected', customerId: null, reason });
  tx.audit({ action: 'customers.request_rejected', subjectKind: 'customer_request', subjectId: id, reason });
}

/** By whoever asked. Throws `request_is_not_yours`, `request_is_decided`. */
export async function withdrawRequest(tx: CommandTx, { id, reason }: Decision): Promise<void> {
  const request = await theWaitingRequest(tx, id);
  if (request.requestedBy !== tx.actor.id) {
    const message = `${request.requestedByName} asked for this; only they withdraw it. You may reject it.`;
    throw new AppError('request_is_not_yours', message, { status: 403 });
  }
  await saveDecision(tx, { id, state: 'withdrawn', customerId: null, reason });
  tx.audit({ action: 'customers.request_withdrawn', subjectKind: 'customer_request', subjectId: id, ...said(reason) });
}

export async function theRequest(tx: Tx, id: string): Promise<CustomerRequest> {
  const request = await findRequest(tx, id);
  if (!request) throw notFound('request', id);
  return request;
}

async function theWaitingRequest(tx: Tx, id: string): Promise<CustomerRequest> {
  const request = await lockRequest(tx, id);
  if (!request) throw notFound('request', id);
  if (request.state === 'waiting') return request;
  const message = `${request.decidedByName ?? 'Somebody'} has decided this request: it is ${request.state}.`;
  throw new AppError('request_is_decided', message, { status: 409 });
}

function requireAnother(tx: Tx, request: CustomerRequest): void {
  if (request.requestedBy !== tx.actor.id) return;
  const message = 'You asked for this yourself; another person must decide. You may withdraw it.';
  throw new AppError('request_is_your_own', message, { status: 403 });
}

function requireCallBack(request: CustomerRequest, reason: string | null): void {
  const accounts = newAccounts({ before: request.before, after: request.after });
  if (accounts.length === 0 || request.calledBackAt !== null || reason !== null) return;
  const message = `A new bank account (${accounts.map((one) => one.account).join(', ')}) waits for a call-back on a number known before. Note it, or say why none is needed.`;
  throw new AppError('call_back_missing', message);
}

function said(reason: string | null): { reason?: string } {
  return reason === null ? {} : { reason };
}
