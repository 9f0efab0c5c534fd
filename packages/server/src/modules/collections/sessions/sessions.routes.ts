/** Resolution sessions: planned with an invitation, changed, cancelled; minutes by point, and what follows of them. */
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { PLAN_PARTS_MAX } from '@quittance/core/promises';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyInputSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { listAnswers } from './answers.queries.ts';
import { closeSession, promiseOfPoint, taskOfPoint, writeMinutes } from './hold-session.usecase.ts';
import { cancelSession, changeSession, planSession } from './plan-session.usecase.ts';
import { sessionOutlook } from './session-outlook.usecase.ts';
import {
  findSession,
  listPeople,
  listPoints,
  listSessions,
  POINT_KINDS,
  SESSION_STATES,
  type Session,
} from './sessions.queries.ts';

const TAG = 'sessions';
const PEOPLE_MAX = 20;
const POINTS_MAX = 100;
const TEXT_CHARS_MAX = 2_000;
const MINUTES_CHARS_MAX = 10_000;
const idParams = z.object({ id: z.uuid() });
const pointParams = z.object({ id: z.uuid(), pointId: z.uuid() });

const draftSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'give it a title')
    .max(200)
    .regex(/^\P{Cc}*$/u, 'is one line: leave out line breaks'),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string().trim().max(500).default('').describe('A room, a link, a number to dial'),
  message: z.string().trim().max(TEXT_CHARS_MAX).default(''),
  contactIds: z.array(z.uuid()).max(PEOPLE_MAX).default([]),
  personIds: z.array(z.uuid()).max(PEOPLE_MAX).default([]).describe('Colleagues'),
  points: z
    .array(
      z.object({
        id: z.uuid().nullable().default(null).describe('Of a point that stands already'),
        kind: z.enum(POINT_KINDS),
        subjectId: z.uuid().nullable().default(null),
        title: z.string().trim().min(1).max(300),
      }),
    )
    .max(POINTS_MAX)
    .default([]),
});

const sessionSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    customerName: z.string(),
    title: z.string(),
    startsAt: z.string(),
    endsAt: z.string(),
    place: z.string(),
    message: z.string(),
    language: z.string(),
    state: z.enum(SESSION_STATES),
    sequence: z.number().int().describe('How many times those invited were told otherwise'),
    conversationId: z.string().nullable(),
    reason: z.string().nullable(),
    madeByName: z.string(),
    endedByName: z.string().nullable(),
  })
  .meta({ id: 'ResolutionSession' });

const wholeSchema = sessionSchema.extend({
  people: z.array(
    z.object({
      address: z.string(),
      name: z.string(),
      contactId: z.string().nullable(),
      personId: z.string().nullable(),
      answer: z
        .object({
          answer: z.enum(['accepted', 'declined', 'tentative']),
          comment: z.string(),
          answeredAt: z.string(),
          isToEarlier: z.boolean().describe('They answered before the session was changed'),
        })
        .nullable()
        .describe('What their calendar answered by mail'),
    }),
  ),
  points: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(POINT_KINDS),
      subjectId: z.string().nullable(),
      title: z.string(),
      minutes: z.string(),
      outcomes: z.array(z.object({ kind: z.enum(['task', 'promise']), subjectId: z.string() })),
    }),
  ),
});

export function registerResolutionRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerReading(app, database);
  registerPlanning(app, database);
  registerHolding(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/sessions',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Resolution sessions by their beginning, the latest first',
    query: pageQuerySchema.extend({
      customer: z.uuid().optional(),
      only: z.enum(['planned', 'all']).default('all'),
    }),
    answer: pageSchema(sessionSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [startsAt, id] = decodeCursor(query.cursor, 2) ?? [];
        const after = startsAt === undefined || id === undefined ? undefined : { startsAt, id };
        const customerIds = query.customer === undefined ? undefined : await recordsOfParty(tx, query.customer);
        const filter = { customerIds, isPlannedOnly: query.only === 'planned', after, limit: query.limit + 1 };
        return pageOf(await listSessions(tx, filter), query.limit, (row) => [row.startsAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/sessions/:id',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'A session with its people, its agenda and what was said',
    params: idParams,
    answer: wholeSchema,
    handler: ({ scope, params }) => database.read(scope, (tx) => wholeSession(tx, params.id)),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/session-outlook',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'When both sides work within two weeks, whom to invite, and what there is to talk about',
    params: idParams,
    answer: z.object({
      timeZone: z.string(),
      windows: z.array(z.object({ from: z.string(), until: z.string(), isNow: z.boolean() })),
      contacts: z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), isPrimary: z.boolean() })),
      points: z.array(z.object({ kind: z.enum(POINT_KINDS), subjectId: z.string(), title: z.string() })),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const { contacts, windows, points, timeZone } = await sessionOutlook(tx, params.id);
        const shown = contacts.map(({ id, name, email, isPrimary }) => ({ id, name, address: email ?? '', isPrimary }));
        return { timeZone, windows: [...windows], points: [...points], contacts: shown };
      }),
  });
}

