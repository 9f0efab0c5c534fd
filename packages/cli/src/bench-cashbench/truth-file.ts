/** The true applications of a labelled set. They feed the ledger of the days before, never the engine. */
import { readFile } from 'node:fs/promises';
import { type CurrencyCode, parseAmount } from '@quittance/core/money';

export interface TrueApplication {
  readonly customer: string | null;
  readonly isNotReceivables: boolean;
  /** What leaves each item: cash and deductions, in the order posted. */
  readonly postings: readonly { readonly item: string; readonly amountMinor: bigint }[];
}

interface TruthEntry {
  readonly customer: string | null;
  readonly not_ar: boolean;
  readonly allocations: readonly { readonly item: string; readonly amount: string }[];
  readonly deductions: readonly { readonly item: string; readonly amount: string }[];
}

/** Keyed by receipt id; `currencyOf` tells in which currency a receipt's amounts are. */
export async function readTruth(
  path: string,
  currencyOf: ReadonlyMap<string, CurrencyCode>,
): Promise<Map<string, TrueApplication>> {
  const entries = JSON.parse(await readFile(path, 'utf8')) as Record<string, TruthEntry>;
  const truth = new Map<string, TrueApplication>();
  for (const [receiptId, entry] of Object.entries(entries)) {
    const currency = currencyOf.get(receiptId);
    if (currency === undefined) continue;
    const postings = [...entry.allocations, ...entry.deductions].map(({ item, amount }) => {
      const amountMinor = parseAmount(amount, currency);
      if (amountMinor === null) throw new RangeError(`truth of ${receiptId}: ${amount} is no amount of ${currency}`);
      return { item, amountMinor };
    });
    truth.set(receiptId, { customer: entry.customer, isNotReceivables: entry.not_ar, postings });
  }
  return truth;
}
