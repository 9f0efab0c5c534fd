/** The words by which payers head the columns and lines of an advice, in English, Italian, German, French and Spanish. */

export type AdviceColumn = 'document' | 'issuedOn' | 'order' | 'gross' | 'deduction' | 'discount' | 'reason' | 'paid';

/** The first that fits a heading counts; `paid` before `gross`, for "amount paid" is no amount of the invoice. */
const COLUMNS: readonly (readonly [AdviceColumn, RegExp])[] = [
  ['issuedOn', /\b(?:date|data|datum|fecha)\b/],
  ['order', /\b(?:po|p\.o\.|purchase order|order|ordine|bestell\w*|auftrag\w*|commande|pedido)\b/],
  ['reason', /\b(?:reason|motiv[oe]|causale|grund|motif|raison|remarks?|note)\b/],
  ['discount', /\b(?:discount|disc|skonto|sconto|escompte|descuento)\b/],
  [
    'deduction',
    /\b(?:deductions?|less|adjustments?|abzug|abzuge|kurzung|trattenut[ae]|detrazion[ei]|retenue|deduccion)\b/,
  ],
  [
    'paid',
    /\b(?:net|net amount|paid|payment|pagato|netto|importo pagato|bezahlt|zahlbetrag|zahlung|paye|regle|pagado|neto)\b/,
  ],
  ['gross', /\b(?:gross|amount|importo|lordo|betrag|brutto|montant|brut|importe|bruto|total)\b/],
  [
    'document',
    /\b(?:invoice|document|doc|inv|reference|ref|fattura|documento|numero|rechnung\w*|beleg\w*|facture|piece|factura|bill|number|no|nr)\b/,
  ],
];

/** The column a heading stands for, or null: `Net amount` is `paid`, `Rechnungsnummer` is `document`. */
export function columnOf(heading: string): AdviceColumn | null {
  const plain = plainWords(heading);
  return COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const TOTAL = /^\W*(?:grand\s+)?(?:total|totale|summe|gesamt\w*|somme|suma|importe total|totaal)\b/;

export function isTotal(text: string): boolean {
  return TOTAL.test(plainWords(text));
}

/** Lower case without accents, for comparing words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
