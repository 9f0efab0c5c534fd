/** Imports: upload, look, answer, post, undo. Long work runs on behind the answer; its events tell how far it is. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  pageOf,
  pageQuerySchema,
  pageSchema,
  type ServerEvent,
} from '../../platform/http/index.ts';
import type { Origin } from './arrival/arrival.ts';
import { findBatch, listBatches, listProblems, listRows } from './batches.queries.ts';
import {
  type BatchJson,
  batchJson,
  batchSchema,
  kindSchema,
  mappingFrom,
  mappingSchema,
  outcomeSchema,
  problemJson,
  problemRowSchema,
  rowSchema,
} from './intake.schemas.ts';
import { bankReportSchema, registerKnownMoneyRoutes } from './known-money/known-money.routes.ts';
import { registerMappingRoutes } from './mappings/mappings.routes.ts';
import { registerSpellingRoutes } from './own-accounts/account-spellings.routes.ts';
import { listOwnAccounts } from './own-accounts/own-accounts.queries.ts';
import { shareAccounts } from './own-accounts/own-accounts.usecase.ts';
import { postBatch, startPosting } from './post-batch.usecase.ts';
import type { ImportPlace, PromiseImports } from './promise-imports.ts';
import { discardBatch, readBatch, receiveFile, setMapping, theBatch } from './read-batch.usecase.ts';
import { registerReleaseRoutes } from './releases/releases.routes.ts';
import { startUndoing, undoBatch } from './undo-batch.usecase.ts';
import { requireKindAllowed } from './who-may-post.ts';

export interface IntakeContext extends ImportPlace {
  readonly promises: PromiseImports;
  /** Told of failures in work that runs on behind an answer. */
  readonly onCrash: (error: unknown) => void;
  /** Items or receipts have arrived: whoever makes something of them starts now. */
  readonly onPosted?: (scope: Scope) => Promise<void>;
}

const TAG = 'imports';

const ownAccountSchema = z
  .object({
    account: z.string(),
    batchId: z.string().describe('The import it was learned from'),
    learnedAt: z.string(),
    receiptsBy: bankReportSchema.describe('By which kind of file its receipts come'),
    sharedBy: z.string().nullable().describe('Who said that another company uses it, too'),
    sharedAt: z.string().nullable(),
    sharedReason: z.string().nullable(),
  })
  .meta({ id: 'OwnBankAccount' });

const REASON_CHARS_MAX = 500;
/** Short work is finished before the answer; whoever waits longer wants to see how far it is. */
const WAIT_MS = 300;
const FOLLOW_MS = 400;
const BY_HAND = { sourceId: null, sender: null, place: null };
const AT_WORK: ReadonlySet<string> = new Set(['reading', 'posting', 'undoing']);
const idSchema = z.object({ id: z.uuid() });

/** The routes' context, and what is posted but not yet made something of: to people it is still being posted. */
interface Following extends IntakeContext {
  readonly settling: Set<string>;
}

export function registerIntakeRoutes(app: HttpApp, options: IntakeContext): void {
  const context: Following = { ...options, settling: new Set() };
  registerReading(app, context);
  registerMappingRoutes(app, context);
  registerKnownMoneyRoutes(app, context);
  registerSpellingRoutes(app, context);
  registerReleaseRoutes(app, context);
  registerUpload(app, context);
  registerPosting(app, context);
}

