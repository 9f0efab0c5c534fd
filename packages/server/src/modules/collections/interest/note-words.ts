/** What a note over interest says, in the languages of letters; and on which ground it asks, as the terms are. */
import { type LetterLanguage, letterAmount } from '@quittance/core/correspondence';
import type { NoteTerms } from './charges.queries.ts';

export interface NoteWords {
  readonly title: string;
  readonly preview: string;
  readonly cancelled: string;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly paid: string;
  readonly open: (amount: string) => string;
  readonly document: string;
  readonly taxId: string;
  readonly period: string;
  readonly days: string;
  readonly balance: string;
  readonly rate: string;
  readonly interest: string;
  readonly fee: string;
  readonly fees: string;
  readonly askedBefore: string;
  readonly plan: string;
  readonly total: string;
  readonly dueWas: (date: string, days: number) => string;
  /** After "For this delay we charge". */
  readonly byDirective: (points: string) => string;
  readonly byContract: (rate: string) => string;
  readonly byPlan: (rate: string) => string;
  readonly withFee: (fee: string) => string;
  readonly withAgreedFee: (fee: string) => string;
  readonly dayCount: (days: number) => string;
}

export const NOTE_WORDS: Readonly<Record<LetterLanguage, NoteWords>> = {
  en: {
    title: 'Interest note',
    preview: 'Preview, not charged yet',
    cancelled: 'Cancelled',
    number: 'Number',
    date: 'Date',
    due: 'Due',
    paid: 'paid',
    open: (amount) => `open ${amount}`,
    document: 'Document',
    taxId: 'Tax number',
    period: 'Period',
    days: 'Days',
    balance: 'Open then',
    rate: 'Rate a year',
    interest: 'Interest',
    fee: 'Fixed sum for recovery costs',
    fees: 'Fixed sums',
    askedBefore: 'Asked before',
    plan: 'Instalment plan',
    total: 'Total to pay',
    dueWas: (date, days) => `due ${date}, ${days} days late`,
    byDirective: (points) =>
      `interest by Directive 2011/7/EU on late payment in commercial transactions and the national law that carries it out: the reference rate of the European Central Bank for the half year plus ${points} percentage points`,
    byContract: (rate) => `the interest of ${rate} % a year that our contract provides for late payment`,
    byPlan: (rate) => `the interest of ${rate} % a year that was agreed with the instalment plan`,
    withFee: (fee) => `, and the fixed sum of ${fee} for each document as compensation for recovery costs (Article 6)`,
    withAgreedFee: (fee) => `, and the agreed fixed sum of ${fee} for each document`,
    dayCount: (days) => `Interest for each day after the due date on what was open that day, by years of ${days} days.`,
  },
  it: {
    title: 'Nota interessi di mora',
    preview: 'Anteprima, non ancora addebitata',
    cancelled: 'Annullata',
    number: 'Numero',
    date: 'Data',
    due: 'Scadenza',
    paid: 'pagata',
    open: (amount) => `da pagare ${amount}`,
    document: 'Documento',
    taxId: 'Partita IVA',
    period: 'Periodo',
    days: 'Giorni',
    balance: 'Capitale',
    rate: 'Tasso annuo',
    interest: 'Interessi',
    fee: 'Importo forfettario per costi di recupero',
    fees: 'Importi forfettari',
    askedBefore: 'Già addebitati',
    plan: 'Piano di rientro',
    total: 'Totale da pagare',
    dueWas: (date, days) => `scadenza ${date}, ${days} giorni di ritardo`,
    byDirective: (points) =>
      `gli interessi previsti dalla direttiva 2011/7/UE sui ritardi di pagamento nelle transazioni commerciali e dalla legge nazionale di attuazione: il tasso di riferimento della Banca centrale europea del semestre più ${points} punti percentuali`,
    byContract: (rate) => `gli interessi di mora del ${rate} % annuo previsti dal nostro contratto`,
    byPlan: (rate) => `gli interessi del ${rate} % annuo concordati con il piano di rientro`,
    withFee: (fee) =>
      `, e l’importo forfettario di ${fee} per documento a titolo di risarcimento dei costi di recupero (articolo 6)`,
    withAgreedFee: (fee) => `, e l’importo forfettario concordato di ${fee} per documento`,
    dayCount: (days) =>
      `Interessi per ogni giorno successivo alla scadenza su quanto era da pagare quel giorno, su ${days} giorni l’anno.`,
  },
  de: {
    title: 'Zinsrechnung',
    preview: 'Vorschau, noch nicht berechnet',
    cancelled: 'Storniert',
    number: 'Nummer',
    date: 'Datum',
    due: 'Fällig',
    paid: 'bezahlt',
    open: (amount) => `offen ${amount}`,
    document: 'Beleg',
    taxId: 'USt-IdNr.',
    period: 'Zeitraum',
    days: 'Tage',
    balance: 'Offener Betrag',
    rate: 'Zinssatz p. a.',
    interest: 'Zinsen',
    fee: 'Pauschale für Beitreibungskosten',
    fees: 'Pauschalen',
    askedBefore: 'Bereits berechnet',
    plan: 'Ratenplan',
    total: 'Zu zahlen',
    dueWas: (date, days) => `fällig am ${date}, ${days} Tage im Verzug`,
    byDirective: (points) =>
      `Verzugszinsen nach der Richtlinie 2011/7/EU über den Zahlungsverzug im Geschäftsverkehr und dem nationalen Recht, das sie umsetzt: den Bezugszinssatz der Europäischen Zentralbank für das Halbjahr zuzüglich ${points} Prozentpunkten`,
    byContract: (rate) => `die vertraglich vereinbarten Verzugszinsen von ${rate} % im Jahr`,
    byPlan: (rate) => `die im Ratenplan vereinbarten Zinsen von ${rate} % im Jahr`,
    withFee: (fee) => `, und die Pauschale von ${fee} je Beleg als Entschädigung für Beitreibungskosten (Artikel 6)`,
    withAgreedFee: (fee) => `, und die vereinbarte Pauschale von ${fee} je Beleg`,
    dayCount: (days) =>
      `Zinsen für jeden Tag nach der Fälligkeit auf den an diesem Tag offenen Betrag, das Jahr zu ${days} Tagen.`,
  },
  fr: {
    title: 'Note d’intérêts de retard',
    preview: 'Aperçu, pas encore facturée',
    cancelled: 'Annulée',
    number: 'Numéro',
    date: 'Date',
    due: 'Échéance',
    paid: 'payée',
    open: (amount) => `ouvert ${amount}`,
    document: 'Document',
    taxId: 'N° de TVA',
    period: 'Période',
    days: 'Jours',
    balance: 'Montant ouvert',
    rate: 'Taux annuel',
    interest: 'Intérêts',
    fee: 'Indemnité forfaitaire de recouvrement',
    fees: 'Indemnités forfaitaires',
    askedBefore: 'Déjà facturés',
    plan: 'Plan de paiement',
    total: 'Total à payer',
    dueWas: (date, days) => `échéance ${date}, ${days} jours de retard`,
    byDirective: (points) =>
      `les intérêts prévus par la directive 2011/7/UE concernant la lutte contre le retard de paiement dans les transactions commerciales et par la loi nationale qui la transpose : le taux de référence de la Banque centrale européenne du semestre majoré de ${points} points`,
    byContract: (rate) => `les intérêts de retard de ${rate} % l’an prévus par notre contrat`,
    byPlan: (rate) => `les intérêts de ${rate} % l’an convenus avec le plan de paiement`,
    withFee: (fee) => `, et l’indemnité forfaitaire de ${fee} par document pour frais de recouvrement (article 6)`,
    withAgreedFee: (fee) => `, et l’indemnité forfaitaire convenue de ${fee} par document`,
    dayCount: (days) =>
      `Intérêts pour chaque jour suivant l’échéance sur le montant ouvert ce jour-là, l’année comptant ${days} jours.`,
  },
  es: {
    title: 'Nota de intereses de demora',
    preview: 'Vista previa, aún no cargada',
    cancelled: 'Anulada',
    number: 'Número',
    date: 'Fecha',
    due: 'Vencimiento',
    paid: 'pagada',
    open: (amount) => `pendiente ${amount}`,
    document: 'Documento',
    taxId: 'NIF',
    period: 'Periodo',
    days: 'Días',
    balance: 'Importe pendiente',
    rate: 'Tipo anual',
    interest: 'Intereses',
    fee: 'Cantidad fija por costes de cobro',
    fees: 'Cantidades fijas',
    askedBefore: 'Ya cargados',
    plan: 'Plan de pagos',
    total: 'Total a pagar',
    dueWas: (date, days) => `vencimiento ${date}, ${days} días de demora`,
    byDirective: (points) =>
      `los intereses previstos en la Directiva 2011/7/UE contra la morosidad en las operaciones comerciales y en la ley nacional que la transpone: el tipo de referencia del Banco Central Europeo del semestre más ${points} puntos porcentuales`,
    byContract: (rate) => `los intereses de demora del ${rate} % anual previstos en nuestro contrato`,
    byPlan: (rate) => `los intereses del ${rate} % anual acordados con el plan de pagos`,
    withFee: (fee) =>
      `, y la cantidad fija de ${fee} por documento como compensación por los costes de cobro (artículo 6)`,
    withAgreedFee: (fee) => `, y la cantidad fija acordada de ${fee} por documento`,
    dayCount: (days) =>
      `Intereses por cada día posterior al vencimiento sobre lo pendiente ese día, con años de ${days} días.`,
  },
};

