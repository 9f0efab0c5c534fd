/** Whom to speak with at a customer, and whom to write to about a payment. */
import type { Contact } from './customers.types.ts';

type Person = Pick<Contact, 'roles' | 'email' | 'isPrimary' | 'endedAt'>;

/** The person to speak with: who is marked as such, else the one at accounts payable; nobody who left. */
export function contactToSpeakWith<P extends Person>(contacts: readonly P[]): P | null {
  const there = contacts.filter(({ endedAt }) => endedAt === null);
  return there.find(({ isPrimary }) => isPrimary) ?? there.find(paysBills) ?? null;
}

/** The person who knows what a payment is for and has an address: at accounts payable, else the one to speak with. */
export function contactToAsk<P extends Person>(contacts: readonly P[]): P | null {
  const reachable = contacts.filter(({ endedAt, email }) => endedAt === null && email !== null && email !== '');
  const payers = reachable.filter(paysBills);
  return payers.find(({ isPrimary }) => isPrimary) ?? payers[0] ?? contactToSpeakWith(reachable);
}

function paysBills({ roles }: Person): boolean {
  return roles.includes('accounts_payable');
}
