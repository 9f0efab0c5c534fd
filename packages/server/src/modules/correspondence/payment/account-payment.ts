/** How one document is paid, as it is printed: our account, its reference with check digits, and the code for banking apps. */
import { type LetterLanguage, letterAmount } from '@quittance/core/correspondence';
import { epcPaymentText, printedReference } from '@quittance/core/payment-reference';
import type { Column, Content } from 'pdfmake/interfaces.js';
import { STATEMENT_WORDS } from '../statements/statement-words.ts';
import { LETTER_WORDS } from '../templates/letter-words.ts';
import { accountLines } from './account-lines.ts';
import { referenceOfOne } from './payable-reference.ts';
import { qrPicture } from './qr-picture.ts';
import type { LetterSettings } from './settings.queries.ts';

export interface AccountPayment {
  readonly settings: LetterSettings;
  readonly item: { readonly id: string; readonly number: string; readonly currency: string; readonly minor: bigint };
  readonly language: LetterLanguage;
}

const GREY = '#57606a';
const CODE_POINTS = 92; // about 32 mm: the guideline for the code asks at least 25

/** Nothing where there is neither an account nor a reference. */
export function payableInto({ settings, item, language }: AccountPayment): Content[] {
  const { id: itemId, number, currency, minor } = item;
  const reference = referenceOfOne([{ itemId, number, currency, askedMinor: minor }]);
  const words = LETTER_WORDS[language];
  const { payeeName, iban, bic } = settings;
  const account = accountLines(settings, words);
  const quoted: [string, string][] = reference === null ? [] : [[words.reference, printedReference(reference)]];
  if (account.length + quoted.length === 0) return [];
  const lines = [
    ...account,
    [STATEMENT_WORDS[language].toPay, letterAmount(minor, currency, language)] as const,
    ...quoted,
  ];
  const body = lines.map(([name, text]) => [{ text: name, color: GREY }, { text }]);
  const hint = reference === null ? STATEMENT_WORDS[language].quoteNumbers : words.quoteIt;
  const table: Content = { table: { widths: [90, '*'], body }, layout: 'noBorders' };
  const written: Column = { width: '*', stack: [table, { text: hint, margin: [0, 6, 0, 0] }] };
  const code =
    reference === null || iban === null || currency !== 'EUR'
      ? null
      : epcPaymentText({ payeeName, iban, bic, amountMinor: minor, reference });
  return [{ unbreakable: true, columns: [written, ...(code === null ? [] : [picture(code, words.scan)])] }];
}

function picture(code: string, caption: string): Column {
  const image = `data:image/png;base64,${Buffer.from(qrPicture(code)).toString('base64')}`;
  return {
    width: 130,
    alignment: 'right',
    stack: [
      { image, width: CODE_POINTS },
      { text: caption, color: GREY, fontSize: 7 },
    ],
  };
}
