/**
 * What collections tells itself and wrote to the timeline as well, so that it counts as a contact or is found by its words: calls, the
 * contact in which something was promised, how promises came out, minutes, letters of dunning once they went; the entry of an interest note.
 */
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

const OWN_MARKS = ['callId', 'promised', 'promiseId', 'sessionId'];

export function toldByCollections(tx: Tx, customerIds: readonly string[]): Query {
  const whose = sql`company_id = ${tx.company.id} and customer_id = any(${[...customerIds]}::uuid[])`;
  return sql`
    select coalesce(first_id, id) as id from activity
      where ${whose} and (detail ?| ${OWN_MARKS}::text[] or (detail ->> 'messageId')::uuid in (
        select message_id from dunning_action where ${whose} and message_id is not null))
    union all
    select entry_id from interest_charge where ${whose} and entry_id is not null`;
}
