import { printedReference } from '@quittance/core/payment-reference';
import type { LetterWords } from '../templates/letter-words.ts';
import type { LetterSettings } from './settings.queries.ts';

/** Where to pay to, line by line: the account with an IBAN, then what else the company says. Nothing where it says nothing. */
export function accountLines(
  { payeeName, iban, bic, otherWayToPay = null }: Omit<LetterSettings, 'signature'>,
  words: Pick<LetterWords, 'payee' | 'otherWay'>,
): [string, string][] {
  if (iban === null && otherWayToPay === null) return [];
  const account: [string, string][] = iban === null ? [] : [['IBAN', printedReference(iban)]];
  const bank: [string, string][] = iban === null || bic === null ? [] : [['BIC', bic]];
  const other: [string, string][] = otherWayToPay === null ? [] : [[words.otherWay, otherWayToPay]];
  return [[words.payee, payeeName], ...account, ...bank, ...other];
}
