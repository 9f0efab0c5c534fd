/**
 * Signing in and out. An attempt is counted before it is judged, so that trying many at once gains nothing; a person who is
 * unknown, disabled or without a password costs the same time and hears the same words as one with a wrong password.
 */
import { AppError } from '../../platform/errors.ts';
import { accountEventInsert } from './account-events.queries.ts';
import { SESSION_IDLE_MINUTES, SESSION_MINUTES_MAX } from './authenticate.usecase.ts';
import { type IdentityContext, instantIn } from './identity.context.ts';
import { hashPassword, isPassword, requireGoodPassword } from './passwords.ts';
import { findPerson, findPersonByEmail, type PersonRecord, setPasswordHash } from './people.queries.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import {
  countAttempts,
  deleteEnded,
  deleteSession,
  deleteSessionsOf,
  findSessionOpening,
  forgetAttempts,
  insertLink,
  insertSession,
  type Run,
  useLink,
} from './sessions.queries.ts';

export const LINK_MINUTES = 15;
export const ATTEMPT_WINDOW_MINUTES = 15;
/** Within a window. Both together is a person who mistypes; each alone is somebody who tries many. */
const ATTEMPTS_MAX = { both: 10, account: 50, address: 100 } as const;

export interface OpenedSession {
  /** The cookie's value; shown to nobody else and kept nowhere. */
  readonly secret: string;
  readonly personId: string;
}

/** Throws `sign_in_refused` (401) and `sign_in_too_often` (429). */
export async function signIn(
  context: IdentityContext,
  attempt: { email: string; password: string; address: string },
): Promise<OpenedSession> {
  const run: Run = (query) => context.database.global(query);
  await requireFewAttempts(context, run, accountLimits(attempt));
  const person = await findPersonByEmail(run, attempt.email);
  const isRight = await isPassword(attempt.password, person?.passwordHash ?? null);
  if (!isRight || person === undefined || person.disabledAt !== null) {
    await run(
      accountEventInsert(instantIn(context), {
        action: 'session.refuse',
        actor: null,
        personId: person?.id,
        address: attempt.address,
        detail: person ? undefined : { email: attempt.email },
      }),
    );
    throw new AppError('sign_in_refused', 'The e-mail address or the password is not right.', { status: 401 });
  }
  return context.database.globalTransaction(async (inside) => {
    await forgetAttempts(inside, accountKeys(attempt)); // not those of the address: it may be trying other accounts
    return openSession(context, inside, { person, openedBy: 'password', address: attempt.address });
  });
}

/** Throws `sign_in_link_refused` (401) and `sign_in_too_often` (429). */
export async function signInByLink(
  context: IdentityContext,
  attempt: { secret: string; address: string },
): Promise<OpenedSession> {
  const run: Run = (query) => context.database.global(query);
  await requireFewAttempts(context, run, [addressLimit(attempt.address)]);
  return context.database.globalTransaction(async (inside) => {
    const link = await useLink(inside, hashOfSecret(attempt.secret), instantIn(context));
    const person = link && (await findPerson(inside, link.personId));
    if (person === undefined) {
      const message = `This link was used before, is older than ${LINK_MINUTES} minutes, or is incomplete. Ask for a new one.`;
      throw new AppError('sign_in_link_refused', message, { status: 401 });
    }
    return openSession(context, inside, { person, openedBy: 'link', address: attempt.address });
  });
}

/** The session is gone for good, here and on every server. */
export async function signOut(
  context: IdentityContext,
  session: { secret: string; actor: { id: string; name: string }; address: string },
): Promise<void> {
  await context.database.globalTransaction(async (run) => {
    await deleteSession(run, hashOfSecret(session.secret));
    const { actor, address } = session;
    const event = { action: 'session.close', actor, personId: actor.id, address };
    await run(accountEventInsert(instantIn(context), event));
  });
}

/** A secret that signs the person in once, within 15 minutes. Whoever makes it hands it over. */
export async function makeSignInLink(
  context: IdentityContext,
  link: { personId: string; madeBy: { id: string; name: string } },
): Promise<{ secret: string; expiresAt: string }> {
  const secret = newSecret();
  const expiresAt = instantIn(context, LINK_MINUTES);
  await context.database.globalTransaction(async (run) => {
    await insertLink(run, { hash: hashOfSecret(secret), personId: link.personId, madeBy: link.madeBy.id, expiresAt });
    const event = { action: 'sign_in_link.make', actor: link.madeBy, personId: link.personId };
    await run(accountEventInsert(instantIn(context), event));
  });
  return { secret, expiresAt };
}

