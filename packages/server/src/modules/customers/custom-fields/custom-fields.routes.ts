/** Fields of a company's own, and their values on customers and items. */
import {
  CHOICES_MAX,
  FIELD_KINDS,
  FIELD_NAME_CHARS_MAX,
  FIELD_SUBJECTS,
  FIELDS_MAX,
  type FieldSubject,
  VALUE_CHARS_MAX,
} from '@quittance/core/custom-fields';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { theCustomer } from '../customers.errors.ts';
import { recordsOfParty } from '../family.queries.ts';
import { listFields, valuesOf, valuesOfItems } from './custom-fields.queries.ts';
import { addField, changeField, removeField, setValues } from './custom-fields.usecase.ts';

const TAG = 'custom fields';
const params = z.object({ id: z.uuid() });
const nameSchema = z.string().trim().min(1).max(FIELD_NAME_CHARS_MAX);
const choicesSchema = z
  .array(z.string().trim().min(1).max(VALUE_CHARS_MAX))
  .max(CHOICES_MAX)
  .default([])
  .describe('Of a choice, in the order shown');

const fieldSchema = z
  .object({
    id: z.string(),
    subjectKind: z.enum(FIELD_SUBJECTS),
    name: z.string(),
    kind: z.enum(FIELD_KINDS),
    choices: z.array(z.string()),
    position: z.number().int(),
  })
  .meta({ id: 'CustomField' });

interface CustomFieldOptions {
  readonly database: Database;
  /** Items stand above customers: whoever puts the application together says how one is found. */
  readonly findItem: (tx: Tx, id: string) => Promise<unknown>;
}

export function registerCustomFieldRoutes(app: HttpApp, options: CustomFieldOptions): void {
  registerFields(app, options.database);
  registerItemValues(app, options.database);
  registerValues(app, options, { subjectKind: 'customer', path: '/customers/:id/custom-values' });
  registerValues(app, options, { subjectKind: 'item', path: '/items/:id/custom-values' });
}

function registerFields(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/custom-fields',
    permission: 'customers.read',
    tag: TAG,
    summary: 'Fields that the company added to customers and items',
    answer: z.object({ rows: z.array(fieldSchema) }),
    handler: async ({ scope }) => {
      const fields = await database.read(scope, listFields);
      return { rows: fields.map((field) => ({ ...field, choices: [...field.choices] })) };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/custom-fields',
    permission: 'organisation.manage',
    tag: TAG,
    summary: `Adds a field; at most ${FIELDS_MAX} in a company`,
    body: z.object({
      subjectKind: z.enum(FIELD_SUBJECTS),
      name: nameSchema,
      kind: z.enum(FIELD_KINDS),
      choices: choicesSchema,
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, body, command }) =>
      runCommand(database, scope, command('custom_field.add'), (tx) => addField(tx, body)),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/custom-fields/:id',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Another name, or other choices; the kind stays',
    params,
    body: z.object({ name: nameSchema, choices: choicesSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('custom_field.change'), async (tx) => {
        await changeField(tx, call.params.id, call.body);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/custom-fields/:id',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Shows a field no more; its values stay in the history',
    params,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('custom_field.retire'), async (tx) => {
        await removeField(tx, call.params.id);
        return null;
      });
    },
  });
}

/** For lists of items: all at once, since a list asks for all of them. */
function registerItemValues(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/item-values',
    permission: 'customers.read',
    tag: TAG,
    summary: 'What the company keeps about the items of a customer in fields of its own',
    params,
    answer: z.object({
      rows: z.array(z.object({ subjectId: z.string().describe('The item'), fieldId: z.string(), value: z.string() })),
    }),
    handler: (call) =>
      database.read(call.scope, async (tx) => {
        await theCustomer(tx, call.params.id);
        return { rows: await valuesOfItems(tx, await recordsOfParty(tx, call.params.id)) };
      }),
  });
}

function registerValues(
  app: HttpApp,
  { database, findItem }: CustomFieldOptions,
  { subjectKind, path }: { readonly subjectKind: FieldSubject; readonly path: string },
): void {
  const requireSubject = async (tx: Tx, id: string): Promise<void> => {
    if (subjectKind === 'customer') await theCustomer(tx, id);
    else if ((await findItem(tx, id)) === undefined) throw notFound('item', id);
  };
  app.companyRoute({
    method: 'GET',
    path,
    permission: 'customers.read',
    tag: TAG,
    summary: `What the company keeps about this ${subjectKind} in fields of its own`,
    params,
    answer: z.object({
      rows: z.array(z.object({ fieldId: z.string(), value: z.string(), setAt: z.string(), setByName: z.string() })),
    }),
    handler: (call) =>
      database.read(call.scope, async (tx) => {
        await requireSubject(tx, call.params.id);
        return { rows: (await valuesOf(tx, [call.params.id])).map(({ subjectId: _, ...value }) => value) };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path,
    permission: subjectKind === 'customer' ? 'customers.write' : 'activities.write',
    tag: TAG,
    summary: 'Sets some of the values; null takes one away, the others stay',
    params,
    body: z.object({ values: z.record(z.uuid(), z.string().max(VALUE_CHARS_MAX).nullable()) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('custom_value.set'), async (tx) => {
        await requireSubject(tx, call.params.id);
        await setValues(tx, { subjectKind, subjectId: call.params.id, values: call.body.values });
        return null;
      });
    },
  });
}
