/**
 * A call that was made, as one act: the line of the timeline, what it counts for, and the next step. After it there is no other form
 * to fill in.
 */
import type { CallOutcome, CallSituation } from '@quittance/core/calls';
import { isRightParty } from '@quittance/core/calls';
import type { LetterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import {
  findContacts,
  findCustomer,
  insertActivities,
  recordsOfParty,
  survivorOf,
  tellMentioned,
} from '../../customers/index.ts';
import { answerCallBacks } from './call-backs.queries.ts';
import { insertCall } from './calls.queries.ts';
import { type DoneStep, type NextStep, takeNextStep } from './next-step.usecase.ts';

export interface CallRecord {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly number: string | null;
  readonly outcome: CallOutcome;
  readonly situation: CallSituation;
  readonly scriptLanguage: LetterLanguage;
  readonly scriptNumber: number;
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly note: string;
  /** The call-back that it answers. */
  readonly callBackId: string | null;
  readonly next: NextStep | null;
}

const DAY_MS = 86_400_000;

/** Throws `not_found`, `call_not_past`, `call_needs_number`, `call_next_missing`, and what its next step refuses. */
export async function recordCall(
  tx: CommandTx,
  given: CallRecord,
): Promise<{ id: string; activityId: string; next: DoneStep | null }> {
  const customerId = await survivorOf(tx, given.customerId);
  const customer = await findCustomer(tx, customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', given.customerId);
  const customerIds = await recordsOfParty(tx, customerId);
  requireWhole(tx, given);
  if (given.contactId !== null) {
    const contacts = await findContacts(tx, customerIds);
    if (!contacts.some(({ id }) => id === given.contactId)) throw notFound('contact', given.contactId);
  }
  const [id, activityId] = [newId(), newId()];
  await insertActivities(tx, [lineOf(given, { customerId, activityId, callId: id })], null);
  await tellMentioned(tx, { firstId: activityId, text: given.note });
  const next = await takeNextStep(tx, given.next, { ...given, customerId, activityId, callId: id });
  const { next: _next, note: _note, callBackId: _callBack, ...call } = given;
  const promiseCount = next?.kind === 'promise' ? next.count : 0;
  const step = { promiseCount, nextKind: next?.kind ?? null, nextId: next?.id ?? null };
  await insertCall(tx, { ...call, ...step, customerId, id, activityId });
  // Nobody reached and nothing agreed: the call-back still stands.
  const isAnswered = isRightParty(given.outcome) || next?.kind === 'call_back';
  if (isAnswered) {
    const answered = { customerIds, dueBefore: tx.recordedAt, callId: id, also: given.callBackId };
    await answerCallBacks(tx, { ...answered, except: next?.kind === 'call_back' ? next.id : null });
  }
  const after = { id, outcome: given.outcome, contactId: given.contactId, number: given.number, next: step.nextKind };
  tx.audit({ action: 'call.record', subjectKind: 'customer', subjectId: customerId, after });
  return { id, activityId, next };
}

function requireWhole(tx: CommandTx, given: CallRecord): void {
  const startedAt = Date.parse(given.startedAt);
  const now = Date.parse(tx.recordedAt);
  if (startedAt > now || startedAt < now - DAY_MS) {
    const message = `The call began at ${given.startedAt}; write down calls of the last day, not of days to come.`;
    throw new AppError('call_not_past', message, { details: { startedAt: given.startedAt, now: tx.recordedAt } });
  }
  if (given.outcome === 'wrong_number' && given.number === null) {
    throw new AppError('call_needs_number', 'Say which number is wrong: choose the contact whose number was dialled.');
  }
  if (given.outcome === 'promised' && given.next?.kind !== 'promise') {
    throw new AppError(
      'call_next_missing',
      'A promise has an amount and a day. Enter both, or choose another outcome.',
    );
  }
  if (given.outcome === 'call_back' && given.next?.kind !== 'call_back') {
    throw new AppError('call_next_missing', 'Say when to call again, or choose another outcome.');
  }
}

function lineOf(given: CallRecord, ids: { customerId: string; activityId: string; callId: string }) {
  const { outcome, number, situation, startedAt: happenedAt, durationSeconds, contactId, note: text } = given;
  const detail = { callId: ids.callId, outcome, number, situation };
  return {
    id: ids.activityId,
    customerId: ids.customerId,
    kind: 'call',
    ...{ contactId, happenedAt, durationSeconds, text, detail },
  };
}
