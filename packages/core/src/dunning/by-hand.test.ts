import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../calendar/index.ts';
import { STEP_PURPOSES, type StepPurpose, USUAL_STRATEGY } from '../strategies/index.ts';
import { noticeByHand, type TakenStep } from './index.ts';

const { ladder } = USUAL_STRATEGY;
const DUE = localDate('2026-10-01');

function told(purpose: StepPurpose, taken: readonly TakenStep[], today: LocalDate): string {
  const answer = noticeByHand(ladder, { dueOn: DUE, taken, today }, purpose);
  if (answer.kind === 'takes') return `takes ${answer.next.step.key}`;
  if (answer.kind === 'too_soon') return `too soon until ${answer.on}`;
  return answer.kind === 'too_firm' ? `first ${answer.before}` : answer.kind;
}

describe('a notice that a person writes', () => {
  const first: TakenStep = { key: 'notice_1', on: localDate('2026-10-06') };

  it('is at most the next step: never the fourth before the first', () => {
    expect(told('notice_1', [], addDays(DUE, 2))).toBe('takes notice_1');
    expect(told('notice_4', [], addDays(DUE, 40))).toBe('first notice_1');
    expect(told('notice_3', [first], addDays(DUE, 40))).toBe('first notice_2');
  });

  it('repeats what was told, and comes no sooner than the days between two steps', () => {
    expect(told('notice_1', [first], localDate('2026-10-08'))).toBe('repeats');
    expect(told('notice_2', [first], localDate('2026-10-08'))).toBe('too soon until 2026-10-13');
    expect(told('notice_2', [first], localDate('2026-10-13'))).toBe('takes notice_2');
  });

  it('passes over no call, nor one that is still to be done', () => {
    const second = { key: 'notice_2', on: localDate('2026-10-20') };
    expect(told('notice_3', [first, second], localDate('2026-12-01'))).toBe('first call');
    const call = { key: 'call', on: localDate('2026-11-01'), isUnfinished: true };
    expect(told('notice_3', [first, second, call], localDate('2026-12-01'))).toBe('first notice_3');
    expect(told('notice_3', [first, second, { ...call, isUnfinished: false }], localDate('2026-12-01'))).toBe(
      'takes notice_3',
    );
  });

  it('whatever is written on whatever day, no item is ever told more than one step further', () => {
    const wish = fc.record({ purpose: fc.constantFrom(...STEP_PURPOSES), wait: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => {
        const taken: TakenStep[] = [];
        let today = addDays(DUE, 1);
        for (const { purpose, wait } of wishes) {
          today = addDays(today, wait);
          const answer = noticeByHand(ladder, { dueOn: DUE, taken, today }, purpose);
          if (answer.kind === 'takes') taken.push({ key: answer.next.step.key, on: today });
        }
        const levels = taken.map(({ key }) => ladder.findIndex((step) => step.key === key));
        const notices = levels.filter((level) => level > 0);
        expect(notices).toEqual(notices.map((_, index) => index + 1));
      }),
    );
  });
});
