import { describe, expect, it } from 'vitest';
import { accountsOf, accountsText, taxIdsOf, taxIdsText } from './account-lines.ts';

describe('lines of accounts and tax ids', () => {
  it('read what was pasted: an account with or without its holder', () => {
    expect(accountsOf('DE89 3704 0044 0532 0130 00; Rossi S.r.l.\n\n 12-345 ')).toEqual([
      { account: 'DE89 3704 0044 0532 0130 00', holder: 'Rossi S.r.l.' },
      { account: '12-345', holder: null },
    ]);
  });

  it('read tax ids with or without their kind', () => {
    expect(taxIdsOf('it 00743110157\nDE national 12/345')).toEqual([
      { country: 'IT', kind: 'vat', number: '00743110157' },
      { country: 'DE', kind: 'national', number: '12/345' },
    ]);
  });

  it('are read back as they were written', () => {
    const accounts = [
      { account: 'X1234', holder: 'A' },
      { account: 'Y1234', holder: null },
    ];
    const taxIds = [{ country: 'IT', kind: 'vat', number: '1' }];
    expect(accountsOf(accountsText(accounts))).toEqual(accounts);
    expect(taxIdsOf(taxIdsText(taxIds))).toEqual(taxIds);
  });
});
