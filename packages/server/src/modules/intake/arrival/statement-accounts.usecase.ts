/** Bank accounts as their posted statements show them: the last one, gaps between them, and what is late. */
import type { BankReport } from '@quittance/core/bank-formats';
import { addDays } from '@quittance/core/calendar';
import { type ChainGap, gapsIn, rhythmOf, type StatementRhythm } from '@quittance/core/statement-chain';
import type { Tx } from '../../../platform/database/transaction.ts';
import { listWaitingLines } from '../known-money/known-money.queries.ts';
import { accountKey } from '../own-accounts/account-key.ts';
import { type AccountSpellings, loadSpellings } from '../own-accounts/account-spellings.ts';
import { listOwnAccounts, type OwnAccount } from '../own-accounts/own-accounts.queries.ts';
import { type AccountStatement, listStatementsSince } from './statement-accounts.queries.ts';

export interface StatementAccount {
  readonly account: string;
  /** Null where only notifications or a lockbox told of it so far. */
  readonly last: AccountStatement | null;
  readonly currency: string;
  /** By which kind of file its receipts come. */
  readonly receiptsBy: BankReport;
  /** Who said so, and why; null while the first file decides. */
  readonly receiptsByWord: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** Lines of money in that are no receipts yet. */
  readonly waitingCount: number;
  readonly statementCount: number;
  readonly rhythm: StatementRhythm;
  /** The latest first. */
  readonly gaps: readonly ChainGap[];
}

/** How far back the chain is followed: older gaps were seen at their time. */
const DAYS_BACK = 190;

/** Accounts by the number known first, those with something missing first. */
export async function statementAccounts(tx: Tx): Promise<StatementAccount[]> {
  const spellings = await loadSpellings(tx);
  const statements = await listStatementsSince(tx, addDays(tx.today, -DAYS_BACK));
  const byAccount = new Map<string, AccountStatement[]>();
  for (const statement of statements) {
    const key = spellings.mainKey(statement.account);
    byAccount.set(key, [...(byAccount.get(key) ?? []), statement]);
  }
  const waiting = new Map<string, number>();
  for (const line of await listWaitingLines(tx)) {
    const key = spellings.mainKey(line.account);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  const own = await ownAccounts(tx, spellings);
  const accounts = [...new Set([...byAccount.keys(), ...own.keys()])].sort().map((account): StatementAccount => {
    const ofAccount = byAccount.get(account) ?? [];
    const known = own.get(account);
    const last = ofAccount.at(-1) ?? null;
    const closedOn = ofAccount.flatMap((statement) => statement.closingOn ?? statement.openingOn ?? []);
    return {
      account,
      last,
      currency: last?.currency ?? tx.company.functionalCurrency,
      receiptsBy: known?.receiptsBy ?? 'statement',
      receiptsByWord: known?.receiptsByWord ?? null,
      waitingCount: waiting.get(account) ?? 0,
      statementCount: ofAccount.length,
      rhythm: rhythmOf(closedOn, tx.today),
      gaps: gapsIn(ofAccount),
    };
  });
  return accounts.sort((left, right) => wantsAttention(right) - wantsAttention(left));
}

/** Two that were learned before somebody said that they are one: the word on the number known first counts. */
async function ownAccounts(tx: Tx, { mainKey }: AccountSpellings): Promise<ReadonlyMap<string, OwnAccount>> {
  const own = new Map<string, OwnAccount>();
  for (const known of await listOwnAccounts(tx)) {
    const key = mainKey(known.account);
    if (!own.has(key) || accountKey(known.account) === key) own.set(key, known);
  }
  return own;
}

function wantsAttention({ rhythm, gaps, waitingCount }: StatementAccount): number {
  return rhythm.missingDays.length > 0 || gaps.length > 0 || waitingCount > 0 ? 1 : 0;
}
