/**
 * Tries a version on the receipts of the last month: each is decided again as its account and its payer stood when it was first
 * decided, by the policy that holds and by the version. Nothing is posted; what comes out is kept beside the version.
 * As near as the ledger allows: customers' names, groups and linked advices are those of today, and what was revoked is unknown.
 */
import { addDays } from '@quittance/core/calendar';
import { cashPolicyOf, type TrialEvent, type TrialReceipt, tryPolicies } from '@quittance/core/cash-policy';
import { normaliseAccount, normalisePartyName, PayerKnowledge } from '@quittance/core/matching';
import { currencyCode, formatAmount } from '@quittance/core/money';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { fetchAdvices } from '../advices/receipt-advices.ts';
import { customersNamed, itemsOpenSince, toldLinks } from '../deciding/facts.queries.ts';
import { engineReceipt, itemReader } from '../deciding/facts.ts';
import { fetchParties, type Parties } from '../knowledge/parties.ts';
import { findVersion } from './policies.queries.ts';
import { matchPolicy } from './policies.ts';
import { insertTrial, type PastReceipt, pastConfirmations, pastReceipts, type Trial } from './trials.queries.ts';

const TRIAL_DAYS = 30;
const TRIAL_RECEIPTS_MAX = 2_000; // decided twice in some seconds
const TRIAL_ITEMS_MAX = 100_000; // held in memory with their movements
const TRIAL_CONFIRMATIONS_MAX = 50_000;

/** Throws `not_found`, `trial_without_receipts` and `trial_too_large`. */
export async function tryPolicy(
  database: Database,
  scope: Scope,
  given: { readonly number: number; readonly command: Command },
): Promise<Pick<Trial, 'id' | 'number' | 'from' | 'until' | 'result'>> {
  const { number, command } = given;
  // Read and decided apart from the command, so that nobody who posts waits for it.
  const tried = await database.read(scope, (tx) => runTrial(tx, number));
  const trial = { id: newId(), number, ...tried };
  return runCommand(database, scope, command, async (tx) => {
    await insertTrial(tx, trial);
    const { differences, ...figures } = trial.result;
    const after = { number, trial: trial.id, ...figures };
    tx.audit({ action: 'cash.policy_tried', subjectKind: 'company', subjectId: tx.company.id, after });
    return trial;
  });
}

async function runTrial(tx: Tx, number: number): Promise<Pick<Trial, 'from' | 'until' | 'result'>> {
  const version = await findVersion(tx, number);
  if (version === undefined) throw notFound('policy version', String(number));
  const days = { from: addDays(tx.today, -TRIAL_DAYS), until: tx.today };
  const past = await pastReceipts(tx, days, TRIAL_RECEIPTS_MAX);
  const [first] = past;
  if (first === undefined) {
    const message = `No receipt booked from ${days.from} to ${days.until} was decided on. Import a statement first, or switch on with a reason.`;
    throw new AppError('trial_without_receipts', message, { status: 409 });
  }
  const parties = await fetchParties(tx);
  const policies = { now: (await matchPolicy(tx)).policy, proposed: cashPolicyOf(version.changes).matching };
  const { knowledge, events } = await pastKnowledge(tx, past, parties);
  const moved = await movements(tx, first.decidedAt, parties);
  const waiting = past.map((receipt) => ({
    ...receipt,
    customerId: '',
    openMinor: receipt.amountMinor,
    isTouched: false,
    rejectedItemIds: [],
    current: null,
  }));
  const advices = await fetchAdvices(tx, waiting);
  const receipts = past.map(trialReceipt);
  return { ...days, result: tryPolicies({ receipts, events: [...events, ...moved], knowledge, advices, policies }) };
}

async function movements(tx: Tx, since: string, parties: Parties): Promise<TrialEvent[]> {
  const items = parties.asOne(await itemsOpenSince(tx, since, TRIAL_ITEMS_MAX + 1));
  if (items.length > TRIAL_ITEMS_MAX) {
    const message = `More than ${TRIAL_ITEMS_MAX} items were open in these days: a trial cannot hold them. Switch on with a reason.`;
    throw new AppError('trial_too_large', message, { status: 409 });
  }
  const read = itemReader();
  return items.flatMap((fact) => {
    const item = read(fact);
    return fact.moves.map(({ at, byMinor }) => ({
      at: BigInt(at),
      kind: 'moved' as const,
      item,
      byMinor: BigInt(byMinor),
    }));
  });
}

async function pastKnowledge(
  tx: Tx,
  past: readonly PastReceipt[],
  parties: Parties,
): Promise<{ knowledge: PayerKnowledge; events: TrialEvent[] }> {
  const known = (words: readonly string[]) => [...new Set(words)].filter((word) => word !== '');
  const accounts = known(past.map(({ payerAccount }) => normaliseAccount(payerAccount)));
  const names = known(past.map(({ payerName }) => normalisePartyName(payerName)));
  const knowledge = new PayerKnowledge();
  for (const { mark, key, customerNumber, uses, lastOn } of parties.asOne(await toldLinks(tx, { accounts, names }))) {
    knowledge.addLink(mark, key, { customer: customerNumber, uses, lastOn });
  }
  for (const { key, customerNumber } of parties.asOne(await customersNamed(tx, names))) {
    knowledge.nameCustomer(customerNumber, key);
  }
  const taught = parties.asOne(await pastConfirmations(tx, { accounts, names }, TRIAL_CONFIRMATIONS_MAX));
  const events = taught.map(({ at, byAccount, byName, receiptNumber, customerNumber, currency, ...payment }) => ({
    at,
    kind: 'taught' as const,
    byAccount,
    byName,
    application: { ...payment, receiptId: receiptNumber, customer: customerNumber, currency: currencyCode(currency) },
  }));
  return { knowledge, events };
}

function trialReceipt(past: PastReceipt): TrialReceipt {
  const { rule, customerNumber: customer, done } = past;
  const allocations = (done ?? []).map((one) => ({
    number: one.number,
    amount: formatAmount(BigInt(one.amountMinor), past.currency),
  }));
  return {
    at: past.at,
    receipt: engineReceipt({ ...past, openMinor: past.amountMinor }),
    done: done === null ? null : { posts: true, rule, customer, allocations },
  };
}
