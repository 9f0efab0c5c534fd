import { z } from 'zod';
import { localDateSchema } from '../../../platform/http/index.ts';
import { ABSENCE_KINDS } from './absences.queries.ts';
import { HOLIDAY_EFFECTS, HOLIDAY_KINDS, HOLIDAY_ORIGINS } from './holidays.queries.ts';

const NAME_CHARS_MAX = 80;
const HOLIDAY_NAME_CHARS_MAX = 200;
const NOTE_CHARS_MAX = 500;
const ZONE_CHARS_MAX = 60;
const SPANS_A_DAY_MAX = 6; // a day broken more often is no shift
const CYCLE_DAYS_MAX = 56; // eight weeks
const LISTS_OF_ONE_MAX = 10;
const MINUTES_PER_DAY = 1_440;

export const nameSchema = z.string().trim().min(1).max(NAME_CHARS_MAX);
export const zoneSchema = z.string().max(ZONE_CHARS_MAX);
export const noteSchema = z.string().trim().min(1).max(NOTE_CHARS_MAX).nullable();
export const codeSchema = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'must be up to 20 capitals, digits and -, such as DE-BY');
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two capitals, such as IT');
export const yearSchema = z.coerce.number().int().min(1970).max(2200);

export const spanSchema = z
  .object({
    fromMinute: z.number().int().min(0),
    untilMinute: z
      .number()
      .int()
      .max(2 * MINUTES_PER_DAY),
  })
  .describe('Minutes from the midnight before; beyond 1440 is the next day: 22:00 to 06:00 is 1320 to 1800');
const daySchema = z.array(spanSchema).max(SPANS_A_DAY_MAX);
export const cycleSchema = z.array(daySchema).min(1).max(CYCLE_DAYS_MAX);
export const weekSchema = z.array(daySchema).length(7).describe('From Monday');

export const shiftDraftSchema = z.object({
  name: nameSchema,
  timeZone: zoneSchema,
  anchor: localDateSchema.describe('A day that the first of the cycle stands for: a Monday of a week'),
  cycle: cycleSchema,
});
export const shiftSchema = z
  .object({ id: z.uuid(), name: z.string(), timeZone: z.string(), anchor: z.string(), cycle: cycleSchema })
  .meta({ id: 'Shift' });

const listsSchema = z.array(codeSchema).max(LISTS_OF_ONE_MAX);
export const teamDraftSchema = z.object({ name: nameSchema, shiftId: z.uuid(), holidayLists: listsSchema });
export const teamSchema = z
  .object({ id: z.uuid(), name: z.string(), shiftId: z.uuid(), holidayLists: listsSchema })
  .meta({ id: 'WorkTeam' });
export const companyHoursSchema = z.object({ shiftId: z.uuid(), holidayLists: listsSchema });

export const listDraftSchema = z.object({
  code: codeSchema,
  name: nameSchema,
  country: countrySchema.nullable().default(null),
  region: z.string().max(20).nullable().default(null),
});
export const listSchema = z.object({
  code: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
});
export const yearStateSchema = z.object({
  year: z.number().int(),
  seededAt: z.string(),
  checkedAt: z.string().nullable().describe('When somebody looked through it; null while it is as the library had it'),
  checkedByName: z.string().nullable(),
});

const minuteSchema = z.number().int().min(0).max(MINUTES_PER_DAY).nullable();
export const holidayDraftSchema = z
  .object({
    name: z.string().trim().min(1).max(HOLIDAY_NAME_CHARS_MAX),
    kind: z.enum(HOLIDAY_KINDS).default('own'),
    effect: z.enum(HOLIDAY_EFFECTS).describe('ordinary: worked as usual, and stays so when the library says otherwise'),
    fromMinute: minuteSchema.default(null),
    untilMinute: minuteSchema.default(null),
  })
  .refine(hasItsHours, {
    message: 'a half or an extra working day says from when until when; another says no hours',
    path: ['fromMinute'],
  });
export const holidaySchema = z
  .object({
    day: z.string(),
    name: z.string(),
    kind: z.enum(HOLIDAY_KINDS),
    effect: z.enum(HOLIDAY_EFFECTS),
    fromMinute: minuteSchema,
    untilMinute: minuteSchema,
    origin: z.enum(HOLIDAY_ORIGINS),
  })
  .meta({ id: 'Holiday' });

function hasItsHours(day: { effect: string; fromMinute: number | null; untilMinute: number | null }): boolean {
  const { effect, fromMinute, untilMinute } = day;
  if (effect === 'closed' || effect === 'ordinary') return fromMinute === null && untilMinute === null;
  return fromMinute !== null && untilMinute !== null && fromMinute < untilMinute;
}

export const assignmentDraftSchema = z
  .object({
    personId: z.uuid(),
    teamId: z.uuid().nullable().default(null),
    shiftId: z.uuid().nullable().default(null),
    from: localDateSchema,
    until: localDateSchema.nullable().default(null),
  })
  .refine(({ teamId, shiftId }) => teamId !== null || shiftId !== null, {
    message: 'name a team, a shift, or both',
    path: ['teamId'],
  })
  .refine(({ from, until }) => until === null || from <= until, {
    message: 'must not be before the first day',
    path: ['until'],
  });
export const assignmentSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    teamId: z.uuid().nullable(),
    shiftId: z.uuid().nullable(),
    from: z.string(),
    until: z.string().nullable(),
  })
  .meta({ id: 'WorkAssignment' });

export const absenceDraftSchema = z
  .object({
    personId: z.uuid(),
    kind: z.enum(ABSENCE_KINDS),
    from: localDateSchema,
    until: localDateSchema,
    fromMinute: minuteSchema.default(null),
    untilMinute: minuteSchema.default(null),
    note: noteSchema.default(null),
  })
  .refine(({ from, until }) => from <= until, { message: 'must not be before the first day', path: ['until'] })
  .refine(
    ({ fromMinute, untilMinute }) =>
      (fromMinute === null) === (untilMinute === null) && (fromMinute ?? 0) < (untilMinute ?? 1),
    { message: 'hours have a beginning and a later end', path: ['fromMinute'] },
  );
export const absenceSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    kind: z.enum(ABSENCE_KINDS),
    from: z.string(),
    until: z.string(),
    fromMinute: minuteSchema,
    untilMinute: minuteSchema,
    note: z.string().nullable(),
  })
  .meta({ id: 'Absence' });

export const windowSchema = z.object({ from: z.string(), until: z.string() });
export const callWindowSchema = windowSchema
  .extend({ isNow: z.boolean() })
  .nullable()
  .describe('When you and the customer both work: now, or next within two weeks');
