/** What stands in a customer's record: its group, numbers, tax ids, accounts; first steps; accounts that imports brought. */
import { doubtsAbout, FIRST_STEPS } from '@quittance/core/parties';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { findOtherNumbers } from './customer-numbers.queries.ts';
import { findAccountRecords, findAccountsToReview, findTaxIds } from './customer-record.queries.ts';
import { partyBalances } from './customer-view.usecase.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import {
  balanceJson,
  balancesSchema,
  idParams,
  NUMBER_CHARS_MAX,
  reasonSchema,
  taxIdSchema,
} from './customers.schemas.ts';
import { addOtherNumber, removeOtherNumber, reviewAccount } from './customers.usecase.ts';
import { mergeSchema } from './duplicates.routes.ts';
import { findFamily, listMerges } from './family.queries.ts';
import { listNewcomers, type Newcomer, newcomerOf } from './newcomers.usecase.ts';

const accountRecordSchema = z.object({
  customerId: z.string(),
  account: z.string(),
  holder: z.string().nullable(),
  origin: z.string().describe('import, request, or whoever brought it'),
  createdAt: z.string(),
  requestId: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  isToReview: z
    .boolean()
    .describe('An import brought it to a customer that was there before, and nobody has looked at it'),
});
const otherNumberSchema = z.object({ customerId: z.string(), system: z.string(), number: z.string() });
const doubtSchema = z.object({ field: z.string(), code: z.string(), value: z.string() });

const newcomerSchema = z.object({
  requestId: z.string(),
  customerId: z.string().nullable(),
  number: z.string(),
  name: z.string(),
  requestedByName: z.string(),
  requestedAt: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  invoiceItemId: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  invoicedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  invoiceReceivedAt: z.string().nullable(),
  paidOn: z.string().nullable(),
  waitsFor: z.enum(FIRST_STEPS).nullable(),
});

export function registerRecordRoutes(app: HttpApp, options: CustomersOptions): void {
  registerReadingRoutes(app, options);
  registerNumberRoutes(app, options);
  registerReviewRoutes(app, options);
  registerNewcomerRoutes(app, options);
}

function registerReadingRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/record',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Numbers in other systems, tax ids, bank accounts, what is doubtful about them, merges',
    params: idParams,
    answer: z.object({
      numbers: z.array(otherNumberSchema),
      taxIds: z.array(taxIdSchema.extend({ customerId: z.string() })),
      accounts: z.array(accountRecordSchema),
      doubts: z.array(doubtSchema),
      merges: z.array(mergeSchema),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const { taxId, terms, country } = await theCustomer(tx, params.id);
        const ids = [params.id];
        const accounts = await findAccountRecords(tx, ids);
        const taxIds = await findTaxIds(tx, ids);
        return {
          numbers: await findOtherNumbers(tx, ids),
          taxIds,
          accounts,
          doubts: doubtsAbout({ taxId, terms, taxIds, bankAccounts: accounts }, country),
          merges: await listMerges(tx, { customerId: params.id }),
        };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/family',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'The group a customer belongs to, from its head down, with what each owes',
    params: idParams,
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          name: z.string(),
          country: z.string().nullable(),
          parentId: z.string().nullable(),
          mergedIntoId: z.string().nullable(),
          balances: balancesSchema.describe('Its own; those of a merged duplicate are in its survivor’s'),
        }),
      ),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        const members = await findFamily(tx, params.id);
        const living = members.filter((member) => member.mergedIntoId === null).map((member) => member.id);
        const balances = await partyBalances(tx, ledger, living);
        return {
          rows: members.map((member) => ({ ...member, balances: (balances.get(member.id) ?? []).map(balanceJson) })),
        };
      }),
  });
}

const numberBody = z.object({
  system: z.string().trim().min(1).max(40).describe('What the other system is called: SAP DE, Salesforce'),
  number: z.string().trim().min(1).max(NUMBER_CHARS_MAX),
});

function registerNumberRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/numbers',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Gives a customer the number that another system has for it',
    params: idParams,
    body: numberBody,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.add_number'), (tx) =>
        addOtherNumber(tx, { customerId: call.params.id, ...call.body }),
      );
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/numbers/remove',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Takes a number of another system away',
    params: idParams,
    body: numberBody,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.remove_number'), (tx) =>
        removeOtherNumber(tx, { customerId: call.params.id, ...call.body }),
      );
    },
  });
}

function registerReviewRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/account-reviews',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Bank accounts that imports brought to customers that were there before, and nobody has looked at',
    answer: z.object({
      rows: z.array(
        accountRecordSchema.extend({
          customerNumber: z.string(),
          customerName: z.string(),
          earlierAccounts: z.array(z.string()),
        }),
      ),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const rows = await findAccountsToReview(tx);
        return { rows: rows.map((row) => ({ ...row, earlierAccounts: [...row.earlierAccounts] })) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/account-reviews',
    permission: 'customers.approve',
    tag: 'customers',
    summary: 'Notes that somebody has looked at an account which an import brought',
    params: idParams,
    body: z.object({ account: z.string().min(1).max(80), note: reasonSchema.nullable().default(null) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.review_account'), (tx) =>
        reviewAccount(tx, { customerId: call.params.id, ...call.body }),
      );
    },
  });
}

function registerNewcomerRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/new-customers',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'New customers from request to first payment, the latest first, each with what it waits for',
    answer: z.object({ rows: z.array(newcomerSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({ rows: (await listNewcomers(tx, ledger)).map(newcomerJson) })),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/first-steps',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'The first steps of a customer that came by a request; an empty list of any other',
    params: idParams,
    answer: z.object({ rows: z.array(newcomerSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        const newcomer = await newcomerOf(tx, ledger, params.id);
        return { rows: newcomer ? [newcomerJson(newcomer)] : [] };
      }),
  });
}

function newcomerJson({ request, acts, invoiceReceivedAt, waitsFor }: Newcomer): z.output<typeof newcomerSchema> {
  const { customerId, requestedByName, requestedAt, decidedByName, decidedAt, after } = request;
  return {
    requestId: request.id,
    customerId,
    number: request.customerNumber ?? after.number ?? '',
    name: request.customerName ?? after.name ?? '',
    ...{ requestedByName, requestedAt, decidedByName, decidedAt },
    invoiceItemId: acts?.invoiceItemId ?? null,
    invoiceNumber: acts?.invoiceNumber ?? null,
    invoicedOn: acts?.invoicedOn ?? null,
    dueOn: acts?.dueOn ?? null,
    invoiceReceivedAt,
    paidOn: acts?.paidOn ?? null,
    waitsFor,
  };
}
