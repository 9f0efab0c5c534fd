/** What stands around the lines of an advice: who pays, when, under which number, in which currency, how much in all. */
import type { LocalDate } from '../../calendar/index.ts';
import { type DateOrder, readDate } from '../../extracts/index.ts';
import { type CurrencyCode, currencyCode, isCurrencyCode } from '../../money/index.ts';
import type { RemittanceLine } from '../remittance.ts';
import { columnOf } from './advice-words.ts';

const PAYER =
  /^\s*(?:payer|paid by|remitter|from company|pagatore|ordinante|zahler|zahlungspflichtiger|auftraggeber|firma(?=:?\s.*\b(?:gmbh|ag|kg|ohg|ug|se|mbh|e\.?k)\b)|payeur|donneur d'ordre|pagador|ordenante)(?:\s*name)?(?:\s*[:;|]\s*|\s+)(.{2,70}?)(?:\s+pays\b.*)?\s*$/gim;

export function namedPayer(prose: string): string | null {
  for (const [, named = ''] of prose.matchAll(PAYER)) {
    // In a table's title row the cells beside it are empty; in a page's line another fact may stand beside it.
    const [cell = ''] = named.split(/[;|\t]| {3,}/);
    const name = cell.replace(/[\s,]+$/, '').trim();
    // `Payer;Invoice;Paid` heads columns.
    if (name !== '' && columnOf(name) === null) return name;
  }
  return null;
}

const PAID_ON =
  /(?:payment date|date of payment|paid on|pays on|value date|data (?:di |del )?pagamento|data valuta|valuta|zahlungsdatum|zahltag|zahlung(?: am| vom)?|buchungsdatum|date (?:de|du) (?:paiement|reglement|règlement|virement)|fecha de pago)\s*:?\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})/i;

export function paidOnIn(prose: string, order: DateOrder | null): LocalDate | null {
  const [, date] = PAID_ON.exec(prose) ?? [];
  return date === undefined ? null : readDate(date, order);
}

const LABELLED =
  /(?:payment|remittance|advice|check|cheque|eft|ach|wire|trace|pagamento|bonifico|assegno|zahlung|zahlungs|avis|scheck|überweisungs|paiement|règlement|reglement|virement|chèque|pago|transferencia)[ -]?(?:advice )?(?:number|no|nr|num|n|id|reference|referenz|nummer|référence|reference|referencia|riferimento|numero|cro|ref)?\.?[°º]?\s*[:#]\s*([A-Z0-9][A-Z0-9/-]{3,34})\b/giu;
const TRACE = /\b(?=[A-Z0-9-]*\d{4})[A-Z0-9][A-Z0-9-]{5,34}\b/g;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/;
const HEAD_CHARS = 500;

/** A number that is called the payment's, else one in the subject or above the lines that is none of the documents. */
export function traceIn(subject: string, prose: string, lines: readonly RemittanceLine[]): string | null {
  const documents = new Set(
    lines.flatMap(({ document }) => (document === null ? [] : [document.number.toUpperCase()])),
  );
  const isOther = (number: string) => !DATE.test(number) && !documents.has(number.toUpperCase());
  const head = `${subject}\n${prose.slice(0, HEAD_CHARS)}`.toUpperCase();
  const labelled = [...prose.matchAll(LABELLED)]
    .map(([, number = '']) => number)
    .filter((number) => /\d{3}/.test(number));
  return labelled.find(isOther) ?? [...head.matchAll(TRACE)].map(([number]) => number).find(isOther) ?? null;
}

const STATED_CURRENCY = /(?:currency|valuta|divisa|währung|waehrung|devise|moneda)\s*:?\s*([A-Z]{3})\b/i;
const BESIDE_AMOUNT = /\b([A-Z]{3})\s?-?\d[\d.,' ]*[.,]\d{2}\b|\d[.,]\d{2}\s?([A-Z]{3})\b|\(([A-Z]{3})\)/g;
const EURO = currencyCode('EUR');
const POUND = currencyCode('GBP');
const SIGNS: readonly (readonly [RegExp, CurrencyCode])[] = [
  [/€\s?\d|\d\s?€|\(€\)/, EURO],
  [/£\s?\d|\d\s?£|\(£\)/, POUND],
];

/** The currency that the title of a column of amounts names: `Paid USD`, `Zahlbetrag (EUR)`, `Montant €`; null when none does. */
export function currencyOfHeading(heading: string): CurrencyCode | null {
  const codes: readonly string[] = heading.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? [];
  const code = codes.find(isCurrencyCode);
  return code ?? (heading.includes('€') ? EURO : heading.includes('£') ? POUND : null);
}

/** The currency that is named beside amounts, in a heading or by its sign; null when nothing tells. A dollar sign does not. */
export function currencyIn(text: string): CurrencyCode | null {
  const [, stated = ''] = STATED_CURRENCY.exec(text) ?? [];
  if (isCurrencyCode(stated.toUpperCase())) return stated.toUpperCase() as CurrencyCode;
  const counts = new Map<CurrencyCode, number>();
  for (const [, before, behind, alone] of text.matchAll(BESIDE_AMOUNT)) {
    const code = before ?? behind ?? alone ?? '';
    if (isCurrencyCode(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return most?.[0] ?? SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}
