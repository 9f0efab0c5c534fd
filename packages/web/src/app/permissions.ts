/** What a person may do, in the server's names. The screens only hide what would be refused; the server decides. */
import type { Company } from './api.types.ts';

const PERMISSION_OF = {
  seeCash: 'cash:read',
  applyCash: 'cash:apply',
  seeImports: 'intake:read',
  uploadImports: 'intake:write',
  seeAging: 'ledger:read',
  seeCustomers: 'ledger:read',
  seeBooks: 'ledger:read',
  closePeriods: 'period:close',
  seePeople: 'people:read',
  managePeople: 'people:write',
} as const;

export type Ability = keyof typeof PERMISSION_OF;

export function may(company: Company, ability: Ability): boolean {
  return company.permissions.includes(PERMISSION_OF[ability]);
}
