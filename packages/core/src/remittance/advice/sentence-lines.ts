/**
 * Sentences that say what was paid, where no line of the text is a document with its amount: "nous réglons la facture
 * AU6600401 montant 412,33 EUR" is 412.33 on it; "we paid 500.33 for 4711001 and 4711002" is a total over two documents.
 */
import { createMarkEvidence, readDecimal } from '../../extracts/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { RemittanceLine } from '../remittance.ts';
import type { AdviceLines } from './advice-lines.ts';

const TEXT_LENGTH_MAX = 20_000;
const DOCUMENTS_MAX = 50;
const AMOUNT = String.raw`(\d{1,3}(?:[.,' ]\d{3}){0,4}[.,]\d{2}|\d{1,12}[.,]\d{2})(?!\d)`;
const NUMBER = String.raw`([A-Za-z]{0,6}[-/]?\d[\dA-Za-z/-]{3,29})(?![.,]\d)`;
const ONE = new RegExp(
  String.raw`\b(?:invoice|inv|fattura|rechnung|facture|factura)\.?\s{1,3}(?:(?:no|nr|n)\.?[°º]?\s{0,3})?${NUMBER}[^\d\n]{1,40}?${AMOUNT}`,
  'gi',
);
const SEVERAL = new RegExp(
  String.raw`\b(?:paid|pay|payment of|bezahlt|gezahlt|pagato|paghiamo|reglons|réglons|regle|réglé|pagado|pagamos)\b[^\d\n]{0,30}${AMOUNT}[^\d\n]{0,12}\b(?:for|für|fuer|per|pour|por)\b([^\n]{4,400})`,
  'i',
);

export function linesOfSentences(whole: string, currency: CurrencyCode): AdviceLines {
  const text = whole.slice(0, TEXT_LENGTH_MAX);
  const marks = createMarkEvidence();
  for (const [amount] of text.matchAll(new RegExp(AMOUNT, 'g'))) marks.add(amount);
  const mark = marks.finding() === 'comma' ? 'comma' : 'point';
  const several = SEVERAL.exec(text);
  if (several !== null) {
    const numbers = [
      ...new Set([...(several[2] ?? '').matchAll(new RegExp(NUMBER, 'g'))].map(([, number = '']) => number)),
    ];
    const totalMinor = readDecimal(several[1] ?? '', mark, currency);
    const lines = numbers
      .slice(0, DOCUMENTS_MAX)
      .map((number) => lineOf(number, numbers.length === 1 ? totalMinor : null));
    if (totalMinor !== null && lines.length > 0) return { lines, totalMinor, unread: [] };
  }
  const lines = [...text.matchAll(ONE)].slice(0, DOCUMENTS_MAX).flatMap(([, number = '', amount = '']) => {
    const paidMinor = readDecimal(amount, mark, currency);
    return paidMinor === null ? [] : [lineOf(number, paidMinor)];
  });
  return { lines, totalMinor: null, unread: [] };
}

function lineOf(number: string, paidMinor: bigint | null): RemittanceLine {
  return {
    line: 1,
    document: { kind: 'invoice', number, label: null },
    references: [],
    issuedOn: null,
    grossMinor: paidMinor,
    discountMinor: null,
    adjustments: [],
    paidMinor,
    text: [],
  };
}
