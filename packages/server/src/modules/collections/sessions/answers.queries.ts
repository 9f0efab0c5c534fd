import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AnsweredMeeting } from '../../correspondence/index.ts';

export interface SessionAnswer {
  readonly address: string;
  readonly answer: AnsweredMeeting['answer'];
  readonly comment: string;
  /** The version of the invitation that was answered. */
  readonly sequence: number;
  readonly answeredAt: string;
  readonly messageId: string;
}

export async function listAnswers(tx: Tx, sessionId: string): Promise<SessionAnswer[]> {
  return tx.all(sql`
    select address, answer, comment, sequence, answered_at as "answeredAt", message_id as "messageId" from session_answer
      where company_id = ${tx.company.id} and session_id = ${sessionId} order by address`);
}

/** False when a later one is there: mails overtake each other. */
export async function saveAnswer(
  tx: Tx,
  sessionId: string,
  { address, sequence, answer, comment, answeredAt, messageId }: AnsweredMeeting,
): Promise<boolean> {
  const saved = await tx.run(sql`
    insert into session_answer (company_id, session_id, address, sequence, answer, comment, answered_at, message_id)
      values (${tx.company.id}, ${sessionId}, ${address}, ${sequence}, ${answer}, ${comment}, ${answeredAt}::timestamptz, ${messageId})
      on conflict (company_id, session_id, address) do update set sequence = excluded.sequence, answer = excluded.answer,
          comment = excluded.comment, answered_at = excluded.answered_at, message_id = excluded.message_id
        where (excluded.sequence, excluded.answered_at) >= (session_answer.sequence, session_answer.answered_at)`);
  return saved === 1;
}
