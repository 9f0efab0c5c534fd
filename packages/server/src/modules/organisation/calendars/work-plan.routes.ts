import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, localDateSchema } from '../../../platform/http/index.ts';
import { noteAbsence, takeBackAbsence } from './absences.usecase.ts';
import { absenceDraftSchema, absenceSchema, windowSchema } from './calendars.schemas.ts';
import { PLAN_DAYS_MAX, workPlan } from './work-plan.usecase.ts';

const TAG = 'calendars';
const PLAN_DAYS_USUAL = 7;

const plannedSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    teamId: z.uuid().nullable(),
    shiftId: z.uuid().nullable(),
    timeZone: z.string(),
    windows: z.array(windowSchema).describe('Instants from when until when'),
    days: z.array(z.object({ day: z.string(), minutes: z.number().int() })),
    absences: z.array(absenceSchema),
  })
  .meta({ id: 'PlannedPerson' });

export function registerWorkPlanRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/work-plan',
    permission: 'calendars.read',
    tag: TAG,
    summary: 'Who works when, and who is away',
    query: z.object({
      from: localDateSchema.optional().describe('Today when absent'),
      days: z.coerce.number().int().min(1).max(PLAN_DAYS_MAX).default(PLAN_DAYS_USUAL),
    }),
    answer: z.object({ from: z.string(), people: z.array(plannedSchema) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const from = query.from ?? tx.today;
        const people = await workPlan(tx, { from, days: query.days });
        return {
          from,
          people: people.map(({ windows, days, absences, ...person }) => ({
            ...person,
            windows: [...windows],
            days: [...days],
            absences: [...absences],
          })),
        };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/absences',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that somebody is away: oneself, or anybody for who manages calendars',
    body: absenceDraftSchema,
    answer: absenceSchema,
    status: 201,
    handler: ({ scope, body, command, permissions }) =>
      noteAbsence({ database, scope, permissions, command: command('absence.note') }, body),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/absences/:id',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Takes an absence back',
    params: z.object({ id: z.uuid() }),
    answer: 'nothing',
    handler: ({ scope, params, command, permissions }) =>
      takeBackAbsence({ database, scope, permissions, command: command('absence.withdraw') }, params.id),
  });
}
