import { describe, expect, it } from 'vitest';
import { isRole, PERMISSIONS, type Permission, permissionsOf, ROLE_PERMISSIONS, ROLES } from './index.ts';

const MOVING_MONEY: readonly Permission[] = [
  'ledger.post',
  'ledger.adjust',
  'ledger.reverse',
  'ledger.close_period',
  'ledger.post_in_closing',
  'cash.apply',
  'policies.manage',
  'approvals.decide',
  'refunds.pay',
];

describe('roles', () => {
  it('no single role both gives roles and moves money', () => {
    for (const role of ROLES) {
      const granted = ROLE_PERMISSIONS[role];
      const moves = MOVING_MONEY.filter((permission) => granted.includes(permission));
      if (granted.includes('people.manage')) expect(moves, role).toEqual([]);
    }
  });

  it('an auditor sees everything and changes nothing', () => {
    const granted = permissionsOf(['auditor']);
    expect(granted.every((permission) => /\.(read|run)$/.test(permission))).toBe(true);
    expect(granted).toEqual(PERMISSIONS.filter((permission) => /\.(read|run)$/.test(permission)));
  });

  it('every permission is held by some role', () => {
    expect(permissionsOf(ROLES)).toEqual([...PERMISSIONS]);
  });

  it('a person with two roles may do what either allows, each listed once', () => {
    const granted = permissionsOf(['auditor', 'cash_analyst']);
    expect(granted).toContain('audit.read');
    expect(granted).toContain('cash.apply');
    expect(new Set(granted).size).toBe(granted.length);
  });

  it('a name that is no role is none', () => {
    expect(isRole('manager')).toBe(true);
    expect(isRole('root')).toBe(false);
    expect(isRole('constructor')).toBe(false);
  });
});
