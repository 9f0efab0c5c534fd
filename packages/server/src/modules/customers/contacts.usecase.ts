/** Keeping the people at a customer: each change with what stood before. */
import { phoneNumber } from '@quittance/core/parties';
import type { CommandTx } from '../../platform/command/index.ts';
import { notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Contact, clearPrimaryContact, findContact, insertContacts, updateContacts } from './contacts.queries.ts';
import { theCustomer } from './customers.errors.ts';

export type ContactDraft = Pick<Contact, 'name' | 'roles' | 'language' | 'email' | 'phone' | 'isPrimary' | 'notes'>;

/** Returns the contact's id. A new primary contact takes the place of the one before. */
export async function addContact(tx: CommandTx, customerId: string, draft: ContactDraft): Promise<string> {
  await theCustomer(tx, customerId);
  const id = newId();
  const contact = { id, customerId, ...withPhone(draft) };
  if (contact.isPrimary) await clearPrimaryContact(tx, customerId);
  await insertContacts(tx, [contact], null);
  tx.audit({ action: 'customers.contact_added', subjectKind: 'customer', subjectId: customerId, after: contact });
  return id;
}

/** Says a contact anew, whole; `isEnded` for somebody who is not there any more. */
export async function changeContact(
  tx: CommandTx,
  id: string,
  { isEnded, ...draft }: ContactDraft & { readonly isEnded: boolean },
): Promise<void> {
  const before = await findContact(tx, id);
  if (!before) throw notFound('contact', id);
  const endedAt = isEnded ? (before.endedAt ?? tx.recordedAt) : null;
  const after = { id, ...withPhone(draft), isPrimary: draft.isPrimary && !isEnded, endedAt };
  if (after.isPrimary) await clearPrimaryContact(tx, before.customerId);
  await updateContacts(tx, [after]);
  const subject = { subjectKind: 'customer', subjectId: before.customerId };
  tx.audit({ action: 'customers.contact_changed', ...subject, before, after });
}

function withPhone(draft: ContactDraft): ContactDraft {
  return { ...draft, phone: draft.phone === null ? null : phoneNumber(draft.phone) };
}
