/** Handing somebody's work to others: what there is, what would go to whom, the act, and taking it back. */
import { WORK_KINDS } from '@quittance/core/hand-over';
import { ROLES } from '@quittance/core/permissions';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { namesOf } from '../portfolios/cover.queries.ts';
import { handOver } from './hand-over.usecase.ts';
import { listHandOvers } from './hand-overs.queries.ts';
import { type PlannedHandOver, plannedHandOver } from './plan-hand-over.usecase.ts';
import { undoHandOver } from './undo-hand-over.usecase.ts';
import { workOfNobody } from './work-of-nobody.usecase.ts';

const TAG = 'hand-overs';
const REASON_CHARS_MAX = 500;

const kindSchema = z.enum(WORK_KINDS);
const rolesSchema = z
  .array(z.enum(ROLES))
  .max(ROLES.length)
  .default([])
  .describe('With which the person goes on: what these roles allow stays theirs; none: everything goes');
const requestSchema = z.object({
  fromId: z.uuid(),
  toId: z.uuid().nullable().describe('Null: to the owner of each customer, else to the team'),
  roles: rolesSchema,
});
const totalSchema = z.object({
  kind: kindSchema,
  toId: z.uuid().nullable().describe('Null: nobody in particular, the team sees it'),
  toName: z.string().nullable(),
  count: z.number().int(),
});
const previewSchema = z
  .object({
    totals: z.array(totalSchema),
    leftOver: z
      .array(z.object({ kind: kindSchema, count: z.number().int() }))
      .describe('Nobody in the team may take these: a colleague has to be named'),
    fingerprint: z.string(),
  })
  .meta({ id: 'HandOverPreview' });

const workOfNobodySchema = z
  .object({
    personId: z.uuid(),
    personName: z.string(),
    roles: z.array(z.enum(ROLES)),
    work: z.array(z.object({ kind: kindSchema, count: z.number().int() })),
  })
  .meta({ id: 'WorkOfNobody' });

const handOverSchema = z
  .object({
    id: z.uuid(),
    fromId: z.uuid(),
    fromName: z.string(),
    toId: z.uuid().nullable(),
    reason: z.string(),
    totals: z.array(totalSchema),
    rolesBefore: z.array(z.enum(ROLES)).nullable().describe('Where roles were taken in the same act'),
    madeAt: z.string(),
    madeByName: z.string(),
    undoneAt: z.string().nullable(),
    undoneByName: z.string().nullable(),
  })
  .meta({ id: 'HandOver' });

export function registerHandOverRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerReading(app, database);
  registerActs(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/work-of-nobody',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Work that belongs by name to people who cannot go on with it',
    answer: z.object({ rows: z.array(workOfNobodySchema) }),
    handler: async ({ scope }) => {
      const rows = await database.read(scope, workOfNobody);
      return { rows: rows.map((row) => ({ ...row, roles: [...row.roles], work: [...row.work] })) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/hand-overs',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Hand-overs, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(handOverSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const before = at === undefined || id === undefined ? undefined : { at, id };
        const found = await listHandOvers(tx, { before, limit: query.limit + 1 });
        const rows = found.map(
          ({ rulesNumber: _number, rulesBefore: _before, rolesAfter: _after, totals, rolesBefore, ...row }) => ({
            ...row,
            totals: [...(totals ?? [])],
            rolesBefore: rolesBefore && [...rolesBefore],
          }),
        );
        return pageOf(rows, query.limit, (row) => [row.madeAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/hand-overs/preview',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'What of a person’s work would go to whom; changes nothing',
    body: requestSchema,
    answer: previewSchema,
    handler: ({ scope, body }) => database.read(scope, async (tx) => previewJson(tx, await plannedHandOver(tx, body))),
  });
}

function registerActs(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/hand-overs',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Hands a person’s work over as the preview showed, as one act',
    body: requestSchema.extend({
      fingerprint: z.string().max(64).describe('Of the preview'),
      reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX),
    }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('work.hand_over'), (tx) => handOver(tx, { ...body, rolesBefore: null })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/hand-overs/:id/undo',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Takes a hand-over back: each piece that nobody has touched since',
    description: 'Roles that were taken in the same act come back with it, if you may give roles.',
    params: z.object({ id: z.uuid() }),
    answer: z.object({
      back: z.number().int(),
      stayed: z.number().int().describe('Somebody went on with these: they stay'),
    }),
    handler: ({ scope, params, command, permissions }) =>
      runCommand(database, scope, command('work.undo_hand_over'), (tx) =>
        undoHandOver(tx, { ...params, givesRoles: permissions.has('people.manage') }),
      ),
  });
}

async function previewJson(tx: Tx, plan: PlannedHandOver): Promise<z.output<typeof previewSchema>> {
  const people = await namesOf(
    tx,
    plan.totals.flatMap(({ toId }) => toId ?? []),
  );
  const kinds = [...new Set(plan.leftOver.map(({ kind }) => kind))];
  return {
    totals: plan.totals.map((total) => ({
      ...total,
      toName: people.find(({ id }) => id === total.toId)?.name ?? null,
    })),
    leftOver: kinds.map((kind) => ({ kind, count: plan.leftOver.filter((one) => one.kind === kind).length })),
    fingerprint: plan.fingerprint,
  };
}
