/** One `STMTTRN`, from the values gathered of it. */
import { type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import type { BankEntry, EntryStatus, FileProblem } from '../statement.ts';
import { isNoDate, readOfxAmount, readOfxDate } from './ofx-values.ts';

/** Values by name; those of an aggregate inside carry its name: "PAYEE.NAME". */
export interface OfxTransaction {
  readonly line: number;
  readonly status: EntryStatus;
  readonly values: ReadonlyMap<string, string>;
}

export type OfxTransactionResult =
  | { readonly entry: BankEntry; readonly problems: readonly FileProblem[] }
  | { readonly entry: null; readonly problems: readonly FileProblem[] };

/** `currency` is the statement's; a transaction in another one says so in `CURRENCY`. */
export function readTransaction(
  { line, status, values }: OfxTransaction,
  statement: { readonly account: string | null; readonly currency: CurrencyCode | null },
): OfxTransactionResult {
  const get = (name: string) => values.get(name) ?? null;
  const stated = get('CURRENCY.CURSYM')?.toUpperCase() ?? '';
  const currency = isStatementCurrency(stated) ? stated : statement.currency;
  if (currency === null) return refused(line, 'CURDEF', 'bad_currency', NO_CURRENCY);
  const amountText = get('TRNAMT');
  const amountMinor = amountText === null ? null : readOfxAmount(amountText, currency);
  if (amountMinor === null) {
    const seen = amountText === null ? 'nothing' : JSON.stringify(amountText.slice(0, 40));
    const message = `The amount of this transaction cannot be read (${seen} ${currency}): it is left out. Ask the bank to correct the file.`;
    return refused(line, 'TRNAMT', 'bad_amount', message);
  }
  const posted = readDay(get('DTPOSTED') ?? get('DTTRAN'), 'DTPOSTED', line);
  const available = readDay(get('DTAVAIL'), 'DTAVAIL', line);
  return {
    entry: {
      line,
      account: statement.account,
      status,
      bookedOn: posted.date,
      valueOn: available.date,
      amountMinor,
      currency,
      isReversal: false,
      bankReference: said(get('FITID')),
      customerReference: said(get('CHECKNUM')) ?? said(get('REFNUM')),
      endToEndId: null,
      typeCode: get('TRNTYPE')?.toUpperCase() ?? null,
      counterparty: {
        name: oneLine(get('NAME') ?? get('PAYEE.NAME') ?? get('PAYEE') ?? get('EXTDNAME')),
        account: get('BANKACCTTO.ACCTID')?.replace(/\s+/g, '') ?? get('CCACCTTO.ACCTID')?.replace(/\s+/g, '') ?? null,
        ultimateName: null,
      },
      structuredReference: null,
      documents: [],
      textLines: [get('MEMO'), get('MEMO2')].flatMap((memo) => (memo === null ? [] : memo.split(/\s*[\r\n]+\s*/))),
      bankInformation: null,
    },
    problems: [...posted.problems, ...available.problems],
  };
}

const NO_CURRENCY =
  'The statement names no known currency (CURDEF): the transaction is left out. Ask the bank for a correct file.';

function refused(line: number, field: string, code: string, message: string): OfxTransactionResult {
  return { entry: null, problems: [{ line, field, code, message }] };
}

function readDay(text: string | null, field: string, line: number) {
  const day = text === null ? null : readOfxDate(text);
  const date = day?.date ?? null;
  if (text === null || isNoDate(text) || (day !== null && !day.isMoved)) return { date, problems: [] };
  const seen = JSON.stringify(text.slice(0, 40));
  const [code, message] =
    date === null
      ? ['bad_date', `${seen} is not a day of the calendar: the transaction is read without it.`]
      : ['date_moved', `${seen} is a day that month does not have: the transaction is read as of ${date}.`];
  return { date, problems: [{ line, field, code, message }] };
}

/** A zero stands for no reference. */
function said(reference: string | null): string | null {
  return reference === null || /^0*$/.test(reference) ? null : reference;
}

function oneLine(name: string | null): string | null {
  return name?.replace(/\s+/g, ' ').trim() || null;
}
