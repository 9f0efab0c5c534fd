/**
 * The words of a message to a payer in the languages that customers read, whatever language the screens are in. Each is fetched
 * when a message is first written in it.
 */
export const LETTER_LANGUAGES = ['en', 'it', 'de', 'fr', 'es'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** Named in themselves. */
export const LETTER_LANGUAGE_NAMES: Readonly<Record<LetterLanguage, string>> = {
  en: 'English',
  it: 'Italiano',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** Places between double braces are filled in. */
export interface LetterTexts {
  readonly greeting: string;
  readonly received: string;
  readonly receivedFrom: string;
  readonly payersText: string;
  readonly subject: string;
  readonly thanks: string;
  readonly alreadySettled: string;
  readonly confirmItems: string;
  readonly doesPayerPayFor: string;
  readonly isItADuplicate: string;
  readonly textOrAmount: string;
  readonly whatIsReference: string;
  readonly whatIsRestFor: string;
  readonly whichItems: string;
  readonly whichOfEqual: string;
  readonly whyShort: string;
}

const LETTERS: Readonly<Record<LetterLanguage, () => Promise<LetterTexts>>> = {
  en: async () => (await import('./letter.en.ts')).letterEn,
  it: async () => (await import('./letter.it.ts')).letterIt,
  de: async () => (await import('./letter.de.ts')).letterDe,
  fr: async () => (await import('./letter.fr.ts')).letterFr,
  es: async () => (await import('./letter.es.ts')).letterEs,
};

export function letterIn(language: LetterLanguage): Promise<LetterTexts> {
  return LETTERS[language]();
}

/** Where no region is known, the notation that fits most readers of the language. */
const LETTER_LOCALES: Readonly<Record<LetterLanguage, string>> = {
  en: 'en-GB',
  it: 'it-IT',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
};

export function letterLocale(language: LetterLanguage, wishes: readonly string[]): string {
  return wishes.find((wish) => wish.toLowerCase().startsWith(`${language}-`)) ?? LETTER_LOCALES[language];
}