/**
 * Sets the person's own password and ends their other sessions. The old password is asked for, unless there is none or the
 * session was opened by a link. Throws `password_weak`, `password_refused`.
 */
export async function setPassword(
  context: IdentityContext,
  change: { personId: string; sessionSecret: string; current: string | undefined; next: string; address: string },
): Promise<void> {
  const run: Run = (query) => context.database.global(query);
  const sessionHash = hashOfSecret(change.sessionSecret);
  const person = await findPerson(run, change.personId);
  if (person === undefined) throw new AppError('not_signed_in', 'Sign in first.', { status: 401 });
  const isByLink = (await findSessionOpening(run, sessionHash)) === 'link';
  if (person.passwordHash !== null && !isByLink) await requireCurrent(context, { person, change });
  requireGoodPassword(change.next, person);
  const passwordHash = await hashPassword(change.next);
  await context.database.globalTransaction(async (inside) => {
    await setPasswordHash(inside, person.id, passwordHash);
    await deleteSessionsOf(inside, person.id, sessionHash);
    const event = { action: 'password.set', actor: person, personId: person.id, address: change.address };
    await inside(accountEventInsert(instantIn(context), event));
  });
}

/** Removes sessions, links and counts that have ended of themselves; what happened stays in the account events. */
export async function forgetEnded(context: IdentityContext): Promise<void> {
  await deleteEnded((query) => context.database.global(query), {
    now: instantIn(context),
    idleSince: instantIn(context, -SESSION_IDLE_MINUTES),
    windowStart: instantIn(context, -ATTEMPT_WINDOW_MINUTES),
  });
}

async function requireCurrent(
  context: IdentityContext,
  { person, change }: { person: PersonRecord; change: { current: string | undefined; address: string } },
): Promise<void> {
  const limits = accountLimits({ email: person.email, address: change.address });
  await requireFewAttempts(context, (query) => context.database.global(query), limits);
  if (await isPassword(change.current ?? '', person.passwordHash)) return;
  throw new AppError('password_refused', 'The current password is not right.', { status: 403 });
}

async function openSession(
  context: IdentityContext,
  run: Run,
  opening: { person: PersonRecord; openedBy: 'password' | 'link'; address: string },
): Promise<OpenedSession> {
  const { person, openedBy, address } = opening;
  const secret = newSecret();
  const now = instantIn(context);
  const expiresAt = instantIn(context, SESSION_MINUTES_MAX);
  await insertSession(run, { hash: hashOfSecret(secret), personId: person.id, openedBy, now, expiresAt, address });
  const event = { action: 'session.open', actor: person, personId: person.id, address, detail: { openedBy } };
  await run(accountEventInsert(now, event));
  return { secret, personId: person.id };
}

interface Limit {
  readonly key: string;
  readonly max: number;
}

function accountKeys({ email, address }: { email: string; address: string }): [both: string, account: string] {
  const account = email.toLowerCase();
  return [`both ${account} ${address}`, `account ${account}`];
}

function accountLimits(attempt: { email: string; address: string }): Limit[] {
  const [both, account] = accountKeys(attempt);
  return [
    { key: both, max: ATTEMPTS_MAX.both },
    { key: account, max: ATTEMPTS_MAX.account },
    addressLimit(attempt.address),
  ];
}

function addressLimit(address: string): Limit {
  return { key: `address ${address}`, max: ATTEMPTS_MAX.address };
}

async function requireFewAttempts(context: IdentityContext, run: Run, limits: readonly Limit[]): Promise<void> {
  const counts = await countAttempts(run, {
    keys: limits.map((limit) => limit.key),
    now: instantIn(context),
    windowStart: instantIn(context, -ATTEMPT_WINDOW_MINUTES),
  });
  const attempts = new Map(counts.map((count) => [count.key, count.attempts]));
  if (limits.every(({ key, max }) => (attempts.get(key) ?? 0) <= max)) return;
  const message = `Too many attempts to sign in. Wait ${ATTEMPT_WINDOW_MINUTES} minutes, or ask your administrator for a sign-in link.`;
  throw new AppError('sign_in_too_often', message, { status: 429 });
}
