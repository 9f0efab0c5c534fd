import type { LocalDate } from '@quittance/core/calendar';
import type { ChainedStatement } from '@quittance/core/statement-chain';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface AccountStatement extends ChainedStatement {
  readonly account: string;
  readonly batchId: string;
}

const statement = (tx: Tx) => sql`
  select s.id, s.batch_id as "batchId", s.account, s.number, coalesce(s.currency, ${tx.company.functionalCurrency}) as currency,
      s.opening_minor as "openingMinor", s.opening_on as "openingOn", s.closing_minor as "closingMinor", s.closing_on as "closingOn"
    from bank_statement s join import_batch b on b.company_id = s.company_id and b.id = s.batch_id`;

/** Statements of an account looked at when one comes: more than a year of days. */
const STATEMENTS_KNOWN_MAX = 400;

/** The latest posted statements of an account, by the keys of its numbers (no blanks, in capitals). */
export async function listStatementsOf(tx: Tx, keys: readonly string[]): Promise<AccountStatement[]> {
  return tx.all(sql`${statement(tx)}
    where s.company_id = ${tx.company.id} and b.status = 'posted' and s.report = 'statement'
      and upper(regexp_replace(s.account, '\\s', '', 'g')) = any(${keys}::text[])
    order by coalesce(s.closing_on, s.opening_on) desc, s.id desc limit ${STATEMENTS_KNOWN_MAX}`);
}

/** Posted statements that closed since a day, the earliest first. A statement without a day of its own closed when its last line was booked. */
export async function listStatementsSince(tx: Tx, since: LocalDate): Promise<AccountStatement[]> {
  return tx.all(sql`${statement(tx)}
      where s.company_id = ${tx.company.id} and b.status = 'posted' and s.report = 'statement' and s.account is not null
        and coalesce(s.closing_on, s.opening_on) >= ${since}
      order by coalesce(s.closing_on, s.opening_on), s.id`);
}
