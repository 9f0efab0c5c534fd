/** Dates and amounts as a reader of each language writes them in a business letter. */
import type { LocalDate } from '../calendar/index.ts';
import { formatAmount } from '../money/index.ts';

/** The languages that letters come in. */
export const LETTER_LANGUAGES = ['en', 'it', 'de', 'fr', 'es'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export function isLetterLanguage(language: string | null | undefined): language is LetterLanguage {
  return (LETTER_LANGUAGES as readonly (string | null | undefined)[]).includes(language);
}

/** Where a customer's language is not known: what business letters are written in there. */
const BY_COUNTRY: Readonly<Record<string, LetterLanguage>> = {
  IT: 'it',
  SM: 'it',
  DE: 'de',
  AT: 'de',
  LI: 'de',
  FR: 'fr',
  MC: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CL: 'es',
  CO: 'es',
  PE: 'es',
};

/** The first language named that letters come in; else that of the country; else English. */
export function letterLanguage(named: readonly (string | null | undefined)[], country: string | null): LetterLanguage {
  return named.find(isLetterLanguage) ?? BY_COUNTRY[country ?? ''] ?? 'en';
}

export const MONTHS: Readonly<Record<LetterLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

/** `letterDate('2026-11-27', 'de')` is "27. November 2026", in Spanish "27 de noviembre de 2026". */
export function letterDate(date: LocalDate, language: LetterLanguage): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[language][Number(month) - 1] ?? '';
  const plain = Number(day);
  if (language === 'de') return `${plain}. ${name} ${year}`;
  if (language === 'es') return `${plain} de ${name} de ${year}`;
  if ((language === 'fr' || language === 'it') && plain === 1)
    return `${language === 'fr' ? '1er' : '1º'} ${name} ${year}`;
  return `${plain} ${name} ${year}`;
}

const SIGNS: Readonly<Record<LetterLanguage, { readonly group: string; readonly decimal: string }>> = {
  en: { group: ',', decimal: '.' },
  it: { group: '.', decimal: ',' },
  de: { group: '.', decimal: ',' },
  fr: { group: '\u202f', decimal: ',' },
  es: { group: '.', decimal: ',' },
};

/** `letterAmount(1240000n, 'EUR', 'it')` is "12.400,00 EUR". */
export function letterAmount(amountMinor: bigint, currency: string, language: LetterLanguage): string {
  const { group, decimal } = SIGNS[language];
  const [whole = '', decimals] = formatAmount(amountMinor, currency).split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group);
  return `${grouped}${decimals === undefined ? '' : decimal + decimals} ${currency}`;
}
