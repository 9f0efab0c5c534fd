import { sum } from '../money/index.ts';
import type { BankBalance, Footing } from './statement.ts';

/**
 * Does opening plus booked entries give closing? `booked` are the signed minor amounts in the balances' currency:
 * 100.00 with +30.00 and −5.00 must close at 125.00. `hasGaps` says that an entry could not be read or valued.
 */
export function footStatement(statement: {
  readonly openingBalance: BankBalance | null;
  readonly closingBalance: BankBalance | null;
  readonly booked: Iterable<bigint>;
  readonly hasGaps: boolean;
}): Footing {
  const { openingBalance, closingBalance } = statement;
  if (openingBalance === null || closingBalance === null || statement.hasGaps) return 'unknown';
  if (openingBalance.currency !== closingBalance.currency) return 'unknown';
  const expected = openingBalance.amountMinor + sum(statement.booked);
  return expected === closingBalance.amountMinor ? 'ok' : 'off';
}
