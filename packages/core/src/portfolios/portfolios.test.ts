import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import {
  assignCustomer,
  moveTotals,
  ownersOnDuty,
  type PortfolioCustomer,
  type PortfolioRules,
  planRebalance,
  type RuleCondition,
} from './index.ts';

const today = localDate('2026-03-02');

const aCustomer = (given: Partial<PortfolioCustomer>): PortfolioCustomer => ({
  ...{ id: 'c', name: 'Kaufmann GmbH', attributes: {}, tags: [], balanceMinor: 0n },
  ...given,
});

const rules: PortfolioRules = {
  rules: [
    {
      name: 'Key accounts',
      ownerId: 'ada',
      conditions: [{ kind: 'text', attribute: 'tier', anyOf: ['A'] }],
    },
    { name: 'A to K', ownerId: 'ben', conditions: [{ kind: 'name', from: 'A', to: 'K' }] },
  ],
  defaultOwnerId: 'dora',
};

const ownerOf = (customer: Partial<PortfolioCustomer>) =>
  assignCustomer(aCustomer(customer), { rules, move: undefined, today });

describe('who looks after a customer', () => {
  it('is the owner of the first rule that fits, else the default, and says why', () => {
    expect(ownerOf({ attributes: { tier: 'a' } })).toEqual({ cause: 'rule', ownerId: 'ada', ruleName: 'Key accounts' });
    expect(ownerOf({ attributes: { tier: 'B' } })).toEqual({ cause: 'rule', ownerId: 'ben', ruleName: 'A to K' });
    expect(ownerOf({ name: 'Rossi', attributes: { tier: null } })).toEqual({ cause: 'rest', ownerId: 'dora' });
  });

  it('is whom a move by hand names until its last day, then whom the rules name again', () => {
    const until = (untilOn: string) =>
      assignCustomer(aCustomer({}), {
        rules,
        move: { moveId: 'm', ownerId: 'cleo', untilOn: localDate(untilOn) },
        today,
      });
    expect(until('2026-03-02')).toMatchObject({ cause: 'hand', ownerId: 'cleo', moveId: 'm' });
    expect(until('2026-03-01')).toMatchObject({ cause: 'rule', ownerId: 'ben' });
    const givenBack = { moveId: 'm', ownerId: null, untilOn: null };
    expect(assignCustomer(aCustomer({}), { rules, move: givenBack, today })).toMatchObject({ ownerId: 'ben' });
  });

  it('is found by every attribute', () => {
    const fits = (condition: RuleCondition, customer: Partial<PortfolioCustomer>): boolean =>
      assignCustomer(aCustomer(customer), {
        rules: { rules: [{ name: 'one', ownerId: 'ada', conditions: [condition] }], defaultOwnerId: 'dora' },
        move: undefined,
        today,
      }).cause === 'rule';
    expect(fits({ kind: 'text', attribute: 'country', anyOf: ['IT', 'DE'] }, { attributes: { country: 'DE' } })).toBe(
      true,
    );
    expect(fits({ kind: 'text', attribute: 'segment', anyOf: [''] }, { attributes: { segment: null } })).toBe(true);
    expect(fits({ kind: 'tags', anyOf: ['Export'] }, { tags: ['export', 'new'] })).toBe(true);
    expect(fits({ kind: 'tags', anyOf: ['Export'] }, { tags: [] })).toBe(false);
    const large: RuleCondition = { kind: 'balance', fromMinor: 1_000_000n, belowMinor: 5_000_000n };
    expect(fits(large, { balanceMinor: 1_000_000n })).toBe(true);
    expect(fits(large, { balanceMinor: 5_000_000n })).toBe(false);
    expect(fits({ kind: 'name', from: 'A', to: 'Gr' }, { name: 'Grün & Söhne' })).toBe(true);
    expect(fits({ kind: 'name', from: 'O', to: 'O' }, { name: 'Österberg AB' })).toBe(true);
    expect(fits({ kind: 'name', from: 'A', to: 'Gr' }, { name: 'Gustav' })).toBe(false);
  });
});

describe('cover for absence', () => {
  const covers = new Map([
    ['ada', 'ben'],
    ['ben', 'ada'],
    ['cleo', 'ada'],
  ]);
  const onDuty = (...away: string[]) =>
    Object.fromEntries(ownersOnDuty(['ada', 'ben', 'cleo'], { covers, away: new Set(away) }));

  it('goes to whoever covers, and on when they are away too, until nobody is left', () => {
    expect(onDuty()).toEqual({ ada: 'ada', ben: 'ben', cleo: 'cleo' });
    expect(onDuty('cleo')).toEqual({ ada: 'ada', ben: 'ben', cleo: 'ada' });
    expect(onDuty('cleo', 'ada')).toEqual({ ada: 'ben', ben: 'ben', cleo: 'ben' });
    expect(onDuty('ada', 'ben', 'cleo')).toEqual({ ada: null, ben: null, cleo: null });
  });
});

const weighed = (ownerId: string, ...weights: number[]) =>
  weights.map((weight, index) => ({ id: `${ownerId}${index}`, ownerId, weight: BigInt(weight) }));

describe('rebalancing', () => {
  it('makes counts level with the fewest moves', () => {
    expect(planRebalance([...weighed('ada', 1, 1, 1, 1, 1), ...weighed('ben', 1)], ['ada', 'ben'])).toHaveLength(2);
  });

  it('makes amounts as level as whole customers allow', () => {
    const moves = planRebalance([...weighed('ada', 50, 30, 20), ...weighed('ben', 10)], ['ada', 'ben']);
    expect(moves.map(({ weight }) => weight)).toEqual([30n, 20n]);
    const totals = moveTotals(moves, ({ weight }) => ({ amountMinor: weight, contacts: 1 }));
    expect(totals).toEqual([{ fromId: 'ada', toId: 'ben', customers: 2, amountMinor: 50n, contacts: 2 }]);
  });

  it('takes somebody new in, and moves nothing for one person or what is not among them', () => {
    expect(planRebalance(weighed('ada', 5, 5, 5, 5), ['ada', 'new'])).toHaveLength(2);
    expect(planRebalance(weighed('ada', 5, 5), ['ada'])).toEqual([]);
    expect(planRebalance(weighed('zoe', 5, 5), ['ada', 'ben'])).toEqual([]);
  });

  it('never makes the loads differ more, loses no customer and moves none twice', () => {
    const people = ['a', 'b', 'c', 'd'];
    const customers = fc.array(fc.record({ ownerId: fc.constantFrom(...people), weight: fc.bigInt(0n, 10_000n) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(customers, (drawn) => {
        const before = drawn.map((one, index) => ({ ...one, id: `c${index}` }));
        const moves = planRebalance(before, people);
        const to = new Map(moves.map((move) => [move.customerId, move.toId]));
        expect(to.size).toBe(moves.length);
        const after = before.map((one) => ({ ...one, ownerId: to.get(one.id) ?? one.ownerId }));
        expect(spread(after)).toBeLessThanOrEqual(spread(before));
        expect(planRebalance(before.toReversed(), people)).toEqual(moves);
      }),
    );
    function spread(list: readonly { ownerId: string; weight: bigint }[]): bigint {
      const loads = people.map((id) =>
        list.filter(({ ownerId }) => ownerId === id).reduce((sum, { weight }) => sum + weight, 0n),
      );
      const sorted = loads.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
      return (sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n);
    }
  });
});
