/** Mailboxes are added, changed and removed by people who set the company up. */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Mailbox, MailboxDraft } from './mailbox.ts';
import {
  clearDefaultMailbox,
  findMailbox,
  insertMailbox,
  listMailboxes,
  removeMailbox,
  updateMailbox,
} from './mailboxes.queries.ts';

const MAILBOXES_MAX = 20;

/** Throws `mailbox_exists`, `too_many_mailboxes`. The first one is the default. */
export async function addMailbox(tx: CommandTx, given: MailboxDraft): Promise<string> {
  const others = await listMailboxes(tx);
  if (others.length >= MAILBOXES_MAX) {
    throw new AppError('too_many_mailboxes', `A company has at most ${MAILBOXES_MAX} mailboxes. Remove one first.`);
  }
  refuseTwin(others, given);
  const draft = { ...given, isDefault: given.isDefault || others.length === 0 };
  if (draft.isDefault) await clearDefaultMailbox(tx);
  const id = newId();
  await insertMailbox(tx, id, draft);
  tx.audit({ action: 'correspondence.mailbox_added', subjectKind: 'mailbox', subjectId: id, after: draft });
  return id;
}

export async function changeMailbox(tx: CommandTx, id: string, draft: MailboxDraft): Promise<void> {
  const before = await theMailbox(tx, id);
  refuseTwin(
    (await listMailboxes(tx)).filter((mailbox) => mailbox.id !== id),
    draft,
  );
  if (draft.isDefault) await clearDefaultMailbox(tx);
  await updateMailbox(tx, id, { ...draft, isDefault: draft.isDefault || before.isDefault });
  const subject = { subjectKind: 'mailbox', subjectId: id };
  tx.audit({ action: 'correspondence.mailbox_changed', ...subject, before, after: draft });
}

export async function endMailbox(tx: CommandTx, id: string): Promise<void> {
  const before = await theMailbox(tx, id);
  await removeMailbox(tx, id);
  tx.audit({ action: 'correspondence.mailbox_removed', subjectKind: 'mailbox', subjectId: id, before });
}

export async function theMailbox(tx: Tx, id: string): Promise<Mailbox> {
  const mailbox = await findMailbox(tx, id);
  if (mailbox === undefined) throw notFound('mailbox', id);
  return mailbox;
}

/** The one that letters go out from when nobody says another. Throws `no_mailbox`. */
export async function theSendingMailbox(tx: Tx, id: string | undefined): Promise<Mailbox> {
  if (id !== undefined) return theMailbox(tx, id);
  const [first] = await listMailboxes(tx);
  if (first !== undefined) return first;
  const message = 'The company has no mailbox to send from. Add one under Company → Mail.';
  throw new AppError('no_mailbox', message);
}

function refuseTwin(others: readonly Mailbox[], { name, address }: MailboxDraft): void {
  const twin = others.find((other) => other.name.toLowerCase() === name.toLowerCase() || other.address === address);
  if (twin === undefined) return;
  const message = `There is a mailbox ${twin.name} with ${twin.address} already. Change that one, or choose another name and address.`;
  throw new AppError('mailbox_exists', message);
}
