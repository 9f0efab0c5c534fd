/**
 * A policy is proposed as a version, tried on past receipts, and switched on by somebody who may. Versions and switches are
 * only added: going back is a switch to an earlier version.
 */
import { type CashPolicyChanges, policyProblems } from '@quittance/core/cash-policy';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import {
  findVersion,
  insertSwitch,
  insertVersion,
  listSwitches,
  listVersions,
  lockPolicies,
  type PolicySwitch,
  type PolicyVersion,
  versionInForce,
} from './policies.queries.ts';
import { isStillTrue } from './start-trial.usecase.ts';
import { latestTrials, type Trial } from './trials.queries.ts';

const VERSIONS_SHOWN_MAX = 100; // years of changes; older ones stay in the tables and the audit trail
const SWITCHES_SHOWN_MAX = 200;

export interface Policies {
  /** 0 while the usual policy holds. */
  readonly inForce: number;
  readonly versions: readonly (PolicyVersion & {
    readonly trial: (Trial & { readonly isStillTrue: boolean }) | null;
  })[];
  readonly switches: readonly PolicySwitch[];
}

/** The versions with their latest trial, and the switches, the latest first; the first switch tells what holds. */
export async function loadPolicies(tx: Tx): Promise<Policies> {
  const switches = await listSwitches(tx, SWITCHES_SHOWN_MAX);
  const versions = await listVersions(tx, VERSIONS_SHOWN_MAX);
  const trials = new Map((await latestTrials(tx)).map((trial) => [trial.number, trial]));
  const base = await versionInForce(tx);
  return {
    inForce: base?.number ?? 0,
    versions: versions.map((version) => {
      const trial = trials.get(version.number);
      const isTrue = trial !== undefined && isStillTrue(trial, base, version.changes);
      return { ...version, trial: trial === undefined ? null : { ...trial, isStillTrue: isTrue } };
    }),
    switches,
  };
}

export interface Proposal {
  readonly changes: CashPolicyChanges;
  readonly reason: string;
  readonly command: Command;
}

/** Proposes a version; nothing posts by it before it is switched on. Throws `policy_invalid` with the problems by field. */
export function proposePolicy(database: Database, scope: Scope, given: Proposal): Promise<{ number: number }> {
  const { changes, reason, command } = given;
  return runCommand(database, scope, command, async (tx) => {
    const problems = policyProblems(changes);
    if (problems.length > 0) {
      const message = `This policy cannot be proposed: ${problems[0]?.field}: ${problems[0]?.message}`;
      throw new AppError('policy_invalid', message, { details: { problems } });
    }
    await lockPolicies(tx);
    const number = await insertVersion(tx, { changes, reason });
    tx.audit({ action: 'cash.policy_proposed', ...subjectOf(tx), after: { number, changes }, reason });
    return { number };
  });
}

export interface Switching {
  /** 0 goes back to the usual policy. */
  readonly number: number;
  readonly reason: string | null;
  readonly command: Command;
}

/**
 * Makes a version the one that holds; the next run decides by it. Throws `not_found`, `policy_in_force` when it holds already, and
 * without a reason `policy_untried` for a version that was never tried, `policy_trial_outdated` where its trial tells nothing of what
 * switching on would do now, and `policy_needs_reason` for the usual policy.
 */
export function switchPolicy(database: Database, scope: Scope, given: Switching): Promise<{ number: number }> {
  const { number, reason, command } = given;
  return runCommand(database, scope, command, async (tx) => {
    await lockPolicies(tx);
    const base = await versionInForce(tx);
    const before = base?.number ?? 0;
    const version = number === 0 ? undefined : await findVersion(tx, number);
    if (number !== 0 && version === undefined) throw notFound('policy version', String(number));
    if (number === before) {
      throw new AppError('policy_in_force', `Version ${number} is the one that holds already.`, { status: 409 });
    }
    const latest = (await latestTrials(tx)).find((one) => one.number === number);
    const isTrue = latest !== undefined && version !== undefined && isStillTrue(latest, base, version.changes);
    const trial = isTrue ? latest : undefined;
    if (trial === undefined && reason === null) throw latest === undefined ? untried(number) : triedElse(latest);
    await insertSwitch(tx, { number, trialId: trial?.id ?? null, reason });
    const after = { number, trial: trial?.id ?? null };
    tx.audit({
      action: 'cash.policy_switched',
      ...subjectOf(tx),
      before: { number: before },
      after,
      ...(reason === null ? {} : { reason }),
    });
    return { number };
  });
}

function untried(number: number): AppError {
  if (number === 0) {
    return new AppError('policy_needs_reason', 'Say why the company goes back to the usual policy.', { status: 409 });
  }
  const message = `Version ${number} was not tried on past receipts. Try it first, or say why it is switched on without a trial.`;
  return new AppError('policy_untried', message, { status: 409 });
}

function triedElse({ number, state }: Trial): AppError {
  if (state === 'running') {
    const message = `The trial of version ${number} has not come to its end. Wait for it, or say why it is switched on without.`;
    return new AppError('policy_untried', message, { status: 409 });
  }
  const message =
    state === 'done'
      ? `Version ${number} was tried against another policy than the one that holds. Try it again, or say why it is switched on without.`
      : `The trial of version ${number} did not come to its end. Take it up again, or say why it is switched on without.`;
  return new AppError('policy_trial_outdated', message, { status: 409 });
}

function subjectOf(tx: Tx): { subjectKind: string; subjectId: string } {
  return { subjectKind: 'company', subjectId: tx.company.id };
}
