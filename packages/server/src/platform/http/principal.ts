import type { Permission, Role } from '@quittance/core/permissions';
import type { Actor, Company } from '../database/transaction.ts';

/** A company that a principal works in, and what it may do there. */
export interface CompanyAccess {
  readonly company: Company;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
}

/** Who sends a request, as the credentials prove it. */
export interface Principal {
  /** Sessions travel in a cookie, which browsers send by themselves, so their writes also need the CSRF token. */
  readonly kind: 'session' | 'token';
  readonly actor: Actor;
  /** May create companies. Says nothing about what happens inside them. */
  readonly isAdministrator: boolean;
  /** Of a session; null for a token. */
  readonly csrfToken: string | null;
  readonly companies: readonly CompanyAccess[];
}

/** The roles that a principal has in the company it works in. */
export function rolesIn(principal: Principal, { company }: { readonly company: Company }): readonly Role[] {
  return principal.companies.find((access) => access.company.id === company.id)?.roles ?? [];
}

export interface Credentials {
  readonly sessionToken: string | undefined;
  readonly bearerToken: string | undefined;
}

/** Null when the credentials prove nobody. */
export type Authenticate = (credentials: Credentials) => Promise<Principal | null>;

export const SESSION_COOKIE = 'quittance_session';
