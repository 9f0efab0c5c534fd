import { sum } from '@quittance/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlannedDebit, planAllocations } from './allocation-plan.ts';

const item = (id: string, openMinor: bigint) => ({ id, openMinor });
const credit = (id: string, openMinor: bigint, amountMinor: bigint | null = null) => ({
  items: [item(id, openMinor)],
  amountMinor,
});
const debit = (id: string, openMinor: bigint, more: Partial<PlannedDebit> = {}): PlannedDebit => ({
  items: [item(id, openMinor)],
  amountMinor: null,
  adjustments: [],
  ...more,
});
const discount = {
  kind: 'cash_discount',
  amount: { kind: 'by_terms', rateMillionths: 20_000n },
  reason: undefined,
} as const;

function pairs(allocations: ReturnType<typeof planAllocations>) {
  return allocations.map(({ creditItemId, debitItemId, amountMinor, adjustments }) => [
    creditItemId,
    debitItemId,
    amountMinor,
    ...adjustments.map((one) => one.amountMinor),
  ]);
}

describe('an application without amounts', () => {
  it('applies as much as possible, in the order written', () => {
    expect(pairs(planAllocations([credit('R1', 150n)], [debit('1', 100n), debit('2', 100n)]))).toEqual([
      ['R1', '1', 100n],
      ['R1', '2', 50n],
    ]);
    expect(pairs(planAllocations([credit('CN1', 30n), credit('R1', 90n)], [debit('1', 100n)]))).toEqual([
      ['CN1', '1', 30n],
      ['R1', '1', 70n],
    ]);
  });

  it('takes the discount that the terms earn: 980.00 pays 1,000.00, 490.00 pays 500.00', () => {
    const adjustments = [discount];
    expect(pairs(planAllocations([credit('R1', 98_000n)], [debit('1', 100_000n, { adjustments })]))).toEqual([
      ['R1', '1', 98_000n, 2_000n],
    ]);
    expect(pairs(planAllocations([credit('R1', 49_000n)], [debit('1', 100_000n, { adjustments })]))).toEqual([
      ['R1', '1', 49_000n, 1_000n],
    ]);
  });

  it('never takes more than is open on either side', () => {
    const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 4 }),
        fc.array(amount, { minLength: 1, maxLength: 4 }),
        (credits, debits) => {
          const allocations = planAllocations(
            credits.map((open, index) => credit(`R${index}`, open)),
            debits.map((open, index) => debit(`${index}`, open)),
          );
          credits.forEach((open, index) => {
            const own = allocations.filter((one) => one.creditItemId === `R${index}`);
            expect(sum(own.map((one) => one.amountMinor)) <= open).toBe(true);
          });
          debits.forEach((open, index) => {
            const own = allocations.filter((one) => one.debitItemId === `${index}`);
            expect(sum(own.map((one) => one.amountMinor)) <= open).toBe(true);
          });
          const applied = sum(allocations.map((one) => one.amountMinor));
          expect([sum(credits), sum(debits)]).toContain(applied);
        },
      ),
    );
  });
});

describe('a written amount', () => {
  it('is passed on as it is, so that the ledger refuses what is too much', () => {
    expect(pairs(planAllocations([credit('R1', 40n)], [debit('1', 100n, { amountMinor: 500n })]))).toEqual([
      ['R1', '1', 500n],
    ]);
    expect(pairs(planAllocations([credit('R1', 40n, 41n)], [debit('1', 100n)]))).toEqual([['R1', '1', 41n]]);
  });

  it('goes over the instalments in their order', () => {
    const items = [item('1/1', 40n), item('1/2', 60n)];
    expect(pairs(planAllocations([credit('R1', 100n)], [{ items, amountMinor: 50n, adjustments: [] }]))).toEqual([
      ['R1', '1/1', 40n],
      ['R1', '1/2', 10n],
    ]);
  });
});
