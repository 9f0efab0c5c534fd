/** Calls that are to be made again: asked for in a call, or set by hand. They end with the next call that reaches somebody. */
import { type CallWindow, callWindow } from '@quittance/core/calendar';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findContacts, findCustomer, recordsOfParty } from '../../customers/index.ts';
import { customerCalendars, personCalendars } from '../../organisation/index.ts';
import { requireMember } from '../tasks/tasks.usecase.ts';
import {
  type CallBack,
  type CallBackFilter,
  cancelCallBack,
  insertCallBack,
  listCallBacks,
  lockCallBack,
  moveCallBack,
} from './call-backs.queries.ts';

const DAYS_AHEAD_MAX = 366;
const DAY_MS = 86_400_000;
const WINDOW_DAYS = 7;

export interface CallBackDraft {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly at: string;
  readonly assigneeId: string;
  readonly note: string;
  readonly askedInCallId: string | null;
}

/** Throws `not_found`, `call_back_is_past`, `person_not_in_company`. */
export async function addCallBack(tx: CommandTx, draft: CallBackDraft): Promise<string> {
  const { at: dueAt, ...rest } = draft;
  const customer = await findCustomer(tx, draft.customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', draft.customerId);
  if (draft.contactId !== null) {
    const contacts = await findContacts(tx, await recordsOfParty(tx, draft.customerId));
    if (!contacts.some(({ id }) => id === draft.contactId)) throw notFound('contact', draft.contactId);
  }
  requireToCome(tx, dueAt);
  await requireMember(tx, draft.assigneeId);
  const id = newId();
  await insertCallBack(tx, { ...rest, id, dueAt });
  tx.audit({ action: 'call_back.add', subjectKind: 'customer', subjectId: draft.customerId, after: { id, dueAt } });
  return id;
}

/** To another instant or person. Throws `not_found`, `call_back_is_ended`, `call_back_is_past`, `person_not_in_company`. */
export async function changeCallBack(
  tx: CommandTx,
  id: string,
  { at: dueAt, assigneeId }: { readonly at: string; readonly assigneeId: string },
): Promise<void> {
  const before = await theOpenCallBack(tx, id);
  requireToCome(tx, dueAt);
  await requireMember(tx, assigneeId);
  await moveCallBack(tx, id, { dueAt, assigneeId });
  tx.audit({
    action: 'call_back.move',
    subjectKind: 'customer',
    subjectId: before.customerId,
    before: { id, dueAt: before.dueAt, assigneeId: before.assigneeId },
    after: { id, dueAt, assigneeId },
  });
}

/** It is not needed any more. Throws `not_found`, `call_back_is_ended`. */
export async function dropCallBack(tx: CommandTx, id: string, reason: string): Promise<void> {
  const { customerId } = await theOpenCallBack(tx, id);
  await cancelCallBack(tx, id);
  tx.audit({ action: 'call_back.cancel', subjectKind: 'customer', subjectId: customerId, before: { id }, reason });
}

export interface CallBackInHours extends CallBack {
  /** The zone of the customer's clock. */
  readonly theirZone: string;
  /** When its person and the customer both work, from now on. */
  readonly window: CallWindow | null;
}

export async function callBacksInHours(tx: Tx, filter: CallBackFilter): Promise<CallBackInHours[]> {
  const rows = await listCallBacks(tx, filter);
  if (rows.length === 0) return [];
  const theirs = await customerCalendars(
    tx,
    rows.map(({ customerId }) => customerId),
  );
  const ours = await personCalendars(tx);
  return rows.map((row) => {
    const calendar = theirs({ id: row.customerId, country: row.country, timeZone: row.timeZone });
    const both = { ours: ours(row.assigneeId), theirs: calendar, now: tx.recordedAt, days: WINDOW_DAYS };
    const theirZone = calendar.patterns[0]?.timeZone ?? tx.company.timeZone;
    return { ...row, theirZone, window: callWindow(both) };
  });
}

async function theOpenCallBack(tx: Tx, id: string): Promise<CallBack> {
  const found = await lockCallBack(tx, id);
  if (found === undefined) throw notFound('call-back', id);
  if (found.status === 'open') return found;
  const message = `This call-back is ${found.status} already. Set another one.`;
  throw new AppError('call_back_is_ended', message, { status: 409 });
}

function requireToCome(tx: Tx, at: string): void {
  const ahead = Date.parse(at) - Date.parse(tx.recordedAt);
  if (ahead > 0 && ahead <= DAYS_AHEAD_MAX * DAY_MS) return;
  const message = `Call back at an instant to come, within a year; ${at} is not.`;
  throw new AppError('call_back_is_past', message, { details: { at, now: tx.recordedAt } });
}
