/**
 * Who may pass. Runs before a body is read: credentials, then the CSRF token of writes by cookie, then the company and the
 * permission. A company that does not exist and one without a role for the caller answer alike, so that nobody can list them.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Permission } from '@quittance/core/permissions';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import {
  type Authenticate,
  type CompanyAccess,
  type Credentials,
  type Principal,
  SESSION_COOKIE,
} from './principal.ts';
import type { GlobalAccess } from './route.ts';

export type RouteAccess = GlobalAccess | { readonly permission: Permission };

/** What the guard found out, for the handler. */
export interface Passage {
  readonly principal: Principal | null;
  readonly company: CompanyAccess | null;
}

export async function letPass(
  request: FastifyRequest,
  access: RouteAccess,
  authenticate: Authenticate,
): Promise<Passage> {
  if (access === 'public') {
    refuseOtherSites(request);
    return { principal: null, company: null };
  }
  const principal = await authenticate(credentialsOf(request));
  if (principal === null) {
    throw new AppError('not_signed_in', 'Sign in first, or send a valid API token.', { status: 401 });
  }
  if (principal.kind === 'session') requireCsrfToken(request, principal);
  if (typeof access === 'object') return { principal, company: companyOf(request, principal, access.permission) };
  if (access === 'administrator' && !principal.isAdministrator) {
    throw new AppError('not_permitted', 'Only an administrator of this installation may do this.', { status: 403 });
  }
  return { principal, company: null };
}

export function credentialsOf(request: FastifyRequest): Credentials {
  const bearerToken = /^Bearer ([!-~]{1,300})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearerToken !== undefined) return { bearerToken, sessionToken: undefined };
  return { bearerToken: undefined, sessionToken: request.cookies[SESSION_COOKIE] };
}

function companyOf(request: FastifyRequest, principal: Principal, permission: Permission): CompanyAccess {
  const { company: code } = request.params as { company: string };
  const found = principal.companies.find((access) => access.company.code === code);
  if (found === undefined) {
    const message = `There is no company ${code}, or you have no role in it. Ask its administrator for one.`;
    throw new AppError('company_not_yours', message, { status: 403 });
  }
  if (!found.permissions.has(permission)) {
    const message = `This needs the permission ${permission} in ${code}; none of your roles there has it.`;
    throw new AppError('not_permitted', message, { status: 403, details: { permission } });
  }
  return found;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

function requireCsrfToken(request: FastifyRequest, principal: Principal): void {
  if (READING.has(request.method)) return;
  refuseOtherSites(request);
  const given = request.headers['x-csrf-token'];
  if (typeof given === 'string' && principal.csrfToken !== null && isEqual(given, principal.csrfToken)) return;
  const message = 'The request lacks the session’s CSRF token (header X-CSRF-Token, from GET /api/v1/session).';
  throw new AppError('csrf_token_missing', message, { status: 403 });
}

/** Browsers say where a request comes from; a write that another site started is none of ours. */
function refuseOtherSites(request: FastifyRequest): void {
  if (READING.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new AppError('other_site', 'This request was started by a page of another site and is refused.', {
    status: 403,
  });
}

/** Takes the same time wherever the texts differ. */
export function isEqual(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
