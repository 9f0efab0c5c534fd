import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, localDateSchema } from '../../../platform/http/index.ts';
import {
  assignmentDraftSchema,
  assignmentSchema,
  companyHoursSchema,
  listSchema,
  shiftDraftSchema,
  shiftSchema,
  teamDraftSchema,
  teamSchema,
  yearStateSchema,
} from './calendars.schemas.ts';
import { listHolidayLists, listYears } from './holidays.queries.ts';
import { findCompanyHours, listAssignments, listShifts, listTeams, type Shift, type Team } from './shifts.queries.ts';
import {
  addShift,
  addTeam,
  assignWork,
  changeShift,
  changeTeam,
  endWork,
  removeShift,
  removeTeam,
  setCompanyHours,
} from './shifts.usecase.ts';

const TAG = 'calendars';
const idSchema = z.object({ id: z.uuid() });

export function registerShiftRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerOverview(app, database);
  registerShifts(app, database);
  registerTeams(app, database);
  registerAssignments(app, database);
}

function registerOverview(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/calendars',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'The shifts, teams and lists of holidays, and the hours of the company itself',
    answer: z.object({
      company: companyHoursSchema.nullable().describe('null: Monday to Friday, 09:00 to 17:00, without holidays'),
      shifts: z.array(shiftSchema),
      teams: z.array(teamSchema),
      lists: z.array(listSchema.extend({ years: z.array(yearStateSchema) })),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const years = await listYears(tx);
        const company = await findCompanyHours(tx);
        return {
          company: company ? { ...company, holidayLists: [...company.holidayLists] } : null,
          shifts: (await listShifts(tx)).filter(({ isRetired }) => !isRetired).map(shiftJson),
          teams: (await listTeams(tx)).filter(({ isRetired }) => !isRetired).map(teamJson),
          lists: (await listHolidayLists(tx)).map((list) => ({
            ...list,
            years: years.filter(({ listCode }) => listCode === list.code).map(({ listCode: _, ...year }) => year),
          })),
        };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/calendars/company',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'The hours of the company: agreed times run by them, and who has no team works by them',
    body: companyHoursSchema,
    answer: 'nothing',
    handler: async ({ scope, body, command }) => {
      await setCompanyHours({ database, scope, command: command('company.hours') }, body);
    },
  });
}

function registerShifts(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/shifts',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Adds a shift',
    body: shiftDraftSchema,
    answer: shiftSchema,
    status: 201,
    handler: async ({ scope, body, command }) =>
      shiftJson(await addShift({ database, scope, command: command('shift.add') }, body)),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/shifts/:id',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Gives a shift other hours, a zone or a name',
    params: idSchema,
    body: shiftDraftSchema,
    answer: shiftSchema,
    handler: async ({ scope, params, body, command }) =>
      shiftJson(await changeShift({ database, scope, command: command('shift.change') }, { ...params, ...body })),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/shifts/:id',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Takes a shift out of use; nobody may work by it any more',
    params: idSchema,
    answer: 'nothing',
    handler: ({ scope, params, command }) =>
      removeShift({ database, scope, command: command('shift.retire') }, params.id),
  });
}

function registerTeams(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/work-teams',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Adds a team with its shift and its holidays',
    body: teamDraftSchema,
    answer: teamSchema,
    status: 201,
    handler: async ({ scope, body, command }) =>
      teamJson(await addTeam({ database, scope, command: command('team.add') }, body)),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/work-teams/:id',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Changes a team',
    params: idSchema,
    body: teamDraftSchema,
    answer: teamSchema,
    handler: async ({ scope, params, body, command }) =>
      teamJson(await changeTeam({ database, scope, command: command('team.change') }, { ...params, ...body })),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/work-teams/:id',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Takes a team out of use; nobody may be in it any more',
    params: idSchema,
    answer: 'nothing',
    handler: ({ scope, params, command }) =>
      removeTeam({ database, scope, command: command('team.retire') }, params.id),
  });
}

function registerAssignments(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/work-assignments',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'Who works in which team or shift from when until when; later ones count',
    query: z.object({ from: localDateSchema.optional(), until: localDateSchema.optional() }),
    answer: z.object({ rows: z.array(assignmentSchema) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const from = query.from ?? tx.today;
        return { rows: await listAssignments(tx, { from, until: query.until ?? from }) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/work-assignments',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'Puts a person into a team, or gives a shift of their own',
    body: assignmentDraftSchema,
    answer: assignmentSchema,
    status: 201,
    handler: ({ scope, body, command }) => assignWork({ database, scope, command: command('work.assign') }, body),
  });

  app.companyRoute({
    method: 'POST',
    path: '/work-assignments/:id/end',
    permission: 'calendars.manage',
    tag: TAG,
    summary: 'The last day of an assignment; before its first day, it never was',
    params: idSchema,
    body: z.object({ until: localDateSchema }),
    answer: 'nothing',
    handler: ({ scope, params, body, command }) =>
      endWork({ database, scope, command: command('work.end') }, { ...params, ...body }),
  });
}

function shiftJson({ id, name, timeZone, anchor, cycle }: Shift): z.output<typeof shiftSchema> {
  return { id, name, timeZone, anchor, cycle: cycle.map((spans) => [...spans]) };
}

function teamJson({ id, name, shiftId, holidayLists }: Team): z.output<typeof teamSchema> {
  return { id, name, shiftId, holidayLists: [...holidayLists] };
}
