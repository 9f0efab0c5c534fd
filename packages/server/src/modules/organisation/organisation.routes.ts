import { FIRST_ROLES, ROLES, type Role } from '@quittance/core/permissions';
import { z } from 'zod';
import type { Database, Tx } from '../../platform/database/transaction.ts';
import { assert } from '../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../platform/http/index.ts';
import { listAuditEvents } from './audit.queries.ts';
import { listPostingAccounts } from './companies.queries.ts';
import { type CompanySetup, changeCompanyName, changePostingAccount, createCompany } from './companies.usecase.ts';

const NAME_CHARS_MAX = 120;
const GL_CODE_CHARS_MAX = 30;

const nameSchema = z.string().trim().min(1).max(NAME_CHARS_MAX);

const companySchema = z
  .object({ code: z.string(), name: z.string(), functionalCurrency: z.string(), timeZone: z.string() })
  .meta({ id: 'Company' });

const newCompanySchema = z.object({
  code: z.string().max(16),
  name: nameSchema,
  functionalCurrency: z.string().length(3),
  timeZone: z.string().max(60),
  country: z.string().length(2).optional(),
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .default([...FIRST_ROLES])
    .describe('Your own roles in the new company. Later, others change them, never yourself'),
});

const postingAccountSchema = z
  .object({ account: z.string(), glCode: z.string(), name: z.string() })
  .meta({ id: 'PostingAccount' });

const auditEventSchema = z
  .object({
    id: z.uuid(),
    recordedAt: z.string(),
    actorId: z.uuid(),
    actorName: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });

export interface OrganisationOptions {
  readonly database: Database;
  readonly setups: readonly CompanySetup[];
  /** Gives a company's maker their first roles in it. */
  readonly grantFirstRoles: (tx: Tx, personId: string, roles: readonly Role[]) => Promise<void>;
}

export function registerOrganisationRoutes(app: HttpApp, options: OrganisationOptions): void {
  registerCompanyRoutes(app, options);
  registerAccountCodeRoutes(app, options.database);
  registerAuditRoutes(app, options.database);
}

function registerCompanyRoutes(app: HttpApp, { database, setups, grantFirstRoles }: OrganisationOptions): void {
  app.globalRoute({
    method: 'POST',
    path: '/companies',
    access: 'administrator',
    tag: 'company',
    summary: 'Makes a company, with its posting accounts and its UNIDENTIFIED customer',
    body: newCompanySchema,
    answer: companySchema,
    status: 201,
    handler: async ({ body, principal }) => {
      assert(principal !== null, 'an administrator is signed in');
      const { roles, ...draft } = body;
      const grant: CompanySetup = (tx) => grantFirstRoles(tx, principal.actor.id, roles);
      const company = await createCompany(database, principal.actor, { draft, setups: [...setups, grant] });
      const { id: _id, ...shown } = company;
      return shown;
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/name',
    permission: 'organisation.manage',
    tag: 'company',
    summary: 'Renames the company',
    body: z.object({ name: nameSchema }),
    answer: companySchema,
    handler: async (call) => {
      await changeCompanyName(database, call.scope, { command: call.command('company.rename'), name: call.body.name });
      const { code, functionalCurrency, timeZone } = call.scope.company;
      return { code, name: call.body.name, functionalCurrency, timeZone };
    },
  });
}

function registerAccountCodeRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/posting-accounts',
    permission: 'ledger.read',
    tag: 'company',
    summary: 'The posting accounts with their codes in the general ledger',
    answer: z.object({ rows: z.array(postingAccountSchema) }),
    handler: async ({ scope }) => ({ rows: await database.read(scope, listPostingAccounts) }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/posting-accounts/:account',
    permission: 'organisation.manage',
    tag: 'company',
    summary: 'Sets code and name of a posting account in the general ledger',
    params: z.object({ account: z.string().max(40) }),
    body: z.object({ glCode: z.string().trim().min(1).max(GL_CODE_CHARS_MAX), name: nameSchema }),
    answer: postingAccountSchema,
    handler: async (call) => {
      const account = { account: call.params.account, ...call.body };
      await changePostingAccount(database, call.scope, { command: call.command('posting_account.change'), account });
      return account;
    },
  });
}

/** "item:0190…" names a subject by kind and id. */
const subjectSchema = z
  .string()
  .regex(/^[a-z_]{1,40}:.{1,100}$/, 'must be a kind and an id such as person:0190...')
  .transform((text) => {
    const at = text.indexOf(':');
    return { kind: text.slice(0, at), id: text.slice(at + 1) };
  });

function registerAuditRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/audit',
    permission: 'audit.read',
    tag: 'audit trail',
    summary: 'Who changed what, when and why, newest first',
    query: pageQuerySchema.extend({
      subject: subjectSchema.optional().describe('Only what happened to this: its kind and id, as in the rows'),
    }),
    answer: pageSchema(auditEventSchema),
    handler: async ({ scope, query }) => {
      const [recordedAt, id] = decodeCursor(query.cursor, 2) ?? [];
      const before = recordedAt === undefined || id === undefined ? undefined : { recordedAt, id };
      const page = { subject: query.subject, before, limit: query.limit + 1 };
      const events = await database.read(scope, (tx) => listAuditEvents(tx, page));
      return pageOf(events, query.limit, (event) => [event.recordedAt, event.id]);
    },
  });
}
