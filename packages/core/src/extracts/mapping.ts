/** Which column is which field, and how the file writes decimals and dates: data, guessed once, corrected, then kept. */
import { isCurrencyCode } from '../money/index.ts';
import { createClearedCount } from './cleared-rows.ts';
import { createOrderEvidence, type DateOrder, readDate } from './date-text.ts';
import { createMarkEvidence, type DecimalMark, readDecimal } from './decimal-text.ts';
import {
  type ExtractField,
  type ExtractKind,
  fieldsOf,
  type MappedKind,
  plainName,
  REQUIRED_FIELDS,
  synonymsOf,
} from './fields.ts';

/** A row is read only if the column's cell is as said; all other rows are left out, silently and counted. */
export interface RowFilter {
  readonly column: string;
  readonly keep: 'equal' | 'empty';
  readonly value: string;
}

export interface ExtractMapping {
  readonly kind: MappedKind;
  /** The header of the column that holds a field. */
  readonly columns: Readonly<Partial<Record<ExtractField, string>>>;
  /** What a field is in every row, for files that do not carry it: a currency, a kind. */
  readonly constants: Readonly<Partial<Record<ExtractField, string>>>;
  /** Null while it is not decided; values that need the decision are then refused, the others are read. */
  readonly decimalMark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  readonly filters: readonly RowFilter[];
  /** What is done with rows that carry a clearing date; absent while nobody has chosen. */
  readonly clearedRows?: 'take' | 'leave_out';
  /** The sheet of a workbook that holds the rows; absent for other files. */
  readonly sheet?: string;
  /** The row that names the columns, when it is not the one that looks like it; the first row is 1. */
  readonly headerRow?: number;
  /** Whose advices have these columns, as payers' names are compared; absent where nobody is named. */
  readonly payer?: string;
}

/** What a person should decide or know before rows are taken. `isBlocking`: no row can be read without an answer. */
export interface MappingQuestion {
  readonly field: ExtractField | 'sheet';
  readonly code:
    | 'column_missing'
    | 'decimal_mark_undecided'
    | 'date_order_undecided'
    | 'notations_mixed'
    | 'company_not_found'
    | 'rows_already_cleared'
    | 'sheet_choice';
  readonly message: string;
  readonly choices: readonly string[];
  readonly isBlocking: boolean;
}

export interface MappingGuess {
  readonly mapping: ExtractMapping;
  readonly questions: readonly MappingQuestion[];
  readonly unusedColumns: readonly string[];
}

export interface ExtractSample {
  readonly kind: ExtractKind;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The company whose rows are wanted, as the file names it. */
  readonly companyCode?: string;
  /** What a person has settled for files with this header: it is kept, and only the rest is guessed. */
  readonly settled?: ExtractMapping;
}

const DATE_FIELDS: readonly ExtractField[] = [
  'issuedOn',
  'dueOn',
  'clearedOn',
  'receivedOn',
  'happenedOn',
  'promisedOn',
];
/** The field that a doubt about dates is shown at. */
const MAIN_DATES: Readonly<Partial<Record<ExtractKind, ExtractField>>> = {
  receipts: 'receivedOn',
  notes: 'happenedOn',
  promises: 'promisedOn',
};

/**
 * Guesses a mapping from the header's names and, where a name says nothing, from the values. The more rows the sample
 * holds, the fewer questions remain: give all of them when they are at hand.
 */
export function guessMapping(sample: ExtractSample): MappingGuess {
  const { settled } = sample;
  // One that names no column says only which sheet or row is meant: the columns are guessed.
  const isNamed = settled !== undefined && Object.keys(settled.columns).length > 0;
  const columns = isNamed ? { ...settled.columns } : nameColumns(sample);
  if (!isNamed) addColumnsByValue(sample, columns);
  const { decimalMark, dateOrder, questions } = findNotations(sample, columns);
  const filters = companyFilters(sample, columns, questions);
  askForMissing({ ...sample, constants: settled?.constants ?? {} }, columns, questions);
  const used = new Set(Object.values(columns));
  const own = settled?.filters.filter((filter) => filters.length === 0 || filter.column !== columns.company) ?? [];
  const mapping: ExtractMapping = {
    kind: sample.kind,
    columns,
    constants: settled?.constants ?? {},
    decimalMark,
    dateOrder,
    filters: [...filters, ...own],
    ...(settled?.clearedRows === undefined ? {} : { clearedRows: settled.clearedRows }),
    ...(settled?.sheet === undefined ? {} : { sheet: settled.sheet }),
    ...(settled?.headerRow === undefined ? {} : { headerRow: settled.headerRow }),
  };
  return {
    mapping,
    questions: [...questions, ...askAboutCleared(mapping, sample)],
    unusedColumns: sample.header.filter((name) => !used.has(name)),
  };
}

