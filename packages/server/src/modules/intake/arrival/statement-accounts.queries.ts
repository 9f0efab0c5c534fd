import type { LocalDate } from '@quittance/core/calendar';
import type { ChainedStatement } from '@quittance/core/statement-chain';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface AccountStatement extends ChainedStatement {
  readonly account: string;
  readonly batchId: string;
}

/** Posted statements that closed since a day, by account. A statement without a day of its own closed when its last line was booked. */
export async function listStatementsSince(tx: Tx, since: LocalDate): Promise<AccountStatement[]> {
  return tx.all(sql`
    select s.id, s.batch_id as "batchId", s.account, s.number, coalesce(s.currency, ${tx.company.functionalCurrency}) as currency,
        s.opening_minor as "openingMinor", s.opening_on as "openingOn", s.closing_minor as "closingMinor", s.closing_on as "closingOn"
      from bank_statement s join import_batch b on b.company_id = s.company_id and b.id = s.batch_id
      where s.company_id = ${tx.company.id} and b.status = 'posted' and s.report = 'statement' and s.account is not null
        and coalesce(s.closing_on, s.opening_on) >= ${since}
      order by s.account, s.closing_on, s.id`);
}
