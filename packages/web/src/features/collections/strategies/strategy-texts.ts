/** Texts of points and simulations: only this page has them, so they come with it and no other page carries them. */
import { type KeyOf, type Texts, type Translate, translatorOf, useTexts } from '../../../app/i18n.ts';
import { strategiesEn } from '../../../app/locales/strategies.en.ts';
import { strategiesIt } from '../../../app/locales/strategies.it.ts';

export type StrategyTextKey = KeyOf<typeof strategiesEn>;

const CATALOGUES = { en: strategiesEn, it: strategiesIt } as const satisfies Readonly<Record<string, Texts>>;

/** `own` has what only this page says, `t` the words of all pages. */
export function useStrategyTexts(): { readonly t: Translate; readonly own: Translate<StrategyTextKey> } {
  const { t, language } = useTexts();
  return { t, own: translatorOf<StrategyTextKey>(language, CATALOGUES[language]) };
}
