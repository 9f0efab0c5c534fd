/** From the beginning of a bank's table to how its rows are read: what was said, what is remembered, what is guessed, and what is asked. */
import { examplesOf, nameTheColumns } from '../../extracts/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import { hintCurrency } from './currency-hints.ts';
import type { StatementMapping } from './given-mapping.ts';
import { findNotations } from './notations.ts';
import { readPreamble } from './preamble.ts';
import { STATEMENT_FIELDS } from './statement-fields.ts';
import {
  COLUMNS_MAX,
  type ColumnIndexes,
  isStatementTable,
  mapColumns,
  type TableSample,
} from './statement-mapping.ts';
import {
  type AccountAnswer,
  askAboutAccount,
  askAboutCurrency,
  askAboutNotations,
  askAboutSigns,
  askForColumns,
  type CurrencyAnswer,
  type StatementQuestion,
} from './statement-questions.ts';
import type { RowReading } from './statement-row.ts';
import { addColumnsByValue } from './value-columns.ts';

/** What is known where the table is read: without it nothing is asked, and a table that needs an answer is refused. */
export interface TableAround {
  readonly currency: CurrencyCode;
  /** The company's accounts, as far as statements of them were posted. */
  readonly accounts: readonly string[];
}

export interface TableOptions {
  /** What a person has said of this very file. */
  readonly mapping?: StatementMapping | null;
  /** What was settled for earlier files with these columns. */
  readonly remembered?: (header: readonly string[]) => StatementMapping | undefined;
  readonly around?: TableAround;
  /** Told once, before the first row. */
  readonly onTable?: (table: SeenTable) => void;
}

/** How a table is read: whole, so that reading it again with this mapping leaves nothing to be guessed. */
export interface SeenTable {
  readonly mapping: StatementMapping;
  readonly questions: readonly StatementQuestion[];
  /** The columns' names, each its own. */
  readonly header: readonly string[];
  /** The first values of each column. */
  readonly examples: readonly (readonly string[])[];
}

export interface TableBeginning {
  /** Empty for a table without one. */
  readonly header: readonly string[];
  /** Its row when the names of its columns did not tell it; 0 when the table has none. */
  readonly headerRow: number | null;
  readonly preamble: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

export interface SettledTable extends SeenTable {
  readonly reading: RowReading;
  readonly currencyAssumed: { readonly currency: CurrencyCode; readonly from: string } | null;
}

export function settleTable(table: TableBeginning, options: TableOptions): SettledTable {
  const rows = table.rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const narrow = (row: readonly string[]) => (row.length > COLUMNS_MAX ? row.slice(0, COLUMNS_MAX) : row);
  const names = nameTheColumns(narrow(table.header), rows.map(narrow));
  const sample: TableSample = { header: table.header, names, rows };
  const given = options.mapping ?? null;
  // What names no column says only the currency, the account or the header: columns are as they were, or guessed.
  const isNamed = given !== null && Object.keys(given.columns).length > 0;
  const remembered = isNamed ? null : (options.remembered?.(names) ?? null);
  const preamble = readPreamble(table.preamble);
  const columns = mapColumns(sample, isNamed ? given : remembered, preamble.account);
  const isGuessed = !isNamed && remembered === null && !isStatementTable(columns);
  if (isGuessed) addColumnsByValue(sample, columns);
  const notations = findNotations(sample, columns, { given, remembered });
  const account = accountOf({ given, remembered, columns, own: options.around?.accounts ?? [] }, preamble.account);
  const currency = currencyOf({ given, remembered, columns }, sample, {
    inHeader: preamble.headerCurrency(table.header, columns) ?? preamble.currency,
    // Of an account that is itself assumed nothing further is assumed.
    account: account.kind === 'said' ? account.account : null,
  });
  const debit = columns.debit?.[0];
  const reading: RowReading = {
    columns,
    header: table.header,
    decimalMark: notations.decimalMark,
    dateOrder: notations.dateOrder,
    currency: 'currency' in currency && currency.kind !== 'proposed' ? currency.currency : null,
    account: 'account' in account && account.kind !== 'proposed' ? account.account : null,
    isDebitSigned: debit !== undefined && rows.some((row) => /^\s*[-−(]|-\s*$/.test(row[debit] ?? '')),
  };
  const questions =
    options.around === undefined
      ? []
      : [
          ...askForColumns(columns, isGuessed),
          ...askAboutCurrency(currency, options.around.currency),
          ...askAboutAccount(account, options.around.accounts),
          ...askAboutNotations(notations),
          ...askAboutSigns(sample, columns),
        ];
  return {
    reading,
    questions,
    header: names,
    examples: examplesOf(names.length, rows),
    mapping: wholeMapping(reading, { names, headerRow: table.headerRow, given, account, currency }),
    currencyAssumed: currency.kind === 'assumed' ? currency : null,
  };
}

interface Said {
  readonly given: StatementMapping | null;
  readonly remembered: StatementMapping | null;
  readonly columns: ColumnIndexes;
}

function givenAccount(given: StatementMapping | null): string | null {
  return given?.account?.replace(/\s+/g, '') ?? null;
}

/** The file's own word is taken before what is remembered; what a person said of this file before all. */
function accountOf(said: Said & { readonly own: readonly string[] }, inFile: string | null): AccountAnswer {
  const { given, remembered, columns, own } = said;
  const account = givenAccount(given) ?? inFile;
  if (account !== null || columns.account !== undefined) return { kind: 'said', account };
  if (remembered?.account) {
    return {
      kind: remembered.asksEachTime?.includes('account') ? 'proposed' : 'remembered',
      account: remembered.account,
    };
  }
  const [only, ...others] = own;
  return only !== undefined && others.length === 0 ? { kind: 'assumed', account: only } : { kind: 'missing' };
}

function currencyOf(
  { given, remembered, columns }: Said,
  sample: TableSample,
  found: { readonly inHeader: CurrencyCode | null; readonly account: string | null },
): CurrencyAnswer {
  const currency = given?.currency ?? found.inHeader;
  if (currency !== null || columns.currency !== undefined) return { kind: 'said', currency };
  const hint = hintCurrency(sample, columns, found.account);
  if (hint?.assumedFrom === null) return { kind: 'said', currency: hint.currency };
  if (remembered?.currency) {
    return {
      kind: remembered.asksEachTime?.includes('currency') ? 'proposed' : 'remembered',
      currency: remembered.currency,
    };
  }
  return hint === null
    ? { kind: 'missing' }
    : { kind: 'assumed', currency: hint.currency, from: hint.assumedFrom ?? 'the table' };
}

/** With every field, by the columns' own names. Account and currency that the file says are not in it: the next file says its own. */
function wholeMapping(
  { columns, decimalMark, dateOrder }: RowReading,
  about: {
    readonly names: readonly string[];
    readonly headerRow: number | null;
    readonly given: StatementMapping | null;
    readonly account: AccountAnswer;
    readonly currency: CurrencyAnswer;
  },
): StatementMapping {
  const { names, headerRow, given, account, currency } = about;
  const nameOf = (index: number) => names[index] || `#${index + 1}`;
  return {
    kind: 'statement',
    columns: Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, (columns[field] ?? []).map(nameOf)])),
    currency: given?.currency ?? (currency.kind === 'remembered' ? currency.currency : null),
    account: account.kind === 'remembered' ? account.account : givenAccount(given),
    decimalMark,
    dateOrder,
    ...(headerRow === null ? {} : { headerRow }),
  };
}
