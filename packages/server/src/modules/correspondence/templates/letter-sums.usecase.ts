/** What a letter about some items asks for: what is open of them, less what is covered, promised or disputed in part. */
import type { Tx } from '../../../platform/database/transaction.ts';
import { itemsOfLetter, type LetterToFinish } from './write-letter.usecase.ts';

export interface LetterSum {
  readonly currency: string;
  readonly openMinor: bigint;
  readonly creditMinor: bigint;
  readonly restingMinor: bigint;
  /** The first less the other two. */
  readonly askedMinor: bigint;
}

/** By currency. Items of 500.00 and 300.00 EUR with 120.00 that waits to be applied: 800.00 open, 680.00 asked. */
export async function letterSums(
  tx: Tx,
  letter: Pick<LetterToFinish, 'customerId' | 'itemIds' | 'takeOff'>,
): Promise<LetterSum[]> {
  const items = await itemsOfLetter(tx, letter);
  const sums = new Map<string, LetterSum>();
  for (const { currency, openMinor, creditMinor = 0n, restingMinor = 0n } of items) {
    const sum = sums.get(currency) ?? { currency, openMinor: 0n, creditMinor: 0n, restingMinor: 0n, askedMinor: 0n };
    sums.set(currency, {
      currency,
      openMinor: sum.openMinor + openMinor,
      creditMinor: sum.creditMinor + creditMinor,
      restingMinor: sum.restingMinor + restingMinor,
      askedMinor: sum.askedMinor + openMinor - creditMinor - restingMinor,
    });
  }
  return [...sums.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
}
