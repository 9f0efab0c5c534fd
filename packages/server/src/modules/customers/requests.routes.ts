/** Requests under four eyes: asked, called back, decided by another person. */
import { doubtsAbout, newAccounts } from '@quittance/core/parties';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../platform/http/index.ts';
import { findCustomers } from './customers.queries.ts';
import type { CustomersOptions } from './customers.routes.ts';
import {
  customerNameSchema,
  guardedSchema,
  idAnswer,
  idParams,
  NAME_CHARS_MAX,
  newCustomerSchema,
  REASON_CHARS_MAX,
  reasonSchema,
  wishOf,
} from './customers.schemas.ts';
import { type CustomerRequest, listRequests } from './requests.queries.ts';
import {
  approveRequest,
  askForChange,
  askForCustomer,
  recordCallBack,
  rejectRequest,
  theRequest,
  withdrawRequest,
} from './requests.usecase.ts';

const STATES = ['waiting', 'approved', 'rejected', 'withdrawn'] as const;
const CHANNELS = ['email', 'phone', 'letter', 'portal', 'visit', 'internal'] as const;

const requestSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['onboarding', 'maintenance']),
    customerId: z.string().nullable(),
    customerNumber: z.string().nullable(),
    customerName: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).describe('The fields as they stood when it was asked'),
    after: z.record(z.string(), z.unknown()).describe('The same fields as they shall stand'),
    parents: z.array(customerNameSchema).describe('The customers that the fields name as parents'),
    doubts: z.array(z.object({ field: z.string(), code: z.string(), value: z.string() })),
    newAccounts: z.array(z.string()).describe('Accounts that were not the customer’s before: call back'),
    reason: z.string(),
    askedBy: z.string().nullable(),
    channel: z.enum(CHANNELS),
    calledBackAt: z.string().nullable(),
    calledBackByName: z.string().nullable(),
    callBackNote: z.string().nullable(),
    state: z.enum(STATES),
    requestedByName: z.string(),
    requestedAt: z.string(),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    isOwn: z.boolean().describe('Asked by the caller, who therefore cannot decide it'),
  })
  .meta({ id: 'CustomerRequest' });

const askedFields = {
  reason: reasonSchema,
  askedBy: z.string().trim().max(NAME_CHARS_MAX).nullable().default(null).describe('Who at the customer asked'),
  channel: z.enum(CHANNELS).default('internal'),
};

export function registerRequestRoutes(app: HttpApp, options: CustomersOptions): void {
  registerReadingRoutes(app, options);
  registerAskingRoutes(app, options);
  registerDecidingRoutes(app, options);
}

function registerReadingRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customer-requests',
    permission: 'customers.read',
    tag: 'customer requests',
    summary: 'Requests about customers, the latest first',
    query: pageQuerySchema.extend({ state: z.enum(STATES).optional(), customerId: z.uuid().optional() }),
    answer: pageSchema(requestSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [before] = decodeCursor(query.cursor, 1) ?? [];
        const customerIds = query.customerId === undefined ? undefined : [query.customerId];
        const found = await listRequests(tx, { state: query.state, customerIds, before, limit: query.limit + 1 });
        const page = pageOf(found, query.limit, (request) => [request.id]);
        return { rows: await requestsJson(tx, page.rows), next: page.next };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customer-requests/:id',
    permission: 'customers.read',
    tag: 'customer requests',
    summary: 'A request with exactly what it changes',
    params: idParams,
    answer: requestSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const [shown] = await requestsJson(tx, [await theRequest(tx, params.id)]);
        return shown as NonNullable<typeof shown>;
      }),
  });
}

function registerAskingRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'POST',
    path: '/customers',
    permission: 'customers.write',
    tag: 'customer requests',
    summary: 'Asks for a new customer; another person decides',
    body: z.object({ ...askedFields, customer: newCustomerSchema }),
    answer: idAnswer,
    status: 201,
    handler: (call) => {
      const { customer, ...asked } = call.body;
      const { number, name, country, language, timeZone, email, phone, ...guarded } = customer;
      const wish = { ...wishOf(guarded), number, name, country, language, timeZone, email, phone };
      return runCommand(database, call.scope, call.command('customers.ask_onboarding'), async (tx) => ({
        id: await askForCustomer(tx, { wish, ...asked }),
      }));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/requests',
    permission: 'customers.write',
    tag: 'customer requests',
    summary:
      'Asks for a change of name, parent, terms, credit limit, tax ids, bank accounts or blocks; another person decides',
    params: idParams,
    body: z.object({ ...askedFields, change: guardedSchema }),
    answer: idAnswer,
    status: 201,
    handler: (call) => {
      const { change, ...asked } = call.body;
      return runCommand(database, call.scope, call.command('customers.ask_change'), async (tx) => ({
        id: await askForChange(tx, { customerId: call.params.id, wish: wishOf(change), ...asked }),
      }));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/customer-requests/:id/withdraw',
    permission: 'customers.write',
    tag: 'customer requests',
    summary: 'Withdraws one’s own request',
    params: idParams,
    body: z.object({ reason: z.string().trim().max(REASON_CHARS_MAX).nullable().default(null) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.withdraw_request'), (tx) =>
        withdrawRequest(tx, { id: call.params.id, ...call.body }),
      );
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/customer-requests/:id/call-back',
    permission: 'customers.write',
    tag: 'customer requests',
    summary: 'Notes that the customer was called back on a number known before, and what they said',
    params: idParams,
    body: z.object({ note: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.call_back'), (tx) =>
        recordCallBack(tx, call.params.id, call.body.note),
      );
    },
  });
}

function registerDecidingRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'POST',
    path: '/customer-requests/:id/approve',
    permission: 'customers.approve',
    tag: 'customer requests',
    summary: 'Approves another person’s request, and carries it out',
    params: idParams,
    body: z.object({
      reason: z
        .string()
        .trim()
        .min(1)
        .max(REASON_CHARS_MAX)
        .nullable()
        .default(null)
        .describe('Needed for a new bank account without a call-back'),
    }),
    answer: z.object({ customerId: z.string() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.approve_request'), async (tx) => ({
        customerId: await approveRequest(tx, ledger, { id: call.params.id, ...call.body }),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customer-requests/:id/reject',
    permission: 'customers.approve',
    tag: 'customer requests',
    summary: 'Rejects another person’s request',
    params: idParams,
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.reject_request'), (tx) =>
        rejectRequest(tx, { id: call.params.id, ...call.body }),
      );
    },
  });
}

async function requestsJson(tx: Tx, requests: readonly CustomerRequest[]): Promise<z.output<typeof requestSchema>[]> {
  const parentIds = requests.flatMap(({ before, after }) => [before.parentId, after.parentId]);
  const parents = await findCustomers(
    tx,
    parentIds.filter((id): id is string => typeof id === 'string'),
  );
  return requests.map((request) => {
    const { requestedBy, customerCountry, before, after, ...shown } = request;
    const named = parents.filter((one) => one.id === before.parentId || one.id === after.parentId);
    return {
      ...shown,
      before: { ...before },
      after: { ...after },
      parents: named.map(({ id, number, name }) => ({ id, number, name })),
      doubts: doubtsAbout(after, customerCountry ?? after.country ?? null),
      newAccounts: newAccounts({ before, after }).map((one) => one.account),
      isOwn: requestedBy === tx.actor.id,
    };
  });
}
