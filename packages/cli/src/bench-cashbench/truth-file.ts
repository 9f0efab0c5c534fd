/** The true applications of a labelled set. They feed the ledger of the days before and the figures, never the engine. */
import { readFile } from 'node:fs/promises';
import { type CurrencyCode, parseAmount } from '@quittance/core/money';

export interface TruePosting {
  readonly item: string;
  readonly amountMinor: bigint;
}

export interface TrueDeduction extends TruePosting {
  readonly reason: string;
  /** The payer names no item for it: on another of the same items it is as right. */
  readonly isFloating: boolean;
}

export interface TrueApplication {
  readonly kind: string;
  readonly customer: string | null;
  /** Of one receipt for several accounts, all of them. */
  readonly customers: readonly string[];
  readonly isNotReceivables: boolean;
  /** Nothing tells which of several explanations holds: whoever posts it by itself guesses. */
  readonly isAmbiguous: boolean;
  /** Cash on each item. */
  readonly allocations: readonly TruePosting[];
  readonly deductions: readonly TrueDeduction[];
  readonly unappliedMinor: bigint;
}

interface TruthEntry {
  readonly kind?: string;
  readonly customer: string | null;
  readonly customers?: readonly string[];
  readonly not_ar: boolean;
  readonly ambiguous?: boolean;
  readonly allocations: readonly { readonly item: string; readonly amount: string }[];
  readonly deductions: readonly {
    readonly item: string;
    readonly amount: string;
    readonly reason?: string;
    readonly floating?: boolean;
  }[];
  readonly unapplied?: string;
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
    if (currency !== undefined) truth.set(receiptId, trueApplication(receiptId, entry, currency));
  }
  return truth;
}

function trueApplication(receiptId: string, entry: TruthEntry, currency: CurrencyCode): TrueApplication {
  const minorOf = (amount: string): bigint => {
    const amountMinor = parseAmount(amount, currency);
    if (amountMinor === null) throw new RangeError(`truth of ${receiptId}: ${amount} is no amount of ${currency}`);
    return amountMinor;
  };
  return {
    kind: entry.kind ?? '',
    customer: entry.customer,
    customers: entry.customers ?? (entry.customer === null ? [] : [entry.customer]),
    isNotReceivables: entry.not_ar,
    isAmbiguous: entry.ambiguous ?? false,
    allocations: entry.allocations.map(({ item, amount }) => ({ item, amountMinor: minorOf(amount) })),
    deductions: entry.deductions.map(({ item, amount, reason = '', floating = false }) => ({
      item,
      amountMinor: minorOf(amount),
      reason,
      isFloating: floating,
    })),
    unappliedMinor: minorOf(entry.unapplied ?? '0.00'),
  };
}
