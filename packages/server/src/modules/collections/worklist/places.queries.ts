import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Place {
  readonly id: string;
  readonly country: string | null;
  readonly timeZone: string | null;
}

/** Where customers are, as far as is known. */
export function placesOf(tx: Tx, customerIds: readonly string[]): Promise<Place[]> {
  return tx.all(sql`
    select id, country, time_zone as "timeZone" from customer
      where company_id = ${tx.company.id} and id = any(${customerIds}::uuid[])`);
}
