/**
 * Judging what stands in the books: after each posting that concerns a customer with promises, and when a day begins. What is
 * judged anew is appended, tells others by an event, and places or releases the holds that keep promised items from being dunned.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { type Judgement, judgePromises, type PromiseBook } from '@quittance/core/promises';
import { type CommandTx, inCommand } from '../../../platform/command/index.ts';
import { completeInstant, type Database, type Scope, type Tx } from '../../../platform/database/transaction.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids.ts';
import { insertActivities, type NewActivity, recordsOfParty } from '../../customers/index.ts';
import { promisesOfParty, receivedByParty, type StoredPromise, settledOfItems } from './promise-facts.queries.ts';
import { holdPromised } from './promise-holds.usecase.ts';
import {
  customersToJudge,
  findProgress,
  insertJudgements,
  type JudgementCause,
  lockCustomerPromises,
  lockJudging,
  type NewJudgement,
  saveProgress,
} from './promise-judgements.queries.ts';

const PARTIES_PER_PASS_MAX = 2_000; // a pass is one transaction; what is left over comes with the next

/** Judges whom something happened to since the last pass. May be asked for at any time and by many: one does it. */
export async function judgeAll(database: Database, scope: Scope): Promise<{ judged: number }> {
  return database.write(scope, async (tx) => {
    if (!(await lockJudging(tx))) return { judged: 0 };
    const progress = await findProgress(tx);
    const through = await completeInstant(tx);
    const customers = await customersToJudge(tx, progress);
    const now = customers.slice(0, PARTIES_PER_PASS_MAX);
    if (now.length > 0) {
      await inCommand(tx, { action: 'promises.judge', body: null }, async (commandTx) => {
        for (const customerId of now) await judgeParty(commandTx, customerId, 'posting');
        return null;
      });
    }
    if (now.length === customers.length) await saveProgress(tx, through);
    return { judged: now.length };
  });
}

/** Judges the promises of a customer, and of what was merged into it, as of today. */
export async function judgeParty(tx: CommandTx, customerId: string, cause: JudgementCause): Promise<void> {
  await lockCustomerPromises(tx, customerId);
  const customerIds = await recordsOfParty(tx, customerId);
  const promises = await promisesOfParty(tx, customerIds);
  if (promises.length === 0) return;
  const book = await bookOf(tx, customerIds, promises);
  const judgements = judgePromises(promises, book, { asOf: tx.today, knownAt: null });
  const changes = changesOf(promises, judgements).map((change) => ({ ...change, ...causeOf(change, { book, cause }) }));
  const asOf = tx.today;
  await insertJudgements(
    tx,
    changes.map(({ judgement, number, cause: why, entryId, isNewState }) => ({
      ...judgement,
      number,
      asOf,
      cause: why,
      entryId,
      isNewState,
    })),
  );
  await emitEvents(
    tx,
    changes.filter((change) => change.isNewState).map((change) => eventOf(change, asOf)),
  );
  for (const change of changes) tx.audit(auditOf(change));
  await insertActivities(tx, changes.flatMap(lineOf), null);
  await holdPromised(tx, customerIds, { promises, judgements });
}

export async function bookOf(
  tx: Tx,
  customerIds: readonly string[],
  promises: readonly StoredPromise[],
): Promise<PromiseBook> {
  const itemIds = [...new Set(promises.flatMap((promise) => promise.itemIds ?? []))];
  const [since = ''] = promises.map((promise) => promise.madeAt).sort();
  return {
    settled: await settledOfItems(tx, itemIds),
    received: await receivedByParty(tx, customerIds, since),
  };
}

interface Change {
  readonly promise: StoredPromise;
  readonly judgement: Judgement;
  readonly number: number;
  readonly isNewState: boolean;
}

function changesOf(promises: readonly StoredPromise[], judgements: readonly Judgement[]): Change[] {
  return promises.flatMap((promise, index) => {
    const judgement = judgements[index];
    if (!judgement || promise.state === 'withdrawn') return [];
    const isFirst = promise.judgements === 0;
    const isNewState = isFirst || judgement.state !== promise.state;
    const isSame = judgement.inTimeMinor === promise.inTimeMinor && judgement.lateMinor === promise.lateMinor;
    if (!isNewState && isSame) return [];
    return [{ promise, judgement, number: promise.judgements + 1, isNewState }];
  });
}

/** The latest posting since the promise was last judged; when there is none, the day itself. */
function causeOf(
  { promise }: Change,
  { book, cause }: { book: PromiseBook; cause: JudgementCause },
): Pick<NewJudgement, 'cause' | 'entryId'> {
  if (promise.judgements === 0) return { cause: 'made', entryId: null };
  if (cause !== 'posting') return { cause, entryId: null };
  const concerning = [
    ...book.settled.filter((line) => promise.itemIds?.includes(line.itemId) ?? false),
    ...(promise.itemIds === null ? book.received : []),
  ].filter((line) => line.recordedAt > promise.judgedAt);
  const last = concerning.reduce<{ recordedAt: string; entryId: string } | undefined>(
    (latest, line) => (latest === undefined || line.recordedAt >= latest.recordedAt ? line : latest),
    undefined,
  );
  return last === undefined ? { cause: 'day', entryId: null } : { cause: 'posting', entryId: last.entryId };
}

const EVENT_KINDS = {
  open: 'promise.made',
  kept: 'promise.kept',
  partly_kept: 'promise.partly_kept',
  broken: 'promise.broken',
  withdrawn: 'promise.withdrawn',
} as const;

function eventOf(change: Change & { readonly entryId: string | null }, asOf: LocalDate) {
  const { promise, judgement } = change;
  const isReopened = judgement.state === 'open' && promise.judgements > 0;
  return {
    kind: isReopened ? ('promise.reopened' as const) : EVENT_KINDS[judgement.state],
    subjectKind: 'promise',
    subjectId: promise.id,
    data: {
      customerId: promise.customerId,
      planId: promise.planId,
      currency: promise.currency,
      amountMinor: promise.amountMinor.toString(),
      promisedOn: promise.promisedOn,
      inTimeMinor: judgement.inTimeMinor.toString(),
      lateMinor: judgement.lateMinor.toString(),
      before: promise.judgements === 0 ? null : promise.state,
      asOf,
      entryId: change.entryId,
    },
  };
}

const LINE_KINDS = {
  open: 'promise_reopened',
  kept: 'promise_kept',
  partly_kept: 'promise_partly_kept',
  broken: 'promise_broken',
} as const;

/** What the timeline tells: how a promise came out, and that it is open again; that it was made is told by its call or mail. */
function lineOf({ promise, judgement, isNewState }: Change): NewActivity[] {
  const { state } = judgement;
  if (!isNewState || state === 'withdrawn' || (state === 'open' && promise.judgements === 0)) return [];
  const { id: promiseId, customerId, amountMinor, currency, promisedOn } = promise;
  const text = `${formatAmount(amountMinor, currency)} ${currency} · ${promisedOn}`;
  return [{ id: newId(), customerId, kind: LINE_KINDS[state], text, detail: { promiseId }, actorName: '' }]; // the ledger says it, whoever looked
}

function auditOf({ promise, judgement }: Change) {
  const { state, inTimeMinor, lateMinor } = judgement;
  const before = { state: promise.state, inTimeMinor: promise.inTimeMinor, lateMinor: promise.lateMinor };
  return {
    action: 'promise.judge',
    subjectKind: 'promise',
    subjectId: promise.id,
    before,
    after: { state, inTimeMinor, lateMinor },
  };
}
