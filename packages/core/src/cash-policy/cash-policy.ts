/**
 * A company's policy of cash application: what it changed of the usual one. Only changes are kept, so that a version says
 * what somebody decided, and what nobody decided follows the product. Rules are only ever switched off: evidence that the
 * engine does not take for certain no form makes certain.
 */
import { AUTO_RULE_NAMES, DEFAULT_POLICY, type MatchPolicy } from '../matching/index.ts';
import { type Caps, DEFAULT_SETTLEMENT_POLICY, type ReasonPolicy, type SettlementPolicy } from '../settlement/index.ts';
import { DEADLINE_MINUTES, type DeadlineChanges, isDeadline, NO_DEADLINE_CHANGES } from './deadlines.ts';
import { isPolicyLimit, POLICY_LIMITS, type PolicyLimit } from './limits.ts';

/** Reasons that have an account of their own: what else customers take off is always claimed. */
export const POSTED_REASONS = ['cash_discount', 'bank_fee', 'small_difference', 'withholding_tax'] as const;
export type PostedReason = (typeof POSTED_REASONS)[number];

export interface DeductionChange {
  /** Recorded on the item, which stays open by it, instead of posted. */
  readonly isClaimed: boolean;
  readonly caps: Caps;
}

export interface CashPolicyChanges {
  /** Names of the rules that no longer post by themselves, each once. */
  readonly rulesOff: readonly string[];
  readonly limits: Partial<Readonly<Record<PolicyLimit, number>>>;
  readonly deductions: Partial<Readonly<Record<PostedReason, DeductionChange>>>;
  readonly deadlines: DeadlineChanges;
}

export const NO_CHANGES: CashPolicyChanges = {
  rulesOff: [],
  limits: {},
  deductions: {},
  deadlines: NO_DEADLINE_CHANGES,
};

export interface CashPolicy {
  readonly matching: MatchPolicy;
  readonly settlement: SettlementPolicy;
  /** How far from the day's rate a person may apply across currencies, in whole percent. */
  readonly exchangeSpreadPercentMax: number;
}

export interface PolicyProblem {
  readonly code:
    | 'rule_unknown'
    | 'limit_unknown'
    | 'limit_out_of_bounds'
    | 'cap_out_of_bounds'
    | 'cap_needed'
    | 'deadline_out_of_bounds';
  readonly field: string;
  readonly message: string;
}

const CAP_UNITS_MAX = 10_000_000; // beyond it a cap binds nobody
const CAP_BOUNDS: Readonly<Record<keyof Caps, number>> = {
  itemUnitsMax: CAP_UNITS_MAX,
  itemPercentMax: 100,
  dayUnitsMax: CAP_UNITS_MAX,
  analystDayUnitsMax: CAP_UNITS_MAX,
};

/**
 * The whole policy: `{ rulesOff: ['cited_and_exact'], limits: { discountGraceDays: 5 }, … }` is the usual one without that
 * rule, with five days of grace both where discounts are recognised and where they are posted.
 */
export function cashPolicyOf({ rulesOff, limits, deductions }: CashPolicyChanges): CashPolicy {
  const { exchangeSpreadPercentMax = POLICY_LIMITS.exchangeSpreadPercentMax.usual, ...matched } = limits;
  const matching = {
    ...DEFAULT_POLICY,
    ...matched,
    rules: DEFAULT_POLICY.rules.filter(({ name }) => !rulesOff.includes(name)),
  };
  const reasons = { ...DEFAULT_SETTLEMENT_POLICY.reasons };
  for (const reason of POSTED_REASONS) {
    const change = deductions[reason];
    if (change !== undefined) reasons[reason] = changed(reasons[reason], change);
  }
  return { matching, settlement: { reasons, discountGraceDays: matching.discountGraceDays }, exchangeSpreadPercentMax };
}

function changed(usual: ReasonPolicy, { isClaimed, caps }: DeductionChange): ReasonPolicy {
  if (isClaimed || usual.treatment === 'claimed') return { treatment: 'claimed' };
  return { ...usual, caps };
}

/** What is wrong with changes, each with field, cause and remedy; nothing when they may be proposed. */
export function policyProblems({ rulesOff, limits, deductions, deadlines }: CashPolicyChanges): PolicyProblem[] {
  const unknown = rulesOff.filter((name) => !AUTO_RULE_NAMES.includes(name));
  return [
    ...unknown.map((name) => problem('rule_unknown', 'rulesOff', `There is no rule ${name}. Leave it out.`)),
    ...Object.entries(limits).flatMap(([name, value]) => limitProblems(name, value)),
    ...POSTED_REASONS.flatMap((reason) => capProblems(reason, deductions[reason])),
    ...deadlineProblems(deadlines),
  ];
}

function limitProblems(name: string, value: number): PolicyProblem[] {
  const field = `limits.${name}`;
  if (!isPolicyLimit(name)) return [problem('limit_unknown', field, `There is no limit ${name}. Leave it out.`)];
  const { min, max } = POLICY_LIMITS[name];
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  return [problem('limit_out_of_bounds', field, `${value} is not a whole number from ${min} to ${max}. Enter one.`)];
}

function deadlineProblems({ queues, reasons }: DeadlineChanges): PolicyProblem[] {
  const { min, max } = DEADLINE_MINUTES;
  const all = Object.entries({ queues, reasons }).flatMap(([part, own]) =>
    Object.entries(own).map(([name, minutes]) => ({ field: `deadlines.${part}.${name}`, minutes })),
  );
  return all
    .filter(({ minutes }) => !isDeadline(minutes))
    .map(({ field, minutes }) =>
      problem(
        'deadline_out_of_bounds',
        field,
        `${minutes} is no whole number of minutes from ${min} to ${max}. Enter one.`,
      ),
    );
}

function capProblems(reason: PostedReason, change: DeductionChange | undefined): PolicyProblem[] {
  if (change === undefined || change.isClaimed) return [];
  const { caps } = change;
  const found = Object.entries(CAP_BOUNDS).flatMap(([name, max]) => {
    const value = caps[name as keyof Caps]; // the names are those of Caps
    if (value === null || (Number.isInteger(value) && value >= 0 && value <= max)) return [];
    const message = `${value} is not a whole number from 0 to ${max}. Enter one, or nothing for no cap.`;
    return [problem('cap_out_of_bounds', `deductions.${reason}.${name}`, message)];
  });
  // What terms do not bound must not be posted without any bound.
  const isUnbounded = reason !== 'cash_discount' && caps.itemUnitsMax === null && caps.itemPercentMax === null;
  const message = 'Nothing bounds what an item may lose. Enter a cap in units or percent, or let it be claimed.';
  return isUnbounded ? [...found, problem('cap_needed', `deductions.${reason}`, message)] : found;
}

function problem(code: PolicyProblem['code'], field: string, message: string): PolicyProblem {
  return { code, field, message };
}
