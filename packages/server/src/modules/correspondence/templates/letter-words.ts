/** The words of a letter that no template writes: how it begins, and what stands over columns. */
import type { LetterLanguage } from '@quittance/core/correspondence';

export interface LetterWords {
  readonly greeting: (name: string) => string;
  readonly greetingNobody: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly amount: string;
  readonly open: string;
  readonly daysLate: string;
  readonly credits: string;
  /** Promised, disputed, or being looked into: not asked for. */
  readonly resting: string;
  readonly total: string;
  readonly payee: string;
  /** Besides or instead of an account with an IBAN. */
  readonly otherWay: string;
  readonly reference: string;
  readonly quoteIt: string;
  readonly scan: string;
  readonly statement: string;
  readonly asOf: string;
  readonly customer: string;
  readonly moreItems: (count: number) => string;
}

export const LETTER_WORDS: Readonly<Record<LetterLanguage, LetterWords>> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    greetingNobody: 'Dear Sir or Madam,',
    number: 'Document',
    issued: 'Issued',
    due: 'Due',
    amount: 'Amount',
    open: 'Open',
    daysLate: 'Days late',
    credits: 'Payments and credits not yet assigned',
    resting: 'Promised or being clarified, not asked for here',
    total: 'Total',
    payee: 'Payee',
    otherWay: 'Other way to pay',
    reference: 'Reference',
    quoteIt: 'Please quote the reference with your payment.',
    scan: 'Scan with your banking app to pay',
    statement: 'Statement of account',
    asOf: 'As of',
    customer: 'Customer',
    moreItems: (count) => `and ${count} more`,
  },
  it: {
    greeting: (name) => `Gentile ${name},`,
    greetingNobody: 'Gentile cliente,',
    number: 'Documento',
    issued: 'Emesso il',
    due: 'Scadenza',
    amount: 'Importo',
    open: 'Da pagare',
    daysLate: 'Giorni di ritardo',
    credits: 'Pagamenti e note di credito da abbinare',
    resting: 'Promessi o in corso di chiarimento, qui non richiesti',
    total: 'Totale',
    payee: 'Beneficiario',
    otherWay: 'Altro modo di pagare',
    reference: 'Riferimento',
    quoteIt: 'La preghiamo di indicare il riferimento nella causale del pagamento.',
    scan: 'Inquadri con l’app della banca per pagare',
    statement: 'Estratto conto',
    asOf: 'Al',
    customer: 'Cliente',
    moreItems: (count) => `e altri ${count}`,
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    greetingNobody: 'Sehr geehrte Damen und Herren,',
    number: 'Beleg',
    issued: 'Datum',
    due: 'Fällig',
    amount: 'Betrag',
    open: 'Offen',
    daysLate: 'Tage überfällig',
    credits: 'Noch nicht zugeordnete Zahlungen und Gutschriften',
    resting: 'Zugesagt oder in Klärung, hier nicht angefordert',
    total: 'Summe',
    payee: 'Empfänger',
    otherWay: 'Andere Zahlungsart',
    reference: 'Referenz',
    quoteIt: 'Bitte geben Sie die Referenz bei der Zahlung an.',
    scan: 'Mit der Banking-App scannen und bezahlen',
    statement: 'Kontoauszug',
    asOf: 'Stand',
    customer: 'Kunde',
    moreItems: (count) => `und ${count} weitere`,
  },
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    greetingNobody: 'Madame, Monsieur,',
    number: 'Document',
    issued: 'Émis le',
    due: 'Échéance',
    amount: 'Montant',
    open: 'Solde dû',
    daysLate: 'Jours de retard',
    credits: 'Paiements et avoirs non encore affectés',
    resting: 'Promis ou en cours de vérification, non réclamés ici',
    total: 'Total',
    payee: 'Bénéficiaire',
    otherWay: 'Autre moyen de paiement',
    reference: 'Référence',
    quoteIt: 'Merci d’indiquer la référence lors de votre paiement.',
    scan: 'Scannez avec votre application bancaire pour payer',
    statement: 'Relevé de compte',
    asOf: 'Au',
    customer: 'Client',
    moreItems: (count) => `et ${count} autres`,
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    greetingNobody: 'Estimados señores:',
    number: 'Documento',
    issued: 'Fecha',
    due: 'Vencimiento',
    amount: 'Importe',
    open: 'Pendiente',
    daysLate: 'Días de retraso',
    credits: 'Pagos y abonos pendientes de asignar',
    resting: 'Prometido o en aclaración, no se reclama aquí',
    total: 'Total',
    payee: 'Beneficiario',
    otherWay: 'Otra forma de pago',
    reference: 'Referencia',
    quoteIt: 'Indique por favor la referencia al hacer el pago.',
    scan: 'Escanee con la app de su banco para pagar',
    statement: 'Estado de cuenta',
    asOf: 'A fecha de',
    customer: 'Cliente',
    moreItems: (count) => `y ${count} más`,
  },
};
