import type { TextKey } from '../../app/i18n.ts';

/** The roles of a company, in the server's names. */
export const ROLES = [
  'collections_analyst',
  'cash_analyst',
  'dispute_analyst',
  'manager',
  'administrator',
  'auditor',
  'api_client',
] as const;
export type Role = (typeof ROLES)[number];

const ROLE_WORDS: Readonly<Record<Role, TextKey>> = {
  collections_analyst: 'role.collectionsAnalyst',
  cash_analyst: 'role.cashAnalyst',
  dispute_analyst: 'role.disputeAnalyst',
  manager: 'role.manager',
  administrator: 'role.administrator',
  auditor: 'role.auditor',
  api_client: 'role.apiClient',
};

/** The catalogue's key of a role, or null for one that this version of the page does not know. */
export function roleWord(role: string): TextKey | null {
  const known = ROLES.find((candidate) => candidate === role);
  return known ? ROLE_WORDS[known] : null;
}
