/** Saved mappings: shown, named, forgotten. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { kindSchema, mappingJson, mappingSchema } from '../intake.schemas.ts';
import { listMappings, type SavedMapping } from './mappings.queries.ts';
import { forgetSource, renameSource, saveSource } from './mappings.usecase.ts';

const TAG = 'imports';
const NAME_CHARS_MAX = 80;
const idSchema = z.object({ id: z.uuid() });
const nameSchema = z.object({ name: z.string().trim().min(1).max(NAME_CHARS_MAX).describe('Such as "SAP DE daily"') });

const savedSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    name: z.string().nullable().describe('Null while nobody has given it one'),
    header: z.array(z.string()).describe('The columns of the files it fits'),
    mapping: mappingSchema,
    fileName: z.string().nullable().describe('The last file it was used for'),
    savedBy: z.string().nullable(),
    savedAt: z.string(),
    usedAt: z.string().nullable(),
  })
  .meta({ id: 'SavedMapping' });

export function registerMappingRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/import-mappings',
    permission: 'imports.read',
    tag: TAG,
    summary: 'How files of earlier sources are read, by name',
    answer: z.object({ mappings: z.array(savedSchema) }),
    handler: async ({ scope }) => ({ mappings: (await database.read(scope, listMappings)).map(savedJson) }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/imports/:id/source',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Keeps how an import is read, under a name, for the next file with the same columns',
    params: idSchema,
    body: nameSchema,
    answer: savedSchema,
    handler: async (call) => {
      const command = call.command('intake.save_source');
      return savedJson(
        await runCommand(database, call.scope, command, (tx) => saveSource(tx, call.params.id, call.body.name)),
      );
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/import-mappings/:id',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Gives a saved mapping another name',
    params: idSchema,
    body: nameSchema,
    answer: savedSchema,
    handler: async (call) => {
      const command = call.command('intake.rename_source');
      return savedJson(
        await runCommand(database, call.scope, command, (tx) => renameSource(tx, call.params.id, call.body.name)),
      );
    },
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/import-mappings/:id',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Forgets a saved mapping: the next file with these columns is guessed anew',
    params: idSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('intake.forget_source'), (tx) =>
        forgetSource(tx, call.params.id),
      );
    },
  });
}

function savedJson(saved: SavedMapping): z.output<typeof savedSchema> {
  const { savedByName, mapping, header, ...rest } = saved;
  return { ...rest, header: [...header], mapping: mappingJson(mapping), savedBy: savedByName };
}
