import { ROLES } from '@quittance/core/permissions';
import { z } from 'zod';
import { PASSWORD_CHARS_MAX } from './passwords.ts';
import { TOKEN_ROLES } from './tokens.usecase.ts';

const NAME_CHARS_MAX = 120;
const SECRET_CHARS_MAX = 100;
const TOKEN_DAYS_MAX = 730; // two years: long enough for an integration, short enough to be looked at again

export const emailSchema = z.email().max(254);
export const nameSchema = z.string().trim().min(1).max(NAME_CHARS_MAX);
export const localeSchema = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a language such as en or it-IT');
export const roleSchema = z.enum(ROLES);

export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(PASSWORD_CHARS_MAX) });
export const linkSchema = z.object({ token: z.string().min(1).max(SECRET_CHARS_MAX) });
export const passwordSchema = z.object({
  current: z.string().max(PASSWORD_CHARS_MAX).optional().describe('Not asked for after signing in by a link'),
  password: z.string().min(1).max(PASSWORD_CHARS_MAX),
});

export const sessionSchema = z
  .object({
    user: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), locale: z.string() }),
    csrfToken: z.string().nullable().describe('To be sent as X-CSRF-Token with every write; null for API tokens'),
    isAdministrator: z.boolean().describe('May create companies'),
    companies: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        functionalCurrency: z.string(),
        timeZone: z.string(),
        today: z.string().describe('The date in the company’s time zone'),
        roles: z.array(roleSchema),
        permissions: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Session' });

export const personSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: z.string(),
    roles: z.array(roleSchema),
    hasPassword: z.boolean(),
    disabledAt: z.string().nullable(),
    lastSeenAt: z.string().nullable(),
  })
  .meta({ id: 'Person' });

export const signInLinkSchema = z
  .object({ path: z.string().describe('To be opened on this server, once'), expiresAt: z.string() })
  .meta({ id: 'SignInLink' });

export const newMemberSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  locale: localeSchema.default('en'),
  roles: z.array(roleSchema).min(1).max(ROLES.length),
});

export const addedMemberSchema = z.object({
  person: personSchema,
  signInLink: signInLinkSchema.nullable().describe('Null when the person has an account already'),
});

export const changedRolesSchema = z.object({
  roles: z.array(roleSchema).max(ROLES.length),
  handOver: z
    .object({
      toId: z.uuid().nullable().describe('Null: to the owner of each customer, else to the team'),
      fingerprint: z.string().max(64).describe('Of the preview'),
      reason: z.string().trim().min(1).max(500),
    })
    .nullable()
    .default(null),
});

export const tokenSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    roles: z.array(roleSchema),
    createdBy: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' });

export const newTokenSchema = z.object({
  name: nameSchema,
  roles: z.array(z.enum(TOKEN_ROLES)).min(1).default(['api_client']),
  expiresInDays: z.int().min(1).max(TOKEN_DAYS_MAX).nullable().default(365),
});

export const issuedTokenSchema = tokenSchema
  .extend({ token: z.string().nullable().describe('Shown once. Null when an idempotency key is repeated') })
  .meta({ id: 'IssuedApiToken' });

export const accountEventSchema = z
  .object({
    id: z.uuid(),
    recordedAt: z.string(),
    actorName: z.string(),
    action: z.string(),
    personId: z.uuid().nullable(),
    address: z.string().nullable(),
    detail: z.unknown(),
  })
  .meta({ id: 'AccountEvent' });
