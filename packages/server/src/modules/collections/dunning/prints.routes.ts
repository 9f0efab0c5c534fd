/** Letters on paper of a run: gathered into a print, fetched as one PDF, noted as posted. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { lettersOfPrint, lettersToPrint, printsOfRun } from './prints.queries.ts';
import { confirmPrint, dropPrint, makePrint, printFile } from './prints.usecase.ts';
import { findRun } from './runs.queries.ts';

interface PrintContext {
  readonly database: Database;
}

const TAG = 'dunning';
const LETTERS_MAX = 1_000; // more than a print has
const count = z.number().int();
const idSchema = z.object({ id: z.uuid() });

const printSchema = z
  .object({
    id: z.string(),
    number: count.describe('Of the run, from 1'),
    letters: count,
    madeAt: z.string(),
    madeByName: z.string(),
    endedAs: z.enum(['posted', 'dropped']).nullable().describe('Null: nobody has said yet what became of it'),
    endedAt: z.string().nullable(),
    endedByName: z.string().nullable(),
  })
  .meta({ id: 'DunningPrint' });

const letterSchema = z
  .object({
    position: count,
    messageId: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    state: z.string().describe('to_print, sent (it was posted) or withdrawn'),
    isLeft: z.boolean().describe('It waits for the next print'),
  })
  .meta({ id: 'DunningPrintedLetter' });

export function registerPrintRoutes(app: HttpApp, context: PrintContext): void {
  registerReading(app, context);
  registerActs(app, context);
}

function registerReading(app: HttpApp, { database }: PrintContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/dunning/runs/:id/prints',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Of a run, how many letters on paper wait to be printed, and its prints',
    params: idSchema,
    answer: z.object({ waiting: count, prints: z.array(printSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if ((await findRun(tx, params.id)) === undefined) throw notFound('dunning run', params.id);
        const prints = (await printsOfRun(tx, params.id)).map(({ runId: _, ...print }) => print);
        return { waiting: (await lettersToPrint(tx, params.id)).length, prints };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/dunning/prints/:id/letters',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'The letters of a print in the order in which they lie',
    params: idSchema,
    answer: z.object({ rows: z.array(letterSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const rows = await lettersOfPrint(tx, params.id);
        if (rows.length === 0) throw notFound('print', params.id);
        return { rows };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/dunning/prints/:id/file',
    permission: 'correspondence.read',
    tag: TAG,
    summary:
      'The letters of a print as one PDF; the same ones however often it is fetched, but for those taken back since',
    params: idSchema,
    query: z.object({
      sides: z.enum(['one', 'two']).default('one').describe('Of paper; two: each letter begins on a front'),
    }),
    answer: 'file',
    handler: ({ scope, params, query }) =>
      printFile(database, scope, { id: params.id, isTwoSided: query.sides === 'two' }),
  });
}

function registerActs(app: HttpApp, { database }: PrintContext): void {
  app.companyRoute({
    method: 'POST',
    path: '/dunning/runs/:id/prints',
    permission: 'correspondence.write',
    tag: TAG,
    summary:
      'Gathers what waits into a print; a letter that is not owed so any more is left out, and made again for what is',
    params: idSchema,
    answer: z.object({
      id: z.string().nullable().describe('Null: all that waited was taken back'),
      letters: count,
      withdrawn: count,
      left: count.describe('They did not fit: they come with the next print'),
    }),
    handler: ({ scope, params, command }) =>
      runCommand(database, scope, command('dunning.print'), (tx) => makePrint(tx, params.id)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/prints/:id/posted',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Says that a print was posted, but for some letters: their steps count as taken from now on',
    params: idSchema,
    body: z.object({
      except: z
        .array(z.uuid())
        .max(LETTERS_MAX)
        .default([])
        .describe('Messages that were not: they wait for the next print'),
    }),
    answer: z.object({
      posted: count,
      left: count,
      withdrawn: z.array(z.string()).describe('Customers whose letter was taken back since: take it out of the pile'),
    }),
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('dunning.print_posted'), async (tx) => {
        const { withdrawn, ...rest } = await confirmPrint(tx, { id: params.id, except: body.except });
        return { ...rest, withdrawn: [...withdrawn] };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/prints/:id/dropped',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Says that nothing of a print was posted: its letters wait for the next, and are looked at again then',
    params: idSchema,
    answer: 'nothing',
    handler: async ({ scope, params, command }) => {
      await runCommand(database, scope, command('dunning.print_dropped'), (tx) => dropPrint(tx, params.id));
    },
  });
}
