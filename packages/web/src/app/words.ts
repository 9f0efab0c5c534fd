/** The names of the ledger's kinds and accounts in the reader's language; a kind that is not known here keeps its own. */
import type { Account, DocumentKind, EntryKind } from '@quittance/core/ledger';
import { useMemo } from 'react';
import { type TextKey, useTexts } from './i18n.ts';

const DOCUMENTS: Readonly<Record<DocumentKind, TextKey>> = {
  invoice: 'kind.invoice',
  debit_note: 'kind.debitNote',
  chargeback: 'kind.chargeback',
  credit_note: 'kind.creditNote',
  on_account_credit: 'kind.onAccountCredit',
  receipt: 'kind.receipt',
};

const ENTRIES: Readonly<Record<EntryKind, TextKey>> = {
  document: 'entry.document',
  receipt: 'entry.receipt',
  application: 'entry.application',
  cash_discount: 'entry.cashDiscount',
  small_difference: 'entry.smallDifference',
  deduction: 'entry.deduction',
  write_off: 'entry.writeOff',
  bank_fee: 'entry.bankFee',
  withholding_tax: 'entry.withholdingTax',
  refund: 'entry.refund',
  suspense: 'entry.suspense',
  intercompany: 'entry.intercompany',
  erp_settlement: 'entry.erpSettlement',
  unclaimed_credit: 'entry.unclaimedCredit',
  due_date_change: 'entry.dueDateChange',
  identification: 'entry.identification',
  revaluation: 'entry.revaluation',
  reversal: 'entry.reversal',
  undo: 'entry.undo',
};

const ACCOUNTS: Readonly<Record<Account, TextKey>> = {
  receivable: 'account.receivable',
  unapplied: 'account.unapplied',
  receivable_revaluation: 'account.receivableRevaluation',
  cash: 'account.cash',
  suspense: 'account.suspense',
  fx_clearing: 'account.fxClearing',
  intercompany: 'account.intercompany',
  erp_clearing: 'account.erpClearing',
  refund: 'account.refund',
  billing: 'account.billing',
  cash_discount: 'account.cashDiscount',
  deduction: 'account.deduction',
  small_difference: 'account.smallDifference',
  bad_debt: 'account.badDebt',
  bank_fee: 'account.bankFee',
  withholding_tax: 'account.withholdingTax',
  unclaimed_credit: 'account.unclaimedCredit',
  fx_realised: 'account.fxRealised',
  fx_unrealised: 'account.fxUnrealised',
};

export interface Words {
  readonly document: (kind: string) => string;
  readonly entry: (kind: string) => string;
  readonly account: (account: string) => string;
}

export function useWords(): Words {
  const { t } = useTexts();
  return useMemo(() => {
    const named =
      (keys: Readonly<Record<string, TextKey>>) =>
      (name: string): string => {
        const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
        return key ? t(key) : name;
      };
    return { document: named(DOCUMENTS), entry: named(ENTRIES), account: named(ACCOUNTS) };
  }, [t]);
}
