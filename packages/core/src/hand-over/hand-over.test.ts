import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf, ROLES, type Role } from '../permissions/index.ts';
import { handOverTotals, PERMISSION_FOR, type PieceOfWork, planHandOver, type Team, WORK_KINDS } from './index.ts';

type Roles = Readonly<Record<string, readonly Role[]>>;

const mayWith =
  (roles: Roles) =>
  (personId: string, permission: Permission): boolean =>
    permissionsOf(roles[personId] ?? []).includes(permission);

const TEAM: Roles = {
  ada: ['collections_analyst'],
  ben: ['cash_analyst'],
  imogen: ['manager'],
  audrey: ['auditor'],
  marek: [],
};
const aTeam = (given: Partial<Team> = {}): Team => ({
  ...{ may: mayWith(TEAM), ownerOf: (id) => ({ alfa: 'ada', mare: 'marek' })[id] ?? null, covers: new Map() },
  ...{ away: new Set(), restId: 'imogen', escalationId: null },
  ...given,
});
const tasks: PieceOfWork[] = [
  { kind: 'task', id: 't1', customerId: 'alfa' },
  { kind: 'task', id: 't2', customerId: 'mare' },
  { kind: 'task', id: 't3', customerId: null },
];
const receivers = (pieces: readonly PieceOfWork[], toId: string | null, team = aTeam()) =>
  planHandOver(pieces, { fromId: 'marek', toId, team }).handed.map(({ id, toId: who }) => `${id} ${who}`);

describe('the work of somebody who leaves', () => {
  it('all goes to the colleague who is named, counted by kind', () => {
    expect(receivers(tasks, 'imogen')).toEqual(['t1 imogen', 't2 imogen', 't3 imogen']);
    const call = { kind: 'call_back', id: 'c1', customerId: 'alfa' } as const;
    const { handed } = planHandOver([call, ...tasks], { fromId: 'marek', toId: 'imogen', team: aTeam() });
    expect(handOverTotals(handed)).toEqual([
      { kind: 'task', toId: 'imogen', count: 3 },
      { kind: 'call_back', toId: 'imogen', count: 1 },
    ]);
  });

  it('without a name follows each customer: their owner, who covers the one who left, else who has the rest', () => {
    expect(receivers(tasks, null)).toEqual(['t1 ada', 't2 imogen', 't3 imogen']);
    expect(receivers(tasks, null, aTeam({ covers: new Map([['marek', 'ben']]) }))).toEqual([
      't1 ada',
      't2 ben',
      't3 imogen',
    ]);
  });

  it('goes to who covers an owner who is away today', () => {
    const team = aTeam({ away: new Set(['ada', 'imogen']), covers: new Map([['ada', 'ben']]) });
    expect(receivers(tasks, null, team)).toEqual(['t1 ben', 't2 imogen', 't3 imogen']);
  });

  it('with the customers and the rules goes past a cover who is away today, while anybody is there', () => {
    const own: PieceOfWork[] = [
      { kind: 'customer', id: 'mare', customerId: 'mare' },
      { kind: 'portfolio_rule', id: 'rules', customerId: null },
      { kind: 'task', id: 't2', customerId: 'mare' },
    ];
    const team = (away: string[], covers: [string, string][]) =>
      receivers(own, null, aTeam({ away: new Set(away), covers: new Map(covers) }));
    const toAll = (who: string) => own.map(({ id }) => `${id} ${who}`);
    expect(
      team(
        ['ada'],
        [
          ['marek', 'ada'],
          ['ada', 'ben'],
        ],
      ),
    ).toEqual(toAll('ben'));
    expect(team(['ada'], [['marek', 'ada']])).toEqual(toAll('imogen'));
    expect(team(['ada', 'imogen'], [['marek', 'ada']])).toEqual(toAll('ada'));
  });

  it('is nobody’s own where the team sees it, and left over where nobody may do it', () => {
    const pieces: PieceOfWork[] = [
      { kind: 'conversation', id: 'mail', customerId: null },
      { kind: 'research', id: 'money', customerId: 'alfa' },
      { kind: 'cover', id: 'ada', customerId: null },
      ...tasks,
    ];
    const alone = aTeam({ may: mayWith({ audrey: ['auditor'] }), restId: 'marek' });
    const plan = planHandOver(pieces, { fromId: 'marek', toId: null, team: alone });
    expect(plan.handed.map(({ id, toId }) => `${id} ${toId}`)).toEqual(['mail null', 'money null', 'ada null']);
    expect(plan.leftOver.map(({ id }) => id)).toEqual(['t1', 't2', 't3']);
  });

  it('money goes to a colleague who applies cash only, and nobody covers for themselves', () => {
    const pieces: PieceOfWork[] = [
      { kind: 'research', id: 'money', customerId: null },
      { kind: 'cover', id: 'ada', customerId: null },
    ];
    expect(receivers(pieces, 'ada')).toEqual(['money null', 'ada null']);
    expect(receivers(pieces, 'ben')).toEqual(['money ben', 'ada ben']);
  });

  it('is never lost, never given to who may not do it, and never stays with who left', () => {
    const people = ['a', 'b', 'c', 'd', 'left'];
    const anyone = fc.option(fc.constantFrom(...people), { nil: null });
    const drawn = fc.record({
      roles: fc.array(fc.array(fc.constantFrom(...ROLES), { maxLength: 2 }), { minLength: 4, maxLength: 4 }),
      pieces: fc.array(
        fc.record({
          kind: fc.constantFrom(...WORK_KINDS),
          customerId: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
        }),
      ),
      owners: fc.record({ x: anyone, y: anyone }),
      covers: fc.dictionary(fc.constantFrom(...people), fc.constantFrom(...people)),
      away: fc.subarray(people),
      ...{ restId: anyone, escalationId: anyone, toId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }) },
    });
    fc.assert(
      fc.property(drawn, ({ roles, owners, covers, away, restId, escalationId, toId, ...rest }) => {
        const may = mayWith(Object.fromEntries(people.map((id, index) => [id, roles[index] ?? []])));
        const pieces = rest.pieces.map((piece, index) => ({ ...piece, id: `${index}` }));
        const team: Team = {
          ...{ may, ownerOf: (id) => (id === 'x' ? owners.x : owners.y), covers: new Map(Object.entries(covers)) },
          ...{ away: new Set(away), restId, escalationId },
        };
        const { handed, leftOver } = planHandOver(pieces, { fromId: 'left', toId, team });
        expect([...handed, ...leftOver].map(({ id }) => id).sort()).toEqual(pieces.map(({ id }) => id).sort());
        for (const { kind, toId: who } of handed) {
          expect(who).not.toBe('left');
          if (who !== null) expect(may(who, PERMISSION_FOR[kind])).toBe(true);
        }
      }),
    );
  });
});
