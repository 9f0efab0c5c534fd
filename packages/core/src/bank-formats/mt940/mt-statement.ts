/** The statement being read from MT940 or MT942 fields: its balances, its footing, and the entry that is still open. */

import type { CurrencyCode } from '../../money/index.ts';
import { footStatement } from '../footing.ts';
import type { BankDay } from '../odd-day.ts';
import type { BankBalance, StatementHandlers } from '../statement.ts';
import { type HeldEntry, likelyCurrency, readEntry } from './mt-entry.ts';
import type { MessageEnd, MtField } from './mt-fields.ts';
import { checkTotal } from './mt-totals.ts';
import { readMtAccount, readMtBalance } from './mt-values.ts';

export type MtKind = 'mt940' | 'mt942';

/** Entries that wait for a currency; a message without one holds few. */
const WAITING_MAX = 5_000;
/** Details of one entry; banks send up to 30 lines. */
const DETAIL_LINES_MAX = 500;

export interface MtStatement {
  readonly kind: MtKind;
  reference: string | null;
  account: string | null;
  number: string | null;
  currency: CurrencyCode | null;
  openingBalance: BankBalance | null;
  closingBalance: BankBalance | null;
  /** It closed with :62M:, so that a further page may follow. */
  isInterim: boolean;
  /** A closing field was seen: what identifies a message now begins the next. */
  isClosing: boolean;
  hasBegun: boolean;
  hasGaps: boolean;
  hasReversals: boolean;
  bookedMinor: bigint;
  entryCount: number;
  readonly sums: { readonly C: SideTotal; readonly D: SideTotal };
  entry: HeldEntry | null;
  waiting: HeldEntry[];
}

export interface SideTotal {
  count: number;
  amountMinor: bigint;
}

export function emptyStatement(kind: MtKind): MtStatement {
  return {
    kind,
    reference: null,
    account: null,
    number: null,
    currency: null,
    openingBalance: null,
    closingBalance: null,
    isInterim: false,
    isClosing: false,
    hasBegun: false,
    hasGaps: false,
    hasReversals: false,
    bookedMinor: 0n,
    entryCount: 0,
    sums: { C: { count: 0, amountMinor: 0n }, D: { count: 0, amountMinor: 0n } },
    entry: null,
    waiting: [],
  };
}

/** Some banks repeat only the account and not :20: for the next statement. */
export function beginsNext(statement: MtStatement, { tag }: MtField): boolean {
  return statement.isClosing && /^(25P?|28C?|60[FM]|61)$/.test(tag);
}

/** Whether `field` opens the next page of a statement that closed with :62M:. */
export function continuesPage(page: MtStatement, next: MtStatement, field: MtField): boolean {
  const before = page.closingBalance;
  const after = field.tag === '60M' ? (readMtBalance(field.lines[0] ?? '')?.balance ?? null) : null;
  return (
    before !== null &&
    after !== null &&
    page.account === next.account &&
    before.currency === after.currency &&
    before.amountMinor === after.amountMinor
  );
}

/** The page goes on: what closed it is only a carry-over. */
export function goOn(page: MtStatement): void {
  page.closingBalance = null;
  page.isInterim = false;
  page.isClosing = false;
}

export function takeField(statement: MtStatement, field: MtField, out: StatementHandlers): void {
  const text = field.lines[0]?.trim() ?? '';
  switch (field.tag) {
    case '20':
      statement.reference = text || null;
      return;
    case '25':
    case '25P':
      takeAccount(statement, text, out);
      return;
    case '28':
    case '28C':
      statement.number = numberOf(text);
      return;
    case '34F':
      settleCurrency(statement, currencyOf(text), out);
      return;
    case '60F':
    case '60M':
      takeOpening(statement, field, out);
      return;
    case '61':
      flushEntry(statement, out);
      statement.hasBegun = true;
      statement.entry = { line: field.line, lines: field.lines, details: [] };
      return;
    case '86':
      // Behind a closing balance it speaks of the statement, not of an entry.
      takeDetails(statement, field);
      return;
    case '62F':
    case '62M':
      takeClosing(statement, field, out);
      return;
    case '64':
    case '65':
      flushEntry(statement, out);
      statement.isClosing = true;
      settleCurrency(statement, readMtBalance(text)?.balance.currency ?? null, out);
      return;
    case '90C':
    case '90D':
      takeTotal(statement, field, out);
      return;
  }
}

