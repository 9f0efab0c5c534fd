/** Customers: found, shown, changed; their group, their record, what happened. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database } from '../../platform/database/transaction.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../platform/http/index.ts';
import { registerActivityRoutes } from './activities.routes.ts';
import { registerBehaviourRoutes } from './behaviour.routes.ts';
import { registerBlockRoutes } from './blocks.routes.ts';
import { registerConsentRoutes } from './contact-consent.routes.ts';
import { registerContactRoutes } from './contacts.routes.ts';
import { valuesOf } from './custom-fields/custom-fields.queries.ts';
import type { CustomerLedger } from './customer-ledger.ts';
import { registerRecordRoutes } from './customer-record.routes.ts';
import { viewCustomers } from './customer-view.usecase.ts';
import { theCustomer } from './customers.errors.ts';
import { listCustomers, searchCustomers } from './customers.queries.ts';
import { customerJson, customerSchema, detailsSchema, given, idAnswer, idParams } from './customers.schemas.ts';
import { changeDetails } from './customers.usecase.ts';
import { registerDuplicateRoutes } from './duplicates.routes.ts';
import { registerNotesRoutes } from './notes/notes.routes.ts';
import { registerProfileRoutes } from './profile.routes.ts';
import { registerRequestRoutes } from './requests.routes.ts';
import { registerTimelineRoutes } from './timeline/timeline.routes.ts';
import type { TimelineSource } from './timeline/timeline-line.ts';

const SEARCH_CHARS_MAX = 100;
const FOUND_MAX = 50; // of a picker; who needs more says more

export interface CustomersOptions {
  readonly database: Database;
  readonly ledger: CustomerLedger;
  /** What other modules have to tell of a customer. */
  readonly timeline: readonly TimelineSource[];
}

export function registerCustomersRoutes(app: HttpApp, options: CustomersOptions): void {
  registerListRoutes(app, options);
  registerOneCustomerRoutes(app, options);
  registerRecordRoutes(app, options);
  registerContactRoutes(app, options);
  registerTimelineRoutes(app, options);
  registerActivityRoutes(app, options);
  registerNotesRoutes(app, options);
  registerRequestRoutes(app, options);
  registerBlockRoutes(app, options);
  registerDuplicateRoutes(app, options);
  registerProfileRoutes(app, options);
  registerBehaviourRoutes(app, options);
  registerConsentRoutes(app, options);
}

const isTrue = z.enum(['true', 'false']).transform((text) => text === 'true');

function registerListRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Customers by number, with what is open',
    query: pageQuerySchema.extend({
      search: z
        .string()
        .max(SEARCH_CHARS_MAX)
        .optional()
        .describe('Any part of number, name, tax id, account, e-mail; several words must all be found'),
      isBlocked: isTrue.optional().describe('Only those with a block in force'),
      isWithMerged: isTrue.optional().describe('Merged duplicates too'),
      ownField: z.uuid().optional().describe('Only those with a value in this field of the company'),
      ownValue: z.string().max(SEARCH_CHARS_MAX).optional().describe('Of that field: what the value begins with'),
    }),
    answer: pageSchema(
      customerSchema.extend({
        own: z.record(z.string(), z.string()).describe('Values of the company’s own fields, by field'),
      }),
    ),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [after] = decodeCursor(query.cursor, 1) ?? [];
        const { search, limit, isWithMerged, isBlocked: isBlockedOnly, ownField, ownValue } = query;
        const found = await listCustomers(tx, {
          ...{ after, limit: limit + 1, search, isWithMerged, isBlockedOnly },
          own: ownField === undefined ? undefined : { fieldId: ownField, startsWith: ownValue ?? '' },
        });
        const page = pageOf(found, limit, (customer) => [customer.number]);
        const values = await valuesOf(
          tx,
          page.rows.map(({ id }) => id),
        );
        const ownOf = (id: string) =>
          Object.fromEntries(
            values.filter(({ subjectId }) => subjectId === id).map(({ fieldId, value }) => [fieldId, value]),
          );
        const rows = (await viewCustomers(tx, ledger, page.rows)).map(customerJson);
        return { rows: rows.map((row) => ({ ...row, own: ownOf(row.id) })), next: page.next };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/find',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'The customers that fit a search best: by number, start of the name, start of a word, any part',
    query: z.object({
      search: z.string().min(1).max(SEARCH_CHARS_MAX),
      limit: z.coerce.number().int().min(1).max(FOUND_MAX).default(20),
    }),
    answer: z.object({ rows: z.array(customerSchema) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const found = await searchCustomers(tx, { text: query.search, limit: query.limit });
        return { rows: (await viewCustomers(tx, ledger, found)).map(customerJson) };
      }),
  });
}

function registerOneCustomerRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'A customer',
    params: idParams,
    answer: customerSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const [view] = await viewCustomers(tx, ledger, [await theCustomer(tx, params.id)]);
        return customerJson(view as NonNullable<typeof view>);
      }),
  });

  app.companyRoute({
    method: 'PATCH',
    path: '/customers/:id',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Changes what one person may change alone; the rest goes by a request',
    params: idParams,
    body: detailsSchema,
    answer: idAnswer,
    handler: async (call) => {
      const { id } = call.params;
      return runCommand(database, call.scope, call.command('customers.change_details'), async (tx) => {
        await changeDetails(tx, id, given(call.body));
        return { id };
      });
    },
  });
}
