/** Statements that do not foot: asked for by one, let in by another. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { findBatch } from '../batches.queries.ts';
import { theBatch } from '../read-batch.usecase.ts';
import { listWaiting, RELEASE_STATES, type StatementRelease } from './releases.queries.ts';
import { askRelease, decideRelease, standingOf } from './releases.usecase.ts';

const TAG = 'imports';
const REASON_CHARS_MAX = 500;
const SEEN_CHARS_MAX = 64;

const idSchema = z.object({ id: z.uuid() });
const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);

const releaseSchema = z
  .object({
    id: z.string(),
    importId: z.string(),
    fileName: z.string(),
    reason: z.string(),
    state: z.enum(RELEASE_STATES),
    isOwn: z.boolean(),
    askedByName: z.string(),
    askedAt: z.string(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'StatementRelease' });

function releaseJson(release: StatementRelease, actorId: string): z.output<typeof releaseSchema> {
  const { batchId: importId, fingerprint: _, askedBy, ...shown } = release;
  return { ...shown, importId, isOwn: askedBy === actorId };
}

/** A program posts what foots; whether to let in what does not is a person's own word. */
function requirePerson(principal: Principal): void {
  if (principal.kind === 'session') return;
  const message = 'Only a person who is signed in asks and decides; an API token cannot.';
  throw new AppError('release_takes_a_person', message, { status: 403 });
}

export function registerReleaseRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/statement-releases',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Statements that do not foot and wait for somebody to let them in, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(releaseSchema),
    handler: async ({ scope, query }) => {
      const [before] = decodeCursor(query.cursor, 1) ?? [];
      const found = await database.read(scope, (tx) => listWaiting(tx, { before, limit: query.limit + 1 }));
      const rows = found.map((release) => releaseJson(release, scope.actor.id));
      return pageOf(rows, query.limit, (row) => [row.id]);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/release',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Whether somebody has to let the statements of an import in, and where that stands',
    params: idSchema,
    answer: z.object({
      seen: z.string().nullable().describe('Of the statements as they are now; null when all foot'),
      release: releaseSchema.nullable(),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const batch = theBatch(await findBatch(tx, params.id), params.id);
        const { fingerprint, release } = await standingOf(tx, batch);
        return { seen: fingerprint, release: release && releaseJson(release, scope.actor.id) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/release',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Asks to post statements that do not foot; another person decides',
    params: idSchema,
    body: z.object({ reason: reasonSchema }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, params, body, principal, command }) => {
      requirePerson(principal);
      return runCommand(database, scope, command('intake.release_ask'), async (tx) => ({
        id: await askRelease(tx, { batchId: params.id, reason: body.reason }),
      }));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/release/decision',
    permission: 'approvals.decide',
    tag: TAG,
    summary: 'Lets statements in that do not foot, as they were seen, or refuses with words; never one’s own request',
    params: idSchema,
    body: z.object({
      seen: z.string().min(1).max(SEEN_CHARS_MAX),
      isGiven: z.boolean(),
      words: z.string().trim().max(REASON_CHARS_MAX).nullable().default(null),
    }),
    answer: 'nothing',
    handler: async ({ scope, params, body, principal, command }) => {
      requirePerson(principal);
      await runCommand(database, scope, command('intake.release_decide'), async (tx) => {
        await decideRelease(tx, { batchId: params.id, ...body });
        return null;
      });
    },
  });
}
