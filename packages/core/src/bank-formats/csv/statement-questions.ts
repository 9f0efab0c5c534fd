/** What a person should decide or know before the lines of a bank's table are taken, each with its answers to choose from. */
import type { CurrencyCode } from '../../money/index.ts';
import type { NotationDoubt, Notations } from './notations.ts';
import type { StatementField } from './statement-fields.ts';
import { type ColumnIndexes, cellOf, type TableSample } from './statement-mapping.ts';

export interface StatementQuestion {
  readonly field: StatementField;
  readonly code:
    | 'statement_column_missing'
    | 'statement_columns_guessed'
    | 'statement_currency_missing'
    | 'statement_currency_assumed'
    | 'statement_currency_remembered'
    | 'statement_account_missing'
    | 'statement_account_assumed'
    | 'statement_account_remembered'
    | 'amounts_without_sign'
    | 'date_order_guessed'
    | 'decimal_mark_undecided'
    | 'date_order_undecided'
    | 'notations_mixed';
  readonly message: string;
  readonly choices: readonly string[];
  /** Nothing is read before it is answered. */
  readonly isBlocking: boolean;
}

export function askForColumns(columns: ColumnIndexes, isGuessed: boolean): StatementQuestion[] {
  const ask = (field: StatementField, title: string): StatementQuestion => ({
    field,
    code: 'statement_column_missing',
    message: `No column was recognised as ${title}. Choose the column.`,
    choices: [],
    isBlocking: true,
  });
  const missing: StatementQuestion[] = [];
  if (columns.bookedOn === undefined && columns.valueOn === undefined)
    missing.push(ask('bookedOn', 'the booking day or the value date'));
  if (columns.amount === undefined && columns.debit === undefined && columns.credit === undefined)
    missing.push(ask('amount', 'the amount, or as debit and credit'));
  if (missing.length > 0 || !isGuessed) return missing;
  const message =
    'The names of the columns tell nothing; day and amount were found by their values alone. Look at the columns, then read the file again.';
  return [{ field: 'amount', code: 'statement_columns_guessed', message, choices: [], isBlocking: true }];
}

const MARK_MESSAGES: Readonly<Record<Exclude<NotationDoubt, 'guessed'>, string>> = {
  undecided:
    'Amounts such as 1.234 may be thousands or decimals, and no value of this file decides. Which mark divides decimals?',
  conflict: 'The file mixes decimal points and decimal commas. Choose one: rows in the other notation are refused.',
};
const ORDER_MESSAGES: Readonly<Record<NotationDoubt, string>> = {
  undecided:
    'Dates such as 03/04/2026 may begin with the day or the month, and no date of this file decides. Which is it?',
  conflict: 'The file mixes dates that begin with the day and with the month. Choose one: the others are refused.',
  guessed:
    'Dates such as 03/04/2026 may begin with the day or the month. The order was taken in which the days of this file run on; choose the other when it is wrong.',
};

export function askAboutNotations({ markDoubt, orderDoubt }: Notations): StatementQuestion[] {
  const questions: StatementQuestion[] = [];
  if (markDoubt === 'undecided' || markDoubt === 'conflict') {
    const code = markDoubt === 'undecided' ? 'decimal_mark_undecided' : 'notations_mixed';
    const choices = ['point', 'comma'];
    questions.push({ field: 'amount', code, message: MARK_MESSAGES[markDoubt], choices, isBlocking: false });
  }
  if (orderDoubt !== null) {
    const codes = {
      undecided: 'date_order_undecided',
      conflict: 'notations_mixed',
      guessed: 'date_order_guessed',
    } as const;
    const message = ORDER_MESSAGES[orderDoubt];
    questions.push({
      field: 'bookedOn',
      code: codes[orderDoubt],
      message,
      choices: ['dmy', 'mdy'],
      isBlocking: false,
    });
  }
  return questions;
}

/** Fewer lines may well be all money in. */
const UNSIGNED_MIN = 3;

