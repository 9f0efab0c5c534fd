import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { fillScript, listScripts, SCRIPT_VARIABLES, saveScript } from './call-scripts.usecase.ts';
import { languageSchema, situationSchema } from './calls.json.ts';

const TAG = 'calls';
const BODY_CHARS_MAX = 10_000;
const bodySchema = z.string().trim().min(1, 'write something').max(BODY_CHARS_MAX);

export function registerCallScriptRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/call-scripts',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'The words to speak by, by situation and language, with the variables that they may use',
    answer: z.object({
      rows: z.array(
        z.object({
          situation: situationSchema,
          language: languageSchema,
          body: z.string(),
          number: z.number().int().describe('0: the words that come with the product'),
          changedBy: z.string().nullable(),
          changedAt: z.string().nullable(),
        }),
      ),
      variables: z.record(z.string(), z.string()).describe('Each with an example'),
    }),
    handler: async ({ scope }) => ({
      rows: await database.read(scope, listScripts),
      variables: { ...SCRIPT_VARIABLES },
    }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/call-scripts/preview',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'A script filled with the examples of its variables',
    body: z.object({ body: bodySchema }),
    answer: z.object({ text: z.string() }),
    handler: async ({ body }) => ({ text: fillScript(body.body, SCRIPT_VARIABLES) }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/call-scripts/:situation/:language',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Says a script anew; null goes back to the words that come with the product',
    params: z.object({ situation: situationSchema, language: languageSchema }),
    body: z.object({ body: bodySchema.nullable() }),
    answer: z.object({ number: z.number().int() }),
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('call.script'), (tx) => saveScript(tx, params, body.body)),
  });
}
