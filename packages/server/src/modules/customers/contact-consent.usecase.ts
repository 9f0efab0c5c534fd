/** Whether a contact may be written to and called: each time it is said, a line; nothing is overwritten. */
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type Consent, consentOf, insertConsent } from './contact-consent.queries.ts';
import { findContact } from './contacts.queries.ts';
import { theLivingCustomer } from './customers.errors.ts';

/** Throws `not_found`, `consent_is_in_future`. */
export async function noteConsent(tx: CommandTx, contactId: string, consent: Consent): Promise<void> {
  const contact = await findContact(tx, contactId);
  if (!contact) throw notFound('contact', contactId);
  if (consent.since > tx.today) {
    const message = `${consent.since} is after today (${tx.today}). Give the day on which it was said.`;
    throw new AppError('consent_is_in_future', message, { status: 400 });
  }
  await theLivingCustomer(tx, contact.customerId); // locked: lines are counted one after the other
  const before = await consentOf(tx, contactId);
  await insertConsent(tx, { ...consent, contactId, number: (before?.number ?? 0) + 1 });
  const subject = { subjectKind: 'customer', subjectId: contact.customerId };
  tx.audit({ action: 'customers.consent_noted', ...subject, before, after: { contactId, ...consent } });
}
