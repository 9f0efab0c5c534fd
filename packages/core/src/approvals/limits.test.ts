import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../permissions/index.ts';
import {
  APPROVAL_KINDS,
  approvalsNeeded,
  givesMore,
  isWithin,
  type Limit,
  type LimitRow,
  leftOf,
  limitsOf,
  startingLimits,
  totalsOf,
} from './index.ts';

const mia = { personId: 'mia', roles: ['manager'] as const };
const managers = (kind: LimitRow['kind'], aloneMinor: Limit, decideMinor: Limit = null): LimitRow => ({
  kind,
  holder: { role: 'manager' },
  aloneMinor,
  decideMinor,
});

describe('limits', () => {
  it('a company begins with 10,000 alone, and refunds never alone', () => {
    expect(limitsOf(mia, { kind: 'write_off', currency: 'EUR' }, [])).toEqual({
      aloneMinor: 1_000_000n,
      decideMinor: null,
    });
    expect(limitsOf(mia, { kind: 'write_off', currency: 'JPY' }, []).aloneMinor).toBe(10_000n);
    expect(limitsOf(mia, { kind: 'refund', currency: 'EUR' }, []).aloneMinor).toBe(0n);
  });

  it('a person’s own row goes before the role’s, a kind’s before any', () => {
    const rows: LimitRow[] = [
      managers('any', 50_000n),
      { kind: 'write_off', holder: { personId: 'mia' }, aloneMinor: 200_000n, decideMinor: null },
    ];
    expect(limitsOf(mia, { kind: 'write_off', currency: 'EUR' }, rows).aloneMinor).toBe(200_000n);
    expect(limitsOf(mia, { kind: 'discount', currency: 'EUR' }, rows).aloneMinor).toBe(50_000n);
  });

  it('a row for any kind lets nobody refund alone; only a row for refunds does', () => {
    expect(limitsOf(mia, { kind: 'refund', currency: 'EUR' }, [managers('any', 50_000n)]).aloneMinor).toBe(0n);
    const named = [managers('any', 50_000n), managers('refund', 2_000n)];
    expect(limitsOf(mia, { kind: 'refund', currency: 'EUR' }, named).aloneMinor).toBe(2_000n);
  });

  it('of two roles the higher counts, and no limit is the highest', () => {
    const rows: LimitRow[] = [
      managers('any', 100n, 100n),
      { kind: 'any', holder: { role: 'expert' }, aloneMinor: 50n, decideMinor: null },
    ];
    const both = { personId: 'ada', roles: ['manager', 'expert'] as const };
    expect(limitsOf(both, { kind: 'deduction', currency: 'EUR' }, rows)).toEqual({
      aloneMinor: 100n,
      decideMinor: null,
    });
  });

  it('above the second limit two approve: 100,000.00 needs one, 100,000.01 two', () => {
    const asked = { kind: 'refund', currency: 'EUR' } as const;
    expect(approvalsNeeded({ ...asked, valueMinor: 10_000_000n }, [])).toBe(1);
    expect(approvalsNeeded({ ...asked, valueMinor: 10_000_001n }, [])).toBe(2);
    expect(approvalsNeeded({ ...asked, valueMinor: 1n }, [{ kind: 'refund', aboveMinor: 0n }])).toBe(2);
    expect(approvalsNeeded({ ...asked, valueMinor: 10n ** 15n }, [{ kind: 'any', aboveMinor: null }])).toBe(1);
  });

  it('lowering is never giving more; raising or lifting is', () => {
    const before = { aloneMinor: 100n, decideMinor: 500n };
    expect(givesMore(before, { aloneMinor: 50n, decideMinor: 500n })).toBe(false);
    expect(givesMore(before, { aloneMinor: 101n, decideMinor: 500n })).toBe(true);
    expect(givesMore(before, { aloneMinor: 100n, decideMinor: null })).toBe(true);
    expect(givesMore({ aloneMinor: null, decideMinor: null }, before)).toBe(false);
  });
});

describe('limits, of any rows', () => {
  const limit = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: null });
  const kind = fc.constantFrom(...APPROVAL_KINDS);
  const row: fc.Arbitrary<LimitRow> = fc.record({
    kind: fc.constantFrom('any' as const, ...APPROVAL_KINDS),
    holder: fc.oneof(
      fc.record({ role: fc.constantFrom(...ROLES) }),
      fc.record({ personId: fc.constantFrom('mia', 'ada') }),
    ),
    aloneMinor: limit,
    decideMinor: limit,
  });

  it('rows of others change nothing for me', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), kind, (rows, asked) => {
        const mine = { personId: 'bruno', roles: [] };
        const question = { kind: asked, currency: 'EUR' };
        expect(limitsOf(mine, question, rows)).toEqual(startingLimits(asked, 'EUR'));
      }),
    );
  });

  it('what is within a limit stays within a higher one, and order of rows does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        kind,
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (rows, asked, value) => {
          const question = { kind: asked, currency: 'EUR' };
          const found = limitsOf(mia, question, rows);
          expect(limitsOf(mia, question, [...rows].reverse())).toEqual(found);
          if (isWithin(value, found.aloneMinor) && value > 0n)
            expect(isWithin(value - 1n, found.aloneMinor)).toBe(true);
        },
      ),
    );
  });
});

describe('what counts together', () => {
  const inEur = (rows: readonly LimitRow[], who = mia) => totalsOf(who, { currency: 'EUR' }, rows);

  it('starts with 10,000 on an item, 20,000 for a customer in 30 days, 50,000 in a day', () => {
    expect(inEur([])).toEqual({ item_total: 1_000_000n, customer_total: 2_000_000n, day_total: 5_000_000n });
  });

  it('rises with the highest limit of a kind that counts: 25,000 for write-offs gives 25,000, 50,000 and 125,000', () => {
    expect(inEur([managers('write_off', 2_500_000n)])).toEqual({
      item_total: 2_500_000n,
      customer_total: 5_000_000n,
      day_total: 12_500_000n,
    });
    expect(inEur([managers('transfer', 2_500_000n)]).item_total).toBe(1_000_000n);
    expect(inEur([managers('credit', null)]).day_total).toBeNull();
  });

  it('a row of one’s own goes before the roles’, and before what the kinds would give', () => {
    const rows = [
      managers('day_total', 700n),
      { kind: 'day_total', holder: { personId: 'mia' }, aloneMinor: 300n, decideMinor: null } as const,
    ];
    expect(inEur(rows).day_total).toBe(300n);
    expect(inEur(rows, { personId: 'ada', roles: ['manager'] }).day_total).toBe(700n);
  });

  it('a program brings credits without limit until its role has one; a person never', () => {
    const asked = { kind: 'credit', currency: 'EUR' } as const;
    expect(limitsOf({ personId: 'erp', roles: ['api_client'] }, asked, []).aloneMinor).toBeNull();
    expect(limitsOf({ personId: 'ada', roles: ['api_client', 'manager'] }, asked, []).aloneMinor).toBe(1_000_000n);
    const row: LimitRow = { kind: 'credit', holder: { role: 'api_client' }, aloneMinor: 5n, decideMinor: null };
    expect(limitsOf({ personId: 'erp', roles: ['api_client'] }, asked, [row]).aloneMinor).toBe(5n);
  });

  it('of any limit, what was taken within it and what is left make the limit', () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(money, money, (limit, taken) => {
        const left = leftOf(limit, taken) ?? 0n;
        return isWithin(taken, limit) ? taken + left === limit : left === 0n;
      }),
    );
    expect(leftOf(null, 5n)).toBeNull();
  });
});
