/**
 * Roles are columns of one table. Duties are kept apart in it: who gives roles (the expert) moves no money, and who only
 * looks (the auditor) changes nothing. A person with two jobs in a small team simply holds two roles.
 */
import { PERMISSIONS, type Permission } from './permissions.ts';

export const ROLES = [
  'collections_analyst',
  'cash_analyst',
  'dispute_analyst',
  'manager',
  'expert',
  'auditor',
  'api_client',
] as const;

export type Role = (typeof ROLES)[number];

/** Of whoever makes a company: one who sets up, one who decides. Others take over by their roles. */
export const FIRST_ROLES: readonly Role[] = ['expert', 'manager'];

const READING: readonly Permission[] = [
  'ledger.read',
  'customers.read',
  'cash.read',
  'imports.read',
  'worklist.read',
  'approvals.read',
  'correspondence.read',
  'calendars.read',
];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  collections_analyst: [
    ...READING,
    'approvals.request',
    'customers.write',
    'activities.write',
    'correspondence.write',
    'holds.manage',
  ],
  cash_analyst: [
    ...READING,
    'approvals.request',
    'refunds.pay',
    'cash.apply',
    'imports.write',
    'ledger.reverse',
    'activities.write',
    'correspondence.write',
  ],
  dispute_analyst: [
    ...READING,
    'approvals.request',
    'ledger.post',
    'activities.write',
    'correspondence.write',
    'holds.manage',
  ],
  manager: [
    ...READING,
    'approvals.request',
    'approvals.decide',
    'refunds.pay',
    'cash.apply',
    'policies.propose',
    'policies.manage',
    'imports.write',
    'customers.write',
    'customers.approve',
    'activities.write',
    'correspondence.write',
    'correspondence.manage',
    'ledger.post',
    'ledger.adjust',
    'ledger.reverse',
    'ledger.close_period',
    'ledger.post_in_closing',
    'holds.manage',
    'journals.export',
    'rates.manage',
    'verify.run',
    'people.read',
    'audit.read',
    'calendars.manage',
    'portfolios.manage',
    'views.share',
  ],
  expert: [
    ...READING,
    'approvals.limits',
    'policies.propose',
    'imports.write',
    'customers.write',
    'customers.approve',
    'activities.write',
    'correspondence.write',
    'correspondence.manage',
    'rates.manage',
    'verify.run',
    'people.read',
    'people.manage',
    'tokens.manage',
    'audit.read',
    'calendars.manage',
    'portfolios.manage',
    'views.share',
    'organisation.manage',
  ],
  auditor: [...READING, 'verify.run', 'people.read', 'audit.read'],
  api_client: [
    ...READING,
    'imports.write',
    'customers.write',
    'activities.write',
    'correspondence.write',
    'ledger.post',
    'holds.manage',
    'cash.apply',
    'journals.export',
    'rates.manage',
    'verify.run',
  ],
};

/**
 * What a set of roles allows together: `permissionsOf(['auditor', 'cash_analyst'])` has 'audit.read' and 'cash.apply'.
 * In the order of the list of permissions, each once.
 */
export function permissionsOf(roles: Iterable<Role>): Permission[] {
  const granted = new Set([...roles].flatMap((role) => ROLE_PERMISSIONS[role]));
  return PERMISSIONS.filter((permission) => granted.has(permission));
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
