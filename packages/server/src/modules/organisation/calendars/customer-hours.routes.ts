import { countryHours } from '@quittance/core/calendar';
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import {
  callWindowSchema,
  codeSchema,
  countrySchema,
  noteSchema,
  weekSchema,
  zoneSchema,
} from './calendars.schemas.ts';
import { type CountryHoursRow, listCountryHours } from './customer-hours.queries.ts';
import {
  changeCountryHours,
  changeCustomerHours,
  type FindPlace,
  forgetCountryHours,
  readCustomerHours,
} from './customer-hours.usecase.ts';

const TAG = 'calendars';
const countryParams = z.object({ country: countrySchema });
const countryHoursSchema = z.object({
  timeZone: zoneSchema,
  week: weekSchema,
  holidayList: codeSchema.nullable().default(null).describe('null: the list with the code of the country'),
});
const ownSchema = z.object({
  week: weekSchema.nullable(),
  holidayList: z.string().nullable(),
  note: z.string().nullable(),
});

export interface CustomerHoursOptions {
  readonly database: Database;
  readonly findPlace: FindPlace;
}

export function registerCustomerHoursRoutes(app: HttpApp, { database, findPlace }: CustomerHoursOptions): void {
  registerCountryRoutes(app, database);

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/hours',
    permission: 'customers.read',
    tag: TAG,
    summary: 'When a customer works, and when you both do',
    params: z.object({ id: z.uuid() }),
    answer: z
      .object({
        timeZone: z.string(),
        week: weekSchema,
        holidayList: z.string().nullable(),
        note: z.string().nullable(),
        own: ownSchema.nullable().describe('What differs from its country; null for nothing'),
        window: callWindowSchema,
      })
      .meta({ id: 'CustomerHours' }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const { week, own, ...hours } = await readCustomerHours(tx, { customerId: params.id, findPlace });
        const ownWeek = own?.week ? weekJson(own.week) : null;
        return { ...hours, week: weekJson(week), own: own ? { ...own, week: ownWeek } : null };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/customers/:id/hours',
    permission: 'customers.write',
    tag: TAG,
    summary: 'What a customer has otherwise than its country; null is as there',
    params: z.object({ id: z.uuid() }),
    body: z.object({ week: weekSchema.nullable(), holidayList: codeSchema.nullable(), note: noteSchema }),
    answer: 'nothing',
    handler: ({ scope, params, body, command }) => {
      const row = { customerId: params.id, ...body };
      return changeCustomerHours({ database, scope, command: command('customer.hours') }, { findPlace, row });
    },
  });
}

function registerCountryRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/country-hours',
    permission: 'calendars.read',
    tag: TAG,
    summary:
      'When customers of each country work: as the company wrote it, and one country as it comes with the product',
    query: z.object({ country: countrySchema.optional() }),
    answer: z.object({
      rows: z.array(countryHoursSchema.extend({ country: z.string(), holidayList: z.string().nullable() })),
      usual: z.object({ timeZone: z.string(), week: weekSchema }).nullable(),
    }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const usual = countryHours(query.country ?? '');
        return {
          rows: (await listCountryHours(tx)).map((row) => ({ ...row, week: weekJson(row.week) })),
          usual: usual ? { timeZone: usual.timeZone, week: weekJson(usual.week) } : null,
        };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/country-hours/:country',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Writes when customers of a country work',
    params: countryParams,
    body: countryHoursSchema,
    answer: 'nothing',
    handler: ({ scope, params, body, command }) =>
      changeCountryHours({ database, scope, command: command('country.hours') }, { ...params, ...body }),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/country-hours/:country',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Back to the hours that come with the product',
    params: countryParams,
    answer: 'nothing',
    handler: ({ scope, params, command }) =>
      forgetCountryHours({ database, scope, command: command('country.usual_hours') }, params.country),
  });
}

function weekJson(week: CountryHoursRow['week']): z.output<typeof weekSchema> {
  return week.map((spans) => [...spans]);
}
