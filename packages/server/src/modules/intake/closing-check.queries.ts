import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Obstacle } from '../ledger/index.ts';

/** What of intake stands in the way of closing a period: bank statements that arrived by then and were not posted. */
export async function unpostedStatements(tx: Tx, endsOn: LocalDate): Promise<Obstacle[]> {
  const rows = await tx.all<{ fileName: string }>(sql`
    select file_name as "fileName" from import_batch
      where company_id = ${tx.company.id} and kind = 'statement' and status in ('reading', 'preview', 'posting')
        and (uploaded_at at time zone ${tx.company.timeZone})::date <= ${endsOn}::date + 31
      order by uploaded_at`);
  if (rows.length === 0) return [];
  const files = rows.map((row) => row.fileName);
  const message = `Bank statements wait to be posted: ${files.join(', ')}.`;
  return [{ code: 'unposted_statements', message, parameters: { files } }];
}