function registerReading(app: HttpApp, context: Following): void {
  const { database } = context;
  app.companyRoute({
    method: 'GET',
    path: '/imports',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Imports, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(batchSchema),
    handler: async ({ scope, query }) => {
      const [before] = decodeCursor(query.cursor, 1) ?? [];
      const found = await database.read(scope, (tx) => listBatches(tx, { before, limit: query.limit + 1 }));
      return pageOf(found.map(batchJson), query.limit, (batch) => [batch.id]);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id',
    permission: 'imports.read',
    tag: TAG,
    summary: 'An import',
    params: idSchema,
    answer: batchSchema,
    handler: ({ scope, params }) => batchNow(context, scope, params.id),
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/rows',
    permission: 'imports.read',
    tag: TAG,
    summary: 'What becomes of the rows of an import: the first of each outcome',
    params: idSchema,
    query: pageQuerySchema.extend({ outcome: outcomeSchema.optional() }),
    answer: pageSchema(rowSchema),
    handler: async ({ scope, params, query }) => {
      const [outcome = '', number] = decodeCursor(query.cursor, 2) ?? [];
      const after = number === undefined ? undefined : { outcome, number: Number(number) };
      const page = { batchId: params.id, outcome: query.outcome, after, limit: query.limit + 1 };
      const found = await database.read(scope, async (tx) => {
        theBatch(await findBatch(tx, params.id), params.id);
        return listRows(tx, page);
      });
      const shown = pageOf(found, query.limit, (row) => [row.outcome, String(row.number)]);
      return { ...shown, rows: shown.rows.map(({ number: _, ...row }) => ({ ...row, fields: { ...row.fields } })) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/problems',
    permission: 'imports.read',
    tag: TAG,
    summary: 'What is wrong with which row, and what to do about it',
    params: idSchema,
    query: pageQuerySchema,
    answer: pageSchema(problemRowSchema),
    handler: async ({ scope, params, query }) => {
      const [after] = decodeCursor(query.cursor, 1) ?? [];
      const page = {
        batchId: params.id,
        after: after === undefined ? undefined : Number(after),
        limit: query.limit + 1,
      };
      const found = await database.read(scope, async (tx) => {
        theBatch(await findBatch(tx, params.id), params.id);
        return listProblems(tx, page);
      });
      const shown = pageOf(found, query.limit, (problem) => [String(problem.number)]);
      return { ...shown, rows: shown.rows.map(problemJson) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/events',
    permission: 'imports.read',
    tag: TAG,
    summary: 'The import each time it changes, until its work is done',
    params: idSchema,
    answer: 'events',
    handler: async ({ scope, params, signal }) => {
      // What is not there is told as such; a stream that has begun could only break.
      await database.read(scope, async (tx) => theBatch(await findBatch(tx, params.id), params.id));
      return followBatch({ ...context, scope, id: params.id }, signal);
    },
  });
}

function registerUpload(app: HttpApp, context: Following): void {
  const { database } = context;
  app.companyRoute({
    method: 'POST',
    path: '/imports',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Uploads a file and begins to read it',
    description:
      'The very same file again gives the import that stands. A repeated idempotency key answers its import, and is refused (409) with another file, name or kind.',
    query: z.object({ kind: kindSchema.optional().describe('Found from the file when absent') }),
    body: 'file',
    answer: batchSchema.extend({ cameBefore: z.boolean().describe('This very file came before: this is its import') }),
    status: 202,
    handler: async ({ scope, query, file, idempotencyKey, principal }) => {
      const { name, content } = await file();
      const origin: Origin = { ...BY_HAND, channel: principal.kind === 'session' ? 'page' : 'api' };
      const upload = { fileName: name, content, kind: query.kind, idempotencyKey, origin };
      const { batch, isNew } = await receiveFile(database, scope, upload);
      if (batch.status === 'reading') letRun(inBackground(context, () => readBatch(context, scope, batch.id)));
      return { ...batchJson(batch), cameBefore: !isNew };
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/imports/:id/mapping',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Says which column is which field; the file is then read again',
    params: idSchema,
    body: mappingSchema,
    answer: batchSchema,
    status: 202,
    handler: async ({ scope, params, body }) => {
      await setMapping(database, scope, params.id, mappingFrom(body));
      letRun(inBackground(context, () => readBatch(context, scope, params.id)));
      return batchNow(context, scope, params.id);
    },
  });
}

function registerPosting(app: HttpApp, context: Following): void {
  const { database } = context;
  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/post',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Posts an import: all of it, or its good rows',
    description: 'Promises also need `holds.manage`, contacts `customers.write`, notes `activities.write`.',
    params: idSchema,
    body: z.object({ rows: z.enum(['all', 'good']).describe('`all`: one refused row keeps the whole file out') }),
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params, body } = call;
      const choice = body.rows === 'all' ? 'all' : 'good_rows';
      await runCommand(database, scope, call.command('intake.start_posting'), async (tx) => {
        requireKindAllowed(theBatch(await findBatch(tx, params.id), params.id), call.permissions);
        return startPosting(tx, params.id, choice);
      });
      await atMost(
        WAIT_MS,
        inBackground(context, async () => {
          context.settling.add(params.id);
          try {
            await postBatch(context, scope, params.id, choice);
            await context.onPosted?.(scope);
          } finally {
            context.settling.delete(params.id);
          }
        }),
      );
      return batchNow(context, scope, params.id);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/discard',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Puts an import aside that is not to be posted; its file may come again',
    params: idSchema,
    answer: batchSchema,
    handler: async (call) => {
      const { scope, params } = call;
      await runCommand(database, scope, call.command('intake.discard'), (tx) => discardBatch(tx, params.id));
      return batchNow(context, scope, params.id);
    },
  });

  registerAccountSharing(app, context);

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/undo',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Undoes a posted import by reversing what it posted',
    description: 'It needs what posting it needs.',
    params: idSchema,
    query: z.object({
      withDependents: z.stringbool().default(false).describe('Undo what was applied to its items too'),
      reason: z.string().max(REASON_CHARS_MAX).default('import undone'),
    }),
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params, query } = call;
      await runCommand(database, scope, call.command('intake.start_undoing'), async (tx) => {
        requireKindAllowed(theBatch(await findBatch(tx, params.id), params.id), call.permissions);
        return startUndoing(tx, params.id);
      });
      const request = { id: params.id, ...query };
      await atMost(
        WAIT_MS,
        inBackground(context, () => undoBatch(context, scope, request)),
      );
      return batchNow(context, scope, params.id);
    },
  });
}

