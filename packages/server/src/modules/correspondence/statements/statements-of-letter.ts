/**
 * The statement that goes with a letter. It is drawn when the letter leaves, not when it is queued, since a morning's thousands are
 * queued in one transaction; yet it says what the letter says, since the ledger answers for any instant.
 */
import { dateInZone } from '@quittance/core/calendar';
import { isLetterLanguage } from '@quittance/core/correspondence';
import { instantMicros } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Message } from '../messages/message.ts';
import { listMessageItems } from '../messages/messages.queries.ts';
import { isPurpose, type Purpose } from '../templates/purposes.ts';
import { type Statement, type StatementFormat, statementOf } from './statement.ts';

/** What goes with a letter when nobody says otherwise: its reader books by the list, and checks it in a spreadsheet. */
const USUAL: Readonly<Partial<Record<Purpose, readonly StatementFormat[]>>> = {
  statement: ['pdf', 'xlsx'],
  notice_1: ['pdf'],
  notice_2: ['pdf'],
  notice_3: ['pdf'],
  notice_4: ['pdf'],
};

export function usuallyAttached(purpose: Purpose): readonly StatementFormat[] {
  return USUAL[purpose] ?? [];
}

export interface StatementOrder {
  readonly statement: Statement;
  readonly format: StatementFormat;
}

/** What goes with a letter, to be drawn. A statement lists the whole account, a notice what it is about. Throws `statement_too_long`. */
export async function statementsOf(tx: Tx, message: Message, customerId: string | null): Promise<StatementOrder[]> {
  const { template } = message;
  if (customerId === null || template === null || !isPurpose(template.purpose)) return [];
  const formats = template.attached ?? usuallyAttached(template.purpose);
  if (formats.length === 0) return [];
  const items = await listMessageItems(tx, [message.id]);
  if (items.length === 0) return [];
  const statement = await statementOf(tx, {
    customerId,
    language: isLetterLanguage(message.language) ? message.language : 'en',
    asOf: dateInZone(instantMicros(message.happenedAt), tx.company.timeZone),
    knownAt: message.happenedAt,
    itemIds: template.purpose === 'statement' ? undefined : items.map(({ itemId }) => itemId),
    reference: message.paymentReference,
  });
  return formats.map((format) => ({ statement, format }));
}