/** Money out would become receipts if the sign stood in a column that nobody has chosen. */
export function askAboutSigns({ rows }: TableSample, columns: ColumnIndexes): StatementQuestion[] {
  if (columns.amount === undefined || columns.direction !== undefined || columns.balance !== undefined) return [];
  const amounts = rows.map((row) => cellOf(row, columns, 'amount')).filter((cell) => /[1-9]/.test(cell));
  if (amounts.length < UNSIGNED_MIN || amounts.some((cell) => /[-−–(]/.test(cell))) return [];
  const message =
    'No amount of this file is negative, so all of it is read as money in. If it holds money out too, choose the column that says debit or credit.';
  return [{ field: 'direction', code: 'amounts_without_sign', message, choices: [], isBlocking: false }];
}

export type CurrencyAnswer =
  | { readonly kind: 'said'; readonly currency: CurrencyCode | null }
  | { readonly kind: 'remembered'; readonly currency: CurrencyCode }
  | { readonly kind: 'proposed'; readonly currency: CurrencyCode }
  | { readonly kind: 'assumed'; readonly currency: CurrencyCode; readonly from: string }
  | { readonly kind: 'missing' };

export function askAboutCurrency(answer: CurrencyAnswer, own: CurrencyCode): StatementQuestion[] {
  if (answer.kind === 'said') return [];
  const ask = (
    code: StatementQuestion['code'],
    message: string,
    { choices, isBlocking }: { readonly choices: readonly string[]; readonly isBlocking: boolean },
  ): StatementQuestion[] => [{ field: 'currency', code, message, choices: [...new Set(choices)], isBlocking }];
  if (answer.kind === 'missing' || answer.kind === 'proposed') {
    const message = 'The file does not say in which currency its amounts are. Which one is it?';
    const choices = answer.kind === 'proposed' ? [answer.currency, own] : [own];
    return ask('statement_currency_missing', message, { choices, isBlocking: true });
  }
  const choices = [answer.currency, own];
  if (answer.kind === 'remembered') {
    const message = `The file names no currency: ${answer.currency} is taken, as for the last file with these columns.`;
    return ask('statement_currency_remembered', message, { choices, isBlocking: false });
  }
  const message = `The file names no currency: ${answer.currency} is taken from ${answer.from}. Choose another if it is wrong.`;
  return ask('statement_currency_assumed', message, { choices, isBlocking: false });
}

export type AccountAnswer =
  | { readonly kind: 'said'; readonly account: string | null }
  | { readonly kind: 'remembered' | 'proposed' | 'assumed'; readonly account: string }
  | { readonly kind: 'missing' };

/** `own`: the accounts of the company as far as they are known. */
export function askAboutAccount(answer: AccountAnswer, own: readonly string[]): StatementQuestion[] {
  if (answer.kind === 'said') return [];
  const ask = (code: StatementQuestion['code'], message: string, isBlocking: boolean): StatementQuestion[] => {
    const first = answer.kind === 'missing' ? [] : [answer.account];
    const choices = [...new Set([...first, ...own])].slice(0, CHOICES_MAX);
    return [{ field: 'account', code, message, choices, isBlocking }];
  };
  if (answer.kind === 'remembered') {
    const message = `The file does not say of which account it is: ${answer.account} is taken, as for the last file with these columns.`;
    return ask('statement_account_remembered', message, false);
  }
  if (answer.kind === 'assumed') {
    const message = `The file does not say of which account it is: ${answer.account} is taken, the only one known of this company.`;
    return ask('statement_account_assumed', message, false);
  }
  const isKnown = own.length > 0 || answer.kind === 'proposed';
  const message = isKnown
    ? 'The file does not say of which account it is. Which one is it? Choose it, or enter a new one.'
    : 'The file does not say of which account it is. Enter the account, so that files of it in another format are recognised.';
  return ask('statement_account_missing', message, isKnown);
}

const CHOICES_MAX = 20;
