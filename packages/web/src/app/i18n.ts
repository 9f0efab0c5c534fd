/** The catalogues: English ships with the page, Italian is fetched when it is wanted. Keys are checked by the compiler. */
import { useSyncExternalStore } from 'react';
import { en } from './locales/en.ts';
import type { Language } from './preferences.ts';
import { bringCodeTexts } from './sentences/brought-texts.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Name extends string> = Name extends `${infer Base}_${PluralForm}` ? Base : Name;
type Catalogue = typeof en;

/** Every text of a catalogue by its area and name, without the plural form: "grid.rows". */
export type KeyOf<Of> = {
  [Area in keyof Of & string]: `${Area}.${WithoutForm<keyof Of[Area] & string>}`;
}[keyof Of & string];
export type TextKey = KeyOf<Catalogue>;

/** `count` chooses the plural form; the other values fill the places between double braces. */
export type Translate<Key extends string = TextKey> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Texts by area and name. Another language may have more plural forms than English. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const PLACE = /\{\{(\w+)\}\}/g;

/** `translatorOf('en', { grid: { rows_one: '{{count}} row', rows_other: '{{count}} rows' } })('grid.rows', { count: 2 })` is "2 rows". */
export function translatorOf<Key extends string = TextKey>(language: Language, texts: Texts): Translate<Key> {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const point = key.indexOf('.');
    const area = texts[key.slice(0, point)];
    const name = key.slice(point + 1);
    const form = typeof values.count === 'number' ? area?.[`${name}_${plurals.select(values.count)}`] : undefined;
    const text = form ?? area?.[name] ?? key;
    return text.replace(PLACE, (place, named: string) => String(values[named] ?? place));
  };
}

const translators = new Map<Language, Translate>([['en', translatorOf('en', en)]]);
const listeners = new Set<() => void>();
let shown: Language = 'en';

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The texts in the language shown. A key that is in no catalogue does not compile. */
export function useTexts(): { readonly t: Translate; readonly language: Language } {
  const language = useSyncExternalStore(subscribe, () => shown);
  return { t: translatorIn(language), language };
}

/** Brings in the catalogue of a language and turns every text on the page to it. */
export async function turnTextsTo(language: Language): Promise<void> {
  await bringTexts(language);
  shown = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function translatorIn(language: Language): Translate {
  const found = translators.get(language);
  if (!found) throw new Error(`the texts of ${language} have not been brought`);
  return found;
}

async function bringTexts(language: Language): Promise<void> {
  if (translators.has(language)) return;
  const [{ it }] = await Promise.all([import('./locales/it.ts'), bringCodeTexts(language)]);
  translators.set(language, translatorOf(language, it));
}
