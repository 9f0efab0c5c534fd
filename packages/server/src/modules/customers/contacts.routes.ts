/** People at a customer. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { findContacts } from './contacts.queries.ts';
import { addContact, changeContact } from './contacts.usecase.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { emailSchema, idAnswer, idParams, languageSchema, nameSchema, phoneSchema } from './customers.schemas.ts';
import { recordsOfParty } from './family.queries.ts';

const ROLES_MAX = 10;
const NOTES_CHARS_MAX = 2_000;

const contactSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    language: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    isPrimary: z.boolean(),
    notes: z.string().nullable(),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Contact' });

const blank = z.literal('').transform(() => null);
const contactBody = z.object({
  name: nameSchema,
  roles: z.array(z.string().trim().min(1).max(40)).max(ROLES_MAX).default([]),
  language: z.union([blank, languageSchema, z.null()]).default(null),
  email: z.union([blank, emailSchema, z.null()]).default(null),
  phone: z.union([blank, phoneSchema, z.null()]).default(null),
  isPrimary: z.boolean().default(false),
  notes: z.union([blank, z.string().trim().max(NOTES_CHARS_MAX), z.null()]).default(null),
});

export function registerContactRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/contacts',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'The people at a customer, the primary one first, those who left last',
    params: idParams,
    answer: z.object({ rows: z.array(contactSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        const found = await findContacts(tx, await recordsOfParty(tx, params.id));
        return { rows: found.map((contact) => ({ ...contact, roles: [...contact.roles] })) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/contacts',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Adds a contact',
    params: idParams,
    body: contactBody,
    answer: idAnswer,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.add_contact'), async (tx) => ({
        id: await addContact(tx, call.params.id, call.body),
      })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/contacts/:id',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Says a contact anew, or that it is there no more',
    params: idParams,
    body: contactBody.extend({ isEnded: z.boolean().default(false) }),
    answer: idAnswer,
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.change_contact'), async (tx) => {
        await changeContact(tx, call.params.id, call.body);
        return { id: call.params.id };
      }),
  });
}
