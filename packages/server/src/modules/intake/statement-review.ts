/**
 * What a person checks of a statement before its money is posted: its balances, whether they foot and which line may be the
 * reason when not, and how it continues the account's statements.
 */
import {
  type BankBalance,
  type BankEntry,
  type BankReport,
  type BankStatement,
  type Footing,
  type FootingFault,
  footingDifference,
  footingFault,
} from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import { type CurrencyCode, currencyCode, formatAmount } from '@quittance/core/money';
import { type ChainedStatement, type ChainPlace, placeInChain } from '@quittance/core/statement-chain';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { listStatementsOf } from './arrival/statement-accounts.queries.ts';
import type { AccountSpellings } from './own-accounts/account-spellings.ts';

/** Money as text, as it is kept with the import and goes out. */
interface MoneyText {
  readonly amount: string;
  readonly currency: string;
}

export interface ReviewedBalance extends MoneyText {
  readonly on: LocalDate | null;
}

/** A line whose amount explains why the statement does not foot. */
export interface SuspectLine {
  readonly row: number;
  readonly amount: MoneyText;
  readonly on: LocalDate | null;
  readonly label: string;
  readonly fault: FootingFault;
}

export interface ReviewedChain {
  readonly place: ChainPlace<ChainedStatement>['place'];
  /** The import of the statement it continues, repeats or misses lines after; null when that one is in this file. */
  readonly previousImportId: string | null;
  readonly previousNumber: string | null;
  readonly previousClosing: ReviewedBalance | null;
  /** Of a gap: what came or went that no statement shows. */
  readonly difference: MoneyText | null;
}

export interface StatementReview {
  readonly account: string | null;
  readonly number: string | null;
  readonly report: BankReport;
  readonly opening: ReviewedBalance | null;
  readonly closing: ReviewedBalance | null;
  readonly footing: Footing;
  /** The sum of its booked lines in the currency of its balances; null without balances. */
  readonly moved: MoneyText | null;
  /** What the closing balance has more (negative: less) than opening and lines give. */
  readonly difference: MoneyText | null;
  readonly lineCount: number;
  readonly suspects: readonly SuspectLine[];
  /** Null for notifications and lockbox files, which are links of no chain. */
  readonly chain: ReviewedChain | null;
}

export interface StatementReviews {
  readonly line: (entry: BankEntry) => void;
  /** Its lines are those told since the statement before. */
  readonly statement: (statement: BankStatement) => Promise<StatementReview>;
}

/** Lines kept of one statement to find the one that spoils its footing; a larger statement is only added up. */
const LINES_KEPT_MAX = 50_000;
const SUSPECTS_MAX = 5;

interface KnownStatement extends ChainedStatement {
  readonly batchId: string | null;
}

/** An account's statements are those under all its numbers. */
export function createStatementReviews(tx: Tx, { mainKey, keysOf }: AccountSpellings): StatementReviews {
  let lines = createLines();
  const known = new Map<string, KnownStatement[]>();
  const statementsOf = async (account: string): Promise<KnownStatement[]> => {
    const key = mainKey(account);
    const found = known.get(key) ?? (await listStatementsOf(tx, keysOf(account)));
    known.set(key, found);
    return found;
  };
  return {
    line: (entry) => lines.add(entry),
    async statement(statement) {
      const own = lines;
      lines = createLines();
      const isLink = (statement.report ?? 'statement') === 'statement' && statement.account !== null;
      const chain = isLink ? await statementsOf(statement.account as string) : null;
      const review = reviewOf(statement, own, chain);
      chain?.push({ ...chained(statement, currencyCode(tx.company.functionalCurrency)), id: newId(), batchId: null });
      return review;
    },
  };
}

function createLines() {
  const kept: BankEntry[] = [];
  const moved = new Map<string, bigint>();
  return {
    add(entry: BankEntry) {
      if (entry.status !== 'booked') return;
      moved.set(entry.currency, (moved.get(entry.currency) ?? 0n) + entry.amountMinor);
      if (kept.length < LINES_KEPT_MAX) kept.push(entry);
    },
    movedIn: (currency: string) => moved.get(currency) ?? 0n,
    kept,
  };
}

function reviewOf(
  statement: BankStatement,
  lines: ReturnType<typeof createLines>,
  known: readonly KnownStatement[] | null,
): StatementReview {
  const { openingBalance, closingBalance } = statement;
  const currency = (openingBalance ?? closingBalance)?.currency ?? null;
  const movedMinor = currency === null ? 0n : lines.movedIn(currency);
  const differenceMinor = footingDifference({ openingBalance, closingBalance, booked: [movedMinor] });
  return {
    account: statement.account,
    number: statement.number,
    report: statement.report ?? 'statement',
    opening: balanceOf(openingBalance),
    closing: balanceOf(closingBalance),
    footing: statement.footing,
    moved: currency === null ? null : moneyText(movedMinor, currency),
    difference: currency === null || differenceMinor === null ? null : moneyText(differenceMinor, currency),
    lineCount: statement.entryCount,
    suspects: statement.footing === 'ok' ? [] : suspectsAmong(lines.kept, currency, differenceMinor),
    chain: known === null || currency === null ? null : chainOf(chained(statement, currency), known),
  };
}

function suspectsAmong(lines: readonly BankEntry[], currency: string | null, differenceMinor: bigint | null) {
  if (differenceMinor === null) return [];
  const suspects: SuspectLine[] = [];
  for (const entry of lines) {
    const fault = entry.currency === currency ? footingFault(entry.amountMinor, differenceMinor) : null;
    if (fault === null) continue;
    suspects.push({
      row: entry.line,
      amount: moneyText(entry.amountMinor, entry.currency),
      on: entry.bookedOn ?? entry.valueOn,
      label: entry.bankReference ?? entry.counterparty.name ?? entry.textLines[0] ?? '',
      fault,
    });
    if (suspects.length === SUSPECTS_MAX) break;
  }
  return suspects;
}

function chained(
  { number, openingBalance, closingBalance }: BankStatement,
  currency: CurrencyCode,
): Omit<ChainedStatement, 'id'> {
  return {
    number,
    currency: openingBalance?.currency ?? closingBalance?.currency ?? currency,
    openingMinor: openingBalance?.amountMinor ?? null,
    openingOn: openingBalance?.on ?? null,
    closingMinor: closingBalance?.amountMinor ?? null,
    closingOn: closingBalance?.on ?? null,
  };
}

function chainOf(own: Omit<ChainedStatement, 'id'>, known: readonly KnownStatement[]): ReviewedChain {
  const { place, previous, differenceMinor } = placeInChain(own, known);
  const closing = previous?.closingMinor ?? null;
  return {
    place,
    previousImportId: previous?.batchId ?? null,
    previousNumber: previous?.number ?? null,
    previousClosing:
      previous === null || closing === null
        ? null
        : { ...moneyText(closing, previous.currency), on: previous.closingOn ?? previous.openingOn },
    difference: differenceMinor === null ? null : moneyText(differenceMinor, own.currency),
  };
}

function balanceOf(balance: BankBalance | null): ReviewedBalance | null {
  return balance === null ? null : { ...moneyText(balance.amountMinor, balance.currency), on: balance.on };
}

function moneyText(amountMinor: bigint, currency: string): MoneyText {
  return { amount: formatAmount(amountMinor, currency), currency };
}
