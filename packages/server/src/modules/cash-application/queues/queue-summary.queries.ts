/** What the head of the cash desk says: how much waits where, for what reason, how old, and what posted by itself today. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { LateBefore } from './due.ts';
import { QUESTION_THAT_WAITS, QUEUE, type ReceiptQueue } from './queues.queries.ts';

/** Receipts of one queue, reason, age and currency. */
export interface WaitingGroup {
  readonly queue: Exclude<ReceiptQueue, 'posted'>;
  readonly explanation: string | null;
  readonly questionCode: string | null;
  /** Which of the ages, from 0. */
  readonly age: number;
  readonly currency: string;
  readonly count: number;
  readonly openMinor: bigint;
  readonly lateCount: number;
  /** Of which the customer was asked and has not answered. */
  readonly askedCount: number;
}

/** All that waits, in one pass. `ageBorders` are the days before which a receipt is one age older, the latest first. */
export async function waitingGroups(
  tx: Tx,
  given: { readonly late: LateBefore; readonly ageBorders: readonly LocalDate[] },
): Promise<WaitingGroup[]> {
  const { late, ageBorders } = given;
  const before = sql`${JSON.stringify(late)}::jsonb`;
  return tx.all(sql`
    with waiting as (
      select ${QUEUE} as queue, d.explanation, d.question_code, i.currency, i.open_minor, i.issued_on, e.recorded_at,
          coalesce(d.ended_at, d.settled_at, d.decided_at, e.recorded_at) as since, q.asked_at
        from item i
        join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
        join customer h on h.company_id = i.company_id and h.id = i.customer_id
        left join receipt_decision d on d.company_id = i.company_id and d.receipt_item_id = i.id and d.is_current
        ${QUESTION_THAT_WAITS}
        where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.open_minor <> 0)
    select queue, case when queue = 'to_confirm' then explanation end as explanation,
        case when queue <> 'unapplied' then question_code end as "questionCode", currency,
        (select count(*) from unnest(${ageBorders}::date[]) as b (day) where issued_on < b.day)::int as age,
        count(*)::int as count, sum(-open_minor)::bigint as "openMinor",
        (count(*) filter (where case
          when asked_at is not null then asked_at <= (${before}->>'answer')::timestamptz
          when queue = 'unapplied' then since <= (${before}->>'unapplied')::timestamptz
          else recorded_at <= coalesce(${before}->>(queue || ' ' || question_code), ${before}->>queue)::timestamptz end))::int as "lateCount",
        count(asked_at)::int as "askedCount"
      from waiting group by 1, 2, 3, 4, 5`);
}

/** Of what was settled since an instant or still waits and was first looked at since then: how many receipts, and how many posted by themselves. */
export async function postedSince(tx: Tx, since: string): Promise<{ readonly byItself: number; readonly all: number }> {
  return tx.one(sql`
    select (count(*) filter (where decision = 'auto'))::int as "byItself", count(*)::int as "all" from (
      select d.decision from receipt_decision d
        where d.company_id = ${tx.company.id} and d.is_current and d.state in ('posted', 'not_ours') and d.settled_at >= ${since}::timestamptz
      union all
      select d.decision from receipt_decision d
        where d.company_id = ${tx.company.id} and d.is_current and d.state = 'waiting' and d.number = 1 and d.decided_at >= ${since}::timestamptz
    ) as looked_at`);
}
