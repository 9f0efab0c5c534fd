import { z } from 'zod';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../platform/http/index.ts';
import type { IdentityContext } from './identity.context.ts';
import {
  addedMemberSchema,
  changedRolesSchema,
  issuedTokenSchema,
  newMemberSchema,
  newTokenSchema,
  personSchema,
  signInLinkSchema,
  tokenSchema,
} from './identity.schemas.ts';
import { listMembers, type MemberRow } from './people.queries.ts';
import { addMember, disablePerson, type HandOver, makeLinkFor, memberOf, setRoles } from './people.usecase.ts';
import { listTokens, type TokenRow } from './tokens.queries.ts';
import { issueToken, withdrawToken } from './tokens.usecase.ts';

const idParams = z.object({ id: z.uuid() });

/** Where the browser takes a one-time link. In the fragment, which is not sent to any server or kept in its logs. */
export function signInPath(secret: string): string {
  return `/sign-in#token=${secret}`;
}

export function registerPeopleRoutes(app: HttpApp, context: IdentityContext & { readonly handOver: HandOver }): void {
  const { database } = context;

  app.companyRoute({
    method: 'GET',
    path: '/people',
    permission: 'people.read',
    tag: 'people',
    summary: 'Who works in the company, by name',
    query: pageQuerySchema,
    answer: pageSchema(personSchema),
    handler: async ({ scope, query }) => {
      const [name, id] = decodeCursor(query.cursor, 2) ?? [];
      const after = name === undefined || id === undefined ? undefined : { name, id };
      const members = await database.read(scope, (tx) => listMembers(tx, { after, limit: query.limit + 1 }));
      return pageOf(members.map(personJson), query.limit, (person) => [person.name, person.id]);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/people',
    permission: 'people.manage',
    tag: 'people',
    summary: 'Gives a person roles in the company, with a new account where there is none',
    body: newMemberSchema,
    answer: addedMemberSchema,
    status: 201,
    handler: async (call) => {
      const { roles, ...draft } = call.body;
      const added = await addMember(context, call.scope, { command: call.command('person.add'), draft, roles });
      return { person: personJson(added.person), signInLink: added.signInLink && linkJson(added.signInLink) };
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/people/:id/roles',
    permission: 'people.manage',
    tag: 'people',
    summary: 'Changes a person’s roles; none takes the person out of the company',
    description:
      'Nobody changes their own roles. With `handOver` the work that the person cannot go on with goes to others in the same act; without it the work stays theirs by name, and is shown as nobody’s until it is handed over.',
    params: idParams,
    body: changedRolesSchema,
    answer: z.object({ person: personSchema.nullable(), handOverId: z.uuid().nullable() }),
    handler: async (call) => {
      const { roles, handOver: handingOver } = call.body;
      const change = { command: call.command('person.roles'), personId: call.params.id, roles, handingOver };
      const { handOverId } = await setRoles(context, call.scope, change);
      const person = roles.length === 0 ? null : personJson(await memberOf(context, call.scope, call.params.id));
      return { person, handOverId };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/people/:id/sign-in-link',
    permission: 'people.manage',
    tag: 'people',
    summary: 'Makes a one-time sign-in link for a person, to be handed over',
    params: idParams,
    answer: signInLinkSchema,
    status: 201,
    handler: async ({ scope, principal, params }) => {
      await memberOf(context, scope, params.id);
      return linkJson(await makeLinkFor(context, principal, params.id));
    },
  });

  for (const isDisabled of [true, false]) {
    app.companyRoute({
      method: 'POST',
      path: isDisabled ? '/people/:id/disable' : '/people/:id/enable',
      permission: 'people.manage',
      tag: 'people',
      summary: isDisabled ? 'Disables an account and ends its sessions' : 'Enables an account again',
      params: idParams,
      answer: personSchema,
      handler: async ({ scope, principal, params }) => {
        await memberOf(context, scope, params.id);
        await disablePerson(context, principal, { personId: params.id, isDisabled });
        return personJson(await memberOf(context, scope, params.id));
      },
    });
  }
}

export function registerTokenRoutes(app: HttpApp, context: IdentityContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/tokens',
    permission: 'tokens.manage',
    tag: 'API tokens',
    summary: 'API tokens that are not revoked, newest first',
    query: pageQuerySchema,
    answer: pageSchema(tokenSchema),
    handler: async ({ scope, query }) => {
      const [before] = decodeCursor(query.cursor, 1) ?? [];
      const tokens = await context.database.read(scope, (tx) => listTokens(tx, { before, limit: query.limit + 1 }));
      return pageOf(tokens.map(tokenJson), query.limit, (token) => [token.id]);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/tokens',
    permission: 'tokens.manage',
    tag: 'API tokens',
    summary: 'Issues an API token; its secret is shown once',
    body: newTokenSchema,
    answer: issuedTokenSchema,
    status: 201,
    handler: async (call) => {
      const issued = await issueToken(context, call.scope, { command: call.command('token.issue'), ...call.body });
      return { ...tokenJson(issued.row), token: issued.token };
    },
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/tokens/:id',
    permission: 'tokens.manage',
    tag: 'API tokens',
    summary: 'Revokes an API token at once',
    params: idParams,
    answer: 'nothing',
    handler: async (call) => {
      await withdrawToken(context, call.scope, { command: call.command('token.revoke'), id: call.params.id });
    },
  });
}

function personJson(member: MemberRow): z.output<typeof personSchema> {
  return { ...member, roles: [...member.roles] };
}

function tokenJson(token: TokenRow): z.output<typeof tokenSchema> {
  return { ...token, roles: [...token.roles] };
}

function linkJson(link: { secret: string; expiresAt: string }): z.output<typeof signInLinkSchema> {
  return { path: signInPath(link.secret), expiresAt: link.expiresAt };
}
