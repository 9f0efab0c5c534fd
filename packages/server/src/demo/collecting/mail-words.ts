/** What customers of the demo write, in their own language. */

import type { LocalDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate } from '@quittance/core/correspondence';

export interface MailFacts {
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly on: LocalDate;
  readonly number: string;
  readonly from: string;
  readonly ours: string;
}

type Words = (facts: MailFacts) => string;
export type ReplyKind = 'promise' | 'question' | 'answer' | 'thanks' | 'dispute';

const amount = ({ amountMinor, currency }: MailFacts, language: LetterLanguage): string =>
  letterAmount(amountMinor, currency, language);
const day = ({ on }: MailFacts, language: LetterLanguage): string => letterDate(on, language);

export const REPLIES: Readonly<Record<LetterLanguage, Readonly<Record<ReplyKind, Words>>>> = {
  en: {
    promise: (f) =>
      `Hello,\n\nthank you for the reminder. We will pay ${amount(f, 'en')} on ${day(f, 'en')}; it is on our payment list.\n\nKind regards\n${f.from}`,
    question: (f) =>
      `Hello,\n\nwe cannot find invoice ${f.number} in our system. Please send us a copy with the purchase order number.\n\nThank you\n${f.from}`,
    answer: (f) =>
      `Hello ${f.from},\n\nthe copy of ${f.number} is on its way from our billing; the order number stands at its head.\n\nBest regards\n${f.ours}`,
    thanks: (f) => `Hello ${f.ours},\n\nthank you, it is booked now and goes to approval.\n\n${f.from}`,
    dispute: (f) =>
      `Hello,\n\ninvoice ${f.number} is not correct: two pallets were never delivered. We hold it back until we have your credit note.\n\nRegards\n${f.from}`,
  },
  it: {
    promise: (f) =>
      `Buongiorno,\n\ngrazie del sollecito. Pagheremo ${amount(f, 'it')} il ${day(f, 'it')}: il bonifico è già in distinta.\n\nCordiali saluti\n${f.from}`,
    question: (f) =>
      `Buongiorno,\n\nnon troviamo la fattura ${f.number}. Ce ne mandate una copia con il numero d’ordine?\n\nGrazie\n${f.from}`,
    answer: (f) =>
      `Buongiorno ${f.from},\n\nla copia della ${f.number} arriva dalla nostra fatturazione; il numero d’ordine è in testata.\n\nCordiali saluti\n${f.ours}`,
    thanks: (f) => `Buongiorno ${f.ours},\n\ngrazie, ora è registrata e passa in approvazione.\n\n${f.from}`,
    dispute: (f) =>
      `Buongiorno,\n\nla fattura ${f.number} non è corretta: mancano due bancali. La teniamo sospesa fino alla nota di credito.\n\nSaluti\n${f.from}`,
  },
  de: {
    promise: (f) =>
      `Guten Tag,\n\nvielen Dank für Ihre Erinnerung. Wir überweisen ${amount(f, 'de')} am ${day(f, 'de')}.\n\nMit freundlichen Grüßen\n${f.from}`,
    question: (f) =>
      `Guten Tag,\n\ndie Rechnung ${f.number} liegt uns nicht vor. Bitte senden Sie uns eine Kopie mit der Bestellnummer.\n\nVielen Dank\n${f.from}`,
    answer: (f) =>
      `Guten Tag ${f.from},\n\ndie Kopie der ${f.number} kommt aus unserer Fakturierung; die Bestellnummer steht im Kopf.\n\nFreundliche Grüße\n${f.ours}`,
    thanks: (f) => `Guten Tag ${f.ours},\n\ndanke, sie ist gebucht und geht in die Freigabe.\n\n${f.from}`,
    dispute: (f) =>
      `Guten Tag,\n\ndie Rechnung ${f.number} stimmt nicht: zwei Paletten fehlten. Bis zur Gutschrift halten wir sie zurück.\n\nFreundliche Grüße\n${f.from}`,
  },
  fr: {
    promise: (f) =>
      `Bonjour,\n\nmerci de votre rappel. Nous réglerons ${amount(f, 'fr')} le ${day(f, 'fr')}.\n\nCordialement\n${f.from}`,
    question: (f) =>
      `Bonjour,\n\nnous ne trouvons pas la facture ${f.number}. Merci de nous en envoyer une copie avec le numéro de commande.\n\nCordialement\n${f.from}`,
    answer: (f) =>
      `Bonjour ${f.from},\n\nla copie de ${f.number} part de notre facturation ; le numéro de commande figure en tête.\n\nCordialement\n${f.ours}`,
    thanks: (f) => `Bonjour ${f.ours},\n\nmerci, elle est enregistrée et part en validation.\n\n${f.from}`,
    dispute: (f) =>
      `Bonjour,\n\nla facture ${f.number} n’est pas exacte : deux palettes manquaient. Nous la retenons jusqu’à votre avoir.\n\nCordialement\n${f.from}`,
  },
  es: {
    promise: (f) =>
      `Buenos días,\n\ngracias por el aviso. Pagaremos ${amount(f, 'es')} el ${day(f, 'es')}.\n\nUn saludo\n${f.from}`,
    question: (f) =>
      `Buenos días,\n\nno encontramos la factura ${f.number}. ¿Nos envían una copia con el número de pedido?\n\nGracias\n${f.from}`,
    answer: (f) =>
      `Buenos días ${f.from}:\n\nla copia de la ${f.number} sale de nuestra facturación; el número de pedido está arriba.\n\nUn saludo\n${f.ours}`,
    thanks: (f) => `Buenos días ${f.ours}:\n\ngracias, ya está contabilizada y pasa a aprobación.\n\n${f.from}`,
    dispute: (f) =>
      `Buenos días,\n\nla factura ${f.number} no es correcta: faltaban dos palés. La retenemos hasta su abono.\n\nSaludos\n${f.from}`,
  },
};

