/** A transaction (`16` and its continuations) becomes one line of the statement, or the reason why it cannot. */
import type { LocalDate } from '../../calendar/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { BankEntry, EntryStatus, FileProblem } from '../statement.ts';
import { type Bai2Record, createFieldCursor, type FieldCursor, readFunds } from './bai2-record.ts';
import { readTextFacts, textLinesOf } from './bai2-text.ts';
import { type Bai2Direction, directionOf, isReversalCode } from './bai2-type-codes.ts';
import { readAmount, readDate } from './bai2-values.ts';

/** What the group and account around a transaction say. */
export interface Bai2Surroundings {
  readonly account: string | null;
  /** Null when the file names a currency that does not exist: amounts cannot be read then. */
  readonly currency: CurrencyCode | null;
  readonly asOf: LocalDate | null;
  readonly status: EntryStatus;
}

export interface Bai2EntryResult {
  readonly entry: BankEntry | null;
  readonly problems: readonly FileProblem[];
  /** The amount as the file states it, for the control total; null when it cannot be read. */
  readonly statedMinor: bigint | null;
}

/** `16,191,001,V,150715,,1234567890,RP1/` in GBP: +0.01, value date 2015-07-15, bank reference 1234567890. */
export function readTransaction(record: Bai2Record, around: Bai2Surroundings): Bai2EntryResult {
  const fields = createFieldCursor(record.lines);
  const typeCode = fields.next();
  const amountText = fields.next();
  const direction = directionOf(typeCode);
  if (amountText === '' && direction === 'none') return messageOnly(record, fields, typeCode, around);
  const stated = around.currency === null ? null : readAmount(amountText, around.currency);
  if (stated === null || around.currency === null) return refused(record, badAmount(amountText, around), null);
  if (direction === null || (direction === 'none' && stated !== 0n))
    return refused(record, badDirection(typeCode), stated);
  const problems: FileProblem[] = [];
  const details = readDetails(fields, record, problems);
  const amountMinor = direction === 'debit' ? -stated : stated;
  const entry = toEntry({ record, around, typeCode, details, direction, amountMinor, currency: around.currency });
  return { entry, problems, statedMinor: stated };
}

interface Details {
  readonly valueOn: LocalDate | null;
  readonly isImmediate: boolean;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly textLines: readonly string[];
}

function readDetails(fields: FieldCursor, record: Bai2Record, problems: FileProblem[]): Details {
  const funds = readFunds(fields);
  const valueOn = funds.valueDate === '' ? null : readDate(funds.valueDate);
  if (funds.valueDate !== '' && valueOn === null) {
    const message = `The value date ${quoted(funds.valueDate)} is not a day of the calendar: the entry is read without it.`;
    problems.push({ line: record.line, field: 'value date', code: 'bad_date', message });
  }
  // A reference on a continuation line is told from text by its comma, its digits and by having no blanks.
  const isReference = (line: string) => /^(?=[^,]{0,35},)(?:[^\s,]*\d[^\s,]*)?\s*,/.test(line);
  const bankReference = given(fields.nextIf(isReference));
  const customerReference = given(fields.nextIf(isReference));
  const { here, following } = fields.rest();
  return {
    valueOn,
    isImmediate: funds.type === '0',
    bankReference,
    customerReference,
    textLines: textLinesOf(here, following),
  };
}

/** References that only fill the field say nothing. */
function given(reference: string): string | null {
  return /^(0*|NONREF|NONE|N\/A|NOTPROVIDED)$/i.test(reference) ? null : reference;
}

function toEntry(parts: {
  readonly record: Bai2Record;
  readonly around: Bai2Surroundings;
  readonly typeCode: string;
  readonly details: Details;
  readonly direction: Bai2Direction;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
}): BankEntry {
  const { record, around, typeCode, details, direction, amountMinor } = parts;
  const isReversal = isReversalCode(typeCode);
  // A returned payment names the payer of the first one, though the money goes the other way.
  const isFromPayer = isReversal ? amountMinor < 0n : amountMinor >= 0n;
  const facts = readTextFacts(details.textLines, isFromPayer ? 'payer' : 'payee');
  return {
    line: record.line,
    account: around.account,
    status: direction === 'none' ? 'information' : around.status,
    bookedOn: around.asOf,
    valueOn: details.valueOn ?? (details.isImmediate ? around.asOf : null),
    amountMinor,
    currency: parts.currency,
    isReversal,
    bankReference: details.bankReference,
    customerReference: details.customerReference,
    endToEndId: facts.endToEndId,
    typeCode,
    counterparty: { name: facts.name, account: facts.account, ultimateName: null },
    structuredReference: null,
    documents: [],
    textLines: details.textLines,
    bankInformation: null,
  };
}

/** A message without money (890, or a status): shown with amount zero, never posted. */
function messageOnly(
  record: Bai2Record,
  fields: FieldCursor,
  typeCode: string,
  around: Bai2Surroundings,
): Bai2EntryResult {
  if (around.currency === null) return { entry: null, problems: [], statedMinor: 0n };
  const details = readDetails(fields, record, []);
  const entry = toEntry({
    record,
    around,
    typeCode,
    details,
    direction: 'none',
    amountMinor: 0n,
    currency: around.currency,
  });
  return { entry, problems: [], statedMinor: 0n };
}

function refused(record: Bai2Record, problem: Omit<FileProblem, 'line'>, statedMinor: bigint | null): Bai2EntryResult {
  return { entry: null, problems: [{ line: record.line, ...problem }], statedMinor };
}

function badAmount(amountText: string, around: Bai2Surroundings): Omit<FileProblem, 'line'> {
  const cause =
    around.currency === null
      ? 'The currency of this transaction is not known, so its amount cannot be read'
      : `The amount of this transaction cannot be read (${quoted(amountText)} ${around.currency})`;
  return {
    field: 'amount',
    code: 'bad_amount',
    message: `${cause}: the transaction is left out. Ask the bank to correct the file.`,
  };
}

function badDirection(typeCode: string): Omit<FileProblem, 'line'> {
  const message =
    `The type code ${quoted(typeCode)} does not say whether money came in or went out (100 to 399 are credits, 400 to 699 debits): ` +
    'the transaction is left out. Ask the bank what it means.';
  return { field: 'type code', code: 'bad_direction', message };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
