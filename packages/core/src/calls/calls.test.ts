import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTime, CALL_OUTCOMES, isRightParty, type PastCall, provesNumber, situationOf } from './index.ts';

const calls = (hour: number, tried: number, reached: number): PastCall[] =>
  Array.from({ length: tried }, (_, index) => ({ hour, isReached: index < reached }));

describe('the best time to call', () => {
  it('is when calls reached somebody, not when most were made', () => {
    expect(bestTime([...calls(9, 10, 1), ...calls(14, 5, 4)])).toEqual({
      fromHour: 14,
      untilHour: 16,
      reached: 4,
      tried: 5,
    });
  });

  it('is not known from two lucky calls', () => {
    expect(bestTime([...calls(9, 2, 2), ...calls(15, 8, 0)])).toBeNull();
  });

  it('eight of nine say more than three of three, and four of five do not', () => {
    expect(bestTime([...calls(8, 5, 4), ...calls(16, 3, 3)])).toMatchObject({ reached: 3, tried: 3 });
    expect(bestTime([...calls(8, 9, 8), ...calls(16, 3, 3)])).toMatchObject({ fromHour: 8, reached: 8 });
  });

  it('counts what lies in it, whatever was called', () => {
    const call = fc.record({ hour: fc.integer({ min: 0, max: 23 }), isReached: fc.boolean() });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 60 }), (past) => {
        const best = bestTime(past);
        if (best === null) return;
        const within = past.filter(({ hour }) => hour >= best.fromHour && hour < best.untilHour);
        expect(best.tried).toBe(within.length);
        expect(best.reached).toBe(within.filter((one) => one.isReached).length);
        expect(best.reached).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

it('a broken promise is spoken of before a dispute, and a dispute before the amount', () => {
  const nothing = { brokenPromises: 0, openDisputes: 0, callsBefore: 0 };
  expect(situationOf(nothing)).toBe('first_call');
  expect(situationOf({ ...nothing, callsBefore: 2 })).toBe('follow_up');
  expect(situationOf({ ...nothing, callsBefore: 2, openDisputes: 1 })).toBe('dispute');
  expect(situationOf({ brokenPromises: 1, openDisputes: 1, callsBefore: 0 })).toBe('promise_broken');
});

it('who takes a message is not the right person, but proves the number', () => {
  expect(CALL_OUTCOMES.filter(isRightParty)).toEqual(['reached', 'promised', 'disputed', 'refused']);
  expect(CALL_OUTCOMES.filter((outcome) => !provesNumber(outcome))).toEqual(['no_answer', 'wrong_number']);
});
