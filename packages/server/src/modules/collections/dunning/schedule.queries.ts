import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface DunningSchedule {
  readonly isOn: boolean;
  /** Of the day in the company's zone: 540 is nine o'clock. */
  readonly atMinute: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Who gets calls, escalations and the like of customers whom nobody looks after; without one they wait. */
  readonly actsTo: string | null;
}

export async function findSchedule(tx: Tx): Promise<DunningSchedule | undefined> {
  return tx.maybe(sql`
    select is_on as "isOn", at_minute as "atMinute", weekdays, acts_to as "actsTo" from dunning_schedule where company_id = ${tx.company.id}`);
}

export async function saveSchedule(tx: Tx, schedule: DunningSchedule): Promise<void> {
  const { isOn, atMinute, weekdays, actsTo } = schedule;
  await tx.run(sql`
    insert into dunning_schedule (company_id, is_on, at_minute, weekdays, acts_to, changed_at, changed_by, changed_by_name)
      values (${tx.company.id}, ${isOn}, ${atMinute}, ${weekdays}::int[], ${actsTo}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})
      on conflict (company_id) do update set is_on = excluded.is_on, at_minute = excluded.at_minute, weekdays = excluded.weekdays,
        acts_to = excluded.acts_to, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
        changed_by_name = excluded.changed_by_name`);
}