/** How many fields of a kind a row names, were it the header. */
export function namedFields(kind: ExtractKind, header: readonly string[]): number {
  return Object.keys(nameColumns({ kind, header, rows: [] })).length;
}

/** Which kind of extract a header looks like: items and customers before the rarer ones, which need their own sign. */
export function guessKind(header: readonly string[]): ExtractKind {
  if (namesField(header, 'promises', 'promisedOn') && namesField(header, 'promises', 'customerNumber'))
    return 'promises';
  const names = (kind: ExtractKind, field: ExtractField) => namesField(header, kind, field);
  const hasAmount = names('items', 'amount') || names('receipts', 'amount');
  const isOfItems =
    names('items', 'dueOn') || names('items', 'terms') || header.some((name) => INVOICE_SIGN.test(plainName(name)));
  if (
    hasAmount &&
    !isOfItems &&
    names('receipts', 'receivedOn') &&
    header.some((name) => RECEIPT_SIGN.test(plainName(name)))
  )
    return 'receipts';
  if (hasAmount || names('items', 'dueOn')) return 'items';
  const hasCustomer = names('contacts', 'customerNumber');
  if (hasCustomer && names('notes', 'text') && names('notes', 'happenedOn')) return 'notes';
  if (hasCustomer && header.some((name) => CONTACT_SIGN.test(plainName(name)))) return 'contacts';
  return namedFields('items', header) > namedFields('customers', header) ? 'items' : 'customers';
}

const INVOICE_SIGN = /invoice|fattura|rechnung|facture|factura/;
const RECEIPT_SIGN =
  /receipt|payment|paid|payer|received|incass|pagament|ordinante|zahlung|auftraggeber|paiement|reglement|cobro|pago|ordenante|valuedate|budat/;
const CONTACT_SIGN =
  /contact|firstname|lastname|surname|cognome|referente|contatto|ansprechpartner|vorname|nachname|kontakt|prenom|apellido|role|ruolo|rolle/;

function namesField(header: readonly string[], kind: ExtractKind, field: ExtractField): boolean {
  const names = new Set(synonymsOf(kind, field));
  return header.some((name) => names.has(plainName(name)));
}

type Columns = Partial<Record<ExtractField, string>>;

/** Every field gets the column with its best name; a column serves the field whose name for it ranks best. */
function nameColumns({ kind, header }: Pick<ExtractSample, 'kind' | 'header' | 'rows'>): Columns {
  const candidates = fieldsOf(kind).flatMap((field) => {
    const names = synonymsOf(kind, field);
    return header.flatMap((column) => {
      const rank = names.indexOf(plainName(column));
      return rank < 0 ? [] : [{ field, column, rank }];
    });
  });
  candidates.sort((left, right) => left.rank - right.rank);
  const columns: Columns = {};
  const used = new Set<string>();
  for (const { field, column } of candidates) {
    if (columns[field] !== undefined || used.has(column)) continue;
    columns[field] = column;
    used.add(column);
  }
  return kind === 'contacts' ? withWholeName(columns) : columns;
}

/** "Nome" alone is the whole name; beside "Cognome" it is the first one. */
function withWholeName({ firstName, ...columns }: Columns): Columns {
  if (firstName === undefined) return columns;
  return columns.name === undefined ? { ...columns, name: firstName } : { ...columns, firstName };
}

/** A column with no telling name but only currency codes is the currency; the one column of decimals is the amount. */
function addColumnsByValue(sample: ExtractSample, columns: Columns) {
  if (sample.kind !== 'items' && sample.kind !== 'receipts' && sample.kind !== 'promises') return;
  const used = new Set(Object.values(columns));
  const free = sample.header.filter((name) => !used.has(name));
  const whereAll = (test: (cell: string) => boolean) =>
    free.filter((name) => {
      const cells = cellsOf(sample, name);
      return cells.length > 0 && cells.every(test);
    });
  const currencies = whereAll((cell) => isCurrencyCode(cell.toUpperCase()));
  if (columns.currency === undefined && currencies.length === 1) columns.currency = currencies[0] ?? '';
  const amounts = whereAll((cell) => /[.,]\d{2}\D?$/.test(cell) && readDecimal(cell, null, 'EUR') !== null);
  if (columns.amount === undefined && amounts.length === 1) columns.amount = amounts[0] ?? '';
  const dates = whereAll((cell) => (readDate(cell, 'dmy') ?? readDate(cell, 'mdy')) !== null && /\D/.test(cell));
  if (columns.issuedOn === undefined && columns.dueOn !== undefined && dates.length === 1)
    columns.issuedOn = dates[0] ?? '';
}

