export {
  type CashPolicy,
  type CashPolicyChanges,
  cashPolicyOf,
  NO_CHANGES,
  POSTED_REASONS,
  type PostedReason,
  policyProblems,
} from './cash-policy.ts';
export { POLICY_LIMITS, type PolicyLimit } from './limits.ts';
export { type TrialEvent, type TrialReceipt, type TrialResult, tryPolicies } from './trial.ts';
