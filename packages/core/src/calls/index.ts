export { type BestTime, bestTime, type PastCall } from './best-time.ts';
export { CALL_OUTCOMES, type CallOutcome, isRightParty, provesNumber, RIGHT_PARTY_OUTCOMES } from './outcomes.ts';
export { CALL_SITUATIONS, type CallSituation, situationOf } from './situation.ts';
