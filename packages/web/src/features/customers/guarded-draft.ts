/** Between a form and a request. */
import type { Customer } from '../../app/api.types.ts';
import { accountsOf, accountsText, taxIdsOf, taxIdsText } from './account-lines.ts';
import type { GuardedDraft } from './guarded-fields.component.tsx';

export function emptyDraft(currency: string): GuardedDraft {
  return {
    name: '',
    terms: '',
    taxId: '',
    taxIds: '',
    bankAccounts: '',
    limit: '',
    limitCurrency: currency,
    parent: null,
  };
}

export interface RecordOfCustomer {
  readonly taxIds: readonly { country: string; kind: string; number: string }[];
  readonly accounts: readonly { account: string; holder: string | null }[];
}

export function draftOf(customer: Customer, record: RecordOfCustomer, currency: string): GuardedDraft {
  return {
    name: customer.name,
    terms: customer.terms ?? '',
    taxId: customer.taxId ?? '',
    taxIds: taxIdsText(record.taxIds),
    bankAccounts: accountsText(record.accounts),
    limit: customer.creditLimit?.amount ?? '',
    limitCurrency: customer.creditLimit?.currency ?? currency,
    parent: customer.parent,
  };
}

/** Everything the form says; the server keeps what differs from what stands. */
export function changeOf(draft: GuardedDraft) {
  const limit = canonicalAmount(draft.limit);
  return {
    name: draft.name,
    terms: draft.terms,
    taxId: draft.taxId,
    taxIds: taxIdsOf(draft.taxIds),
    bankAccounts: accountsOf(draft.bankAccounts),
    creditLimit: limit === '' ? null : { amount: limit, currency: draft.limitCurrency },
    parentId: draft.parent?.id ?? null,
  };
}

/** `10.000,50`, `10,000.50` and `10 000.5` as the server reads amounts: the last mark is the decimal one if two digits or one follow. */
export function canonicalAmount(text: string): string {
  const plain = text.replace(/[\s'’]/g, '');
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1];
  const whole = decimals === undefined ? plain : plain.slice(0, -decimals.length - 1);
  const digits = whole.replace(/[.,]/g, '');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}
