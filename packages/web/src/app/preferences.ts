/** What a person set for this browser: language, density. Theme is kept by Mantine. Read before the first paint. */
import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['en', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Languages are named in themselves, so that who cannot read the current one finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' };
export const DENSITIES = ['compact', 'regular', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** Where no region is known, the reading of dates and numbers that fits most readers of the language. */
const DEFAULT_LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', it: 'it-IT' };
const LANGUAGE_KEY = 'quittance.language';
const DENSITY_KEY = 'quittance.density';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A preference is never worth an error: private windows may refuse storage. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}

export function chosenLanguage(): Language | null {
  const value = remembered(LANGUAGE_KEY);
  return LANGUAGES.find((language) => language === value) ?? null;
}

export function rememberLanguage(language: Language): void {
  remember(LANGUAGE_KEY, language);
}

/** The language asked for by the person, else by the browser, else English. */
export function languageOf(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => language === wish.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return 'en';
}

/** The first wish that is of this language and names a region decides how dates and numbers read: `en-US`, `it-CH`. */
export function localeOf(language: Language, wishes: readonly string[]): string {
  return wishes.find((wish) => wish.toLowerCase().startsWith(`${language}-`)) ?? DEFAULT_LOCALE[language];
}

let density: Density = DENSITIES.find((value) => value === remembered(DENSITY_KEY)) ?? 'regular';

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, () => density);
}

export function setDensity(next: Density): void {
  density = next;
  remember(DENSITY_KEY, next);
  applyDensity();
  for (const listener of listeners) listener();
}

export function applyDensity(): void {
  document.documentElement.dataset.density = density;
}