/** Some banks repeat :86: for each line of the details. */
function takeDetails(statement: MtStatement, field: MtField) {
  const { entry } = statement;
  if (entry === null || entry.details.length >= DETAIL_LINES_MAX) return;
  statement.entry = { ...entry, details: [...entry.details, ...field.lines] };
}

function takeAccount(statement: MtStatement, text: string, out: StatementHandlers) {
  const { account, currency } = readMtAccount(text);
  statement.account = account;
  settleCurrency(statement, currency, out);
}

/** "5/1" is page 1 of statement 5. Zeros stand for no number. */
function numberOf(text: string): string | null {
  const [number = ''] = text.split('/');
  return /^0*$/.test(number) ? null : number.trim();
}

/** ":34F:EURD100," names the currency first. */
function currencyOf(text: string): CurrencyCode | null {
  return readMtBalance(`C260101${text.slice(0, 3)}0,`)?.balance.currency ?? null;
}

function takeOpening(statement: MtStatement, field: MtField, out: StatementHandlers) {
  statement.hasBegun = true;
  statement.openingBalance = takeBalance(statement, field, out);
}

function takeClosing(statement: MtStatement, field: MtField, out: StatementHandlers) {
  flushEntry(statement, out);
  statement.hasBegun = true;
  statement.isClosing = true;
  statement.isInterim = field.tag === '62M';
  statement.closingBalance = takeBalance(statement, field, out);
}

function takeBalance(statement: MtStatement, field: MtField, out: StatementHandlers): BankBalance | null {
  const text = field.lines[0]?.trim() ?? '';
  const read = readMtBalance(text);
  const name = `:${field.tag}:`;
  if (read === null) {
    statement.hasGaps = true;
    const message = `The balance ${JSON.stringify(text.slice(0, 40))} cannot be read: whether the statement foots is not known. Ask the bank for a correct file.`;
    out.onProblem({ line: field.line, field: name, code: 'bad_balance', message });
    return null;
  }
  if (read.on === null || read.on.isMoved)
    out.onProblem({ line: field.line, field: name, ...balanceDateProblem(text, read.on) });
  settleCurrency(statement, read.balance.currency, out);
  return read.balance;
}

function balanceDateProblem(text: string, on: BankDay | null) {
  const seen = JSON.stringify(/\d{6,8}/.exec(text)?.[0] ?? text.slice(0, 20));
  return on === null
    ? { code: 'bad_date', message: `${seen} is not a day of the calendar: the balance is read without its day.` }
    : {
        code: 'date_moved',
        message: `${seen} is a day that month does not have: the balance is read as of ${on.date}.`,
      };
}

function takeTotal(statement: MtStatement, field: MtField, out: StatementHandlers) {
  flushEntry(statement, out);
  statement.isClosing = true;
  const side = field.tag === '90C' ? 'C' : 'D';
  const text = field.lines[0]?.trim() ?? '';
  settleCurrency(statement, currencyOf(text.replace(/^\d+/, '')), out);
  if (statement.hasGaps || statement.hasReversals || statement.currency === null) return;
  const problem = checkTotal({
    text,
    line: field.line,
    side,
    seen: statement.sums[side],
    currency: statement.currency,
  });
  if (problem !== null) out.onProblem(problem);
}

/** The first currency a message names is that of its entries. */
function settleCurrency(statement: MtStatement, currency: CurrencyCode | null, out: StatementHandlers) {
  if (currency === null || statement.currency !== null) return;
  statement.currency = currency;
  for (const entry of statement.waiting.splice(0)) emit(statement, entry, currency, out);
}

