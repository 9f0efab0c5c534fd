/** Whether a text is an advice and not another list of documents: it says what was paid or taken off, and names no customers or due dates. */
import type { CurrencyCode } from '../../money/index.ts';
import { edi820 } from '../edi820/index.ts';
import { remt001 } from '../remt001/index.ts';
import { isHtml } from './advice-tables.ts';
import { isPlainlyItem, plainWords } from './advice-words.ts';
import { contentOfText, readAdviceContent } from './read-advice.ts';

const OF_OTHER_LISTS =
  /\b(?:customer|cust|due|cliente|codcliente|scadenza|kunde\w*|debitor\w*|fallig\w*|faellig\w*|client|echeance|vencimiento|bukrs|company|iban)\b/;
const OF_PAYMENTS =
  /\b(?:remittance|payment|advice|paid|pays|pagamento|bonifico|avviso|distinta|zahlung\w*|avis|uberweisung\w*|paiement|reglement|virement|pago|transferencia)\b/;
/** No currency is needed to see lines. */
const ANY = 'EUR' as CurrencyCode;

/** `beginning`: some thousand characters of the file. */
export function looksLikeAdvice(beginning: string): boolean {
  if (edi820.recognises(beginning) || remt001.recognises(beginning) || isHtml(beginning)) return true;
  const { mapping, header, remittance } = readAdviceContent(contentOfText(beginning), { subject: '', currency: ANY });
  if (mapping === null) return remittance.lines.length > 0 && OF_PAYMENTS.test(plainWords(beginning));
  const { paid, deduction, discount, itemNumber } = mapping.columns;
  const isOther = header.some((name) => OF_OTHER_LISTS.test(plainWords(name)));
  return !isOther && isPlainlyItem(itemNumber ?? '') && (paid ?? deduction ?? discount) !== undefined;
}
