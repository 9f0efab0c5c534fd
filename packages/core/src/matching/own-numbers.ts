/**
 * Payers put their own customer number into the text: `RG 4711001 KD 104498`. It is known and asks no question. Only the
 * numbers of customers in play count: those the payer may stand for, and those whose items the text or the amount found.
 */
import type { OpenItem } from './item-source.ts';
import { customersOfPayer } from './payer-evidence.ts';
import type { DigitRun, PayerRecognition } from './recognise.ts';
import { tokensOfNumber } from './token.ts';

interface InPlay {
  readonly payer: PayerRecognition;
  readonly citations: readonly { readonly items: readonly OpenItem[] }[];
  readonly byAmount: readonly OpenItem[];
}

/** The runs that are customer numbers: of `KD 0104498` from a payer of customer 104498, the run `0104498`. */
export function ownNumbers(runs: readonly DigitRun[], { payer, citations, byAmount }: InPlay): DigitRun[] {
  if (runs.length === 0) return [];
  const found = [...citations.flatMap(({ items }) => items), ...byAmount];
  const customers = new Set([...customersOfPayer(payer), ...found.map(({ customer }) => customer)]);
  const tokens = new Set([...customers].flatMap(tokensOfNumber));
  return runs.filter(({ digits }) => tokensOfNumber(digits).some((token) => tokens.has(token)));
}
