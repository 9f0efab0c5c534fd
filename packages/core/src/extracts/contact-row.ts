/** One row of an extract of contacts: a person at a customer, and what they do for us. */
import type { ExtractMapping } from './mapping.ts';
import { isEmail, readLanguage } from './party-values.ts';
import { createRowCells, type Row, type RowResult } from './row-cells.ts';
import { RowFaults, readNumber } from './row-values.ts';

export interface ContactRow {
  readonly row: number;
  readonly customerNumber: string;
  readonly name: string;
  /** Words of ours where the file's are known (`accounts_payable`, `buyer`), else the file's own. */
  readonly roles: readonly string[];
  /** ISO 639-1. */
  readonly language: string | null;
  readonly email: string | null;
  /** E.164 ("+390212345") where it says its country, else as written. */
  readonly phone: string | null;
  readonly isPrimary: boolean;
  readonly notes: string | null;
}

const NAME_CHARS_MAX = 200;
const ROLES_MAX = 10;

const ROLE_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'accounts_payable',
    /accounts? ?payable|^ap$|creditor|contabilit|amministrazion|ragioneria|kreditor|buchhaltung|comptab|cuentas por pagar|contabilidad|administraci|^payments?$/,
  ],
  ['buyer', /buyer|purchas|procurement|acquist|einkauf|achat|compras|comprador/],
  ['escalation', /escalat|eskalation|reclam|mahnung/],
  ['portal', /portal/],
  [
    'director',
    /director|^c[ef]o$|managing|owner|president|diret|amministratore delegato|titolare|geschäftsf|inhaber|directeur|gérant|gerente|dueño/,
  ],
];
const YES = /^(?:y|yes|true|1|x|si|sì|s|ja|j|oui|o|sí|vero|wahr|vrai|verdadero|primary|main|principale)$/i;

/** A reader for the rows of one file: `['4711', 'Anna Rossi', 'AP', 'anna@example.org']` is a contact for accounts payable. */
export function createContactReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<ContactRow> {
  const cells = createRowCells(mapping, header);
  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return { outcome: 'left_out' };
    const faults = new RowFaults(rowNumber);
    const customerNumber = readNumber(cells.get(row, 'customerNumber'), 'customerNumber', faults);
    const name = `${cells.get(row, 'firstName')} ${cells.get(row, 'name')}`.replace(/\s+/g, ' ').trim();
    if (name === '') faults.problem('name', 'missing', 'The name of the person is missing.');
    else if (name.length > NAME_CHARS_MAX)
      faults.problem('name', 'too_long', `The name is over ${NAME_CHARS_MAX} characters.`);
    if (faults.problems !== null) return { outcome: 'refused', problems: faults.problems };
    if (customerNumber === null) return { outcome: 'left_out' };
    const email = cells.get(row, 'email');
    const language = cells.get(row, 'language');
    if (email !== '' && !isEmail(email)) leftOut(faults, 'email', email, 'an e-mail address');
    if (language !== '' && readLanguage(language) === null)
      leftOut(faults, 'language', language, 'a language such as it');
    const value: ContactRow = {
      ...{ row: rowNumber, customerNumber, name },
      roles: readRoles(cells.get(row, 'role')),
      language: readLanguage(language),
      email: isEmail(email) ? email : null,
      phone: readPhone(cells.get(row, 'phone')),
      isPrimary: YES.test(cells.get(row, 'isPrimary')),
      notes: cells.get(row, 'text') || null,
    };
    return { outcome: 'read', value, notes: faults.notes ?? [] };
  };
}

function leftOut(faults: RowFaults, field: 'email' | 'language', text: string, expected: string): void {
  faults.note(
    field,
    'left_out',
    `${JSON.stringify(text)} is not ${expected}: left out. Correct it in the source or on the contact.`,
  );
}

function readRoles(text: string): string[] {
  const roles = text.split(/[,;/|]+/).flatMap((part) => {
    const word = part.trim();
    if (word === '') return [];
    return [ROLE_WORDS.find(([, pattern]) => pattern.test(word.toLowerCase()))?.[0] ?? word];
  });
  return [...new Set(roles)].slice(0, ROLES_MAX);
}

/** "+39 02 1234-5" and "0039 02 12345" say their country; "02 12345" does not and stays as it is. */
function readPhone(text: string): string | null {
  const international = /^(?:\+|00)([\d\s()./-]{6,24})$/.exec(text);
  const digits = international?.[1]?.replace(/\(0\)/, '').replace(/\D/g, '') ?? '';
  return digits.length >= 6 && digits.length <= 15 ? `+${digits}` : text || null;
}
