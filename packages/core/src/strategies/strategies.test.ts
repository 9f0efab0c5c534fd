import { describe, expect, it } from 'vitest';
import {
  EVERYBODY,
  type LadderStep,
  pointsInAll,
  type ScoringRules,
  type Strategy,
  strategyFor,
  strategyProblems,
  USUAL_LADDER,
  USUAL_SCORING,
  USUAL_STRATEGY,
} from './index.ts';

const NOBODY = { channel: null, segment: null, tier: null, country: null, tags: [] };

describe('which strategy holds', () => {
  const retail: Strategy = {
    ...USUAL_STRATEGY,
    name: 'Retail',
    customers: { ...EVERYBODY, channels: ['Retail'], countries: ['IT', 'ES'] },
  };
  const key: Strategy = { ...USUAL_STRATEGY, name: 'Key accounts', customers: { ...EVERYBODY, tags: ['key'] } };
  const all = [key, retail, USUAL_STRATEGY];

  it('is the first whose lists all have the customer’s value, however it is written', () => {
    expect(strategyFor(all, { ...NOBODY, channel: 'retail ', country: 'IT' })?.name).toBe('Retail');
    expect(strategyFor(all, { ...NOBODY, channel: 'retail', country: 'DE' })?.name).toBe('Everybody');
    expect(strategyFor(all, { ...NOBODY, channel: 'retail', country: 'IT', tags: ['Key'] })?.name).toBe('Key accounts');
  });

  it('is none where nobody thought of the customer', () => {
    expect(strategyFor([retail], NOBODY)).toBeUndefined();
  });
});

describe('what cannot be meant', () => {
  const withLadder = (ladder: readonly LadderStep[]) =>
    strategyProblems([{ ...USUAL_STRATEGY, ladder }]).map(({ field, code }) => `${field} ${code}`);
  const [preDue, first, second] = USUAL_LADDER as readonly [LadderStep, LadderStep, LadderStep];

  it('is nothing of the usual strategy', () => {
    expect(strategyProblems([USUAL_STRATEGY])).toEqual([]);
  });

  it('is a second notice before the first, a step named twice, a reminder after the due date', () => {
    expect(withLadder([second, first])).toEqual(['strategies.0.ladder.1.purpose ladder_descends']);
    expect(withLadder([first, { ...second, key: 'notice_1' }])).toEqual(['strategies.0.ladder.1.key step_key_taken']);
    expect(withLadder([{ ...preDue, days: 3 }])).toEqual(['strategies.0.ladder.0.days pre_due_after_due']);
  });

  it('is a first notice 500 days after the due date, above a second after 20', () => {
    expect(withLadder([{ ...first, days: 500 }, second])).toEqual(['strategies.0.ladder.1.days ladder_descends']);
    const atMonthEnd = { ...second, boundary: 'month_end' as const, days: 20 };
    expect(withLadder([{ ...first, days: 500 }, atMonthEnd])).toEqual(['strategies.0.ladder.1.days ladder_descends']);
    expect(withLadder([{ ...first, days: 40 }, atMonthEnd])).toEqual([]); // due + 20 to the month's end may be later
    expect(withLadder([{ ...first, days: 20 }, second])).toEqual([]);
  });

  it('is two steps of an item on one day, and a letter without its text', () => {
    expect(withLadder([first, { ...second, waitDays: 0 }])).toEqual(['strategies.0.ladder.1.waitDays out_of_bounds']);
    expect(withLadder([{ ...first, purpose: null }])).toEqual(['strategies.0.ladder.0.purpose letter_without_text']);
  });

  it('is points that nobody can reach, that nobody gets, or that stand beside no tier', () => {
    const withScoring = (changes: Partial<ScoringRules>) =>
      strategyProblems([{ ...USUAL_STRATEGY, scoring: { ...USUAL_SCORING, ...changes } }]).map(
        ({ field, code, message }) => `${field} ${code}: ${message}`,
      );
    expect(pointsInAll(USUAL_SCORING)).toBe(100);
    expect(withScoring({ tierPoints: { A: 10, B: 4 } })).toEqual([
      'strategies.0.scoring scoring_above_hundred: The parts add up to 110 points, and 100 are the whole. Take 10 away.',
    ]);
    expect(withScoring({ overduePoints: 30, tierPoints: { A: 10, B: 4 } })).toEqual([]);
    expect(withScoring({ overduePoints: 0, agePoints: 0, contactPoints: 0, creditPoints: 0 })).toEqual([
      'strategies.0.scoring scoring_gives_nothing: No part gives points: all would stand alike. Give some.',
    ]);
    expect(withScoring({ ageDays: 0 })).toEqual([
      'strategies.0.scoring.ageDays out_of_bounds: 0 is not a whole number from 1 to 730. Enter one.',
    ]);
    expect(withScoring({ brokenPromisePoints: 5 })).toEqual([
      'strategies.0.scoring.brokenPromisePointsMax out_of_bounds: One broken promise gives 5 points, all together at most 0. Raise the most.',
    ]);
    expect(withScoring({ tierPoints: { A: 1, 'a ': 2 } })).toEqual([
      'strategies.0.scoring.tierPoints.a  tier_wrong: a  has points twice. Leave one of them out.',
    ]);
  });

  it('is no strategy, or two of one name', () => {
    expect(strategyProblems([]).map(({ code }) => code)).toEqual(['no_strategy']);
    expect(strategyProblems([USUAL_STRATEGY, USUAL_STRATEGY]).map(({ code }) => code)).toEqual(['name_taken']);
  });
});