async function wholeSession(tx: Tx, id: string): Promise<z.output<typeof wholeSchema>> {
  const session = await findSession(tx, id);
  if (session === undefined) throw notFound('session', id);
  const points = (await listPoints(tx, id)).map((point) => ({ ...point, outcomes: [...point.outcomes] }));
  return { ...session, people: await peopleWithAnswers(tx, session), points };
}

async function peopleWithAnswers(
  tx: Tx,
  { id, sequence: now }: Session,
): Promise<z.output<typeof wholeSchema>['people']> {
  const answers = new Map((await listAnswers(tx, id)).map((answer) => [answer.address, answer]));
  return (await listPeople(tx, id)).map((person) => {
    const given = answers.get(person.address);
    if (given === undefined) return { ...person, answer: null };
    const { answer, comment, answeredAt, sequence } = given;
    return { ...person, answer: { answer, comment, answeredAt, isToEarlier: sequence < now } };
  });
}

function registerPlanning(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/sessions',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Plans a session and invites to it by mail',
    params: idParams,
    body: draftSchema.extend({ language: z.enum(LETTER_LANGUAGES).nullable().default(null) }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('session.plan'), (tx) => planSession(tx, { ...body, customerId: params.id })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/sessions/:id',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Changes a session; everybody invited is told',
    params: idParams,
    body: draftSchema,
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('session.change'), async (tx) => {
        await changeSession(tx, params.id, body);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/sessions/:id/cancel',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Cancels a session; everybody invited is told why',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(500) }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('session.cancel'), async (tx) => {
        await cancelSession(tx, params.id, body.reason);
        return null;
      });
    },
  });
}

function registerHolding(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'PUT',
    path: '/sessions/:id/points/:pointId/minutes',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Writes what was said of a point',
    params: pointParams,
    body: z.object({ minutes: z.string().trim().max(MINUTES_CHARS_MAX) }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('session.minutes'), async (tx) => {
        await writeMinutes(tx, { sessionId: params.id, pointId: params.pointId }, body.minutes);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/sessions/:id/points/:pointId/tasks',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Makes a task of a point',
    params: pointParams,
    body: z.object({
      title: z.string().trim().min(1).max(200),
      assigneeId: z.uuid(),
      due: z.object({ on: localDateSchema }),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('task.add'), (tx) =>
        taskOfPoint(tx, { sessionId: params.id, pointId: params.pointId }, body),
      ),
  });

  app.companyRoute({
    method: 'POST',
    path: '/sessions/:id/points/:pointId/promises',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Makes a promise of a point: on its item, or on the account',
    params: pointParams,
    body: z.object({
      parts: z
        .array(z.object({ promisedOn: localDateSchema, amount: moneyInputSchema }))
        .min(1)
        .max(PLAN_PARTS_MAX),
    }),
    answer: z.object({ promiseIds: z.array(z.string()) }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('promise.make'), (tx) =>
        promiseOfPoint(tx, { sessionId: params.id, pointId: params.pointId }, body.parts),
      ),
  });

  app.companyRoute({
    method: 'POST',
    path: '/sessions/:id/close',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that a session took place, or that the customer did not come',
    params: idParams,
    body: z.object({ state: z.enum(['held', 'no_show']) }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('session.close'), async (tx) => {
        await closeSession(tx, params.id, body.state);
        return null;
      });
    },
  });
}
