/** How a bank's table is read, as data: what a person has said of it, on the command line or in the browser, else what was guessed. */
import type { DateOrder, DecimalMark } from '../../extracts/index.ts';
import { type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import { STATEMENT_FIELDS, type StatementField } from './statement-fields.ts';

/**
 * `{"columns": {"bookedOn": ["Date"], "amount": ["Amount"], "text": ["Memo", "Details"]}, "currency": "EUR"}`. A column
 * is its header, or "#3" for the third column. What is left out is guessed; a field with no column (`[]`) stays without.
 */
export interface StatementMapping {
  readonly kind: 'statement';
  readonly columns: Readonly<Partial<Record<StatementField, readonly string[]>>>;
  /** For tables that do not carry them. */
  readonly currency: CurrencyCode | null;
  readonly account: string | null;
  /** Null while not decided: values that need the decision are then refused, the others are read. */
  readonly decimalMark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  /** The row that names the columns, when it is not the one that looks like it; 0 for a table whose first row is a line. */
  readonly headerRow?: number;
  /** What differed between files of this source: what is remembered of it is only proposed, and asked each time. */
  readonly asksEachTime?: readonly ('account' | 'currency')[];
}

/** Longer beginnings are no bank's. */
const HEADER_ROW_MAX = 2_000;

/** A mapping from outside. Answers with what is wrong when it is none. */
export function readStatementMapping(json: unknown): StatementMapping | string {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'the mapping is not a JSON object';
  const {
    kind = 'statement',
    columns = {},
    currency = null,
    account = null,
    decimalMark = null,
    dateOrder = null,
    headerRow,
  } = json as Record<string, unknown>;
  if (kind !== 'statement') return `the mapping is for ${JSON.stringify(kind)}, not for a bank statement`;
  if (typeof columns !== 'object' || columns === null) return '"columns" is not an object';
  const named = readColumns(columns);
  if (typeof named === 'string') return named;
  if (currency !== null && (typeof currency !== 'string' || !isStatementCurrency(currency)))
    return '"currency" is no currency code';
  if (account !== null && typeof account !== 'string') return '"account" is not a text';
  if (decimalMark !== null && decimalMark !== 'point' && decimalMark !== 'comma')
    return '"decimalMark" is neither "point" nor "comma"';
  if (dateOrder !== null && dateOrder !== 'dmy' && dateOrder !== 'mdy') return '"dateOrder" is neither "dmy" nor "mdy"';
  if (headerRow !== undefined && !isRowNumber(headerRow))
    return `"headerRow" is no row number up to ${HEADER_ROW_MAX} (0: the table has no header)`;
  return {
    kind,
    columns: named,
    currency,
    account,
    decimalMark,
    dateOrder,
    ...(headerRow === undefined ? {} : { headerRow }),
  };
}

function readColumns(columns: object): StatementMapping['columns'] | string {
  const named: Partial<Record<StatementField, readonly string[]>> = {};
  for (const [field, value] of Object.entries(columns)) {
    const names = typeof value === 'string' ? [value] : value;
    if (!isField(field)) return `"${field}" is no field; fields are ${STATEMENT_FIELDS.join(', ')}`;
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
      return `the column of "${field}" is not a text`;
    named[field] = names as string[];
  }
  return named;
}

function isRowNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= HEADER_ROW_MAX;
}

function isField(name: string): name is StatementField {
  return (STATEMENT_FIELDS as readonly string[]).includes(name);
}

/** Whether a mapping is for a table without a header: it says so, or names all its columns by number. */
export function isBareMapping(mapping: StatementMapping | null): boolean {
  if (mapping === null) return false;
  if (mapping.headerRow !== undefined) return mapping.headerRow === 0;
  const names = Object.values(mapping.columns).flat();
  return names.length > 1 && names.every((name) => name.startsWith('#'));
}
