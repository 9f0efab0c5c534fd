import { describe, expect, it } from 'vitest';
import { draftOf, type RuleDraft, ruleOfDraft } from './rule-draft.ts';

const euro = { currency: 'EUR', decimalSign: ',' } as const;

const aDraft = (attribute: RuleDraft['conditions'][number]['attribute'], first: string, second = ''): RuleDraft => ({
  ...{ key: 1, name: 'Rule', ownerId: 'ada' },
  conditions: [{ key: 2, attribute, first, second }],
});

describe('a rule as it is typed', () => {
  it('reads values with commas between, ranges of names and balances', () => {
    expect(ruleOfDraft(aDraft('country', 'IT, DE'), euro)?.conditions).toEqual([
      { kind: 'text', attribute: 'country', anyOf: ['IT', 'DE'] },
    ]);
    expect(ruleOfDraft(aDraft('name', 'A', 'K'), euro)?.conditions).toEqual([{ kind: 'name', from: 'A', to: 'K' }]);
    expect(ruleOfDraft(aDraft('balance', '10 000', ''), euro)?.conditions).toEqual([
      { kind: 'balance', from: { amount: '10000.00', currency: 'EUR' }, below: null },
    ]);
  });

  it('is not whole without a name, an owner or the values of a condition', () => {
    expect(ruleOfDraft(aDraft('country', ' , '), euro)).toBeNull();
    expect(ruleOfDraft(aDraft('balance', 'much'), euro)).toBeNull();
    expect(ruleOfDraft(aDraft('name', 'A'), euro)).toBeNull();
    expect(ruleOfDraft({ ...aDraft('country', 'IT'), ownerId: '' }, euro)).toBeNull();
  });

  it('comes back as it was kept', () => {
    const rule = {
      ...{ name: 'Large in Italy', ownerId: 'ada' },
      conditions: [
        { kind: 'text' as const, attribute: 'country' as const, anyOf: ['IT'] },
        { kind: 'balance' as const, from: { amount: '5000.00', currency: 'EUR' }, below: null },
      ],
    };
    expect(ruleOfDraft(draftOf(rule, euro), euro)).toEqual(rule);
  });
});
