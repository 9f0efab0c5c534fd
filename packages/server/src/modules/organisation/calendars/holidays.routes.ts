import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { type HttpApp, localDateSchema } from '../../../platform/http/index.ts';
import {
  codeSchema,
  countrySchema,
  holidayDraftSchema,
  holidaySchema,
  listDraftSchema,
  listSchema,
  yearSchema,
} from './calendars.schemas.ts';
import { isLikelyWhole, libraryCountries, libraryRegions } from './holiday-library.ts';
import { listHolidays } from './holidays.queries.ts';
import { addHolidayList, importHolidays, markYearChecked, saveHoliday, seedYear } from './holidays.usecase.ts';

const TAG = 'calendars';
const IMPORTED_DAYS_MAX = 400; // a year of any country, with room
const codeParams = z.object({ code: codeSchema });
const placeSchema = z.object({ code: z.string(), name: z.string() });
const LIBRARY = {
  name: 'date-holidays',
  license: 'CC BY-SA 3.0, ISC',
  url: 'https://github.com/commenthol/date-holidays',
} as const;

export function registerHolidayRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerLibraryRoutes(app);
  registerListRoutes(app, database);
  registerDayRoutes(app, database);
}

function registerLibraryRoutes(app: HttpApp): void {
  app.companyRoute({
    method: 'GET',
    path: '/holiday-library',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'The countries of which the library knows holidays, and whose work it is',
    answer: z.object({
      countries: z.array(placeSchema),
      library: z.object({ name: z.string(), license: z.string(), url: z.string() }),
    }),
    handler: async () => ({ countries: await libraryCountries(), library: LIBRARY }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/holiday-library/:country',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'The regions of a country that have holidays of their own',
    params: z.object({ country: countrySchema }),
    answer: z.object({ regions: z.array(placeSchema) }),
    handler: async ({ params }) => {
      const regions = await libraryRegions(params.country);
      if (regions === null) throw notFound('country in the library', params.country);
      return { regions };
    },
  });
}

function registerListRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/holiday-lists',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Adds a list; that of a country is filled from the library, to be checked',
    body: listDraftSchema,
    answer: listSchema,
    status: 201,
    handler: ({ scope, body, command }) =>
      addHolidayList({ database, scope, command: command('holidays.add_list') }, body),
  });

  app.companyRoute({
    method: 'POST',
    path: '/holiday-lists/:code/years/:year/seed',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Fills a year from the library again; what people wrote stays',
    params: codeParams.extend({ year: yearSchema }),
    answer: z.object({
      changed: z.number().int().describe('Days that are new or other than before'),
      known: z.number().int(),
      isLikelyWhole: z.boolean().describe('false: the library knows too few days of the country; add the others'),
    }),
    handler: ({ scope, params, command }) => seedYear({ database, scope, command: command('holidays.seed') }, params),
  });

  app.companyRoute({
    method: 'POST',
    path: '/holiday-lists/:code/years/:year/check',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Says that somebody has looked through the year',
    params: codeParams.extend({ year: yearSchema }),
    answer: 'nothing',
    handler: ({ scope, params, command }) =>
      markYearChecked({ database, scope, command: command('holidays.check') }, params),
  });
}

function registerDayRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/holiday-lists/:code/days',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'The days of a year of a list',
    params: codeParams,
    query: z.object({ year: yearSchema }),
    answer: z.object({ rows: z.array(holidaySchema), isLikelyWhole: z.boolean() }),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const rows = await listHolidays(tx, { ...params, ...query });
        return { rows, isLikelyWhole: isLikelyWhole(rows) };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/holiday-lists/:code/days/:day',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Writes a day: closed, half, an extra working day, or ordinary',
    params: codeParams.extend({ day: localDateSchema }),
    body: holidayDraftSchema,
    answer: 'nothing',
    handler: ({ scope, params, body, command }) => {
      const given = { code: params.code, day: { day: params.day, ...body } };
      return saveHoliday({ database, scope, command: command('holidays.change') }, given);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/holiday-lists/:code/days',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Brings in days from elsewhere; those that stand there already are written over',
    params: codeParams,
    body: z.object({
      days: z
        .array(holidayDraftSchema.safeExtend({ day: localDateSchema }))
        .min(1)
        .max(IMPORTED_DAYS_MAX),
    }),
    answer: z.object({ count: z.number().int() }),
    handler: ({ scope, params, body, command }) =>
      importHolidays({ database, scope, command: command('holidays.import') }, { ...params, ...body }),
  });
}
