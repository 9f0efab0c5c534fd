/** Rules as they are typed: values with commas between, balances as text in the company's currency. */

import { currencyCode, formatAmount } from '@quittance/core/money';
import { type MoneyText, readAmount } from '../../../ui/money/money-text.ts';
import type { PortfolioRule, RuleCondition } from './portfolios.queries.ts';

export const ATTRIBUTES = [
  'country',
  'channel',
  'segment',
  'tier',
  'language',
  'risk',
  'tags',
  'name',
  'balance',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** `first` and `second`: the bounds of a balance or a range of names; else `first` holds all values. */
export interface ConditionDraft {
  readonly key: number;
  readonly attribute: Attribute;
  readonly first: string;
  readonly second: string;
}

export interface RuleDraft {
  readonly key: number;
  readonly name: string;
  readonly ownerId: string;
  readonly conditions: readonly ConditionDraft[];
}

let keys = 0;
export const nextKey = (): number => ++keys;

/** How the reader writes balances. */
export interface BalanceForm {
  readonly currency: string;
  readonly decimalSign: '.' | ',';
}

export function draftOf(rule: PortfolioRule, form: BalanceForm): RuleDraft {
  const { name, ownerId } = rule;
  return { key: nextKey(), name, ownerId, conditions: rule.conditions.map((one) => conditionDraftOf(one, form)) };
}

function conditionDraftOf(condition: RuleCondition, { decimalSign }: BalanceForm): ConditionDraft {
  const typed = (bound: MoneyText | null) => bound?.amount.replace('.', decimalSign) ?? '';
  const key = nextKey();
  if (condition.kind === 'name') return { key, attribute: 'name', first: condition.from, second: condition.to };
  if (condition.kind === 'balance') {
    const { from, below } = condition;
    return { key, attribute: 'balance', first: typed(from), second: typed(below) };
  }
  const attribute = condition.kind === 'tags' ? 'tags' : condition.attribute;
  return { key, attribute, first: condition.anyOf.join(', '), second: '' };
}

/** Null while something is not filled in. "IT, DE" of the country is one of IT and DE. */
export function ruleOfDraft(draft: RuleDraft, form: BalanceForm): PortfolioRule | null {
  const conditions = draft.conditions.map((condition) => conditionOf(condition, form));
  const whole = conditions.filter((condition) => condition !== null);
  if (draft.name.trim() === '' || draft.ownerId === '' || whole.length < conditions.length) return null;
  return { name: draft.name.trim(), ownerId: draft.ownerId, conditions: whole };
}

function conditionOf({ attribute, first, second }: ConditionDraft, form: BalanceForm): RuleCondition | null {
  if (attribute === 'name') {
    const [from, to] = [first.trim(), second.trim()];
    return from === '' || to === '' ? null : { kind: 'name', from, to };
  }
  if (attribute === 'balance') {
    const [from, below] = [boundOf(first, form), boundOf(second, form)];
    if (from === 'unreadable' || below === 'unreadable' || (from === null && below === null)) return null;
    return { kind: 'balance', from, below };
  }
  const anyOf = first
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (anyOf.length === 0) return null;
  return attribute === 'tags' ? { kind: 'tags', anyOf } : { kind: 'text', attribute, anyOf };
}

/** Null for nothing typed. */
function boundOf(typed: string, { currency, decimalSign }: BalanceForm): MoneyText | null | 'unreadable' {
  if (typed.trim() === '') return null;
  const code = currencyCode(currency);
  const amountMinor = readAmount(typed, code, decimalSign);
  return amountMinor === null ? 'unreadable' : { amount: formatAmount(amountMinor, code), currency };
}
