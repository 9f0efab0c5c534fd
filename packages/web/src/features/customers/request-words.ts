/** What a request says, in the reader's words. */
import type { GuardedField } from '@quittance/core/parties';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { CustomerRequest, RequestState } from './customers.types.ts';

export const BLOCK_WORDS: Readonly<Record<string, TextKey>> = {
  orders: 'customers.blockOrders',
  dunning: 'customers.blockDunning',
  payments: 'customers.blockPayments',
};

const FIELD_WORDS: Readonly<
  Record<GuardedField | 'number' | 'country' | 'language' | 'timeZone' | 'email' | 'phone', TextKey>
> = {
  name: 'customers.name',
  parentId: 'customers.parent',
  terms: 'customers.terms',
  creditLimit: 'customers.creditLimit',
  taxId: 'customers.taxId',
  taxIds: 'customers.taxIds',
  bankAccounts: 'customers.bankAccounts',
  blocks: 'customers.blocks',
  number: 'customers.number',
  country: 'customers.country',
  language: 'customers.language',
  timeZone: 'customers.timeZone',
  email: 'customers.email',
  phone: 'customers.phone',
};

export const STATE_WORDS: Readonly<Record<RequestState, TextKey>> = {
  waiting: 'customers.stateWaiting',
  approved: 'customers.stateApproved',
  rejected: 'customers.stateRejected',
  withdrawn: 'customers.stateWithdrawn',
};

export const CHANNEL_WORDS: Readonly<Record<CustomerRequest['channel'], TextKey>> = {
  email: 'customers.channelEmail',
  phone: 'customers.channelPhone',
  letter: 'customers.channelLetter',
  portal: 'customers.channelPortal',
  visit: 'customers.channelVisit',
  internal: 'customers.channelInternal',
};

const DOUBT_WORDS: Readonly<Record<string, TextKey>> = {
  iban_check_digits: 'customers.doubtIban',
  iban_length: 'customers.doubtIbanLength',
  account_unreadable: 'customers.doubtAccount',
  tax_number_form: 'customers.doubtTaxForm',
  tax_number_check_digit: 'customers.doubtTaxDigit',
  terms_not_understood: 'customers.doubtTerms',
};

export interface RequestWords {
  readonly field: (name: string) => string;
  /** The lines of a field's value; none when it is empty. */
  readonly lines: (request: CustomerRequest, name: string, value: unknown) => readonly string[];
  readonly doubt: (doubt: { code: string; value: string }) => string;
  /** What a request is about, in a few words. */
  readonly about: (request: CustomerRequest) => string;
}

export function useRequestWords(): RequestWords {
  const { t } = useTexts();
  const formats = useFormats();
  const field = (name: string): string => {
    const key = Object.hasOwn(FIELD_WORDS, name) ? FIELD_WORDS[name as GuardedField] : undefined;
    return key ? t(key) : name;
  };
  const entryText = (name: string, entry: unknown): string => {
    if (typeof entry === 'string') return name === 'blocks' && BLOCK_WORDS[entry] ? t(BLOCK_WORDS[entry]) : entry;
    const parts = entry as {
      account?: string;
      holder?: string | null;
      country?: string;
      kind?: string;
      number?: string;
    };
    if (parts.account !== undefined) return parts.holder ? `${parts.account} · ${parts.holder}` : parts.account;
    return [parts.country, parts.kind, parts.number].filter(Boolean).join(' ');
  };
  return {
    field,
    lines: (request, name, value) => {
      if (value === null || value === undefined || value === '') return [];
      if (Array.isArray(value)) return value.map((entry) => entryText(name, entry));
      if (name === 'parentId') {
        const parent = request.parents.find((one) => one.id === value);
        return [parent ? `${parent.number} ${parent.name}` : String(value)];
      }
      if (name === 'creditLimit') {
        return [formats.money(value as { amount: string; currency: string })];
      }
      return [String(value)];
    },
    doubt: ({ code, value }) => (DOUBT_WORDS[code] ? t(DOUBT_WORDS[code], { value }) : `${code}: ${value}`),
    about: (request) =>
      request.kind === 'onboarding' ? t('customers.onboarding') : Object.keys(request.after).map(field).join(', '),
  };
}
