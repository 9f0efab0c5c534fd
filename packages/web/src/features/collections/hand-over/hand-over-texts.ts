/** Texts of handing work over: they come with the parts that say them, so that no other page carries them. */
import { WORK_KINDS, type WorkKind } from '@quittance/core/hand-over';
import { type KeyOf, type Texts, type Translate, translatorOf, useTexts } from '../../../app/i18n.ts';
import { handOverEn } from '../../../app/locales/hand-over.en.ts';
import { handOverIt } from '../../../app/locales/hand-over.it.ts';
import type { HandOver } from './hand-over.queries.ts';

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

/** "12 tasks, 3 call-backs → Imogen; 1 conversation → the team". */
export function goingInWords(own: Translate<HandOverTextKey>, totals: HandOver['totals']): string {
  const receivers = [...new Map(totals.map(({ toId, toName }) => [toId, toName]))];
  return receivers
    .map(([toId, name]) => {
      const theirs = totals.filter((one) => one.toId === toId);
      return `${workInWords(own, theirs)} → ${name ?? own('handOver.team')}`;
    })
    .join('; ');
}

/** By kind, whoever gets them. */
export function sumsByKind(
  totals: readonly { readonly kind: WorkKind; readonly count: number }[],
): { kind: WorkKind; count: number }[] {
  const kinds = [...new Set(totals.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    count: totals.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0),
  }));
}

/** What was handed over and has come back, in the words in which it went. */
export function backInWords(
  own: Translate<HandOverTextKey>,
  { name, totals, stayed }: { readonly name: string; readonly totals: HandOver['totals']; readonly stayed: number },
): string {
  const work = workInWords(own, sumsByKind(totals));
  if (stayed === 0) return own('handOver.undone', { name, work });
  return own('handOver.stayed', { name, work, count: stayed });
}

export interface AbsenceOf {
  readonly id: string;
  readonly absences: readonly { readonly from: string; readonly until: string; readonly fromMinute: number | null }[];
}

/** Who is away for the whole of a day, and until which day, as the calendars have it: an afternoon off is no absence. */
export function awayUntil(people: readonly AbsenceOf[], day: string): ReadonlyMap<string, string> {
  const away = new Map<string, string>();
  for (const { id, absences } of people) {
    const whole = absences.filter(({ from, until, fromMinute }) => fromMinute === null && from <= day && day <= until);
    const last = whole
      .map(({ until }) => until)
      .sort()
      .at(-1);
    if (last !== undefined) away.set(id, last);
  }
  return away;
}
