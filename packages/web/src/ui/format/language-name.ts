const CODE = /^[a-z]{2,3}$/i;

/** A language by its code as the reader calls it: "de" is "German", in Italian "tedesco". What is no code stays as it is. */
export function languageName(language: string, locale: string): string {
  if (!CODE.test(language)) return language;
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(language) ?? language;
}
