/** What can be asked for now, currency by currency, as My day has it in sum: overdue, less what is held, less credits to be applied. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { heldParts } from './held-parts.queries.ts';

export interface Collectable {
  readonly currency: string;
  readonly overdueMinor: bigint;
  /** Promised, disputed, or what a proposal waits for. */
  readonly heldMinor: bigint;
  /** Beside what a proposal waits for. */
  readonly creditsMinor: bigint;
  /** Never below zero. */
  readonly collectableMinor: bigint;
}

/** Of a party; the currency with the most first. Nothing overdue in a currency: it is left out. */
export async function collectableOf(tx: Tx, customerIds: readonly string[]): Promise<Collectable[]> {
  return tx.all(sql`
    with items as (
      select id, currency, due_on, open_minor from item
        where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and open_minor <> 0
    ), held as (${heldParts(tx)}
    ), sums as (
      select i.currency,
          coalesce(sum(i.open_minor) filter (where i.open_minor > 0 and i.due_on < ${tx.today}), 0)::bigint as overdue,
          coalesce(sum(round(i.open_minor * held.kept)) filter (where i.open_minor > 0 and i.due_on < ${tx.today}), 0)::bigint as held,
          greatest(coalesce(-sum(i.open_minor) filter (where i.open_minor < 0), 0)
            - coalesce(sum(round(i.open_minor * held.proposed)) filter (where i.open_minor > 0), 0), 0)::bigint as credits
        from items i left join held on held.item_id = i.id group by i.currency
    )
    select currency, overdue as "overdueMinor", held as "heldMinor", credits as "creditsMinor",
        greatest(overdue - held - credits, 0)::bigint as "collectableMinor"
      from sums where overdue > 0 order by 5 desc, currency`);
}
