import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A question that was put to a customer, with its words. */
export interface AskedQuestion {
  readonly id: string;
  readonly receiptId: string;
  readonly customerId: string | null;
  readonly questionCode: string | null;
  readonly language: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly askedAt: string;
  readonly askedByName: string;
  readonly answeredAt: string | null;
  readonly answeredByName: string | null;
  readonly answer: string | null;
}

export type NewQuestion = Pick<
  AskedQuestion,
  'id' | 'receiptId' | 'customerId' | 'questionCode' | 'language' | 'address' | 'subject' | 'body'
>;

export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<void> {
  const { id, receiptId, customerId, questionCode, language, address, subject, body } = question;
  await tx.run(sql`
    insert into receipt_question (company_id, id, receipt_item_id, customer_id, question_code, language, address, subject, body,
        asked_at, asked_by, asked_by_name)
      values (${tx.company.id}, ${id}, ${receiptId}, ${customerId}, ${questionCode}, ${language}, ${address}, ${subject}, ${body},
        ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

/** What was asked about a receipt, the latest first. */
export async function questionsOf(tx: Tx, receiptId: string): Promise<AskedQuestion[]> {
  return tx.all(sql`
    select id, receipt_item_id as "receiptId", customer_id as "customerId", question_code as "questionCode", language, address,
        subject, body, asked_at as "askedAt", asked_by_name as "askedByName", answered_at as "answeredAt",
        answered_by_name as "answeredByName", answer
      from receipt_question where company_id = ${tx.company.id} and receipt_item_id = ${receiptId}
      order by asked_at desc, id desc`);
}

/** Notes an answer to all that still waits about a receipt. How many questions it was. */
export async function answerQuestions(tx: Tx, receiptId: string, answer: string): Promise<number> {
  return tx.run(sql`
    update receipt_question
      set answered_at = ${tx.recordedAt}, answered_by = ${tx.actor.id}, answered_by_name = ${tx.actor.name}, answer = ${answer}
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptId} and answered_at is null`);
}
