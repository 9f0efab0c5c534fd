export { type BankTold, bankDataByDay } from './bank-data.ts';
export {
  type ActionSum,
  type Compared,
  countedWith,
  mondayOf,
  NO_SIMULATION,
  overlapOf,
  type RankDay,
  type Ranked,
  type ReachedCustomer,
  type SideTotals,
  type SimulationFigures,
  totalsOf,
  type WeekLine,
} from './figures.ts';
export type {
  PastChange,
  PastContact,
  PastCustomer,
  PastDay,
  PastHold,
  SentAction,
  SimulationGround,
} from './past.ts';
export { type CustomerOutcome, type SimulatedAction, simulateCustomer } from './simulate-customer.ts';
