/** A customer's promises as they stand, or as the ledger judged them on a past day, with what was kept and broken so far. */
import type { LocalDate } from '@quittance/core/calendar';
import { judgePromises } from '@quittance/core/promises';
import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { findCustomer, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { bookOf } from './judge-promises.usecase.ts';
import { promisesOfParty } from './promise-facts.queries.ts';
import { type PromiseView, promisesOfCustomer } from './promises.queries.ts';

export interface PromiseRecord {
  readonly promises: readonly PromiseView[];
  readonly kept: number;
  readonly partlyKept: number;
  readonly broken: number;
}

/** With a day, judged anew from the ledger as of it and as known at the instant; else as last judged. Throws `not_found`. */
export async function promisesOf(
  tx: Tx,
  customerId: string,
  viewpoint?: { readonly asOf: LocalDate; readonly knownAt: string | null },
): Promise<PromiseRecord> {
  if (!(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const customerIds = await recordsOfParty(tx, await survivorOf(tx, customerId));
  const promises = await promisesOfCustomer(tx, customerIds);
  const seen = viewpoint === undefined ? promises : await judgedAsOf(tx, { promises, customerIds, viewpoint });
  const count = (state: string) => seen.filter((promise) => promise.state === state).length;
  return { promises: seen, kept: count('kept'), partlyKept: count('partly_kept'), broken: count('broken') };
}

async function judgedAsOf(
  tx: Tx,
  given: {
    readonly promises: readonly PromiseView[];
    readonly customerIds: readonly string[];
    readonly viewpoint: { readonly asOf: LocalDate; readonly knownAt: string | null };
  },
): Promise<PromiseView[]> {
  const { viewpoint } = given;
  const isKnown = (promise: { madeAt: string }) => viewpoint.knownAt === null || promise.madeAt <= viewpoint.knownAt;
  const facts = (await promisesOfParty(tx, given.customerIds)).filter(isKnown);
  if (facts.length === 0) return [];
  const judged = judgePromises(facts, await bookOf(tx, given.customerIds, facts), viewpoint);
  const byId = new Map(judged.map(({ promiseId, ...judgement }) => [promiseId, judgement]));
  return given.promises.flatMap((promise) => {
    const judgement = byId.get(promise.id);
    return judgement === undefined ? [] : [{ ...promise, ...judgement, stateOn: viewpoint.asOf }];
  });
}
