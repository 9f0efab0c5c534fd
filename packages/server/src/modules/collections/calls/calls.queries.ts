import type { LocalDate } from '@quittance/core/calendar';
import type { CallOutcome, CallSituation } from '@quittance/core/calls';
import { RIGHT_PARTY_OUTCOMES } from '@quittance/core/calls';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Call {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly number: string | null;
  readonly outcome: CallOutcome;
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly text: string;
  readonly madeByName: string;
}

export const NEXT_KINDS = ['promise', 'task', 'call_back', 'mail', 'dispute'] as const;
export type NextKind = (typeof NEXT_KINDS)[number];

export interface NewCall {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly number: string | null;
  readonly outcome: CallOutcome;
  readonly situation: CallSituation;
  readonly scriptLanguage: string;
  readonly scriptNumber: number;
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly activityId: string;
  readonly promiseCount: number;
  readonly nextKind: NextKind | null;
  readonly nextId: string | null;
}

export async function insertCall(tx: Tx, call: NewCall): Promise<void> {
  await tx.run(sql`
    insert into call (company_id, id, customer_id, contact_id, number, outcome, situation, script_language, script_number, started_at,
        duration_seconds, activity_id, promise_count, next_kind, next_id, made_by, made_by_name, recorded_at)
      values (${tx.company.id}, ${call.id}, ${call.customerId}, ${call.contactId}, ${call.number}, ${call.outcome}, ${call.situation},
        ${call.scriptLanguage}, ${call.scriptNumber}, ${call.startedAt}::timestamptz, ${call.durationSeconds}, ${call.activityId},
        ${call.promiseCount}, ${call.nextKind}, ${call.nextId}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt})`);
}

/** Its line was not taken back: what was written down by mistake is no call. */
const STANDS = sql`not exists (
  select from activity gone where gone.company_id = c.company_id and gone.first_id = c.activity_id and gone.is_withdrawal)`;

const CALLS_READ_MAX = 500; // of one customer: years of calls, enough to tell when it picks up

/** The latest first. */
export function callsOfParty(tx: Tx, customerIds: readonly string[]): Promise<Call[]> {
  return tx.all(sql`
    select c.id, c.customer_id as "customerId", c.contact_id as "contactId", k.name as "contactName", c.number, c.outcome,
        c.started_at as "startedAt", c.duration_seconds as "durationSeconds", a.text, c.made_by_name as "madeByName"
      from call c
        join activity a on a.company_id = c.company_id and a.id = c.activity_id
        left join contact k on k.company_id = c.company_id and k.id = c.contact_id
      where c.company_id = ${tx.company.id} and c.customer_id = any(${[...customerIds]}::uuid[]) and ${STANDS}
      order by c.started_at desc, c.id desc limit ${CALLS_READ_MAX}`);
}

export interface CallMeasure {
  /** The person's id, or the day in the company's zone. */
  readonly key: string;
  readonly label: string;
  readonly attempts: number;
  readonly rightParty: number;
  readonly promises: number;
  readonly talkSeconds: number;
}

/** Of calls that began on these days, both included, and stand, by person or by day. */
export function measureCalls(
  tx: Tx,
  { from, until, by }: { from: LocalDate; until: LocalDate; by: 'person' | 'day' },
): Promise<CallMeasure[]> {
  const zone = tx.company.timeZone;
  const day = sql`to_char(started_at at time zone ${zone}, 'YYYY-MM-DD')`;
  const key = by === 'day' ? day : sql`made_by::text`;
  const label = by === 'day' ? sql`max(${day})` : sql`max(made_by_name)`;
  return tx.all(sql`
    select ${key} as key, ${label} as label, count(*)::int as attempts,
        (count(*) filter (where outcome = any(${[...RIGHT_PARTY_OUTCOMES]}::text[])))::int as "rightParty",
        coalesce(sum(promise_count), 0)::int as promises, coalesce(sum(duration_seconds), 0)::int as "talkSeconds"
      from call c
      where company_id = ${tx.company.id} and ${STANDS}
        and started_at >= (${from}::date::timestamp at time zone ${zone})
        and started_at < ((${until}::date + 1)::timestamp at time zone ${zone})
      group by 1 order by 2, 1`);
}
