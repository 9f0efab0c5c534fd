import { describe, expect, it } from 'vitest';
import { doubtsAbout, type GuardedFields, newAccounts, outdatedFields, requestedChange } from './index.ts';

const rossi: GuardedFields = {
  name: 'Rossi Forniture',
  parentId: null,
  terms: 'net 30',
  creditLimit: { amount: '10000.00', currency: 'EUR' },
  taxId: 'IT00743110157',
  taxIds: [],
  bankAccounts: [
    { account: 'IT60X0542811101000000123456', holder: null },
    { account: 'DE89370400440532013000', holder: 'Rossi' },
  ],
  blocks: [],
};

describe('a request', () => {
  it('is about the fields that would change, and keeps what stood', () => {
    expect(requestedChange(rossi, { terms: 'net 30', name: 'Rossi Forniture S.r.l.' })).toEqual({
      before: { name: 'Rossi Forniture' },
      after: { name: 'Rossi Forniture S.r.l.' },
    });
  });

  it('that changes nothing is none: lists are compared as sets', () => {
    const turned = [...rossi.bankAccounts].reverse();
    expect(requestedChange(rossi, { bankAccounts: turned, blocks: [] })).toBeNull();
  });

  it('is outdated when somebody changed its field since', () => {
    const before = { terms: 'net 30' };
    expect(outdatedFields(before, rossi)).toEqual([]);
    expect(outdatedFields(before, { ...rossi, terms: 'net 60' })).toEqual(['terms']);
  });

  it('names the accounts that are new', () => {
    const added = { account: 'FR14 2004 1010 0505 0001 3M02 606', holder: null };
    const change = requestedChange(rossi, { bankAccounts: [...rossi.bankAccounts, added] });
    expect(change && newAccounts(change)).toEqual([added]);
  });

  it('shows doubts, and refuses nothing for them', () => {
    expect(
      doubtsAbout(
        {
          taxId: '00743110158',
          terms: 'as usual',
          bankAccounts: [{ account: 'DE89370400440532013001', holder: null }],
        },
        'IT',
      ),
    ).toEqual([
      { field: 'bankAccounts', code: 'iban_check_digits', value: 'DE89370400440532013001' },
      { field: 'taxId', code: 'tax_number_check_digit', value: '00743110158' },
      { field: 'terms', code: 'terms_not_understood', value: 'as usual' },
    ]);
  });
});
