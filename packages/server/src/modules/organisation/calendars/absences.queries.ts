import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const ABSENCE_KINDS = ['leave', 'sick', 'training', 'other'] as const;

export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly kind: (typeof ABSENCE_KINDS)[number];
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Of each of the days; null for whole days. */
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly note: string | null;
}

const ABSENCE = sql`
  id, person_id as "personId", kind, from_on::text as "from", until_on::text as "until", from_minute as "fromMinute",
  until_minute as "untilMinute", note`;

export function listAbsences(tx: Tx, { from, until }: { from: LocalDate; until: LocalDate }): Promise<Absence[]> {
  return tx.all(sql`
    select ${ABSENCE} from absence
      where company_id = ${tx.company.id} and withdrawn_at is null and from_on <= ${until}::date and until_on >= ${from}::date
      order by from_on, id`);
}

export function findAbsence(tx: Tx, id: string): Promise<Absence | undefined> {
  return tx.maybe(sql`
    select ${ABSENCE} from absence where company_id = ${tx.company.id} and id = ${id} and withdrawn_at is null for update`);
}

export async function insertAbsence(tx: Tx, one: Absence): Promise<void> {
  await tx.run(sql`
    insert into absence (company_id, id, person_id, kind, from_on, until_on, from_minute, until_minute, note, recorded_at,
        recorded_by, recorded_by_name)
      values (${tx.company.id}, ${one.id}, ${one.personId}, ${one.kind}, ${one.from}::date, ${one.until}::date, ${one.fromMinute},
        ${one.untilMinute}, ${one.note}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

export async function withdrawAbsence(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update absence set withdrawn_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}
