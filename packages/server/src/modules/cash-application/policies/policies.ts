/** The one place where cash application's policies are read: which evidence posts by itself, and what becomes of deductions. */
import { createHash } from 'node:crypto';
import { type CashPolicyChanges, cashPolicyOf, type DeadlineChanges, NO_CHANGES } from '@quittance/core/cash-policy';
import type { MatchPolicy } from '@quittance/core/matching';
import type { SettlementPolicy } from '@quittance/core/settlement';
import type { Tx } from '../../../platform/database/transaction.ts';
import { versionInForce } from './policies.queries.ts';

export interface VersionedMatchPolicy {
  readonly policy: MatchPolicy;
  /** Names the rules that decided, equal texts are equal rules: "3.5f0c…" is version 3 of the company; without a number the usual policy. */
  readonly version: string;
}

/** What may post by itself, as it is now. */
export async function matchPolicy(tx: Tx): Promise<VersionedMatchPolicy> {
  const inForce = await versionInForce(tx);
  const policy = cashPolicyOf(inForce?.changes ?? NO_CHANGES).matching;
  const hash = createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 12);
  return { policy, version: inForce === undefined ? hash : `${inForce.number}.${hash}` };
}

/** What becomes of deductions, as it is now. */
export async function settlementPolicy(tx: Tx): Promise<SettlementPolicy> {
  return cashPolicyOf(await changesInForce(tx)).settlement;
}

/** How far from the day's rate a person may apply across currencies, in whole percent, as it is now. */
export async function exchangeSpread(tx: Tx): Promise<number> {
  return cashPolicyOf(await changesInForce(tx)).exchangeSpreadPercentMax;
}

/** How long receipts may wait, as it is now. */
export async function deadlineChanges(tx: Tx): Promise<DeadlineChanges> {
  return (await changesInForce(tx)).deadlines;
}

async function changesInForce(tx: Tx): Promise<CashPolicyChanges> {
  return (await versionInForce(tx))?.changes ?? NO_CHANGES;
}
