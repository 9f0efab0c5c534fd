/** A promise that no longer holds: the customer took it back, or it was written down wrongly. What was judged stays as it is. */
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import { survivorOf, withdrawActivities } from '../../customers/index.ts';
import { judgeParty } from './judge-promises.usecase.ts';
import { insertJudgements, lockCustomerPromises } from './promise-judgements.queries.ts';
import {
  contactsOfSlips,
  findPromise,
  judgementsOf,
  type PromiseView,
  partsOfPlan,
  promisesOfBatch,
  withdrawImported,
  withdrawPromises,
} from './promises.queries.ts';

/** Throws `not_found`, `promise_is_judged`. */
export async function withdrawPromise(tx: CommandTx, id: string, reason: string): Promise<{ withdrawn: number }> {
  const promise = await findPromise(tx, id);
  if (!promise) throw notFound('promise', id);
  if (promise.planId !== null) return withdrawPlan(tx, promise.planId, reason);
  return withdraw(tx, [promise], reason);
}

/** Withdraws the parts of a plan that are open. Throws `not_found`, `promise_is_judged`. */
async function withdrawPlan(tx: CommandTx, planId: string, reason: string): Promise<{ withdrawn: number }> {
  const parts = await partsOfPlan(tx, planId);
  if (parts.length === 0) throw notFound('plan', planId);
  return withdraw(tx, parts, reason);
}

async function withdraw(tx: CommandTx, promises: readonly PromiseView[], reason: string) {
  const customerId = await survivorOf(tx, promises[0]?.customerId ?? '');
  await lockCustomerPromises(tx, customerId);
  const open = promises.filter((promise) => promise.state === 'open');
  const ids = open.map((promise) => promise.id);
  if (open.length === 0 || (await withdrawPromises(tx, ids, reason)) !== open.length) {
    const message = 'Only what is still open can be withdrawn; this was judged already. Reload to see how it stands.';
    throw new AppError('promise_is_judged', message, { status: 409 });
  }
  for (const promise of open) await recordWithdrawal(tx, promise, reason);
  // Taken back on the day it was written down: a slip, and nobody was spoken with. Later on the contact was one.
  await withdrawActivities(tx, await contactsOfSlips(tx, ids));
  await judgeParty(tx, customerId, 'withdrawal');
  return { withdrawn: open.length };
}

/** Undoing an import: what came with it goes, also what was judged meanwhile. */
export async function withdrawBatch(
  tx: CommandTx,
  { batchId, reason }: { readonly batchId: string; readonly reason: string },
): Promise<number> {
  const promises = await promisesOfBatch(tx, batchId);
  const customerIds = new Set<string>();
  for (const { customerId } of promises) customerIds.add(await survivorOf(tx, customerId));
  for (const customerId of [...customerIds].sort()) await lockCustomerPromises(tx, customerId);
  await withdrawImported(
    tx,
    promises.map(({ id }) => id),
    reason,
  );
  for (const promise of promises) await recordWithdrawal(tx, promise, reason);
  for (const customerId of customerIds) await judgeParty(tx, customerId, 'withdrawal');
  return promises.length;
}

async function recordWithdrawal(tx: CommandTx, promise: PromiseView, reason: string): Promise<void> {
  const { id, inTimeMinor, lateMinor, lastMoneyOn, currency, amountMinor, promisedOn } = promise;
  const counted = { promiseId: id, state: 'withdrawn' as const, inTimeMinor, lateMinor, lastMoneyOn };
  const number = (await judgementsOf(tx, id)).length + 1;
  const cause = { cause: 'withdrawal' as const, entryId: null, isNewState: true };
  await insertJudgements(tx, [{ ...counted, number, asOf: tx.today, ...cause }]);
  const data = { customerId: promise.customerId, currency, amountMinor: amountMinor.toString(), promisedOn, reason };
  await emitEvents(tx, [{ kind: 'promise.withdrawn', subjectKind: 'promise', subjectId: id, data }]);
  const subject = { subjectKind: 'promise', subjectId: id };
  tx.audit({ action: 'promise.withdraw', ...subject, before: { state: promise.state }, reason });
}
