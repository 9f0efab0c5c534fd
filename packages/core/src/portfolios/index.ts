export {
  type Assignment,
  assignCustomer,
  type HandMove,
  ownersOnDuty,
  type PortfolioCustomer,
  type PortfolioRule,
  type PortfolioRules,
  type RuleCondition,
  TEXT_ATTRIBUTES,
  type TextAttribute,
} from './assign.ts';
export { MEASURES, type Measure, type Move, moveTotals, planRebalance, type WeighedCustomer } from './rebalance.ts';
