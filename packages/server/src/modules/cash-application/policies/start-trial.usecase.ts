/** Trials are started, cancelled and taken up again; what a version may be switched on after. */
import { createHash } from 'node:crypto';
import { addDays } from '@quittance/core/calendar';
import { type CashPolicyChanges, cashPolicyOf, NO_CHANGES, NO_FIGURES } from '@quittance/core/cash-policy';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { countPastReceipts } from './past-receipts.queries.ts';
import { findVersion, lockPolicies, type PolicyVersion, versionInForce } from './policies.queries.ts';
import { endTrial, findTrial, insertTrial, reopenTrial, runningTrials, type Trial } from './trials.queries.ts';

const TRIAL_DAYS = 30;
const TRIAL_RECEIPTS_MAX = 200_000; // a month of the largest desks; some minutes of work

/**
 * Writes a trial down that is then to be run (`runTrial`). Throws `not_found`, `trial_is_running`, `trial_without_receipts` and
 * `trial_too_large`.
 */
export function startTrial(
  database: Database,
  scope: Scope,
  { number, command }: { readonly number: number; readonly command: Command },
): Promise<{ id: string }> {
  return runCommand(database, scope, command, async (tx) => {
    await lockPolicies(tx);
    const version = await findVersion(tx, number);
    if (version === undefined) throw notFound('policy version', String(number));
    if ((await runningTrials(tx)).length > 0) throw isRunning();
    const days = { from: addDays(tx.today, -TRIAL_DAYS), until: tx.today };
    const receiptsKnown = await countPastReceipts(tx, days, tx.recordedAt);
    if (receiptsKnown === 0) throw withoutReceipts(days);
    if (receiptsKnown > TRIAL_RECEIPTS_MAX) throw tooMany(receiptsKnown);
    const base = await versionInForce(tx);
    const rules = rulesText(base, version.changes);
    const id = newId();
    await insertTrial(tx, {
      ...days,
      id,
      number,
      baseNumber: base?.number ?? 0,
      rules,
      receiptsKnown,
      result: NO_FIGURES,
    });
    tx.audit({ action: 'cash.policy_tried', ...subjectOf(tx), after: { number, trial: id, ...days, receiptsKnown } });
    return { id };
  });
}

/** Ends it where it stands: its figures so far stay to be read. Throws `not_found`, `trial_has_ended`. */
export function cancelTrial(database: Database, scope: Scope, given: OfTrial): Promise<{ id: string }> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { number } = await theTrial(tx, given.id);
    if (!(await endTrial(tx, given.id, { state: 'cancelled', failure: null }))) {
      throw new AppError('trial_has_ended', 'This trial has ended already. Its figures stand below.', { status: 409 });
    }
    tx.audit({ action: 'cash.policy_trial_cancelled', ...subjectOf(tx), after: { number, trial: given.id } });
    return { id: given.id };
  });
}

/** What was cancelled or broke off is to be run again from where it stood. Throws `not_found`, `trial_is_running`, `trial_is_done`. */
export function takeUpTrial(database: Database, scope: Scope, given: OfTrial): Promise<{ id: string }> {
  return runCommand(database, scope, given.command, async (tx) => {
    await lockPolicies(tx);
    const { number, state } = await theTrial(tx, given.id);
    if (state === 'done') {
      throw new AppError('trial_is_done', 'This trial has come to its end. Try the version anew.', { status: 409 });
    }
    if ((await runningTrials(tx)).length > 0) throw isRunning();
    await reopenTrial(tx, given.id);
    tx.audit({ action: 'cash.policy_trial_taken_up', ...subjectOf(tx), after: { number, trial: given.id } });
    return { id: given.id };
  });
}

interface OfTrial {
  readonly id: string;
  readonly command: Command;
}

async function theTrial(tx: Tx, id: string): Promise<Trial> {
  const trial = await findTrial(tx, id);
  if (trial === undefined) throw notFound('trial', id);
  return trial;
}

/**
 * Whether a trial tells what switching on would do now: it has come to its end, was compared with what holds, and both policies are
 * read as they were then, which a newer product may not do.
 */
export function isStillTrue(
  trial: Pick<Trial, 'state' | 'baseNumber' | 'rules'>,
  base: Base | undefined,
  changes: CashPolicyChanges,
): boolean {
  const { state, baseNumber, rules } = trial;
  return state === 'done' && baseNumber === (base?.number ?? 0) && rules === rulesText(base, changes);
}

/** The version that holds; undefined while the usual policy does. */
type Base = Pick<PolicyVersion, 'number' | 'changes'>;

/** Equal texts are equal policies. */
function rulesText(base: Base | undefined, changes: CashPolicyChanges): string {
  const both = [base?.changes ?? NO_CHANGES, changes].map((one) => {
    const { matching, settlement } = cashPolicyOf(one);
    return { matching, settlement };
  });
  return createHash('sha256').update(JSON.stringify(both)).digest('hex');
}

function isRunning(): AppError {
  const message = 'A trial is running. Wait for its end, or cancel it.';
  return new AppError('trial_is_running', message, { status: 409 });
}

function withoutReceipts({ from, until }: Pick<Trial, 'from' | 'until'>): AppError {
  const message = `No receipt booked from ${from} to ${until} was decided on. Import a statement first, or switch on with a reason.`;
  return new AppError('trial_without_receipts', message, { status: 409 });
}

function tooMany(receipts: number): AppError {
  const message = `${receipts} receipts were booked in the last ${TRIAL_DAYS} days; a trial takes ${TRIAL_RECEIPTS_MAX}. Switch on with a reason.`;
  return new AppError('trial_too_large', message, { status: 409 });
}

function subjectOf(tx: Tx): { subjectKind: string; subjectId: string } {
  return { subjectKind: 'company', subjectId: tx.company.id };
}
