/** The file behind an import: as it arrived, its refused rows to correct, and reading it again. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { findBatch, moveBatch } from './batches.queries.ts';
import { fileContent } from './files.queries.ts';
import type { IntakeContext } from './intake.routes.ts';
import { batchJson, batchSchema } from './intake.schemas.ts';
import { bringAgain, notInPreview, readBatch, theBatch } from './read-batch.usecase.ts';
import { refusedRows } from './refused-rows.usecase.ts';
import { type UndoObstacles, undoObstacles } from './undo-obstacles.usecase.ts';

const TAG = 'imports';
const idSchema = z.object({ id: z.uuid() });

export function registerImportFileRoutes(app: HttpApp, context: IntakeContext): void {
  const { database, onCrash } = context;
  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/file',
    permission: 'imports.read',
    tag: TAG,
    summary: 'The file as it arrived',
    params: idSchema,
    answer: 'file',
    handler: async ({ scope, params }) => {
      const batch = theBatch(await database.read(scope, (tx) => findBatch(tx, params.id)), params.id);
      return {
        name: batch.fileName,
        type: 'application/octet-stream',
        content: fileContent(database, scope, batch.fileId),
      };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/refused',
    permission: 'imports.read',
    tag: TAG,
    summary: 'The refused rows with their reasons, as CSV to correct and upload again',
    params: idSchema,
    answer: 'file',
    handler: async ({ scope, params }) => {
      const file = await refusedRows(database, scope, params.id);
      return { ...file, type: 'text/csv; charset=utf-8' };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/read',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Reads the file again: a rate or a customer may have come since its preview',
    params: idSchema,
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params } = call;
      const { id } = params;
      await runCommand(database, scope, call.command('intake.read_again'), async (tx) => {
        const batch = theBatch(await findBatch(tx, id), id);
        if (!(await moveBatch(tx, id, { from: ['preview', 'failed'], to: 'reading' }))) throw notInPreview(batch);
        tx.audit({ action: 'intake.read_again', subjectKind: 'import', subjectId: id });
      });
      readBatch(context, scope, id).catch(onCrash);
      return batchJson(theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id));
    },
  });
  registerSecondThoughts(app, context);
}

/** What becomes of an import that was posted: its refused rows come again, or it is undone. */
function registerSecondThoughts(app: HttpApp, context: IntakeContext): void {
  const { database, onCrash } = context;
  app.companyRoute({
    method: 'POST',
    path: '/imports/:id/again',
    permission: 'imports.write',
    tag: TAG,
    summary: 'A further import of the same file, for the rows that were refused when it was posted',
    params: idSchema,
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params } = call;
      const { id } = await runCommand(database, scope, call.command('intake.bring_again'), (tx) =>
        bringAgain(tx, params.id),
      );
      readBatch(context, scope, id).catch(onCrash);
      return batchJson(theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id));
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/imports/:id/undo-obstacles',
    permission: 'imports.read',
    tag: TAG,
    summary: 'What stands in the way of undoing an import, what can be undone first before the rest',
    params: idSchema,
    answer: obstaclesSchema,
    handler: async ({ scope, params }) =>
      obstaclesJson(await database.read(scope, (tx) => undoObstacles(tx, params.id))),
  });
}

const obstaclesSchema = z
  .object({
    dependents: z.array(
      z.object({
        entryId: z.string(),
        kind: z.string(),
        effectiveOn: z.string(),
        amount: moneyJsonSchema,
        recordedBy: z.string(),
        reason: z.string().nullable(),
        items: z.array(z.object({ id: z.string(), number: z.string() })),
        isFree: z.boolean().describe('Nothing stands on it in turn: it can be undone now'),
      }),
    ),
    corrections: z
      .array(
        z.object({
          changeId: z.string(),
          number: z.string(),
          itemId: z.string(),
          entryIds: z.array(z.string()),
          decidedAt: z.string(),
          decidedBy: z.string(),
        }),
      )
      .describe('Corrections of a full list that somebody accepted'),
    imports: z
      .array(z.object({ id: z.string(), fileName: z.string() }))
      .describe('Imports whose posting made receipts of lines of this one'),
    isMore: z.boolean(),
  })
  .meta({ id: 'UndoObstacles' });

function obstaclesJson({ dependents, corrections, imports, isMore }: UndoObstacles): z.output<typeof obstaclesSchema> {
  return {
    dependents: dependents.map(({ amountMinor, currency, items, ...entry }) => ({
      ...entry,
      amount: moneyJson(amountMinor, currency),
      items: [...items],
    })),
    corrections: corrections.map(({ decidedByName, entryIds, ...correction }) => ({
      ...correction,
      decidedBy: decidedByName,
      entryIds: [...entryIds],
    })),
    imports: [...imports],
    isMore,
  };
}
