/** Interest that somebody asked for under four eyes: until it is decided or withdrawn, nobody charges or waives it beside. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { subjectOfInterest } from '../../approvals/index.ts';

/** Throws `approval_waits` with who asked. */
export async function requireNothingAsked(tx: Tx, asked: Parameters<typeof subjectOfInterest>[0]): Promise<void> {
  const open = await tx.maybe<{ id: string; byName: string }>(sql`
    select id, requested_by_name as "byName" from approval_request
      where company_id = ${tx.company.id} and subject_key = ${subjectOfInterest(asked)} and state in ('waiting', 'sent_back')`);
  if (open === undefined) return;
  const message = `${open.byName} has asked for approval about this interest. Let that be decided or withdrawn first.`;
  throw new AppError('approval_waits', message, { status: 409, details: { name: open.byName, requestId: open.id } });
}
