/**
 * Asking the customer. The message goes out by the person's own mail program; what is kept is its exact words, when and by
 * whom, so that everybody sees that the receipt waits for the customer and since when. An answer ends the wait.
 */
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findCustomer, insertActivities, survivorOf } from '../../customers/index.ts';
import { theReceipt } from '../queues/the-receipt.usecase.ts';
import { answerQuestions, insertQuestion, type NewQuestion, questionsOf } from './questions.queries.ts';

export interface QuestionDraft
  extends Pick<NewQuestion, 'receiptId' | 'customerId' | 'language' | 'address' | 'subject' | 'body'> {
  readonly questionCode: string | null;
  readonly command: Command;
}

/** Keeps that a question was put to a customer; it stands in the customer's timeline as a mail. Throws `not_found`, `receipt_is_settled`. */
export function askCustomer(database: Database, scope: Scope, draft: QuestionDraft): Promise<{ id: string }> {
  return runCommand(database, scope, draft.command, async (tx) => {
    const { command: _, ...question } = draft;
    const receipt = await theReceipt(tx, draft.receiptId);
    if (receipt.openMinor === 0n) {
      const message = `Nothing of ${receipt.number} is open any more: there is nothing to ask about it.`;
      throw new AppError('receipt_is_settled', message, { status: 409, details: { number: receipt.number } });
    }
    const customerId = draft.customerId === null ? null : await survivorOf(tx, draft.customerId);
    if (customerId !== null && !(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
    const id = newId();
    await insertQuestion(tx, { ...question, customerId, id });
    if (customerId !== null) {
      const text = `${draft.subject}\n\n${draft.body}`;
      const detail = { receiptId: draft.receiptId, questionId: id, address: draft.address };
      await insertActivities(tx, [{ id: newId(), customerId, kind: 'mail', text, detail }], null);
    }
    const after = { questionId: id, customerId, address: draft.address, subject: draft.subject };
    tx.audit({ action: 'cash.customer_asked', subjectKind: 'receipt', subjectId: draft.receiptId, after });
    return { id };
  });
}

/** Notes what the customer answered, also that nothing more is to come. Throws `not_found`, `nothing_was_asked`. */
export function noteAnswer(
  database: Database,
  scope: Scope,
  given: { readonly receiptId: string; readonly answer: string; readonly command: Command },
): Promise<null> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId, answer } = given;
    const receipt = await theReceipt(tx, receiptId);
    const [last] = await questionsOf(tx, receiptId);
    if ((await answerQuestions(tx, receiptId, answer)) === 0) {
      const message = `No question about ${receipt.number} waits for an answer.`;
      throw new AppError('nothing_was_asked', message, { status: 409, details: { number: receipt.number } });
    }
    if (last?.customerId) {
      const detail = { receiptId, questionId: last.id };
      await insertActivities(
        tx,
        [{ id: newId(), customerId: last.customerId, kind: 'note', text: answer, detail }],
        null,
      );
    }
    tx.audit({ action: 'cash.customer_answered', subjectKind: 'receipt', subjectId: receiptId, after: { answer } });
    return null;
  });
}
