/** Names of accounts, adjustments and entries as they are written in a scenario. */
import { ACCOUNT_NAMES, type Account, type AdjustmentKind, type EntryKind } from '../ledger/index.ts';
import { longestFirst, type Reader } from './reader.ts';

const OTHER_ACCOUNT_WORDS: Readonly<Record<string, Account>> = {
  receivables: 'receivable',
  'bad debts': 'bad_debt',
  bank: 'cash',
  'bank fees': 'bank_fee',
  deductions: 'deduction',
  discount: 'cash_discount',
  'realised fx': 'fx_realised',
  'realized fx': 'fx_realised',
  'unrealised fx': 'fx_unrealised',
  'unrealized fx': 'fx_unrealised',
  revaluation: 'receivable_revaluation',
};

const ACCOUNT_WORDS: ReadonlyMap<string, Account> = new Map([
  ...ACCOUNT_NAMES.map((account) => [account.replaceAll('_', ' '), account] as const),
  ...ACCOUNT_NAMES.map((account) => [account, account] as const),
  ...Object.entries(OTHER_ACCOUNT_WORDS),
]);

export const ADJUSTMENT_PHRASES: Readonly<Record<string, AdjustmentKind>> = {
  'cash discount': 'cash_discount',
  discount: 'cash_discount',
  'small difference': 'small_difference',
  deduction: 'deduction',
  'write off': 'write_off',
  'bank fee': 'bank_fee',
  'withholding tax': 'withholding_tax',
  refund: 'refund',
  suspense: 'suspense',
  'unclaimed credit': 'unclaimed_credit',
  'erp settlement': 'erp_settlement',
};

const ENTRY_PHRASES: Readonly<Record<string, EntryKind>> = {
  ...ADJUSTMENT_PHRASES,
  application: 'application',
  'due date change': 'due_date_change',
  're date': 'due_date_change',
  identification: 'identification',
  intercompany: 'intercompany',
  transfer: 'intercompany',
  revaluation: 'revaluation',
  reversal: 'reversal',
  undo: 'undo',
  document: 'document',
  invoice: 'document',
  'debit note': 'document',
  chargeback: 'document',
  'credit note': 'document',
  'on account credit': 'document',
  receipt: 'receipt',
};

export function tryAccount(reader: Reader): Account | null {
  const phrase = reader.takePhrase(longestFirst([...ACCOUNT_WORDS.keys()]));
  return phrase === null ? null : (ACCOUNT_WORDS.get(phrase) ?? null);
}

export function readAccount(reader: Reader): Account {
  return tryAccount(reader) ?? reader.refuseWord([...ACCOUNT_WORDS.keys()].filter(isSpoken), 'the name of an account');
}

export function tryEntryKind(reader: Reader): EntryKind | null {
  const phrase = reader.takePhrase(longestFirst(Object.keys(ENTRY_PHRASES)));
  return phrase === null ? null : (ENTRY_PHRASES[phrase] ?? null);
}

export function readEntryKind(reader: Reader): EntryKind {
  return tryEntryKind(reader) ?? reader.refuseWord(Object.keys(ENTRY_PHRASES), 'the kind of entry');
}

function isSpoken(words: string): boolean {
  return !words.includes('_');
}