const E4_DECIMALS = 4;

/** 101500 is "10.15", in Italian "10,15"; 80000 is "8". */
export function rateInWords(rateE4: number, language: LetterLanguage): string {
  const digits = String(Math.abs(rateE4)).padStart(E4_DECIMALS + 1, '0');
  const decimals = digits.slice(-E4_DECIMALS).replace(/0+$/, '');
  const whole = `${rateE4 < 0 ? '-' : ''}${digits.slice(0, -E4_DECIMALS)}`;
  return decimals === '' ? whole : `${whole}${language === 'en' ? '.' : ','}${decimals}`;
}

/** What follows on "For this delay we charge". `hasFee`: the note asks a fee for one of its documents. */
export function groundOf(
  terms: NoteTerms,
  { hasFee, language }: { hasFee: boolean; language: LetterLanguage },
): string {
  const words = NOTE_WORDS[language];
  const rate = rateInWords(terms.rateE4, language);
  const fee = letterAmount(terms.feeMinor, terms.feeCurrency, language);
  switch (terms.scheme) {
    case 'reference':
      return `${words.byDirective(rate)}${hasFee ? words.withFee(fee) : ''}`;
    case 'contract':
      return `${words.byContract(rate)}${hasFee ? words.withAgreedFee(fee) : ''}`;
    case 'plan':
      return words.byPlan(rate);
  }
}
