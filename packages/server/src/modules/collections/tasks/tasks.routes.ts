import { searchedWords } from '@quittance/core/excerpts';
import { BLOCKS } from '@quittance/core/parties';
import type { Recurrence } from '@quittance/core/tasks';
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { carryOutTask } from './carry-out-task.usecase.ts';
import { taskActSchema } from './task-act.ts';
import { findEscalation, findTask, listChanges, listTasks, SUBJECT_KINDS, type Task } from './tasks.queries.ts';
import { addTask, changeTask, endTask, reopenTask, setEscalation } from './tasks.usecase.ts';

const TAG = 'tasks';
const TITLE_CHARS_MAX = 200;
const NOTE_CHARS_MAX = 10_000;
const SEARCH_CHARS_MAX = 200;
const HOURS_MAX = 1_000; // half a year of work
const MINUTES_MAX = 100_000;
const REASON_CHARS_MAX = 500;
const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
const idParams = z.object({ id: z.uuid() });

const recurrenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({
    kind: z.literal('weekly'),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    everyWeeks: z.number().int().min(1).max(52),
  }),
  z.object({ kind: z.literal('monthly'), day: z.number().int().min(1).max(31) }),
  z.object({ kind: z.literal('monthly_working_day'), nth: z.union([z.number().int().min(1).max(20), z.literal(-1)]) }),
]);

const draftSchema = z.object({
  title: z.string().trim().min(1).max(TITLE_CHARS_MAX),
  note: z.string().trim().max(NOTE_CHARS_MAX).default('').describe('@Name tells that person'),
  assigneeId: z.uuid(),
  due: z.union([
    z.object({ on: localDateSchema }).describe('By the end of their work on that day'),
    z.object({ inHours: z.number().int().min(0).max(HOURS_MAX) }).describe('So many of their working hours from now'),
    z.object({ at: z.iso.datetime() }),
  ]),
  recurrence: recurrenceSchema.nullable().default(null),
  isPinned: z.boolean().default(false),
});

const taskSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    note: z.string(),
    subjectKind: z.enum(SUBJECT_KINDS).nullable(),
    subjectId: z.uuid().nullable(),
    customerId: z.uuid().nullable(),
    customerName: z.string().nullable(),
    assigneeId: z.uuid(),
    assigneeName: z.string(),
    dueAt: z.string(),
    status: z.enum(['open', 'done', 'cancelled']),
    recurrence: recurrenceSchema.nullable(),
    isPinned: z.boolean(),
    escalatedAt: z.string().nullable().describe('When it was overdue for too long'),
    escalatedTo: z.uuid().nullable(),
    madeAt: z.string(),
    madeBy: z.uuid(),
    madeByName: z.string(),
    endedAt: z.string().nullable(),
    endReason: z.string().nullable().describe('Why it was called off, or what was decided'),
    act: taskActSchema
      .nullable()
      .describe('Of a task of the ladder: what it asks for, to be said in the reader’s language'),
  })
  .meta({ id: 'Task' });

export function registerTaskRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerReading(app, database);
  registerChanges(app, database);
  registerEscalation(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/tasks',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Tasks: pinned ones, then the soonest due first',
    query: pageQuerySchema.extend({
      whose: z.enum(['mine', 'all']).default('mine').describe('mine: also what was escalated to you'),
      status: z.enum(['open', 'done', 'cancelled']).default('open'),
      customer: z.uuid().optional(),
      dueBefore: z.iso.datetime().optional(),
      search: z.string().max(SEARCH_CHARS_MAX).optional().describe('Words of title and note'),
    }),
    answer: pageSchema(taskSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [pinned, dueAt, id] = decodeCursor(query.cursor, 3) ?? [];
        const isPinned = pinned === 'pinned';
        const after = dueAt === undefined || id === undefined ? undefined : { isPinned, dueAt, id };
        const personId = query.whose === 'mine' ? tx.actor.id : undefined;
        const { status, customer: customerId, dueBefore, limit } = query;
        const searched = searchedWords(query.search ?? '');
        const words = searched.length > 0 ? searched : undefined;
        const filter = { personId, customerId, status, dueBefore, words, after, limit: limit + 1 };
        const rows = (await listTasks(tx, filter)).map(taskJson);
        return pageOf(rows, limit, (row) => [row.isPinned ? 'pinned' : 'plain', row.dueAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/tasks/:id',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'One task, whosever it is',
    params: idParams,
    answer: taskSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const task = await findTask(tx, params.id);
        if (task === undefined) throw notFound('task', params.id);
        return taskJson(task);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/tasks/:id/changes',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What a task was before each change, the latest first',
    params: idParams,
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          action: z.string(),
          before: z.unknown(),
          after: z.unknown(),
          changedAt: z.string(),
          changedByName: z.string(),
        }),
      ),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if ((await findTask(tx, params.id)) === undefined) throw notFound('task', params.id);
        return { rows: await listChanges(tx, params.id) };
      }),
  });
}

