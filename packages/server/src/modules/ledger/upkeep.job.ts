/** What the ledger does by itself, every minute or so: each step may run twice, or in two processes, with the same result. */
import { addDays, startOfMonth } from '@quittance/core/calendar';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { unarrivedTransfers } from './intercompany.queries.ts';
import { receiveTransfers } from './intercompany.usecase.ts';
import { releasePending } from './pending.usecase.ts';
import { hasSnapshot } from './periods.queries.ts';
import { takeSnapshot } from './periods.usecase.ts';
import { sealEntries } from './seals.usecase.ts';

export interface UpkeepReport {
  readonly released: number;
  readonly refused: number;
  readonly sealed: number;
}

/** Carries out what has come due, seals what is complete, keeps the balances of a month that has ended. */
export async function ledgerUpkeep(database: Database, scope: Scope): Promise<UpkeepReport> {
  const { done, refused } = await releasePending(database, scope);
  await database.write(scope, async (tx) => {
    const monthEnd = addDays(startOfMonth(tx.today), -1);
    if (!(await hasSnapshot(tx, monthEnd))) await takeSnapshot(tx, monthEnd);
  });
  const sealed = await database.write(scope, sealEntries);
  return { released: done, refused, sealed };
}

/** Lets arrive in each company what was sent to it by the others. Returns how many transfers arrived. */
export async function transferUpkeep(
  database: Database,
  companies: readonly { readonly scope: Scope; readonly unidentifiedId: string }[],
): Promise<number> {
  let arrived = 0;
  for (const { scope: from } of companies) {
    const waiting = new Set((await database.read(from, unarrivedTransfers)).map((transfer) => transfer.otherCompanyId));
    for (const { scope: to, unidentifiedId } of companies) {
      if (waiting.has(to.company.id)) arrived += await receiveTransfers(database, { from, to, unidentifiedId });
    }
  }
  return arrived;
}
