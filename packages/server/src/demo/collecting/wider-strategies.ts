/** The version that waits to be switched on: key accounts wherever they are hear from a person first, then letters abroad and at home. */
import { type LadderStep, type Strategy, USUAL_STRATEGY } from '@quittance/core/strategies';

const FIRST_CALL: LadderStep = {
  ...{ key: 'first_call', kind: 'call', channel: 'person', purpose: null },
  ...{ boundary: 'due_date', days: 3, waitDays: 0, itemUnitsMin: 0 },
};
const WEEK = 7;

/** Called three days after the due date; the first letter is a week away from it. */
const KEY_ACCOUNTS: Strategy = {
  ...{ ...USUAL_STRATEGY, name: 'Key accounts' },
  customers: { ...USUAL_STRATEGY.customers, tiers: ['A'] },
  ladder: [
    FIRST_CALL,
    ...USUAL_STRATEGY.ladder
      .filter(({ kind }) => kind !== 'pre_due')
      .map((step) => (step.key === 'notice_1' ? { ...step, waitDays: WEEK } : step)),
  ],
  limits: { ...USUAL_STRATEGY.limits, quietDays: WEEK },
};

/** Key accounts first: the first strategy that includes a customer holds, and some of them are abroad. */
export function widerStrategies(abroad: Strategy): Strategy[] {
  return [KEY_ACCOUNTS, abroad, USUAL_STRATEGY];
}
