import type { Tx } from '../../platform/database/transaction.ts';
import { checkSeals } from './seals.usecase.ts';
import { checkRules, type Invariant, LEDGER_RULES } from './verify.queries.ts';

/** Checks of other modules, so that the ledger need not know them. */
export type VerifyCheck = (tx: Tx) => Promise<Invariant[]>;

/** Every invariant of a company's ledger, recomputed. Reads only. */
export async function verify(tx: Tx, checks: readonly VerifyCheck[] = []): Promise<Invariant[]> {
  const results = await checkRules(tx, LEDGER_RULES);
  const { seals, unsealed, broken } = await checkSeals(tx);
  results.push({
    invariant: 'seals_fit_their_entries',
    ok: broken.length === 0,
    checked: seals,
    failures: broken.map((number) => `seal ${number} does not fit its entries`),
  });
  results.push({ invariant: 'entries_unsealed_are_counted', ok: true, checked: unsealed, failures: [] });
  for (const check of checks) results.push(...(await check(tx)));
  return results;
}
