/** Lists of days that differ from the week, their years, and the days. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const HOLIDAY_KINDS = ['public', 'bank', 'optional', 'own'] as const;
export const HOLIDAY_EFFECTS = ['closed', 'half', 'working', 'ordinary'] as const;
export const HOLIDAY_ORIGINS = ['library', 'person', 'import'] as const;

export interface HolidayList {
  readonly code: string;
  readonly name: string;
  /** From which the library knows days; null for one's own. */
  readonly country: string | null;
  readonly region: string | null;
}

export interface HolidayYear {
  readonly listCode: string;
  readonly year: number;
  readonly seededAt: string;
  readonly checkedAt: string | null;
  readonly checkedByName: string | null;
}

export interface Holiday {
  readonly day: LocalDate;
  readonly name: string;
  readonly kind: (typeof HOLIDAY_KINDS)[number];
  readonly effect: (typeof HOLIDAY_EFFECTS)[number];
  /** Of a half or an extra day. */
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly origin: (typeof HOLIDAY_ORIGINS)[number];
}

export function listHolidayLists(tx: Tx): Promise<HolidayList[]> {
  return tx.all(sql`
    select code, name, country, region from holiday_list where company_id = ${tx.company.id} order by lower(name), code`);
}

export function listYears(tx: Tx): Promise<HolidayYear[]> {
  return tx.all(sql`
    select list_code as "listCode", year, seeded_at as "seededAt", checked_at as "checkedAt", checked_by_name as "checkedByName"
      from holiday_year where company_id = ${tx.company.id} order by list_code, year`);
}

/** False when the code is taken. */
export async function insertHolidayList(tx: Tx, { code, name, country, region }: HolidayList): Promise<boolean> {
  const count = await tx.run(sql`
    insert into holiday_list (company_id, code, name, country, region)
      values (${tx.company.id}, ${code}, ${name}, ${country}, ${region}) on conflict (company_id, code) do nothing`);
  return count === 1;
}

const HOLIDAY = sql`
  day::text as day, name, kind, effect, from_minute as "fromMinute", until_minute as "untilMinute", origin`;

export function listHolidays(tx: Tx, { code, year }: { code: string; year: number }): Promise<Holiday[]> {
  return tx.all(sql`
    select ${HOLIDAY} from holiday
      where company_id = ${tx.company.id} and list_code = ${code} and day >= ${`${year}-01-01`}::date and day <= ${`${year}-12-31`}::date
      order by day`);
}

/** Of several lists, in their order by day: what a calendar is made of. */
export function holidaysOf(
  tx: Tx,
  given: { readonly codes: readonly string[]; readonly from: LocalDate; readonly until: LocalDate },
): Promise<(Holiday & { listCode: string })[]> {
  return tx.all(sql`
    select list_code as "listCode", ${HOLIDAY} from holiday
      where company_id = ${tx.company.id} and list_code = any(${[...given.codes]}::text[])
        and day >= ${given.from}::date and day <= ${given.until}::date and effect <> 'ordinary'
      order by day, list_code`);
}

/** Days of the library come in; what a person or an import wrote about a day stays. Answers how many are new or other than before. */
export async function seedHolidays(tx: Tx, code: string, days: readonly Omit<Holiday, 'origin'>[]): Promise<number> {
  return tx.run(sql`
    insert into holiday as h (company_id, list_code, day, name, kind, effect, from_minute, until_minute, origin, changed_at,
        changed_by, changed_by_name)
      select ${tx.company.id}, ${code}, day, name, kind, effect, "fromMinute", "untilMinute", 'library', ${tx.recordedAt},
          ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(days)})
          as d (day date, name text, kind text, effect text, "fromMinute" int, "untilMinute" int)
      on conflict (company_id, list_code, day) do update
        set name = excluded.name, kind = excluded.kind, effect = excluded.effect, from_minute = null, until_minute = null,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name
        where h.origin = 'library' and (h.name, h.kind, h.effect) is distinct from (excluded.name, excluded.kind, excluded.effect)`);
}

export async function saveHolidays(tx: Tx, code: string, days: readonly Holiday[]): Promise<void> {
  await tx.run(sql`
    insert into holiday (company_id, list_code, day, name, kind, effect, from_minute, until_minute, origin, changed_at, changed_by,
        changed_by_name)
      select ${tx.company.id}, ${code}, day, name, kind, effect, "fromMinute", "untilMinute", origin, ${tx.recordedAt},
          ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(days)})
          as d (day date, name text, kind text, effect text, "fromMinute" int, "untilMinute" int, origin text)
      on conflict (company_id, list_code, day) do update
        set name = excluded.name, kind = excluded.kind, effect = excluded.effect, from_minute = excluded.from_minute,
          until_minute = excluded.until_minute, origin = excluded.origin, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name`);
}

export async function saveYear(tx: Tx, { code, year }: { code: string; year: number }): Promise<void> {
  await tx.run(sql`
    insert into holiday_year (company_id, list_code, year, seeded_at) values (${tx.company.id}, ${code}, ${year}, ${tx.recordedAt})
      on conflict (company_id, list_code, year) do update
        set seeded_at = excluded.seeded_at, checked_at = null, checked_by = null, checked_by_name = null`);
}

/** False when the year was never filled. */
export async function checkYear(tx: Tx, { code, year }: { code: string; year: number }): Promise<boolean> {
  const count = await tx.run(sql`
    update holiday_year set checked_at = ${tx.recordedAt}, checked_by = ${tx.actor.id}, checked_by_name = ${tx.actor.name}
      where company_id = ${tx.company.id} and list_code = ${code} and year = ${year}`);
  return count === 1;
}