export const OUT_OF_OFFICE: Readonly<Record<LetterLanguage, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'Automatic reply',
    text: 'I am out of the office until Monday. In urgent cases please write to my colleagues.',
  },
  it: { subject: 'Risposta automatica', text: 'Sono fuori ufficio fino a lunedì. Per urgenze scrivete ai colleghi.' },
  de: {
    subject: 'Automatische Antwort',
    text: 'Ich bin bis Montag nicht im Büro. In dringenden Fällen wenden Sie sich bitte an meine Kollegen.',
  },
  fr: {
    subject: 'Réponse automatique',
    text: 'Je suis absent jusqu’à lundi. En cas d’urgence, écrivez à mes collègues.',
  },
  es: {
    subject: 'Respuesta automática',
    text: 'Estoy fuera de la oficina hasta el lunes. Si es urgente, escriban a mis compañeros.',
  },
};

interface MeetingWords {
  readonly account: string;
  readonly delivery: string;
  readonly place: string;
  /** What the invitation says besides. */
  readonly before: string;
  readonly invoice: string;
  readonly orderNumbers: string;
}

export const MEETINGS: Readonly<Record<LetterLanguage, MeetingWords>> = {
  en: {
    account: 'The account, before the year ends',
    delivery: 'Open invoices, and how we deliver',
    place: 'Video call',
    before: 'We send the statement with all open items before.',
    invoice: 'Invoice',
    orderNumbers: 'Order numbers on our invoices',
  },
  it: {
    account: 'Il conto, prima della fine dell’anno',
    delivery: 'Fatture aperte e modalità di consegna',
    place: 'Videochiamata',
    before: 'Prima dell’incontro inviamo l’estratto conto con tutte le partite aperte.',
    invoice: 'Fattura',
    orderNumbers: 'Numeri d’ordine sulle nostre fatture',
  },
  de: {
    account: 'Ihr Konto vor dem Jahresende',
    delivery: 'Offene Rechnungen, und wie wir liefern',
    place: 'Videokonferenz',
    before: 'Den Kontoauszug mit allen offenen Posten senden wir vorher.',
    invoice: 'Rechnung',
    orderNumbers: 'Bestellnummern auf unseren Rechnungen',
  },
  fr: {
    account: 'Votre compte avant la fin de l’année',
    delivery: 'Factures ouvertes et conditions de livraison',
    place: 'Visioconférence',
    before: 'Nous envoyons auparavant le relevé de toutes les factures ouvertes.',
    invoice: 'Facture',
    orderNumbers: 'Numéros de commande sur nos factures',
  },
  es: {
    account: 'La cuenta, antes de fin de año',
    delivery: 'Facturas pendientes y modo de entrega',
    place: 'Videollamada',
    before: 'Antes enviamos el extracto con todas las partidas pendientes.',
    invoice: 'Factura',
    orderNumbers: 'Números de pedido en nuestras facturas',
  },
};
