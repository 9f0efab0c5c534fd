/**
 * A table with a balance column foots when each balance follows from the one before. Banks list the newest line first
 * or last, and some print a balance only on a day's last line: both directions are followed at once, and the one that
 * holds is taken. Opening 100.00, rows +30.00 (130.00) and −5.00 (125.00): opens at 100.00, closes at 125.00, ok.
 */
import type { LocalDate } from '../../calendar/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { BankBalance, Footing } from '../statement.ts';

export interface BalancedRow {
  readonly amountMinor: bigint;
  readonly balanceMinor: bigint | null;
  readonly on: LocalDate;
}

export interface RunningBalance {
  readonly add: (row: BalancedRow) => void;
  readonly result: (currency: CurrencyCode) => {
    readonly openingBalance: BankBalance | null;
    readonly closingBalance: BankBalance | null;
    readonly footing: Footing;
  };
}

interface Known {
  readonly balanceMinor: bigint;
  readonly on: LocalDate;
}

export function createRunningBalance(): RunningBalance {
  let first: (Known & { readonly before: bigint; readonly amountMinor: bigint }) | null = null;
  let last: Known | null = null;
  /** Amounts of the rows after the last known balance, and of those with it. */
  let since = 0n;
  let sinceWith = 0n;
  let unbalanced = 0n;
  let steps = 0;
  let rising = 0;
  let falling = 0;
  /** Steps that hold with the signs turned: money out was read as money in. */
  let turned = 0;
  return {
    add({ amountMinor, balanceMinor, on }) {
      since += amountMinor;
      if (balanceMinor === null) {
        sinceWith += amountMinor;
        return;
      }
      if (last === null) {
        first = { balanceMinor, on, before: since, amountMinor };
        unbalanced = since - amountMinor;
      } else {
        steps += 1;
        if (last.balanceMinor + since === balanceMinor) rising += 1;
        if (balanceMinor + sinceWith === last.balanceMinor) falling += 1;
        if (last.balanceMinor - since === balanceMinor || balanceMinor - sinceWith === last.balanceMinor) turned += 1;
      }
      last = { balanceMinor, on };
      since = 0n;
      sinceWith = amountMinor;
    },
    result(currency) {
      const none = { openingBalance: null, closingBalance: null, footing: 'unknown' as const };
      // One balance, or balances that follow from nothing (an available balance, say), tell nothing.
      if (first === null || last === null || steps === 0) return none;
      const best = Math.max(rising, falling);
      const isTurned = turned === steps && best < steps;
      if (isTurned) return { ...asRead(first, last, currency), footing: 'off' };
      if (best * 2 < steps || (falling > rising && unbalanced !== 0n) || (rising >= falling && since !== 0n))
        return none;
      const balance = (amountMinor: bigint, on: LocalDate | null) => ({ amountMinor, currency, on });
      const footing = best === steps ? 'ok' : 'off';
      return rising >= falling
        ? {
            openingBalance: balance(first.balanceMinor - first.before, null),
            closingBalance: balance(last.balanceMinor, last.on),
            footing,
          }
        : {
            openingBalance: balance(last.balanceMinor - sinceWith, null),
            closingBalance: balance(first.balanceMinor, first.on),
            footing,
          };
    },
  };
}

/** The balances as they stand, in the order of the rows: amounts read with the wrong sign do not lead from one to the other. */
function asRead(first: Known & { readonly before: bigint }, last: Known, currency: CurrencyCode) {
  const opening = { amountMinor: first.balanceMinor - first.before, currency, on: null };
  return { openingBalance: opening, closingBalance: { amountMinor: last.balanceMinor, currency, on: last.on } };
}
