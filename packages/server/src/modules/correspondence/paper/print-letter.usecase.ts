/** A letter on paper as PDF, with the statement that goes with it behind. */
import { dateInZone } from '@quittance/core/calendar';
import { isLetterLanguage } from '@quittance/core/correspondence';
import { instantMicros } from '../../../platform/clock.ts';
import type { Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert, notFound } from '../../../platform/errors.ts';
import { drawPdf, type PdfPage } from '../../../platform/pdf/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { readContent } from '../messages/mail-content.queries.ts';
import type { Message } from '../messages/message.ts';
import { findMessage, findPaper, listAttachments } from '../messages/messages.queries.ts';
import { letterSettings } from '../payment/settings.queries.ts';
import { enclosedPages } from '../sending/enclosures.ts';
import { statementPage } from '../statements/statement-page.ts';
import { statementsOf } from '../statements/statements-of-letter.ts';
import { letterPage } from './letter-page.ts';

export type PrintContext = Pick<CorrespondenceContext, 'database' | 'enclosures'>;

/** Drawn when the transaction is over. Throws `message_is_not_on_paper`, `statement_too_long`, `pdf_not_drawn`. */
export async function printLetter(
  context: PrintContext,
  scope: Scope,
  messageId: string,
): Promise<{ name: string; type: string; content: Uint8Array }> {
  const { page, name } = await context.database.read(scope, (tx) => pageOf(tx, context, messageId));
  return { name, type: 'application/pdf', content: await drawPdf(page) };
}

export async function pageOf(
  tx: Tx,
  context: PrintContext,
  messageId: string,
): Promise<{ page: PdfPage; name: string }> {
  const message = await findMessage(tx, messageId);
  const paper = await findPaper(tx, messageId);
  if (message === undefined) throw notFound('message', messageId);
  if (paper === null || message.postalAddress === null) {
    throw new AppError('message_is_not_on_paper', 'This message is mail. Fetch the whole mail instead.');
  }
  const conversation = await findConversation(tx, message.conversationId);
  assert(conversation !== undefined, 'a message has its conversation');
  const writtenOn = dateInZone(instantMicros(message.happenedAt), tx.company.timeZone);
  const page = letterPage({
    companyName: tx.company.name,
    signature: (await letterSettings(tx)).signature,
    postalAddress: message.postalAddress,
    writtenOn,
    language: isLetterLanguage(message.language) ? message.language : 'en',
    subject: message.subject,
    paper,
    code: await pictureOf(tx, message),
    enclosed: [
      ...(await enclosed(tx, message, conversation.customerId)),
      ...((await context.enclosures?.(tx, messageId)) ?? []).map((one) => enclosedPages(one.page)),
    ],
  });
  const whose = conversation.customerNumber ?? conversation.subject;
  return { page, name: `${`${whose} ${writtenOn}`.replace(/[\\/:*?"<>|]/g, '-')}.pdf` };
}

async function enclosed(tx: Tx, message: Message, customerId: string | null) {
  const orders = (await statementsOf(tx, message, customerId)).filter(({ format }) => format === 'pdf');
  return orders.map(({ statement }) => ({
    stack: [statementPage(statement).content].flat(),
    pageBreak: 'before' as const,
  }));
}

async function pictureOf(tx: Tx, message: Message): Promise<Uint8Array | null> {
  const picture = (await listAttachments(tx, [message.id])).find(({ isInline }) => isInline);
  if (picture === undefined || picture.sha256 === null) return null;
  return (await readContent(tx, picture.sha256)) ?? null;
}
