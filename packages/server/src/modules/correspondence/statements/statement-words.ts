/** What a statement says besides its figures. */
import type { LetterLanguage } from '@quittance/core/correspondence';

export interface StatementWords {
  readonly taxId: string;
  readonly notDue: string;
  /** `range(31, 60)` and, for the last bucket, `over(90)`. */
  readonly range: (from: number, to: number) => string;
  readonly over: (days: number) => string;
  readonly credits: string;
  readonly ageing: string;
  readonly nothingOpen: string;
  readonly toPay: string;
  readonly quoteNumbers: string;
  readonly currency: string;
  readonly iban: string;
}

export const STATEMENT_WORDS: Readonly<Record<LetterLanguage, StatementWords>> = {
  en: {
    taxId: 'Tax number',
    notDue: 'Not due',
    range: (from, to) => `${from}–${to} days late`,
    over: (days) => `Over ${days} days`,
    credits: 'Payments and credits not yet assigned',
    ageing: 'By days late',
    nothingOpen: 'Nothing is open.',
    toPay: 'To pay',
    quoteNumbers: 'Please quote the document numbers with your payment.',
    currency: 'Currency',
    iban: 'IBAN',
  },
  it: {
    taxId: 'Partita IVA',
    notDue: 'A scadere',
    range: (from, to) => `${from}–${to} giorni di ritardo`,
    over: (days) => `Oltre ${days} giorni`,
    credits: 'Pagamenti e note di credito da abbinare',
    ageing: 'Per giorni di ritardo',
    nothingOpen: 'Nessuna partita aperta.',
    toPay: 'Da pagare',
    quoteNumbers: 'La preghiamo di indicare i numeri dei documenti nella causale del pagamento.',
    currency: 'Valuta',
    iban: 'IBAN',
  },
  de: {
    taxId: 'USt-IdNr.',
    notDue: 'Nicht fällig',
    range: (from, to) => `${from}–${to} Tage überfällig`,
    over: (days) => `Über ${days} Tage`,
    credits: 'Noch nicht zugeordnete Zahlungen und Gutschriften',
    ageing: 'Nach Tagen der Überfälligkeit',
    nothingOpen: 'Es ist nichts offen.',
    toPay: 'Zu zahlen',
    quoteNumbers: 'Bitte geben Sie bei der Zahlung die Belegnummern an.',
    currency: 'Währung',
    iban: 'IBAN',
  },
  fr: {
    taxId: 'N° de TVA',
    notDue: 'Non échu',
    range: (from, to) => `${from}–${to} jours de retard`,
    over: (days) => `Plus de ${days} jours`,
    credits: 'Paiements et avoirs non encore affectés',
    ageing: 'Par jours de retard',
    nothingOpen: 'Aucun montant n’est ouvert.',
    toPay: 'À payer',
    quoteNumbers: 'Merci d’indiquer les numéros des documents lors de votre paiement.',
    currency: 'Devise',
    iban: 'IBAN',
  },
  es: {
    taxId: 'NIF',
    notDue: 'Por vencer',
    range: (from, to) => `${from}–${to} días de retraso`,
    over: (days) => `Más de ${days} días`,
    credits: 'Pagos y abonos pendientes de asignar',
    ageing: 'Por días de retraso',
    nothingOpen: 'No hay nada pendiente.',
    toPay: 'A pagar',
    quoteNumbers: 'Le rogamos que indique los números de los documentos en su pago.',
    currency: 'Divisa',
    iban: 'IBAN',
  },
};
