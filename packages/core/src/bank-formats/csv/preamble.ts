/** The lines many banks put above the table: whose account it is, and in which currency. */
import { type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import { plainColumnName } from './statement-fields.ts';
import type { ColumnIndexes } from './statement-mapping.ts';

export interface Preamble {
  readonly account: string | null;
  readonly currency: CurrencyCode | null;
  /** A currency in the header of the amount: "Importo (EUR)", "Amount in USD", "Betrag €". */
  readonly headerCurrency: (header: readonly string[], columns: ColumnIndexes) => CurrencyCode | null;
}

const IBAN = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b/;
const ACCOUNT_WORDS = /iban|account|konto|conto|compte|cuenta|conta|rekening|rachun|ucet|tilinumero|hesap/;
const CURRENCY_WORDS = /curr|ccy|wahrung|waehrung|divisa|devise|moneda|valuta|waluta|mena|munt|parabirimi|bewertetin/;

export function readPreamble(rows: readonly (readonly string[])[]): Preamble {
  let account: string | null = null;
  let currency: CurrencyCode | null = null;
  let iban: string | null = null;
  for (const [at, row] of rows.entries()) {
    const cells = row.flatMap((cell) => cell.split(/:\s+|:$/)).map((cell) => cell.trim());
    iban ??= IBAN.exec(cells.join(' '))?.[1]?.replace(/\s+/g, '') ?? null;
    for (const [index, label] of cells.entries()) {
      const plain = plainColumnName(label);
      if (plain === '') continue;
      // The value stands beside its label, or under it.
      const values = [cells[index + 1] ?? '', rows[at + 1]?.[index]?.trim() ?? ''];
      if (ACCOUNT_WORDS.test(plain)) account ??= accountOf(values);
      if (CURRENCY_WORDS.test(plain)) currency ??= values.map(codeIn).find((code) => code !== null) ?? null;
    }
    currency ??= cells.map(codeOfAmount).find((code) => code !== null) ?? null;
  }
  return { account: iban ?? account, currency, headerCurrency };
}

function accountOf(values: readonly string[]): string | null {
  return values.find((value) => /^[\d /.-]{5,34}$/.test(value))?.replace(/\s+/g, '') ?? null;
}

function headerCurrency(header: readonly string[], columns: ColumnIndexes): CurrencyCode | null {
  for (const field of ['amount', 'debit', 'credit', 'balance'] as const) {
    const index = columns[field]?.[0];
    const name = index === undefined ? '' : (header[index] ?? '');
    const code = name.includes('€')
      ? 'EUR'
      : name.includes('£')
        ? 'GBP'
        : (/([A-Z]{3})\W*$/.exec(name)?.[1] ?? (/eur(o)?\W*$/i.test(name) ? 'EUR' : ''));
    if (isStatementCurrency(code)) return code;
  }
  return null;
}

/** A cell beside a label "currency" that is a code: "EUR". */
function codeIn(cell: string): CurrencyCode | null {
  return isStatementCurrency(cell) ? cell : null;
}

/** An amount with its currency, as balances are printed above a table: "1.234,56 EUR". */
function codeOfAmount(cell: string): CurrencyCode | null {
  const code = /^[-+]?\d[\d.,' ]*\s?([A-Z]{3})$/.exec(cell)?.[1] ?? '';
  return isStatementCurrency(code) ? code : null;
}
