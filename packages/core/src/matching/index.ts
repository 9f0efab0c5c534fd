export {
  ADVICE_DAYS_APART_MAX,
  type Advice,
  AdviceIndex,
  type AdviceSource,
  codeKey,
  type LinkedAdvice,
  LinkedAdvices,
} from './advice-index.ts';
export { announcesAdvice } from './announced-advice.ts';
export type {
  Allocation,
  Alternative,
  Change,
  Decision,
  Deduction,
  Question,
  QuestionCode,
  QuestionParams,
  Rejected,
  RejectionReason,
} from './decision.ts';
export {
  type AdviceLink,
  type Evidence,
  type EvidenceKind,
  type EvidenceParams,
  type MoneyText,
  moneyText,
} from './evidence.ts';
export type { ExplanationKind } from './explanation.ts';
export type { MatchContext } from './gather.ts';
export { ItemIndex, tokensOfItem } from './item-index.ts';
export { compareItems, ITEMS_AT_HAND_MAX, type ItemSource, type OpenItem } from './item-source.ts';
export type { AppliedReceipt, ClosedItem, KnowledgeSource, PayerKey, PayerLink } from './knowledge-source.ts';
export { customersFor, type Lookups, lookupsFor, tailsFor, unknownNames } from './lookups.ts';
export { decidePrepared, matchReceipts, type PreparedReceipt, prepareReceipt } from './match.ts';
export { NameIndex } from './name-index.ts';
export { normaliseAccount, normalisePartyName } from './party-name.ts';
export { type ConfirmedApplication, PayerKnowledge, payerKey } from './payer-knowledge.ts';
export { AUTO_RULE_NAMES, type AutoRule, DEFAULT_POLICY, HABIT_RULE, type MatchPolicy } from './policy.ts';
export type { Receipt } from './receipt.ts';
export { changeSentence, evidenceSentence, questionSentence, rejectionSentence } from './sentence.ts';
export type { DeductionReason } from './text-findings.ts';
export { tokensOfNumber } from './token.ts';
