/** The one place where cash application's policies are read: which evidence posts by itself, and what becomes of deductions. */
import { createHash } from 'node:crypto';
import { DEFAULT_POLICY, type MatchPolicy } from '@quittance/core/matching';
import { DEFAULT_SETTLEMENT_POLICY, type SettlementPolicy } from '@quittance/core/settlement';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface VersionedMatchPolicy {
  readonly policy: MatchPolicy;
  /** Names the rules that decided: equal texts are equal rules. */
  readonly version: string;
}

const DEFAULT_MATCHING: VersionedMatchPolicy = { policy: DEFAULT_POLICY, version: versionOf(DEFAULT_POLICY) };

/** What may post by itself, as it is now. */
export async function matchPolicy(_tx: Tx): Promise<VersionedMatchPolicy> {
  return DEFAULT_MATCHING;
}

/** What becomes of deductions, as it is now. */
export async function settlementPolicy(_tx: Tx): Promise<SettlementPolicy> {
  return DEFAULT_SETTLEMENT_POLICY;
}

function versionOf(policy: MatchPolicy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 12);
}
