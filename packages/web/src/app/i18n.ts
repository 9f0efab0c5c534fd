/** The catalogues: English ships with the page, Italian is fetched when it is wanted. Keys are checked by the compiler. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './locales/en.ts';
import { type Language, languageOf } from './preferences.ts';
import { bringCodeTexts } from './sentences/brought-texts.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Name extends string> = Name extends `${infer Base}_${PluralForm}` ? Base : Name;
type Catalogue = typeof en;

/** Every text by its area and name, without the plural form: "grid.rows". */
export type TextKey = {
  [Area in keyof Catalogue & string]: `${Area}.${WithoutForm<keyof Catalogue[Area] & string>}`;
}[keyof Catalogue & string];

/** `count` chooses the plural form; the other values fill the places between double braces. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in the language shown. A key that is in no catalogue does not compile. */
export function useTexts(): { readonly t: Translate; readonly language: Language } {
  const { t, i18n } = useTranslation();
  return { t: t as Translate, language: languageOf([i18n.language]) };
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
  await bringTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts of a language that the page need not be in: a letter is written in its reader's. */
export async function textsIn(language: Language): Promise<Translate> {
  await bringTexts(language);
  return i18next.getFixedT(language) as Translate;
}

async function bringTexts(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return;
  const [{ it }] = await Promise.all([import('./locales/it.ts'), bringCodeTexts(language)]);
  i18next.addResourceBundle(language, 'translation', it);
}