function registerChanges(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/tasks',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Gives oneself or another a task; who gets it is told',
    body: draftSchema
      .extend({
        subjectKind: z.enum(SUBJECT_KINDS).nullable().default(null).describe('case: a dispute, by the id of its hold'),
        subjectId: z.uuid().nullable().default(null),
        customerId: z.uuid().nullable().default(null),
      })
      .refine(({ subjectKind, subjectId }) => (subjectKind === null) === (subjectId === null), {
        message: 'name both what it is about and its id, or neither',
        path: ['subjectId'],
      }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handler: ({ scope, body, command }) => addTask({ database, scope, command: command('task.add') }, body),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/tasks/:id',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Another title, note, day or person',
    params: idParams,
    body: draftSchema,
    answer: 'nothing',
    handler: ({ scope, params, body, command }) =>
      changeTask({ database, scope, command: command('task.change') }, params.id, body),
  });

  app.companyRoute({
    method: 'POST',
    path: '/tasks/:id/end',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Done or cancelled; a recurring task that is done makes its next one',
    description: 'Calling off what somebody else is to do takes a reason; they are told.',
    params: idParams,
    body: z.object({ status: z.enum(['done', 'cancelled']), reason: reasonSchema.nullable().default(null) }),
    answer: z.object({ nextId: z.uuid().nullable() }),
    handler: ({ scope, params, body, command }) =>
      endTask({ database, scope, command: command('task.end') }, { ...params, ...body }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/tasks/:id/carry-out',
    permission: 'customers.write',
    tag: TAG,
    summary: 'Blocks the customer as the task proposes, and is done with it',
    description: 'A proposal to stop orders blocks orders; one of legal steps orders, dunning, or both.',
    params: idParams,
    body: z.object({ blocks: z.array(z.enum(BLOCKS)).min(1).max(BLOCKS.length), reason: reasonSchema }),
    answer: 'nothing',
    handler: ({ scope, params, body, command }) =>
      carryOutTask({ database, scope, command: command('task.carry_out') }, { ...params, ...body }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/tasks/:id/reopen',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Opens a task that was done or cancelled again',
    params: idParams,
    answer: 'nothing',
    handler: ({ scope, params, command }) =>
      reopenTask({ database, scope, command: command('task.reopen') }, params.id),
  });
}

function registerEscalation(app: HttpApp, database: Database): void {
  const escalationSchema = z.object({
    afterMinutes: z.number().int().min(0).max(MINUTES_MAX).describe('Working minutes that a task may be overdue'),
    toPersonId: z.uuid(),
  });
  app.companyRoute({
    method: 'GET',
    path: '/task-escalation',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'When overdue tasks go to whom; null: none does',
    answer: z.object({ rule: escalationSchema.nullable() }),
    handler: async ({ scope }) => ({ rule: (await database.read(scope, findEscalation)) ?? null }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/task-escalation',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Says when overdue tasks go to whom',
    body: escalationSchema,
    answer: 'nothing',
    handler: ({ scope, body, command }) =>
      setEscalation({ database, scope, command: command('task.escalation') }, body),
  });
}

function taskJson({ recurrence, ...task }: Task): z.output<typeof taskSchema> {
  return { ...task, recurrence: recurrence === null ? null : recurrenceJson(recurrence) };
}

function recurrenceJson(rule: Recurrence): z.output<typeof recurrenceSchema> {
  if (rule.kind === 'weekly') return { ...rule, weekdays: [...rule.weekdays] };
  return rule.kind === 'monthly_working_day' ? { kind: rule.kind, nth: rule.nth } : rule;
}
