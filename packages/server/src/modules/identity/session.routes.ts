import { dateInZone } from '@quittance/core/calendar';
import type { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
  SESSION_COOKIE,
} from '../../platform/http/index.ts';
import { type AccountEventView, accountEventPage } from './account-events.queries.ts';
import { authenticator, SESSION_MINUTES_MAX } from './authenticate.usecase.ts';
import type { IdentityContext } from './identity.context.ts';
import { accountEventSchema, linkSchema, passwordSchema, sessionSchema, signInSchema } from './identity.schemas.ts';
import { findPerson } from './people.queries.ts';
import { setPassword, signIn, signInByLink, signOut } from './sign-in.usecase.ts';

const TAG = 'signing in';

export function registerSessionRoutes(app: HttpApp, context: IdentityContext): void {
  const cookie = { maxAgeSeconds: SESSION_MINUTES_MAX * 60 };

  app.globalRoute({
    method: 'POST',
    path: '/session',
    access: 'public',
    tag: TAG,
    summary: 'Signs in with e-mail address and password',
    body: signInSchema,
    answer: sessionSchema,
    handler: async ({ body, address, reply }) => {
      const { secret } = await signIn(context, { ...body, address });
      reply.setCookie(SESSION_COOKIE, secret, cookie);
      return sessionOfSecret(context, secret);
    },
  });

  app.globalRoute({
    method: 'POST',
    path: '/session/link',
    access: 'public',
    tag: TAG,
    summary: 'Signs in with a one-time link',
    body: linkSchema,
    answer: sessionSchema,
    handler: async ({ body, address, reply }) => {
      const { secret } = await signInByLink(context, { secret: body.token, address });
      reply.setCookie(SESSION_COOKIE, secret, cookie);
      return sessionOfSecret(context, secret);
    },
  });

  app.globalRoute({
    method: 'GET',
    path: '/session',
    access: 'signed_in',
    tag: TAG,
    summary: 'Who is signed in, and what they may do where',
    answer: sessionSchema,
    handler: async ({ principal }) => sessionJson(context, principal),
  });

  app.globalRoute({
    method: 'DELETE',
    path: '/session',
    access: 'signed_in',
    tag: TAG,
    summary: 'Signs out',
    answer: 'nothing',
    handler: async ({ principal, sessionToken, address, reply }) => {
      if (principal === null || sessionToken === undefined) throw noSession();
      await signOut(context, { secret: sessionToken, actor: principal.actor, address });
      reply.clearCookie(SESSION_COOKIE);
    },
  });

  app.globalRoute({
    method: 'PUT',
    path: '/session/password',
    access: 'signed_in',
    tag: TAG,
    summary: 'Sets one’s own password and ends one’s other sessions',
    body: passwordSchema,
    answer: 'nothing',
    handler: async ({ principal, sessionToken, address, body }) => {
      if (principal === null || sessionToken === undefined) throw noSession();
      const { current, password: next } = body;
      await setPassword(context, { personId: principal.actor.id, sessionSecret: sessionToken, current, next, address });
    },
  });

  app.globalRoute({
    method: 'GET',
    path: '/account-events',
    access: 'administrator',
    tag: TAG,
    summary: 'What happened to accounts, newest first',
    query: pageQuerySchema,
    answer: pageSchema(accountEventSchema),
    handler: async ({ query }) => {
      const [before] = decodeCursor(query.cursor, 1) ?? [];
      const page = accountEventPage({ before, limit: query.limit + 1 });
      return pageOf(await context.database.global<AccountEventView>(page), query.limit, (row) => [row.id]);
    },
  });
}

async function sessionOfSecret(context: IdentityContext, secret: string): Promise<z.output<typeof sessionSchema>> {
  return sessionJson(context, await authenticator(context)({ sessionToken: secret, bearerToken: undefined }));
}

async function sessionJson(
  context: IdentityContext,
  principal: Principal | null,
): Promise<z.output<typeof sessionSchema>> {
  if (principal === null) throw noSession();
  const { actor, csrfToken, isAdministrator, companies } = principal;
  const person = await findPerson((query) => context.database.global(query), actor.id);
  const now = context.clock.now();
  return {
    user: { id: actor.id, name: actor.name, email: person?.email ?? null, locale: person?.locale ?? 'en' },
    csrfToken,
    isAdministrator,
    companies: companies.map(({ company, roles, permissions }) => ({
      code: company.code,
      name: company.name,
      functionalCurrency: company.functionalCurrency,
      timeZone: company.timeZone,
      today: dateInZone(now, company.timeZone),
      roles: [...roles],
      permissions: [...permissions],
    })),
  };
}

function noSession(): AppError {
  return new AppError('not_signed_in', 'This needs a session of a person; an API token has none.', { status: 401 });
}