function cellsOf(sample: ExtractSample, column: string | undefined): string[] {
  const index = column === undefined ? -1 : sample.header.indexOf(column);
  if (index < 0) return [];
  return sample.rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
}

function findNotations(sample: ExtractSample, columns: Columns) {
  const questions: MappingQuestion[] = [];
  const dateField = MAIN_DATES[sample.kind] ?? 'issuedOn';
  const mark = createMarkEvidence();
  for (const cell of cellsOf(sample, columns.amount)) mark.add(cell);
  const order = createOrderEvidence();
  for (const field of DATE_FIELDS) for (const cell of cellsOf(sample, columns[field])) order.add(cell);
  const markFound = settledOr(mark.finding(), sample.settled?.decimalMark);
  const orderFound = settledOr(order.finding(), sample.settled?.dateOrder);
  if (markFound === 'undecided') {
    const message =
      'Amounts such as 1.234 may be thousands or decimals, and no value of this file decides. Which mark divides decimals?';
    questions.push({
      field: 'amount',
      code: 'decimal_mark_undecided',
      message,
      choices: ['point', 'comma'],
      isBlocking: false,
    });
  }
  if (orderFound === 'undecided') {
    const message =
      'Dates such as 03/04/2026 may begin with the day or the month, and no date of this file decides. Which is it?';
    questions.push({
      field: dateField,
      code: 'date_order_undecided',
      message,
      choices: ['dmy', 'mdy'],
      isBlocking: false,
    });
  }
  if (markFound === 'conflict') {
    const message =
      'The file mixes decimal points and decimal commas. Choose one: rows in the other notation are refused.';
    questions.push({
      field: 'amount',
      code: 'notations_mixed',
      message,
      choices: ['point', 'comma'],
      isBlocking: false,
    });
  }
  if (orderFound === 'conflict') {
    const message =
      'The file mixes dates that begin with the day and with the month. Choose one: the others are refused.';
    questions.push({ field: dateField, code: 'notations_mixed', message, choices: ['dmy', 'mdy'], isBlocking: false });
  }
  const decimalMark = markFound === 'point' || markFound === 'comma' ? markFound : null;
  const dateOrder = orderFound === 'dmy' || orderFound === 'mdy' ? orderFound : null;
  return { decimalMark, dateOrder, questions };
}

/** What the file itself says counts first; what was settled before fills in where it says nothing. */
function settledOr<Choice extends string>(found: Choice, settled: Choice | null | undefined): Choice {
  return found === 'undecided' || found === 'conflict' || found === 'none' ? (settled ?? found) : found;
}

function companyFilters(sample: ExtractSample, columns: Columns, questions: MappingQuestion[]): RowFilter[] {
  const { companyCode } = sample;
  if (companyCode === undefined || columns.company === undefined) return [];
  const found = [...new Set(cellsOf(sample, columns.company))];
  if (found.length > 0 && !found.includes(companyCode)) {
    const message = `No row is of company ${companyCode}; the file holds ${found.slice(0, 5).join(', ')}. Which rows are meant?`;
    questions.push({
      field: 'company',
      code: 'company_not_found',
      message,
      choices: found.slice(0, 20),
      isBlocking: true,
    });
  }
  return [{ column: columns.company, keep: 'equal', value: companyCode }];
}

function askForMissing(
  known: {
    readonly kind: ExtractKind;
    readonly header: readonly string[];
    readonly constants: ExtractMapping['constants'];
  },
  columns: Columns,
  questions: MappingQuestion[],
) {
  for (const field of REQUIRED_FIELDS[known.kind]) {
    const column = columns[field];
    if (known.constants[field] !== undefined || (column !== undefined && known.header.includes(column))) continue;
    const message = `No column was recognised as ${fieldTitle(field)}. Choose the column, or one value for all rows.`;
    questions.push({ field, code: 'column_missing', message, choices: [], isBlocking: true });
  }
}

function askAboutCleared(mapping: ExtractMapping, { header, rows }: ExtractSample): MappingQuestion[] {
  const count = createClearedCount(mapping, header);
  for (const row of rows) count.add(row);
  return [count.question() ?? []].flat();
}

const TITLES: Readonly<Partial<Record<ExtractField, string>>> = {
  number: 'the number',
  name: 'the name',
  customerNumber: 'the customer number',
  currency: 'the currency',
  amount: 'the amount',
  issuedOn: 'the date of issue',
  receivedOn: 'the day it was received',
  happenedOn: 'the day it happened',
  promisedOn: 'the day promised',
  text: 'the text',
};

function fieldTitle(field: ExtractField): string {
  return TITLES[field] ?? field;
}
