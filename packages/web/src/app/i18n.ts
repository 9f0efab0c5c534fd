/** The catalogues: English ships with the page, Italian is fetched when it is wanted. Keys are checked by the compiler. */
import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './locales/en.ts';
import type { Language } from './preferences.ts';

export type TextKey = ParseKeys;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    enableSelector: false;
  }
}

export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await turnTextsTo(language);
}

/** Brings in the catalogue of a language and turns every text on the page to it. */
export async function turnTextsTo(language: Language): Promise<void> {
  if (language === 'it' && !i18next.hasResourceBundle('it', 'translation')) {
    const { it } = await import('./locales/it.ts');
    i18next.addResourceBundle('it', 'translation', it);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
