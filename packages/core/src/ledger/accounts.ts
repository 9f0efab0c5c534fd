/**
 * The accounts that entries post to. Two are control accounts, kept by customer, item and due date: `receivable` (debits
 * and credit notes) and `unapplied` (receipts and on-account credits). Debit is positive everywhere.
 */

export type ControlAccount = 'receivable' | 'unapplied';

export type PlainAccount =
  | 'cash'
  | 'billing'
  | 'cash_discount'
  | 'small_difference'
  | 'deduction'
  | 'bad_debt'
  | 'bank_fee'
  | 'withholding_tax'
  | 'refund'
  | 'suspense'
  | 'intercompany'
  | 'erp_clearing'
  | 'unclaimed_credit'
  | 'fx_realised'
  | 'fx_clearing'
  | 'fx_unrealised'
  | 'receivable_revaluation';

export type Account = ControlAccount | PlainAccount;

interface AccountFacts {
  readonly glCode: string;
  readonly name: string;
}

/** The general-ledger code and name a company starts with; each company may set its own. */
export const ACCOUNTS: Readonly<Record<Account, AccountFacts>> = {
  receivable: { glCode: '1200', name: 'Trade receivables' },
  unapplied: { glCode: '1210', name: 'Unapplied receipts' },
  receivable_revaluation: { glCode: '1290', name: 'Receivables, currency revaluation' },
  cash: { glCode: '1000', name: 'Bank' },
  suspense: { glCode: '1900', name: 'Suspense' },
  fx_clearing: { glCode: '1910', name: 'Currency clearing' },
  intercompany: { glCode: '1920', name: 'Intercompany clearing' },
  erp_clearing: { glCode: '1930', name: 'Settled in the ERP' },
  refund: { glCode: '2100', name: 'Refunds payable' },
  billing: { glCode: '4000', name: 'Billing' },
  cash_discount: { glCode: '4100', name: 'Cash discounts' },
  deduction: { glCode: '4110', name: 'Customer deductions' },
  small_difference: { glCode: '6900', name: 'Small differences' },
  bad_debt: { glCode: '6800', name: 'Bad debts' },
  bank_fee: { glCode: '6810', name: 'Bank fees' },
  withholding_tax: { glCode: '1300', name: 'Withholding tax' },
  unclaimed_credit: { glCode: '7900', name: 'Unclaimed credits' },
  fx_realised: { glCode: '7500', name: 'Realised currency differences' },
  fx_unrealised: { glCode: '7510', name: 'Unrealised currency differences' },
};

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as Account[];

export function isControlAccount(account: Account): account is ControlAccount {
  return account === 'receivable' || account === 'unapplied';
}

/** What may reduce an item without cash or credit, and the account that takes the other side. */
export const ADJUSTMENT_ACCOUNTS = {
  cash_discount: 'cash_discount',
  small_difference: 'small_difference',
  deduction: 'deduction',
  write_off: 'bad_debt',
  bank_fee: 'bank_fee',
  withholding_tax: 'withholding_tax',
  refund: 'refund',
  suspense: 'suspense',
  intercompany: 'intercompany',
  unclaimed_credit: 'unclaimed_credit',
  erp_settlement: 'erp_clearing',
} as const satisfies Record<string, PlainAccount>;

export type AdjustmentKind = keyof typeof ADJUSTMENT_ACCOUNTS;

export type DocumentKind = 'invoice' | 'debit_note' | 'chargeback' | 'credit_note' | 'on_account_credit' | 'receipt';

/** How a document opens its items: which control account, which sign, and where the other side goes. */
export const OPENINGS: Readonly<
  Record<DocumentKind, { account: ControlAccount; sign: 1n | -1n; contra: PlainAccount }>
> = {
  invoice: { account: 'receivable', sign: 1n, contra: 'billing' },
  debit_note: { account: 'receivable', sign: 1n, contra: 'billing' },
  chargeback: { account: 'receivable', sign: 1n, contra: 'deduction' },
  credit_note: { account: 'receivable', sign: -1n, contra: 'billing' },
  on_account_credit: { account: 'unapplied', sign: -1n, contra: 'billing' },
  receipt: { account: 'unapplied', sign: -1n, contra: 'cash' },
};
