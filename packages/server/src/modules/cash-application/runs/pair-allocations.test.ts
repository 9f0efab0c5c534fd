import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairAllocations } from './pair-allocations.ts';

describe('a receipt and netted credit notes pay items', () => {
  it('one item by the receipt alone', () => {
    expect(pairAllocations('R', [{ itemId: 'A', amountMinor: 100n }])).toEqual([
      { creditItemId: 'R', debitItemId: 'A', amountMinor: 100n },
    ]);
  });

  it('130.00 on 100.00 and 50.00 less a credit note of 20.00', () => {
    const parts = [
      { itemId: 'A', amountMinor: 10_000n },
      { itemId: 'B', amountMinor: 5_000n },
      { itemId: 'N', amountMinor: -2_000n },
    ];
    expect(pairAllocations('R', parts)).toEqual([
      { creditItemId: 'N', debitItemId: 'A', amountMinor: 2_000n },
      { creditItemId: 'R', debitItemId: 'A', amountMinor: 8_000n },
      { creditItemId: 'R', debitItemId: 'B', amountMinor: 5_000n },
    ]);
  });

  it('refuses credits that are worth as much as the items', () => {
    const parts = [
      { itemId: 'A', amountMinor: 100n },
      { itemId: 'N', amountMinor: -100n },
    ];
    expect(() => pairAllocations('R', parts)).toThrow(RangeError);
  });

  it('whatever the amounts, each item gets its own, and the receipt pays exactly the sum', () => {
    const amount = fc.bigInt({ min: -1_000n, max: 1_000n }).filter((minor) => minor !== 0n);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), (amounts) => {
        const receiptMinor = amounts.reduce((total, minor) => total + minor, 0n);
        fc.pre(receiptMinor > 0n);
        const parts = amounts.map((amountMinor, index) => ({ itemId: `I${index}`, amountMinor }));
        const placed = new Map<string, bigint>();
        for (const { creditItemId, debitItemId, amountMinor } of pairAllocations('R', parts)) {
          expect(amountMinor).toBeGreaterThan(0n);
          placed.set(debitItemId, (placed.get(debitItemId) ?? 0n) + amountMinor);
          placed.set(creditItemId, (placed.get(creditItemId) ?? 0n) - amountMinor);
        }
        for (const { itemId, amountMinor } of parts) expect(placed.get(itemId)).toBe(amountMinor);
        expect(placed.get('R')).toBe(-receiptMinor);
      }),
    );
  });
});
