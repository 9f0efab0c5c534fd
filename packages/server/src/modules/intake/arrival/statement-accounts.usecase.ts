/** Bank accounts as their posted statements show them: the last one, gaps between them, and what is late. */
import { addDays } from '@quittance/core/calendar';
import { type ChainGap, gapsIn, rhythmOf, type StatementRhythm } from '@quittance/core/statement-chain';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type AccountStatement, listStatementsSince } from './statement-accounts.queries.ts';

export interface StatementAccount {
  readonly account: string;
  readonly last: AccountStatement;
  readonly statementCount: number;
  readonly rhythm: StatementRhythm;
  /** The latest first. */
  readonly gaps: readonly ChainGap[];
}

/** How far back the chain is followed: older gaps were seen at their time. */
const DAYS_BACK = 190;

/** Accounts by number, those with something missing first. */
export async function statementAccounts(tx: Tx): Promise<StatementAccount[]> {
  const statements = await listStatementsSince(tx, addDays(tx.today, -DAYS_BACK));
  const byAccount = new Map<string, AccountStatement[]>();
  for (const statement of statements) {
    const key = statement.account.replace(/\s+/g, '').toUpperCase();
    byAccount.set(key, [...(byAccount.get(key) ?? []), statement]);
  }
  const accounts = [...byAccount].flatMap(([account, ofAccount]) => {
    const last = ofAccount.at(-1);
    if (last === undefined) return [];
    const closedOn = ofAccount.flatMap((statement) => statement.closingOn ?? statement.openingOn ?? []);
    const rhythm = rhythmOf(closedOn, tx.today);
    return [{ account, last, statementCount: ofAccount.length, rhythm, gaps: gapsIn(ofAccount) }];
  });
  return accounts.sort((left, right) => wantsAttention(right) - wantsAttention(left));
}

function wantsAttention({ rhythm, gaps }: Pick<StatementAccount, 'rhythm' | 'gaps'>): number {
  return rhythm.missingDays.length > 0 || gaps.length > 0 ? 1 : 0;
}
