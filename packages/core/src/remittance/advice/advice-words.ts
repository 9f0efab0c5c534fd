/** The words by which payers head the columns and lines of an advice, in English, Italian, German, French and Spanish. */
import type { RemittanceField } from '../../extracts/index.ts';

type Meaning = RemittanceField | 'nothing';

/**
 * The first that fits a heading counts: `Invoice date` is a date, `Amount paid` is no amount of the invoice, `Tax amount`
 * and `Open balance` are nothing that is read.
 */
const COLUMNS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'nothing',
    /\b(?:vat|tax|iva|mwst|ust|tva|balance|open|outstanding|remaining|saldo|residuo|offen\w*|rest\w*|solde|pendiente)\b/,
  ],
  [
    'nothing',
    /\b(?:due date|scadenza|falligkeit|faelligkeit|echeance|vencimiento|type|tipo|art|line|item no|pos|riga|zeile)\b/,
  ],
  ['issuedOn', /\b(?:date|data|\w*datum|fecha)\b/],
  ['purchaseOrder', /\b(?:po|p\.o\.|purchase order|order|ordine|bestell\w*|auftrag\w*|commande|pedido)\b/],
  ['reasonCode', /\b(?:reason code|code|codice|deduction code|\w*schlussel|grundcode|codigo)\b/],
  [
    'reason',
    /\b(?:reason|motiv[oe]|causale|\w*grund|motif|raison|remarks?|notes?|comment|bemerkung|descri\w+|beschreibung|text)\b/,
  ],
  ['currency', /\b(?:currency|curr|divisa|moneda|devise|wahrung|waehrung|whg)\b/],
  ['payerName', /\b(?:payer|pagatore|zahler|payeur|pagador)\b/],
  ['discount', /\b(?:discounts?|disc|skonto\w*|sconto|sconti|escompte|descuento)\b/],
  [
    'deduction',
    /\b(?:deductions?|deducted|less|adjustments?|adj|abzug|abzuge|kurzung\w*|trattenut[ae]|ritenut[ae]|detrazion[ei]|retenues?|deduccion(?:es)?|retencion(?:es)?|withheld|withholding|short\w*)\b/,
  ],
  [
    'paid',
    /\b(?:net|net amount|netto\w*|paid|payment|pagato|pagamento|importo pagato|bezahlt|gezahlt|zahlbetrag|zahlung\w*|uberweisung\w*|paye|regle|reglement|pagado|pago|neto|remitted)\b/,
  ],
  ['gross', /\b(?:gross|amount|amt|importo|lordo|\w*betrag|brutto\w*|montant|brut|importe|bruto|total|totale|value)\b/],
  [
    'itemNumber',
    /\b(?:invoices?|inv|fattur[ae]|rechnung\w*|rg|factures?|facturas?|bill|your (?:ref|doc)\w*|vs|vostr[oa]|ihre?|votre|su)\b/,
  ],
  [
    'itemNumber',
    /\b(?:documents?|doc|reference|ref|documento|numero|beleg\w*|piece|number|no|nr|num|riferimento|referenz|referencia)\b/,
  ],
];

/** Of two columns that may hold the number, the one that says so plainly. */
const PLAINLY_ITEM = COLUMNS.filter(([meaning]) => meaning === 'itemNumber')[0]?.[1];

/** The column a heading stands for, or null: `Net amount` is `paid`, `Rechnungsnummer` is `itemNumber`. */
export function columnOf(heading: string): RemittanceField | null {
  const plain = plainWords(heading);
  // `invoices@alder.example` in a list of customers is an address, however it begins.
  if (plain === '' || plain.length > HEADING_CHARS_MAX || plain.includes('@')) return null;
  const meaning = COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'nothing';
  return meaning === 'nothing' ? null : meaning;
}

/** Longer is a sentence. */
const HEADING_CHARS_MAX = 60;

export function isPlainlyItem(heading: string): boolean {
  return PLAINLY_ITEM?.test(plainWords(heading)) ?? false;
}

const TOTAL =
  /^\W*(?:grand\s+|net\s+)?(?:total|totale|summe|gesamt\w*|somme|suma|importe total|totaal|amount paid|payment amount)\b/;
const CARRIED =
  /^\W*(?:carried|brought|page total|sub-?total|zwischensumme|ubertrag|riporto|a riportare|report|sous-total|suma y sigue|subtotal)\b/;

export function isTotal(text: string): boolean {
  return TOTAL.test(plainWords(text));
}

/** A sum that is repeated or goes on: no line, and not the total either. */
export function isCarried(text: string): boolean {
  return CARRIED.test(plainWords(text));
}

const CREDIT =
  /\b(?:credit(?:\s*(?:note|memo))?|cn|cm|nota (?:di )?credito|nc|gutschrift|gs|avoir|abono|nota de credito)\b/;

/** A cell that says that its line is a credit. */
export function isCreditWord(text: string): boolean {
  return text.length <= HEADING_CHARS_MAX && CREDIT.test(plainWords(text));
}

const DOCUMENT =
  /^(?:invoices?|inv|bill|rechnung(?:en)?|re|rg|fattur[ae]|ft|factures?|facturas?|gutschrift|credit (?:note|memo)|nota (?:di )?credito|avoir|abono)\b[\s\d./:#-]*$/;

/** A cell that says what kind of document its line is about, and no more. */
export function isDocumentWord(text: string): boolean {
  return DOCUMENT.test(plainWords(text));
}

/** Lower case without accents, for comparing words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .trim();
}
