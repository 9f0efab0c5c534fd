export { type Caps, DEFAULT_SETTLEMENT_POLICY, type ReasonPolicy, type SettlementPolicy } from './policy.ts';
export {
  REASON_WORDS,
  SETTLEMENT_REASONS,
  type SettlementReason,
} from './reasons.ts';
export {
  type Circumstances,
  type DeductionToTreat,
  type Limit,
  type SettledItem,
  type Spent,
  type Treatment,
  treatDeductions,
} from './treat-deductions.ts';
