import { sum } from '../money/index.ts';
import type { BankBalance, Footing } from './statement.ts';

interface FootedStatement {
  readonly openingBalance: BankBalance | null;
  readonly closingBalance: BankBalance | null;
  /** Signed minor amounts of the booked entries, in the balances' currency. */
  readonly booked: Iterable<bigint>;
}

/**
 * Does opening plus booked entries give closing? `booked` are the signed minor amounts in the balances' currency:
 * 100.00 with +30.00 and −5.00 must close at 125.00. `hasGaps` says that an entry could not be read or valued.
 */
export function footStatement(statement: FootedStatement & { readonly hasGaps: boolean }): Footing {
  const difference = statement.hasGaps ? null : footingDifference(statement);
  if (difference === null) return 'unknown';
  return difference === 0n ? 'ok' : 'off';
}

/**
 * What the closing balance has more than opening and entries give; negative when it has less. Null when a balance is
 * missing. 100.00 with +30.00 that closes at 125.00 differs by −5.00.
 */
export function footingDifference({ openingBalance, closingBalance, booked }: FootedStatement): bigint | null {
  if (openingBalance === null || closingBalance === null) return null;
  if (openingBalance.currency !== closingBalance.currency) return null;
  return closingBalance.amountMinor - openingBalance.amountMinor - sum(booked);
}

/**
 * What may be wrong with an entry whose amount explains the difference: `superfluous`, the statement foots without it;
 * `wrong_sign`, it foots with the sign turned; `twin_missing`, it foots when the same line comes once more.
 */
export type FootingFault = 'superfluous' | 'wrong_sign' | 'twin_missing';

/**
 * Which fault of one entry would explain a difference, null when none. Of a difference of −5.00: +5.00 is superfluous, +2.50
 * has the wrong sign, −5.00 lacks its twin.
 */
export function footingFault(amountMinor: bigint, differenceMinor: bigint): FootingFault | null {
  if (amountMinor === 0n || differenceMinor === 0n) return null;
  if (amountMinor === -differenceMinor) return 'superfluous';
  if (-2n * amountMinor === differenceMinor) return 'wrong_sign';
  return amountMinor === differenceMinor ? 'twin_missing' : null;
}
