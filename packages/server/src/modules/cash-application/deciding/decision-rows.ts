/** Decisions to and from JSON columns: minor units travel as text, for a JSON number would lose them. */
import type { KeptAllocation, KeptAlternative, KeptDeduction } from './decision.ts';

export type AllocationRow = Omit<KeptAllocation, 'amountMinor' | 'inItemCurrency'> & {
  readonly amountMinor: string;
  readonly inItemCurrency?: { readonly amountMinor: string; readonly currency: string };
};
export type DeductionRow = Omit<KeptDeduction, 'amountMinor'> & { readonly amountMinor: string };
export type AlternativeRow = Omit<KeptAlternative, 'allocations' | 'unappliedMinor'> & {
  readonly allocations: readonly AllocationRow[];
  readonly unappliedMinor: string;
};

export function allocationsOf(rows: readonly AllocationRow[]): KeptAllocation[] {
  return rows.map(({ inItemCurrency, ...row }) => ({
    ...row,
    amountMinor: BigInt(row.amountMinor),
    ...(inItemCurrency && { inItemCurrency: { ...inItemCurrency, amountMinor: BigInt(inItemCurrency.amountMinor) } }),
  }));
}

export function deductionsOf(rows: readonly DeductionRow[]): KeptDeduction[] {
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

export function alternativesOf(rows: readonly AlternativeRow[]): KeptAlternative[] {
  return rows.map((row) => ({
    ...row,
    allocations: allocationsOf(row.allocations),
    unappliedMinor: BigInt(row.unappliedMinor),
  }));
}

export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}
