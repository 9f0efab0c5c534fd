/** An account record (`03` and its continuations): the account, its currency, its balances and totals. */
import type { LocalDate } from '../../calendar/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import { isCurrencyCode } from '../../money/index.ts';
import type { BankBalance, FileProblem } from '../statement.ts';
import { type Bai2Record, createFieldCursor, type FieldCursor, readFunds } from './bai2-record.ts';
import { CLOSING_LEDGER, CURRENT_LEDGER, OPENING_LEDGER } from './bai2-type-codes.ts';
import { readAmount } from './bai2-values.ts';

/** The standard's currency where a file names none. */
const DEFAULT_CURRENCY = 'USD';
/** Balances and totals of one account; the standard knows fewer codes. */
const SUMMARIES_MAX = 2_000;

export interface Bai2Account {
  readonly account: string | null;
  readonly currency: CurrencyCode | null;
  readonly openingBalance: BankBalance | null;
  readonly closingBalance: BankBalance | null;
  /** Sum of all amounts of the record as written, for the control total; null when one cannot be read. */
  readonly statedMinor: bigint | null;
  /** Whether a balance could not be read. */
  readonly hasGaps: boolean;
  readonly problems: readonly FileProblem[];
}

/** `03,77777777,GBP,010,10000,,,015,10000,,,/`: opens and closes with 100.00 GBP, and counts 20000 to the control total. */
export function readAccount(
  record: Bai2Record,
  group: { readonly currency: string; readonly asOf: LocalDate | null },
): Bai2Account {
  const fields = createFieldCursor(record.lines);
  const account = fields.next().replace(/\s+/g, '') || null;
  const code = (
    fields.nextIf((line) => /^\s*([A-Za-z]{3})?\s*,/.test(line)) ||
    group.currency ||
    DEFAULT_CURRENCY
  ).toUpperCase();
  if (!isCurrencyCode(code)) return unknownCurrency(record, account, code);
  const problems: FileProblem[] = [];
  const { amounts, statedMinor } = readSummaries(fields, code, (typeCode, amountText) =>
    problems.push(badSummary(record, typeCode, amountText)),
  );
  const balance = (typeCode: string): BankBalance | null => {
    const amountMinor = amounts.get(typeCode);
    return amountMinor === undefined ? null : { amountMinor, currency: code, on: group.asOf };
  };
  return {
    account,
    currency: code,
    openingBalance: balance(OPENING_LEDGER),
    closingBalance: balance(CLOSING_LEDGER) ?? balance(CURRENT_LEDGER),
    statedMinor,
    hasGaps: statedMinor === null,
    problems,
  };
}

/** Groups of type code, amount, item count and funds, on as many lines as it takes; empty groups are skipped. */
function readSummaries(
  fields: FieldCursor,
  currency: CurrencyCode,
  onBad: (typeCode: string, amountText: string) => void,
): { readonly amounts: ReadonlyMap<string, bigint>; readonly statedMinor: bigint | null } {
  const amounts = new Map<string, bigint>();
  let statedMinor: bigint | null = 0n;
  for (let count = 0; !fields.isAtEnd() && count < SUMMARIES_MAX; count += 1) {
    const typeCode = fields.next();
    if (typeCode === '') continue;
    const amountText = fields.next();
    const amountMinor = amountText === '' ? 0n : readAmount(amountText, currency);
    // An item count on the next line would be a number followed by a comma; a type code has three digits and an amount.
    fields.nextIf((line) => /^\s*,/.test(line));
    readFunds(fields);
    if (amountMinor === null || !/^\d{3}$/.test(typeCode)) {
      onBad(typeCode, amountText);
      statedMinor = null;
      continue;
    }
    if (statedMinor !== null) statedMinor += amountMinor;
    if (amountText !== '' && !amounts.has(typeCode)) amounts.set(typeCode, amountMinor);
  }
  return { amounts, statedMinor };
}

function badSummary(record: Bai2Record, typeCode: string, amountText: string): FileProblem {
  const message =
    `The balance or total ${JSON.stringify(typeCode.slice(0, 40))} with the amount ${JSON.stringify(amountText.slice(0, 40))} cannot be read: ` +
    'whether the statement foots is not known. Ask the bank to correct the file.';
  return { line: record.line, field: 'summary amount', code: 'bad_balance', message };
}

function unknownCurrency(record: Bai2Record, account: string | null, code: string): Bai2Account {
  const message =
    `${JSON.stringify(code.slice(0, 40))} is no currency, so the amounts of account ${account ?? ''} cannot be read: ` +
    'its transactions are left out. Ask the bank to correct the file.';
  return {
    account,
    currency: null,
    openingBalance: null,
    closingBalance: null,
    statedMinor: null,
    hasGaps: true,
    problems: [{ line: record.line, field: 'currency', code: 'bad_currency', message }],
  };
}
