/** The people at customers: somebody in accounts payable everywhere, a buyer at one in three, somebody to escalate to at the largest. */
import type { NewContact } from '../../modules/customers/index.ts';
import { newId } from '../../platform/ids.ts';
import { contactName } from '../customers/people-and-notes.ts';
import { randomOf } from '../random.ts';
import type { Team } from './team.ts';

export function contactsOf({ history, place, registry }: Pick<Team, 'history' | 'place' | 'registry'>): NewContact[] {
  const random = randomOf(`${place.seed} ${place.company.code} contacts`);
  return history.trade.customers.flatMap((customer, index) => {
    const customerId = registry.customerId(customer);
    const { language, email, phone } = customer;
    const payable = {
      id: newId(),
      customerId,
      name: contactName(language, random),
      roles: ['accounts_payable'],
      isPrimary: true,
    };
    const contacts: NewContact[] = [{ ...payable, language, email, phone }];
    if (index % 3 === 0) {
      contacts.push({ id: newId(), customerId, name: contactName(language, random), roles: ['buyer'], language });
    }
    if (index === 0) {
      contacts.push({
        id: newId(),
        customerId,
        name: contactName(language, random),
        roles: ['escalation', 'director'],
        language,
      });
    }
    return contacts;
  });
}
