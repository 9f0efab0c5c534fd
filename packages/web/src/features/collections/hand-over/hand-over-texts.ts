/** Texts of handing work over: they come with the parts that say them, so that no other page carries them. */
import { WORK_KINDS, type WorkKind } from '@quittance/core/hand-over';
import { type KeyOf, type Texts, type Translate, translatorOf, useTexts } from '../../../app/i18n.ts';
import { handOverEn } from '../../../app/locales/hand-over.en.ts';
import { handOverIt } from '../../../app/locales/hand-over.it.ts';

export type HandOverTextKey = KeyOf<typeof handOverEn>;

const CATALOGUES = { en: handOverEn, it: handOverIt } as const satisfies Readonly<Record<string, Texts>>;

/** `own` has what only hand-overs say, `t` the words of all pages. */
export function useHandOverTexts(): { readonly t: Translate; readonly own: Translate<HandOverTextKey> } {
  const { t, language } = useTexts();
  return { t, own: translatorOf<HandOverTextKey>(language, CATALOGUES[language]) };
}

/** "12 tasks, 3 call-backs". */
export function workInWords(
  own: Translate<HandOverTextKey>,
  work: readonly { readonly kind: WorkKind; readonly count: number }[],
): string {
  const inOrder = [...work].sort((left, right) => WORK_KINDS.indexOf(left.kind) - WORK_KINDS.indexOf(right.kind));
  return inOrder.map(({ kind, count }) => own(`handOver.${kind}`, { count })).join(', ');
}
