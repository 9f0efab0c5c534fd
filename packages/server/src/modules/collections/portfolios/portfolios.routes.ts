/** Who looks after which customers: rules in versions, moves by hand, level portfolios, cover for absence. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { findAssignment, portfolioLoads } from './assignments.queries.ts';
import {
  levelPortfolios,
  moveCustomers,
  restoreRules,
  setCover,
  setPreviewedRules,
  undoMove,
} from './change-portfolios.usecase.ts';
import { awayToday, listCovers, namesOf } from './cover.queries.ts';
import { dutyToday, namedWhoAct } from './duty-today.usecase.ts';
import { listMoves } from './moves.queries.ts';
import { listRulesVersions, type RulesVersion } from './portfolio-rules.queries.ts';
import {
  CUSTOMERS_PER_MOVE_MAX,
  fingerprintSchema,
  levelSchema,
  previewSchema,
  reasonSchema,
  ruleJson,
  rulesInputSchema,
  rulesOf,
  rulesSchema,
} from './portfolios.schemas.ts';
import { type PortfolioPreview, previewLevel, previewRules } from './preview-portfolios.usecase.ts';

const TAG = 'portfolios';
const idParams = z.object({ id: z.uuid() });

export function registerPortfolioRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerReading(app, database);
  registerRules(app, database);
  registerMoves(app, database);
  registerLevel(app, database);
  registerCover(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/portfolios',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'How much each person looks after, and who covers for whom',
    answer: z.object({
      rows: z.array(
        z.object({
          ownerId: z.uuid(),
          ownerName: z.string(),
          customers: z.number().int(),
          withOpen: z.number().int(),
          open: moneyJsonSchema,
          collectable: moneyJsonSchema,
          contacts: z.number().int(),
          isAway: z.boolean(),
          mayAct: z.boolean().describe('False: has left, or only looks here'),
          seenBy: z
            .object({ id: z.uuid(), name: z.string() })
            .nullable()
            .describe('Who sees them today: the owner, whoever covers, or the one who has the rest; null: nobody'),
        }),
      ),
      covers: z.array(
        z.object({ personId: z.uuid(), personName: z.string(), coverId: z.uuid(), coverName: z.string() }),
      ),
      people: z
        .array(z.object({ id: z.uuid(), name: z.string() }))
        .describe('Who may look after customers, stand in and have work'),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const away = await awayToday(tx);
        const money = (amountMinor: bigint) => moneyJson(amountMinor, tx.company.functionalCurrency);
        const loads = await portfolioLoads(tx);
        const { seenBy, mayAct } = await dutyToday(
          tx,
          loads.map(({ ownerId }) => ownerId),
        );
        const seers = await namesOf(
          tx,
          loads.flatMap(({ ownerId }) => seenBy(ownerId) ?? []),
        );
        const rows = loads.map(({ openMinor, collectableMinor, ...load }) => ({
          ...load,
          mayAct: mayAct(load.ownerId),
          seenBy: seers.find(({ id }) => id === seenBy(load.ownerId)) ?? null,
          ...{ open: money(openMinor), collectable: money(collectableMinor), isAway: away.has(load.ownerId) },
        }));
        return { rows, covers: await listCovers(tx), people: await namedWhoAct(tx) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/portfolios/customers/:id',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Who looks after a customer, and why: a rule, a move by hand, or the rest',
    params: idParams,
    answer: z.object({
      customerId: z.uuid(),
      ownerId: z.uuid(),
      ownerName: z.string(),
      cause: z.enum(['rule', 'hand', 'rest']),
      ruleName: z.string().nullable(),
      rulesNumber: z.number().int(),
      moveId: z.uuid().nullable(),
      moveReason: z.string().nullable(),
      movedByName: z.string().nullable(),
      untilOn: z.string().nullable(),
    }),
    handler: async ({ scope, params }) => {
      const found = await database.read(scope, (tx) => findAssignment(tx, params.id));
      if (found === undefined) throw notFound('assigned customer', params.id);
      return found;
    },
  });
}

function registerRules(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/portfolio-rules',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Versions of the rules, the one that holds first',
    query: pageQuerySchema,
    answer: pageSchema(rulesSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [number] = decodeCursor(query.cursor, 1) ?? [];
        const before = number === undefined ? undefined : Number(number);
        const versions = await listRulesVersions(tx, { before, limit: query.limit + 1 });
        const rows = versions.map((version) => versionJson(version, tx.company.functionalCurrency));
        return pageOf(rows, query.limit, (row) => [String(row.number)]);
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolio-rules/preview',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'What would change hands if these rules held; changes nothing',
    body: rulesInputSchema,
    answer: previewSchema,
    handler: ({ scope, body }) =>
      database.read(scope, async (tx) => {
        const rules = rulesOf(body.rules, tx.company.functionalCurrency);
        return previewJson(tx, await previewRules(tx, { ...body, rules }));
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolio-rules',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'These rules hold from now on',
    body: rulesInputSchema.extend({ fingerprint: fingerprintSchema, reason: reasonSchema }),
    answer: z.object({ number: z.number().int() }),
    status: 201,
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('portfolio_rules.set'), (tx) =>
        setPreviewedRules(tx, { ...body, rules: rulesOf(body.rules, tx.company.functionalCurrency) }),
      ),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolio-rules/:number/restore',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'The rules of an earlier version hold again; 0: no rules, nobody looks after anybody',
    params: z.object({ number: z.coerce.number().int().min(0) }),
    body: z.object({ reason: reasonSchema }),
    answer: z.object({ number: z.number().int() }),
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('portfolio_rules.restore'), (tx) => restoreRules(tx, { ...params, ...body })),
  });
}

function registerMoves(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/portfolio-moves',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Customers moved by hand, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(
      z.object({
        id: z.uuid(),
        kind: z.enum(['hand', 'rebalance']),
        reason: z.string(),
        untilOn: z.string().nullable(),
        customerCount: z.number().int(),
        madeAt: z.string(),
        madeByName: z.string(),
        undoneAt: z.string().nullable(),
        undoneByName: z.string().nullable(),
      }),
    ),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const before = at === undefined || id === undefined ? undefined : { at, id };
        const rows = await listMoves(tx, { before, limit: query.limit + 1 });
        return pageOf(rows, query.limit, (row) => [row.madeAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolio-moves',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Gives customers to a person, for good or until a day; or back to the rules',
    body: z.object({
      customerIds: z.array(z.uuid()).min(1).max(CUSTOMERS_PER_MOVE_MAX),
      ownerId: z.uuid().nullable(),
      untilOn: localDateSchema.nullable().default(null),
      reason: reasonSchema,
    }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('portfolio.move'), (tx) => moveCustomers(tx, body)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolio-moves/:id/undo',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Undoes a move as one',
    params: idParams,
    answer: 'nothing',
    handler: async ({ scope, params, command }) => {
      await runCommand(database, scope, command('portfolio.undo_move'), async (tx) => {
        await undoMove(tx, params.id);
        return null;
      });
    },
  });
}

function registerLevel(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/portfolios/level/preview',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'What would change hands to make portfolios level; changes nothing',
    body: levelSchema,
    answer: previewSchema,
    handler: ({ scope, body }) => database.read(scope, async (tx) => previewJson(tx, await previewLevel(tx, body))),
  });

  app.companyRoute({
    method: 'POST',
    path: '/portfolios/level',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Moves what the preview showed, as one act',
    body: levelSchema.extend({
      fingerprint: fingerprintSchema,
      untilOn: localDateSchema.nullable().default(null),
      reason: reasonSchema,
    }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('portfolio.level'), (tx) => levelPortfolios(tx, body)),
  });
}

function registerCover(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'PUT',
    path: '/portfolios/covers/:id',
    permission: 'portfolios.manage',
    tag: TAG,
    summary: 'Who sees a person’s customers while the calendar has them away; null: nobody',
    params: idParams,
    body: z.object({ coverId: z.uuid().nullable() }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('portfolio.cover'), async (tx) => {
        await setCover(tx, { personId: params.id, ...body });
        return null;
      });
    },
  });
}

function versionJson(version: RulesVersion, currency: string): z.output<typeof rulesSchema> {
  return { ...version, rules: version.rules.map((rule) => ruleJson(rule, currency)) };
}

async function previewJson(tx: Tx, preview: PortfolioPreview): Promise<z.output<typeof previewSchema>> {
  const { moves, before, after, fingerprint } = preview;
  const withMoney = <Row extends { readonly amountMinor: bigint }>({ amountMinor, ...rest }: Row) => ({
    ...rest,
    amount: moneyJson(amountMinor, tx.company.functionalCurrency),
  });
  const ids = [
    ...moves.flatMap(({ fromId, toId }) => [fromId ?? [], toId].flat()),
    ...[...before, ...after].map((one) => one.personId),
  ];
  return {
    ...{ moves: moves.map(withMoney), before: before.map(withMoney), after: after.map(withMoney) },
    people: await namesOf(tx, [...new Set(ids)]),
    fingerprint,
  };
}
