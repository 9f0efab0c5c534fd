import { strategyFor, strategyProblems, USUAL_STRATEGY } from '@quittance/core/strategies';
import { describe, expect, it } from 'vitest';
import { tiersBySize } from './classify-customers.ts';
import { widerStrategies } from './wider-strategies.ts';

const abroad = {
  ...{ ...USUAL_STRATEGY, name: 'Abroad' },
  customers: { ...USUAL_STRATEGY.customers, countries: ['DE'] },
};
const traits = { channel: null, segment: null, country: 'DE', tags: [] };

describe('the demo’s strategies for everybody', () => {
  it('have a person call key accounts, also abroad, before the first letter', () => {
    const wider = widerStrategies(abroad);
    expect(strategyProblems(wider)).toEqual([]);
    const ladderOf = (tier: string) => strategyFor(wider, { ...traits, tier })?.ladder.map(({ key }) => key);
    expect(ladderOf('A')?.slice(0, 2)).toEqual(['first_call', 'notice_1']);
    expect(ladderOf('B')?.slice(0, 2)).toEqual(['pre_due', 'notice_1']);
  });

  it('find the largest customer in the first tier, though what it buys is not drawn by weight', () => {
    const others = Array.from({ length: 49 }, (_, at) => ({ weight: 50 - at, usualAmount: 100, isLargest: false }));
    const largest = { weight: 0, usualAmount: 1_400, isLargest: true };
    const tiers = tiersBySize([...others, largest]);
    expect(tiers.get(largest)).toBe('A');
    expect(others.map((one) => tiers.get(one)).join('')).toBe(`A${'B'.repeat(13)}${'C'.repeat(35)}`);
  });
});
