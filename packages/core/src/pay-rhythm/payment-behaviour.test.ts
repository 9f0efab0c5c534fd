import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { paymentBehaviour } from './index.ts';

const share = (paidOn: string, dueOn: string, amountMinor: bigint) => ({
  paidOn: localDate(paidOn),
  dueOn: localDate(dueOn),
  amountMinor,
});

it('300.00 ten days late and 100.00 two days early in March: seven days late, a quarter on time', () => {
  const { months, all } = paymentBehaviour([
    share('2026-03-20', '2026-03-10', 30_000n),
    share('2026-03-08', '2026-03-10', 10_000n),
    share('2026-04-10', '2026-04-10', 40_000n),
  ]);
  expect(months).toEqual([
    { month: '2026-03', paidMinor: 40_000n, daysLate: 7, onTimePercent: 25 },
    { month: '2026-04', paidMinor: 40_000n, daysLate: 0, onTimePercent: 100 },
  ]);
  expect(all).toEqual({ paidMinor: 80_000n, daysLate: 4, onTimePercent: 62 }); // 3.5 days, 62.5 %
});

it('nothing paid: nothing said', () => {
  expect(paymentBehaviour([])).toEqual({ months: [], all: null });
});

it('the mean lies between the earliest and the latest, and the months add up to the whole', () => {
  const one = fc.record({
    late: fc.integer({ min: -60, max: 200 }),
    amountMinor: fc.bigInt(1n, 10n ** 12n),
    day: fc.nat(400),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 50 }), (some) => {
      const shares = some.map(({ late, amountMinor, day }) => {
        const paidOn = addDays(localDate('2026-01-01'), day);
        return { paidOn, dueOn: addDays(paidOn, -late), amountMinor };
      });
      const { months, all } = paymentBehaviour(shares);
      const lates = some.map(({ late }) => late);
      expect(all?.daysLate).toBeGreaterThanOrEqual(Math.min(...lates));
      expect(all?.daysLate).toBeLessThanOrEqual(Math.max(...lates));
      expect(months.reduce((sum, { paidMinor }) => sum + paidMinor, 0n)).toBe(all?.paidMinor);
    }),
  );
});
