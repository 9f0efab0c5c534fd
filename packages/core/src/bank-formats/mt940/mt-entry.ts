/** Fields :61: and :86: together become one entry. */
import { type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import type { BankEntry, FileProblem } from '../statement.ts';
import { readDetails } from './details.ts';
import { type EntryDetails, NO_DETAILS } from './entry-details.ts';
import { fundsLetter, type LineFault, readStatementLine, type StatementLine } from './statement-line.ts';

/** An entry as its fields, until its details are complete and its currency is known. */
export interface HeldEntry {
  readonly line: number;
  readonly lines: readonly string[];
  readonly details: readonly string[];
}

export interface EntryContext {
  readonly kind: 'mt940' | 'mt942';
  readonly reference: string | null;
  readonly account: string | null;
  readonly currency: CurrencyCode;
}

export interface MtEntryResult {
  readonly entry: BankEntry | null;
  readonly problems: readonly FileProblem[];
}

/** A line whose amount or mark cannot be read gives no entry and a problem; a bad date only a problem. */
export function readEntry(held: HeldEntry, context: EntryContext): MtEntryResult {
  const line = readStatementLine(held.lines, context.currency);
  if ('fault' in line) return { entry: null, problems: [lineProblem(held.line, line, context.currency)] };
  const problems = line.dateFaults.map(({ seen, readAs }) => ({
    line: held.line,
    field: ':61:',
    code: readAs === null ? 'bad_date' : 'date_moved',
    message:
      readAs === null
        ? `${JSON.stringify(seen)} is not a day of the calendar: the entry is read without it.`
        : `${JSON.stringify(seen)} is a day that month does not have: the entry is read as of ${readAs}.`,
  }));
  const details =
    held.details.length === 0
      ? NO_DETAILS
      : readDetails(held.details, { reference: context.reference, supplement: line.supplement });
  return { entry: toEntry(held, { line, details, context }), problems };
}

function lineProblem(line: number, { fault, seen }: LineFault, currency: string): FileProblem {
  const found = JSON.stringify(seen.slice(0, 40));
  const field = ':61:';
  if (fault === 'amount') {
    const message = `The amount of this entry cannot be read (${found} ${currency}): the entry is left out. Ask the bank to correct the file.`;
    return { line, field, code: 'bad_amount', message };
  }
  if (fault === 'direction') {
    const message = `This entry is marked neither credit nor debit (${found}): it is left out. Ask the bank to correct the file.`;
    return { line, field, code: 'bad_direction', message };
  }
  const message = `This line is no entry (${found}): it is left out. An entry begins with its date; ask the bank to correct the file.`;
  return { line, field, code: 'bad_entry', message };
}

interface EntryParts {
  readonly line: StatementLine;
  readonly details: EntryDetails;
  readonly context: EntryContext;
}

function toEntry(held: HeldEntry, { line, details, context }: EntryParts): BankEntry {
  const party = supplementParty(line, details);
  return {
    line: held.line,
    account: context.account,
    status: context.kind === 'mt942' || line.isExpected ? 'pending' : 'booked',
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountMinor: line.amountMinor,
    currency: context.currency,
    isReversal: line.isReversal,
    bankReference: line.bankReference,
    customerReference: party.isReferenceParty
      ? details.customerReference
      : (line.customerReference ?? details.customerReference),
    endToEndId: details.endToEndId,
    typeCode: [line.typeCode, details.code].filter((code) => code !== null).join('+') || null,
    counterparty: { name: party.name, account: party.account, ultimateName: details.ultimateName },
    structuredReference: details.structuredReference,
    documents: [],
    textLines: details.textLines,
    bankInformation: [details.information, party.supplement].filter((part) => part !== null).join(' ') || null,
  };
}

const ACCOUNT = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{9,30}|P?\d{9,10})$/;

/**
 * Dutch banks put the other account into the reference of :61: or its supplementary line, and the name behind it. A
 * supplement that is neither is the bank's information.
 */
function supplementParty(line: StatementLine, details: EntryDetails) {
  const reference = line.customerReference ?? '';
  const supplement = line.supplement;
  const isAccount = supplement !== null && ACCOUNT.test(supplement.replace(/\s+/g, ''));
  const isReferenceParty =
    supplement !== null &&
    !isAccount &&
    !supplement.startsWith('/') &&
    ACCOUNT.test(reference) &&
    line.bankReference === null;
  const isSecondName =
    supplement !== null && details.name !== null && details.name.toLowerCase() === supplement.toLowerCase();
  return {
    name: details.name ?? (isReferenceParty ? supplement : null),
    account: details.account ?? (isAccount ? supplement.replace(/\s+/g, '') : isReferenceParty ? reference : null),
    isReferenceParty,
    supplement: isAccount || isReferenceParty || isSecondName ? null : supplement,
  };
}

/** Currencies by the last letter of their code, where one is by far the most likely. */
const BY_LETTER: ReadonlyMap<string, string> = new Map([
  ['R', 'EUR'],
  ['D', 'USD'],
  ['F', 'CHF'],
  ['P', 'GBP'],
  ['N', 'PLN'],
  ['Y', 'JPY'],
]);

export function likelyCurrency(held: HeldEntry): CurrencyCode | null {
  const code = BY_LETTER.get(fundsLetter(held.lines[0] ?? '') ?? '') ?? '';
  return isStatementCurrency(code) ? code : null;
}
