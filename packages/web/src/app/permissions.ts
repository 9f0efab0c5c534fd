/** What a person may do. The screens only leave out what would be refused; the server decides. */
import type { Permission } from '@quittance/core/permissions';
import type { Company } from './api.types.ts';

export function may(company: Company, permission: Permission): boolean {
  return company.permissions.includes(permission);
}
