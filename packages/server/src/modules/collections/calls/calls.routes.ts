/** Calls: the sheet to speak by, the record of what came of it, when to call again, and how calls went. */

import type { Permission } from '@quittance/core/permissions';
import { PLAN_PARTS_MAX } from '@quittance/core/promises';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { type HttpApp, localDateSchema, moneyInputSchema } from '../../../platform/http/index.ts';
import { PURPOSES } from '../../correspondence/index.ts';
import { registerCallBackRoutes } from './call-backs.routes.ts';
import { registerCallScriptRoutes } from './call-scripts.routes.ts';
import { readCallSheet } from './call-sheet.usecase.ts';
import { languageSchema, outcomeSchema, sheetJson, sheetSchema, situationSchema } from './calls.json.ts';
import { measureCalls, NEXT_KINDS } from './calls.queries.ts';
import type { NextStep } from './next-step.usecase.ts';
import { recordCall } from './record-call.usecase.ts';

const TAG = 'calls';
const NOTE_CHARS_MAX = 10_000;
const TITLE_CHARS_MAX = 200;
const REASON_CHARS_MAX = 500;
const ITEMS_MAX = 500; // ticked by hand
const HOURS_MAX = 1_000;
const DAY_SECONDS = 86_400;
const idParams = z.object({ id: z.uuid() });

/** E.164 with an extension at most. */
const numberSchema = z.string().regex(/^\+[1-9]\d{3,14}(;ext=\d{1,10})?$/, 'must be a number such as +390612345678');

const nextSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promise'),
    itemIds: z.array(z.uuid()).min(1).max(ITEMS_MAX).nullable().default(null).describe('Null: on the account'),
    parts: z
      .array(z.object({ promisedOn: localDateSchema, amount: moneyInputSchema }))
      .min(1)
      .max(PLAN_PARTS_MAX),
  }),
  z.object({
    kind: z.literal('task'),
    title: z.string().trim().min(1).max(TITLE_CHARS_MAX),
    assigneeId: z.uuid(),
    due: z.union([
      z.object({ on: localDateSchema }),
      z.object({ inHours: z.number().int().min(0).max(HOURS_MAX) }),
      z.object({ at: z.iso.datetime() }),
    ]),
  }),
  z.object({ kind: z.literal('call_back'), at: z.iso.datetime(), assigneeId: z.uuid() }),
  z.object({ kind: z.literal('mail'), purpose: z.enum(PURPOSES) }),
  z.object({
    kind: z.literal('dispute'),
    itemIds: z.array(z.uuid()).min(1).max(ITEMS_MAX),
    reason: z.string().trim().min(1, 'say what is disputed').max(REASON_CHARS_MAX),
    amount: moneyInputSchema.nullable().default(null).describe('Of a single item; null: all that is open'),
  }),
]);

const callSchema = z.object({
  contactId: z.uuid().nullable().default(null),
  number: numberSchema.nullable().default(null).describe('As dialled'),
  outcome: outcomeSchema,
  situation: situationSchema,
  scriptLanguage: languageSchema,
  scriptNumber: z.number().int().min(0).default(0),
  startedAt: z.iso.datetime(),
  durationSeconds: z.number().int().min(0).max(DAY_SECONDS),
  note: z.string().trim().max(NOTE_CHARS_MAX).default(''),
  callBackId: z.uuid().nullable().default(null).describe('The call-back that it answers'),
  next: nextSchema.nullable().default(null),
});

export function registerCallRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerSheet(app, database);
  registerRecord(app, database);
  registerMeasures(app, database);
  registerCallBackRoutes(app, database);
  registerCallScriptRoutes(app, database);
}

function registerSheet(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/call-sheet',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Whom to call, when, on which number, about what, and in which words',
    params: idParams,
    query: z.object({
      contact: z.uuid().optional(),
      situation: situationSchema.optional(),
      language: languageSchema.optional(),
    }),
    answer: sheetSchema,
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const { contact: contactId, situation, language } = query;
        return sheetJson(await readCallSheet(tx, { customerId: params.id, contactId, situation, language }));
      }),
  });
}

function registerRecord(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/calls',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Records a call with its outcome and its next step, in one act',
    description: 'A promise and a dispute also need `holds.manage`, a mail `correspondence.write`.',
    params: idParams,
    body: callSchema,
    answer: z.object({
      id: z.string(),
      activityId: z.string(),
      next: z.object({ kind: z.enum(NEXT_KINDS), id: z.string(), count: z.number().int() }).nullable(),
    }),
    status: 201,
    handler: ({ scope, params, body, command, permissions }) => {
      requirePermission(body.next, permissions);
      return runCommand(database, scope, command('call.record'), (tx) =>
        recordCall(tx, { ...body, customerId: params.id }),
      );
    },
  });
}

const NEEDED: Readonly<Partial<Record<NextStep['kind'], Permission>>> = {
  promise: 'holds.manage',
  dispute: 'holds.manage',
  mail: 'correspondence.write',
};

function requirePermission(next: NextStep | null, permissions: ReadonlySet<Permission>): void {
  const needed = next === null ? undefined : NEEDED[next.kind];
  if (needed === undefined || permissions.has(needed)) return;
  const message =
    'Your role does not allow this next step. Record the call without it, and give it to somebody as a task.';
  throw new AppError('call_next_not_allowed', message, { status: 403, details: { permission: needed } });
}

function registerMeasures(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/call-measures',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Calls made, right-party contacts and promises, by person or by day',
    query: z.object({ from: localDateSchema, until: localDateSchema, by: z.enum(['person', 'day']).default('person') }),
    answer: z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          attempts: z.number().int(),
          rightParty: z.number().int().describe('Calls that reached who can decide or pay'),
          promises: z.number().int(),
          talkSeconds: z.number().int(),
        }),
      ),
    }),
    handler: async ({ scope, query }) => ({ rows: await database.read(scope, (tx) => measureCalls(tx, query)) }),
  });
}
