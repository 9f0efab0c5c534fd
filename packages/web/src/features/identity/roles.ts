import { ROLES, type Role } from '@quittance/core/permissions';
import { useMemo } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';

const ROLE_WORDS: Readonly<Record<Role, TextKey>> = {
  collections_analyst: 'role.collectionsAnalyst',
  cash_analyst: 'role.cashAnalyst',
  dispute_analyst: 'role.disputeAnalyst',
  manager: 'role.manager',
  expert: 'role.expert',
  auditor: 'role.auditor',
  api_client: 'role.apiClient',
};

/** Roles a person may hold; the one of programs goes with API tokens. */
export const ROLES_OF_PEOPLE: readonly Role[] = ROLES.filter((role) => role !== 'api_client');

/** The names of roles, one after the other: "Cash analyst, Manager". */
export function useRoleWords(): (roles: readonly Role[]) => string {
  const { t } = useTexts();
  return useMemo(() => (roles) => roles.map((role) => t(ROLE_WORDS[role])).join(', '), [t]);
}
