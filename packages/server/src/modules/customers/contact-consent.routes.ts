/** Which contacts may be written to and called, since when, and how we know. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import { type HttpApp, localDateSchema } from '../../platform/http/index.ts';
import { consentsOfCustomers } from './contact-consent.queries.ts';
import { noteConsent } from './contact-consent.usecase.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { idParams, reasonSchema } from './customers.schemas.ts';
import { recordsOfParty } from './family.queries.ts';

const lineSchema = z
  .object({
    contactId: z.string(),
    number: z.number(),
    mayMail: z.boolean(),
    mayCall: z.boolean(),
    since: z.string(),
    source: z.string(),
    setAt: z.string(),
    setByName: z.string(),
  })
  .meta({ id: 'ContactConsent' });

export function registerConsentRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/consents',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'What the people at a customer said of being written to and called; of each the latest first, which holds',
    params: idParams,
    answer: z.object({ rows: z.array(lineSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        return { rows: await consentsOfCustomers(tx, await recordsOfParty(tx, params.id)) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/contacts/:id/consents',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Notes whether a contact may be written to and called',
    params: idParams,
    body: z.object({
      mayMail: z.boolean(),
      mayCall: z.boolean(),
      since: localDateSchema.describe('The day on which it was said'),
      source: reasonSchema.describe('How we know'),
    }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.note_consent'), async (tx) => {
        await noteConsent(tx, call.params.id, call.body);
        return null;
      });
    },
  });
}
