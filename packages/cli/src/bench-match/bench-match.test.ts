import { describe, expect, it } from 'vitest';
import { runBenchMatch } from './bench-match.command.ts';
import { generateLedger } from './generated-ledger.ts';

describe('quittance bench match', () => {
  it('prints what outside checks read, and posts nothing wrong on the invented ledger', async () => {
    let out = '';
    const io = {
      stdout: (text: string) => {
        out += text;
      },
      stderr: () => {},
    };
    expect(await runBenchMatch(['--items', '20000', '--receipts', '2000', '--json'], io)).toBe(0);
    const result = JSON.parse(out) as { auto: number; autoRight: number };
    expect(result).toMatchObject({ items: 20_000, receipts: 2_000, receiptsPerSecond: expect.any(Number) });
    expect(result.auto).toBeGreaterThan(1_500);
    expect(result.autoRight).toBe(result.auto);
  });

  it('generates the same ledger for the same seed, and each item is paid once', () => {
    const size = { items: 3_000, receipts: 500, seed: 7 };
    const ledger = generateLedger(size);
    expect(generateLedger(size)).toEqual(ledger);
    const paid = ledger.payments.flatMap(({ itemIds }) => itemIds);
    expect(new Set(paid).size).toBe(paid.length);
    const singles = ledger.payments.filter(({ itemIds }) => itemIds.length === 1).length;
    expect(singles / size.receipts).toBeGreaterThan(0.55);
  });

  it('answers wrong usage with 2', async () => {
    const io = { stdout: () => {}, stderr: () => {} };
    expect(await runBenchMatch(['--items', 'many'], io)).toBe(2);
    expect(await runBenchMatch(['--wrong'], io)).toBe(2);
  });
});
