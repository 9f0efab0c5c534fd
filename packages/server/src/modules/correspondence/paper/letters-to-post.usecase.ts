/** Letters on paper of a run: drawn as one pile, noted as posted when somebody says so, or taken back before. */
import type { Scope, Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { drawPdf } from '../../../platform/pdf/index.ts';
import { findMessage } from '../messages/messages.queries.ts';
import { lockDelivery, saveStep } from '../sending/deliveries.queries.ts';
import { noteOnTimeline } from '../sending/note-on-timeline.ts';
import { type PrintContext, pageOf } from './print-letter.usecase.ts';

/** In the order given. Drawn when the transaction is over. Throws `message_is_not_on_paper`, `statement_too_long`, `pdf_not_drawn`. */
export async function printLetters(
  context: PrintContext,
  scope: Scope,
  pile: { readonly messageIds: readonly string[]; readonly isTwoSided: boolean },
): Promise<Uint8Array> {
  const { messageIds, isTwoSided } = pile;
  const pages = await context.database.read(scope, async (tx) => {
    const found = [];
    for (const id of messageIds) found.push((await pageOf(tx, context, id)).page);
    return found;
  });
  const [first] = pages;
  assert(first !== undefined, 'a pile has letters');
  const documents = pages.map(({ content }) => [content].flat());
  return drawPdf({ ...first, documents, isTwoSided });
}

/** Those that waited to be printed, and are posted from now on; the others stay as they are. */
export async function notePosted(tx: Tx, messageIds: readonly string[]): Promise<string[]> {
  const posted: string[] = [];
  for (const messageId of messageIds) {
    const delivery = await lockDelivery(tx, messageId);
    const message = await findMessage(tx, messageId);
    if (delivery?.state !== 'to_print' || message === undefined) continue;
    await saveStep(tx, { messageId, state: 'sent', said: `${tx.actor.name} says that it was posted.` });
    await noteOnTimeline(tx, message);
    posted.push(messageId);
  }
  return posted;
}

/** False, and nothing is changed, when it does not wait to be printed any more. */
export async function withdrawUnprinted(tx: Tx, messageId: string, said: string): Promise<boolean> {
  const delivery = await lockDelivery(tx, messageId);
  if (delivery?.state !== 'to_print') return false;
  await saveStep(tx, { messageId, state: 'withdrawn', said });
  return true;
}
