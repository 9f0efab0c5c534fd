/** When customers work: what the company knows of countries, and of single customers. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Cycle } from './shifts.queries.ts';

export interface CountryHoursRow {
  readonly country: string;
  readonly timeZone: string;
  /** Seven days from Monday. */
  readonly week: Cycle;
  readonly holidayList: string | null;
}

export interface CustomerHoursRow {
  readonly customerId: string;
  readonly week: Cycle | null;
  readonly holidayList: string | null;
  readonly note: string | null;
}

export function listCountryHours(tx: Tx): Promise<CountryHoursRow[]> {
  return tx.all(sql`
    select country, time_zone as "timeZone", week, holiday_list as "holidayList"
      from country_hours where company_id = ${tx.company.id} order by country`);
}

export async function saveCountryHours(tx: Tx, row: CountryHoursRow): Promise<void> {
  await tx.run(sql`
    insert into country_hours (company_id, country, time_zone, week, holiday_list)
      values (${tx.company.id}, ${row.country}, ${row.timeZone}, ${JSON.stringify(row.week)}::jsonb, ${row.holidayList})
      on conflict (company_id, country) do update
        set time_zone = excluded.time_zone, week = excluded.week, holiday_list = excluded.holiday_list`);
}

export async function deleteCountryHours(tx: Tx, country: string): Promise<boolean> {
  const count = await tx.run(
    sql`delete from country_hours where company_id = ${tx.company.id} and country = ${country}`,
  );
  return count === 1;
}

export function findCustomerHours(tx: Tx, customerIds: readonly string[]): Promise<CustomerHoursRow[]> {
  return tx.all(sql`
    select customer_id as "customerId", week, holiday_list as "holidayList", note
      from customer_hours where company_id = ${tx.company.id} and customer_id = any(${[...customerIds]}::uuid[])`);
}

export async function saveCustomerHours(tx: Tx, row: CustomerHoursRow): Promise<void> {
  const week = row.week === null ? null : JSON.stringify(row.week);
  await tx.run(sql`
    insert into customer_hours (company_id, customer_id, week, holiday_list, note, changed_at, changed_by, changed_by_name)
      values (${tx.company.id}, ${row.customerId}, ${week}::jsonb, ${row.holidayList}, ${row.note}, ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name})
      on conflict (company_id, customer_id) do update
        set week = excluded.week, holiday_list = excluded.holiday_list, note = excluded.note, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name`);
}

export async function deleteCustomerHours(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`delete from customer_hours where company_id = ${tx.company.id} and customer_id = ${customerId}`);
}
