/** Invented people at the demo's customers, and what was noted of talking with them. */
import type { Random } from '../random.ts';

const NAMES: Readonly<Record<string, readonly [given: readonly string[], family: readonly string[]]>> = {
  it: [
    ['Giulia', 'Matteo', 'Elena', 'Davide', 'Chiara', 'Paolo'],
    ['Bertoldi', 'Cavanna', 'Moretti', 'Salvini', 'Zanotti', 'Ferrero'],
  ],
  de: [
    ['Anke', 'Jürgen', 'Miriam', 'Torsten', 'Heike', 'Lukas'],
    ['Brandauer', 'Köhler', 'Reuter', 'Vogt', 'Winkelmann', 'Seidel'],
  ],
  fr: [
    ['Camille', 'Julien', 'Sophie', 'Antoine', 'Nadia', 'Luc'],
    ['Aubert', 'Delorme', 'Fontaine', 'Lemaire', 'Roussel', 'Vidal'],
  ],
  es: [
    ['Lucía', 'Javier', 'Marta', 'Álvaro', 'Carmen', 'Iker'],
    ['Arrieta', 'Campos', 'Figueroa', 'Lozano', 'Prieto', 'Segura'],
  ],
  en: [
    ['Hannah', 'Owen', 'Priya', 'Callum', 'Ruth', 'Marcus'],
    ['Ashworth', 'Bellamy', 'Carver', 'Fenwick', 'Okafor', 'Thornley'],
  ],
};
const [GIVEN, FAMILY] = NAMES.en ?? [[], []];

export function contactName(language: string, random: Random): string {
  const [given, family] = NAMES[language] ?? [GIVEN, FAMILY];
  return `${random.pick(given)} ${random.pick(family)}`;
}

const NOTES: readonly { readonly kind: 'note' | 'call' | 'mail'; readonly text: string }[] = [
  { kind: 'call', text: 'Reached accounts payable: the invoices are approved and go out with Thursday’s pay run.' },
  { kind: 'call', text: 'No answer; left a message with the switchboard.' },
  {
    kind: 'call',
    text: 'Asked for copies of two invoices, sent while on the phone. They will pay once these are booked.',
  },
  { kind: 'mail', text: 'Sent the statement of account with all open items.' },
  { kind: 'mail', text: 'They ask for proof of delivery of the last shipment before paying.' },
  { kind: 'note', text: 'Pays on the 10th and the 25th only; a reminder in between changes nothing.' },
  { kind: 'note', text: 'Needs the purchase order number on each invoice, or their portal rejects it.' },
  { kind: 'note', text: 'New person in accounts payable from next month.' },
];

export function noteText(random: Random): { readonly kind: string; readonly text: string } {
  return random.pick(NOTES);
}

const CONTACTS = NOTES.filter(({ kind }) => kind !== 'note');

/** What was said to a customer, as opposed to what was written down about it. */
export function contactText(random: Random): { readonly kind: string; readonly text: string } {
  return random.pick(CONTACTS);
}
