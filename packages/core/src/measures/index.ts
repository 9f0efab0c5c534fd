export { type DecisionFact, isCorrected, type LineFact } from './correction.ts';
export { groupedBy, minutesAtRank, shareOf, type TimeGroup, type Week, weeksOf } from './measures.ts';
export { isSameOutcome, type Outcome } from './same-outcome.ts';
export { type WorkingClock, workingClock } from './working-clock.ts';
