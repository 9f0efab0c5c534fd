/** From a cookie or a bearer token to who is asking. One round trip; sessions note at most once a minute that they live. */
import { permissionsOf, type Role } from '@quittance/core/permissions';
import { instantMicros } from '../../platform/clock.ts';
import type { Actor, Company } from '../../platform/database/transaction.ts';
import type { Authenticate, CompanyAccess, Principal } from '../../platform/http/index.ts';
import { type IdentityContext, instantIn } from './identity.context.ts';
import { csrfTokenOf, hashOfSecret, readApiToken } from './secrets.ts';
import { findSession, type SessionRow, touchSession } from './sessions.queries.ts';
import { findTokenAccess, type TokenAccess, touchToken } from './tokens.queries.ts';

/** A shift: whoever leaves the desk for longer signs in again. */
export const SESSION_IDLE_MINUTES = 8 * 60;
/** A working day with its overtime; nothing is valid for ever. */
export const SESSION_MINUTES_MAX = 16 * 60;
const TOUCH_MICROS = 60_000_000n;

export function authenticator(context: IdentityContext): Authenticate {
  return async ({ sessionToken, bearerToken }) => {
    if (bearerToken !== undefined) return principalOfToken(context, bearerToken);
    return sessionToken === undefined ? null : principalOfSession(context, sessionToken);
  };
}

async function principalOfSession(context: IdentityContext, secret: string): Promise<Principal | null> {
  const { database } = context;
  const hash = hashOfSecret(secret);
  const now = instantIn(context);
  const rows = await findSession((query) => database.global(query), {
    hash,
    now,
    idleSince: instantIn(context, -SESSION_IDLE_MINUTES),
  });
  const [first] = rows;
  if (first === undefined) return null;
  if (isStale(first.lastSeenAt, now)) await touchSession((query) => database.global(query), hash, now);
  return {
    kind: 'session',
    actor: { id: first.personId, name: first.name },
    isAdministrator: first.isAdministrator,
    csrfToken: csrfTokenOf(secret),
    companies: rows.flatMap((row) => (row.companyId === null ? [] : [accessOf(row.companyId, row)])),
  };
}

async function principalOfToken(context: IdentityContext, token: string): Promise<Principal | null> {
  const read = readApiToken(token);
  if (read === null) return null;
  const found = await findTokenAccess((query) => context.database.global(query), read);
  const now = instantIn(context);
  if (found === undefined || (found.expiresAt !== null && found.expiresAt <= now)) return null;
  const access = accessOf(found.companyId, found);
  const actor: Actor = { id: found.id, name: found.name };
  await noteUse(context, { found, now, company: access.company, actor });
  return { kind: 'token', actor, isAdministrator: false, csrfToken: null, companies: [access] };
}

async function noteUse(
  context: IdentityContext,
  use: { found: TokenAccess; now: string; company: Company; actor: Actor },
): Promise<void> {
  if (use.found.lastUsedAt !== null && !isStale(use.found.lastUsedAt, use.now)) return;
  await context.database.write({ company: use.company, actor: use.actor }, (tx) => touchToken(tx, use.found.id));
}

function accessOf(
  id: string,
  row: Pick<SessionRow, 'code' | 'companyName' | 'functionalCurrency' | 'timeZone'> & { roles: readonly Role[] },
): CompanyAccess {
  const { code, companyName: name, functionalCurrency, timeZone, roles } = row;
  return {
    company: { id, code, name, functionalCurrency, timeZone },
    roles,
    permissions: new Set(permissionsOf(roles)),
  };
}

function isStale(seenAt: string, now: string): boolean {
  return instantMicros(now) - instantMicros(seenAt) >= TOUCH_MICROS;
}
