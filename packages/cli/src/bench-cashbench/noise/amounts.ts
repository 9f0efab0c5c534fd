/** Other deductions, and other prices: bank charges on payments that came whole, and amounts of few price points. */
import { minorDigits } from '@quittance/core/money';
import { oneOf } from '../../random.ts';
import type { LabelledSet } from '../replay.ts';
import type { TrueApplication } from '../truth-file.ts';
import type { Noise } from './noise.ts';

const CHARGED_SHARE = 0.05;
const CHARGES_MINOR = [500n, 750n, 1_000n, 1_250n, 2_000n, 3_500n] as const;

/** Of one in twenty whole payments a bank on the way keeps 5.00 to 35.00, some of it no whole five. */
export const moreBankCharges: Noise = (set, random) =>
  changed(set, (amountMinor, truth) => {
    const [largest] = [...truth.allocations].sort((left, right) => Number(right.amountMinor - left.amountMinor));
    const chargeMinor = oneOf(random, CHARGES_MINOR);
    const isWhole = truth.deductions.length === 0 && truth.unappliedMinor === 0n && truth.kind !== 'instalment';
    if (largest === undefined || !isWhole || random() >= CHARGED_SHARE) return null;
    if (largest.amountMinor < chargeMinor * 40n) return null;
    const deduction = { item: largest.item, amountMinor: chargeMinor, reason: 'bank_fee', isFloating: true };
    const allocations = truth.allocations.map((one) =>
      one === largest ? { ...one, amountMinor: one.amountMinor - chargeMinor } : one,
    );
    return { amountMinor: amountMinor - chargeMinor, truth: { ...truth, allocations, deductions: [deduction] } };
  });

interface Changed {
  readonly amountMinor: bigint;
  readonly truth: TrueApplication;
}

function changed(
  set: LabelledSet,
  change: (amountMinor: bigint, truth: TrueApplication) => Changed | null,
): LabelledSet {
  const truth = new Map(set.truth);
  const receipts = set.receipts.map((receipt) => {
    const known = truth.get(receipt.id);
    const found = known === undefined ? null : change(receipt.amountMinor, known);
    if (found === null) return receipt;
    truth.set(receipt.id, found.truth);
    return { ...receipt, amountMinor: found.amountMinor };
  });
  return { ...set, receipts, truth };
}

/**
 * Prices in steps of 50.00: many items have the same amount, and a sum says little. Items that several receipts pay, and
 * those of payments with deductions, keep their amounts. What becomes ambiguous by it counts as wrong when it is guessed.
 */
export const fewPricePoints: Noise = (set) => {
  const paidBy = new Map<string, number>();
  for (const { allocations, deductions } of set.truth.values()) {
    for (const { item } of allocations) paidBy.set(item, (paidBy.get(item) ?? 0) + (deductions.length > 0 ? 2 : 1));
  }
  const stepped = new Map<string, bigint>();
  const items = set.items.map((row) => {
    const { item } = row;
    if (item.openMinor <= 0n || (paidBy.get(item.id) ?? 0) > 1) return row;
    const stepMinor = 50n * 10n ** BigInt(minorDigits(item.currency));
    const steps = (item.openMinor + stepMinor / 2n) / stepMinor;
    const openMinor = (steps === 0n ? 1n : steps) * stepMinor;
    stepped.set(item.id, openMinor - item.openMinor);
    return { ...row, item: { ...item, openMinor } };
  });
  const open = new Map(set.items.map(({ item }) => [item.id, item.openMinor]));
  return changed({ ...set, items }, (amountMinor, truth) => {
    const allocations = truth.allocations.map((one) => {
      const isWhole = open.get(one.item) === one.amountMinor;
      return { ...one, amountMinor: one.amountMinor + (isWhole ? (stepped.get(one.item) ?? 0n) : 0n) };
    });
    const total = (of: typeof allocations): bigint => of.reduce((sum, one) => sum + one.amountMinor, 0n);
    const addedMinor = total(allocations) - total([...truth.allocations]);
    return { amountMinor: amountMinor + addedMinor, truth: { ...truth, allocations, isAmbiguous: false } };
  });
};
