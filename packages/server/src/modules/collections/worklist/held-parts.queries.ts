/**
 * What of each open item rests, as `sharesOf` of core/dunning has it: deductions add up, other holds overlap and the largest counts; promises
 * are of what is not disputed. What a proposal waits for is money that is counted as credit besides.
 */
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Of the items `i` of a table expression "items": `kept` of the open amount as a share of 1, and of that `proposed`. */
export function heldParts(tx: Tx): Query {
  return sql`
    select item_id, least(1, resting + waiting) as kept, least(1 - resting, waiting) as proposed from (
      select h.item_id, least(1, greatest(
            coalesce(max(part.share) filter (where h.kind not in ('deduction', 'promise', 'plan', 'waiting_proposal')), 0),
            coalesce(sum(part.share) filter (where h.kind = 'deduction'), 0))
            + coalesce(sum(part.share) filter (where h.kind in ('promise', 'plan')), 0)) as resting,
          coalesce(sum(part.share) filter (where h.kind = 'waiting_proposal'), 0) as waiting
        from hold h join items i on i.id = h.item_id
          cross join lateral (select coalesce(h.amount_minor::numeric / abs(i.open_minor), 1) as share) part
        where h.company_id = ${tx.company.id} and h.item_id is not null and h.released_at is null
          and (h.until_on is null or h.until_on >= ${tx.today})
        group by h.item_id) parts`;
}
