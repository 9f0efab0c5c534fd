/** Bank accounts and tax ids as lines of text: one a line, so that they can be pasted from a letter or a sheet. */
import type { BankAccount, TaxId } from '@quittance/core/parties';

/** `DE89 3704 0044 0532 0130 00; Rossi S.r.l.` is the account and its holder. */
export function accountsOf(text: string): BankAccount[] {
  return linesOf(text).map((line) => {
    const [account = '', holder = ''] = line.split(/[;\t]/).map((part) => part.trim());
    return { account, holder: holder === '' ? null : holder };
  });
}

export function accountsText(accounts: readonly BankAccount[]): string {
  return accounts.map(({ account, holder }) => (holder ? `${account}; ${holder}` : account)).join('\n');
}

/** `IT vat 00743110157`: country, kind, number. Two parts are country and number of a VAT id. */
export function taxIdsOf(text: string): TaxId[] {
  return linesOf(text).map((line) => {
    const [country = '', ...rest] = line.split(/\s+/);
    const [kind = 'vat', ...number] = rest.length > 1 ? rest : ['vat', ...rest];
    return { country: country.toUpperCase(), kind, number: number.join(' ') };
  });
}

export function taxIdsText(taxIds: readonly TaxId[]): string {
  return taxIds.map(({ country, kind, number }) => `${country} ${kind} ${number}`).join('\n');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
