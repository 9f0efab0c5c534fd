import { describe, expect, it } from 'vitest';
import {
  customersOfPayer,
  likelyCustomer,
  payerEvidence,
  payerSupport,
  payerWithoutCustomer,
} from './payer-evidence.ts';
import { DEFAULT_POLICY } from './policy.ts';

describe('a receipt that stands on a customer’s account already', () => {
  const payer = { standsOn: 'C-1', byAccount: [], byName: [], named: [], alike: null, alikeSeveral: [] };

  it('is that customer’s, and nobody asks who paid', () => {
    expect(payerEvidence(payer, 'C-1', DEFAULT_POLICY)).toEqual([
      { kind: 'payer_stated', params: { customer: 'C-1' } },
    ]);
    expect(payerSupport(payerEvidence(payer, 'C-1', DEFAULT_POLICY))).toBe(3);
    expect(payerWithoutCustomer(payer)).toEqual({ kind: 'payer_stated', params: { customer: 'C-1' } });
    expect([customersOfPayer(payer), likelyCustomer(payer, DEFAULT_POLICY)]).toEqual([['C-1'], 'C-1']);
  });

  it('speaks against every other customer', () => {
    expect(payerSupport(payerEvidence(payer, 'C-2', DEFAULT_POLICY))).toBe(-1);
  });
});