function flushEntry(statement: MtStatement, out: StatementHandlers) {
  const { entry, currency } = statement;
  statement.entry = null;
  if (entry === null) return;
  if (currency !== null) return emit(statement, entry, currency, out);
  if (statement.waiting.length < WAITING_MAX) statement.waiting.push(entry);
  else refuseCurrency(statement, entry, out);
}

function emit(statement: MtStatement, held: HeldEntry, currency: CurrencyCode, out: StatementHandlers) {
  const { entry, problems } = readEntry(held, { ...statement, currency });
  for (const problem of problems) out.onProblem(problem);
  if (entry === null) {
    statement.hasGaps = true;
    return;
  }
  const side = statement.sums[entry.amountMinor < 0n ? 'D' : 'C'];
  side.count += 1;
  side.amountMinor += entry.amountMinor < 0n ? -entry.amountMinor : entry.amountMinor;
  if (entry.isReversal) statement.hasReversals = true;
  if (entry.status === 'booked') statement.bookedMinor += entry.amountMinor;
  statement.entryCount += 1;
  out.onEntry(entry);
}

function refuseCurrency(statement: MtStatement, entry: HeldEntry, out: StatementHandlers) {
  statement.hasGaps = true;
  const message =
    'The message names no currency (no balance, no floor limit): the entry is left out. Ask the bank for the whole statement.';
  out.onProblem({ line: entry.line, field: ':61:', code: 'bad_amount', message });
}

/** The entries that never heard of a currency: the letter behind their mark tells it, or they are refused. */
function settleWaiting(statement: MtStatement, out: StatementHandlers) {
  const [first] = statement.waiting;
  if (first === undefined) return;
  const currency = likelyCurrency(first);
  if (currency === null) {
    for (const entry of statement.waiting.splice(0)) refuseCurrency(statement, entry, out);
    return;
  }
  const message = `The message names no currency; its entries are read in ${currency}, which ends in the letter behind their marks. Ask the bank for the whole statement.`;
  out.onProblem({ line: first.line, field: ':61:', code: 'currency_assumed', message });
  settleCurrency(statement, currency, out);
}

/** Tells the statement when it is complete: balances are known and pages are joined. */
export function finishStatement(statement: MtStatement, out: StatementHandlers): void {
  const { openingBalance, closingBalance, hasGaps, bookedMinor } = statement;
  out.onStatement({
    account: statement.account,
    currency: statement.currency,
    number: statement.number ?? statement.reference,
    openingBalance,
    closingBalance,
    footing: footStatement({ openingBalance, closingBalance, booked: [bookedMinor], hasGaps }),
    entryCount: statement.entryCount,
  });
}

/**
 * The message ends. False when it broke off: an MT940 statement that the file ends without a closing balance and without
 * a mark behind it.
 */
export function endMessage(statement: MtStatement, end: MessageEnd, out: StatementHandlers): boolean {
  flushEntry(statement, out);
  settleWaiting(statement, out);
  if (statement.kind === 'mt942' || !statement.hasBegun || statement.closingBalance !== null) return true;
  const isBrokenOff = end.isEndOfFile && !end.isMarked;
  if (statement.isClosing && !isBrokenOff) return true;
  statement.hasGaps = true;
  const number = (statement.number ?? statement.reference ?? '').slice(0, 40);
  const what = `Statement ${number} of ${(statement.account ?? 'an account').slice(0, 40)}`;
  out.onProblem({
    line: end.line,
    field: isBrokenOff ? 'file' : ':62F:',
    code: isBrokenOff ? 'broken_off' : 'no_closing_balance',
    message: isBrokenOff
      ? `${what} ends without its closing balance: the file broke off. Ask the bank for it again.`
      : `${what} has no closing balance: lines may be missing. Ask the bank for it again.`,
  });
  return !isBrokenOff;
}
