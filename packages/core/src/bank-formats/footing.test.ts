import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode } from '../money/index.ts';
import { footingDifference, footingFault, footStatement } from './footing.ts';
import type { BankBalance } from './statement.ts';

const balance = (amountMinor: bigint, currency = 'EUR'): BankBalance => ({
  amountMinor,
  currency: currencyCode(currency),
  on: null,
});
const aStatement = (opening: bigint, booked: readonly bigint[], closing: bigint) => ({
  openingBalance: balance(opening),
  closingBalance: balance(closing),
  booked,
});

describe('whether a statement foots', () => {
  it('100.00 with +30.00 and −5.00 closes at 125.00', () => {
    expect(footStatement({ ...aStatement(10_000n, [3_000n, -500n], 12_500n), hasGaps: false })).toBe('ok');
  });

  it('100.00 with +30.00 that closes at 125.00 differs by −5.00', () => {
    const statement = aStatement(10_000n, [3_000n], 12_500n);
    expect(footStatement({ ...statement, hasGaps: false })).toBe('off');
    expect(footingDifference(statement)).toBe(-500n);
  });

  it('is unknown when an entry could not be read, a balance is missing, or the balances are of two currencies', () => {
    expect(footStatement({ ...aStatement(0n, [], 1n), hasGaps: true })).toBe('unknown');
    expect(footingDifference({ ...aStatement(0n, [], 1n), openingBalance: null })).toBeNull();
    expect(footingDifference({ ...aStatement(0n, [], 1n), closingBalance: balance(1n, 'USD') })).toBeNull();
  });

  it('of a difference of −5.00: +5.00 is superfluous, +2.50 has the wrong sign, −5.00 lacks its twin', () => {
    expect(footingFault(500n, -500n)).toBe('superfluous');
    expect(footingFault(250n, -500n)).toBe('wrong_sign');
    expect(footingFault(-500n, -500n)).toBe('twin_missing');
    expect(footingFault(300n, -500n)).toBeNull();
    expect(footingFault(500n, 0n)).toBeNull();
  });

  it('names the line that was added, turned or dropped, whichever it was', () => {
    const amount = fc.bigInt(-1_000_000_000_000n, 1_000_000_000_000n).filter((minor) => minor !== 0n);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), fc.nat(), (lines, pick) => {
        const at = pick % lines.length;
        const line = lines[at] as bigint;
        const closing = lines.reduce((total, minor) => total + minor, 0n);
        const read = {
          superfluous: [...lines, line],
          wrong_sign: lines.map((minor, index) => (index === at ? -minor : minor)),
        };
        const added = footingDifference(aStatement(0n, read.superfluous, closing)) as bigint;
        expect(footingFault(line, added)).toBe('superfluous');
        const turned = footingDifference(aStatement(0n, read.wrong_sign, closing)) as bigint;
        expect(footingFault(-line, turned)).toBe('wrong_sign');
        const dropped = footingDifference(aStatement(0n, lines, closing + line)) as bigint;
        expect(footingFault(line, dropped)).toBe('twin_missing');
      }),
    );
  });
});
