/**
 * The currency of a table that names none: the sign beside its amounts, else the country of the account. What could be
 * another currency (a dollar, a foreign-currency account) is an assumption, and is said.
 */
import { type CurrencyCode, isCurrencyCode } from '../../money/index.ts';
import { type ColumnIndexes, cellOf, type TableSample } from './statement-mapping.ts';

export interface CurrencyHint {
  readonly currency: CurrencyCode;
  /** What speaks for it, when it is not certain: "the dollar sign". */
  readonly assumedFrom: string | null;
}

const SIGNS: readonly (readonly [sign: string, code: string, assumedFrom: string | null])[] = [
  ['€', 'EUR', null],
  ['£', 'GBP', null],
  ['₹', 'INR', null],
  ['zł', 'PLN', null],
  ['Kč', 'CZK', null],
  ['R$', 'BRL', null],
  ['US$', 'USD', null],
  ['$', 'USD', 'the dollar sign'],
];

const EURO_COUNTRIES = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM VA'.split(' ');
const OTHER_COUNTRIES: ReadonlyMap<string, string> = new Map(
  'AE:AED BR:BRL CH:CHF CZ:CZK DK:DKK GB:GBP HU:HUF IL:ILS IS:ISK LI:CHF NO:NOK PL:PLN RO:RON RS:RSD SA:SAR SE:SEK TR:TRY'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
);

export function hintCurrency(sample: TableSample, columns: ColumnIndexes, account: string | null): CurrencyHint | null {
  const cells = sample.rows.flatMap((row) =>
    (['amount', 'debit', 'credit', 'balance'] as const).map((field) => cellOf(row, columns, field)),
  );
  for (const [sign, code, assumedFrom] of SIGNS) {
    if (isCurrencyCode(code) && cells.some((cell) => cell.includes(sign))) return { currency: code, assumedFrom };
  }
  const own = account ?? sample.rows.map((row) => cellOf(row, columns, 'account')).find((cell) => cell !== '') ?? '';
  const country = /^([A-Z]{2})\d{2}[A-Z0-9 ]{11,}$/.exec(own)?.[1] ?? '';
  const code = EURO_COUNTRIES.includes(country) ? 'EUR' : (OTHER_COUNTRIES.get(country) ?? '');
  return isCurrencyCode(code) ? { currency: code, assumedFrom: `the account's country (${country})` } : null;
}