function registerAccountSharing(app: HttpApp, context: Following): void {
  const { database } = context;
  app.companyRoute({
    method: 'GET',
    path: '/bank-accounts',
    permission: 'imports.read',
    tag: TAG,
    summary: 'The company’s accounts at banks, learned from posted statements',
    answer: z.object({ rows: z.array(ownAccountSchema) }),
    handler: async ({ scope }) => ({
      rows: (await database.read(scope, listOwnAccounts)).map(({ receiptsByWord: _, ...account }) => account),
    }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/share-accounts',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Says that the accounts of a refused statement are shared with the other company; the file is read again',
    params: idSchema,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX) }),
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params, body } = call;
      await runCommand(database, scope, call.command('intake.share_accounts'), async (tx) => {
        await shareAccounts(tx, params.id, body.reason);
        return null;
      });
      letRun(inBackground(context, () => readBatch(context, scope, params.id)));
      return batchNow(context, scope, params.id);
    },
  });
}

async function batchNow(
  { database, settling }: Pick<Following, 'database' | 'settling'>,
  scope: Scope,
  id: string,
): Promise<BatchJson> {
  const isSettling = settling.has(id); // asked before the database is, so that no end is shown too early
  const batch = batchJson(theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id));
  return isSettling && batch.status === 'posted' ? { ...batch, status: 'posting' } : batch;
}

/** Runs to its end whatever becomes of the request. A refusal is kept with the batch and thrown to whoever still waits. */
async function inBackground({ onCrash }: IntakeContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) onCrash(error);
    throw error;
  }
}

/** Nobody waits for it: its failure is told by then. */
function letRun(work: Promise<void>): void {
  work.catch(() => undefined);
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  letRun(work);
  await Promise.race([work, wait(ms, undefined, { ref: false })]);
}

async function* followBatch(
  place: Following & { readonly scope: Scope; readonly id: string },
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let told = '';
  while (!signal.aborted) {
    const batch = await batchNow(place, place.scope, place.id);
    const text = JSON.stringify(batch);
    if (text !== told) yield { event: 'message', data: batch };
    told = text;
    if (!AT_WORK.has(batch.status)) return;
    await wait(FOLLOW_MS, undefined, { signal }).catch(() => undefined);
  }
}
