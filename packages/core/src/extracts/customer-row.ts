/** One row of a customer extract. Only number and name are needed; a doubtful extra is left out with a note. */
import { formatTerms, parseTerms } from '../terms/index.ts';
import type { ExtractField } from './fields.ts';
import type { ExtractMapping } from './mapping.ts';
import { isEmail, readBankAccount, readCountry, readLanguage } from './party-values.ts';
import {
  createRowCells,
  isDamagedNumber,
  type Row,
  type RowNote,
  type RowProblem,
  type RowResult,
} from './row-cells.ts';

export interface CustomerRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly vatId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly parentNumber: string | null;
  readonly terms: string | null;
  /** Without blanks, capitals. */
  readonly bankAccount: string | null;
}

const NUMBER_CHARS_MAX = 60;
/** A reader for the rows of one customer file; rows are numbered as in the file, the header being row 1. */
export function createCustomerReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<CustomerRow> {
  const cells = createRowCells(mapping, header);
  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return { outcome: 'left_out' };
    const problems: RowProblem[] = [];
    const notes: RowNote[] = [];
    const number = cells.get(row, 'number');
    const name = cells.get(row, 'name').replace(/\s+/g, ' ');
    checkNumber(number, rowNumber, problems);
    if (name === '') problems.push({ row: rowNumber, field: 'name', code: 'missing', message: 'The name is missing.' });
    if (problems.length > 0) return { outcome: 'refused', problems };

    const kept = (field: ExtractField, text: string, value: string | null, expected: string): string | null => {
      if (text !== '' && value === null) {
        const message = `${JSON.stringify(text)} is not ${expected}: left out. Correct it in the source or on the customer.`;
        notes.push({ row: rowNumber, field, code: 'left_out', message });
      }
      return value;
    };
    const country = cells.get(row, 'country');
    const language = cells.get(row, 'language');
    const email = cells.get(row, 'email');
    const bankAccount = cells.get(row, 'bankAccount');
    const parentNumber = cells.get(row, 'parentNumber');
    const terms = cells.get(row, 'terms');
    const understood = terms === '' ? null : parseTerms(terms);
    const value: CustomerRow = {
      row: rowNumber,
      number,
      name,
      country: kept('country', country, readCountry(country), 'a country such as IT'),
      language: kept('language', language, readLanguage(language), 'a language such as it'),
      vatId: cells.get(row, 'vatId').replace(/[\s.]/g, '').toUpperCase() || null,
      email: kept('email', email, isEmail(email) ? email : null, 'an e-mail address'),
      phone: cells.get(row, 'phone') || null,
      parentNumber: parentNumber === '' || parentNumber === number ? null : parentNumber,
      terms: understood === null ? terms || null : formatTerms(understood),
      bankAccount: kept(
        'bankAccount',
        bankAccount,
        readBankAccount(bankAccount),
        'a valid account number (check its digits)',
      ),
    };
    return { outcome: 'read', value, notes };
  };
}

function checkNumber(number: string, row: number, problems: RowProblem[]) {
  const problem = (code: string, message: string) => problems.push({ row, field: 'number', code, message });
  if (number === '') problem('missing', 'The customer number is missing.');
  if (number.length > NUMBER_CHARS_MAX)
    problem('too_long', `The customer number is over ${NUMBER_CHARS_MAX} characters.`);
  if (isDamagedNumber(number)) {
    problem(
      'number_damaged',
      `${number} was shortened by a spreadsheet: its digits are lost. Export the column as text.`,
    );
  }
}
