import type { LetterLanguage } from '@quittance/core/correspondence';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import type { TemplateTexts } from './template-text.ts';

/** The letters that come with the product. */
export const SHIPPED: Readonly<Record<LetterLanguage, TemplateTexts>> = {
  en: ENGLISH,
  it: ITALIAN,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
