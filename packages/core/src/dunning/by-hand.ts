/**
 * A notice that a person writes stands on the same ladder as one of a run: it may say again what an item was told, or be its next step,
 * never a firmer one. When it is the next step it takes it, as early as the days that lie between two steps allow.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import { type LadderStep, STEP_PURPOSES, type StepPurpose } from '../strategies/index.ts';
import { type NextStep, nextStep, type TakenStep } from './next-step.ts';

export type NoticeByHand =
  /** The item takes this step by it. */
  | { readonly kind: 'takes'; readonly next: NextStep }
  /** It says nothing firmer than the item was told; where the item stands stays. */
  | { readonly kind: 'repeats' }
  /** The day from which the item may be told so. */
  | { readonly kind: 'too_soon'; readonly on: LocalDate }
  /** What comes before: the key of the item's next step, null at the end of the ladder. */
  | { readonly kind: 'too_firm'; readonly before: string | null };

/**
 * An item that had notice 1 on the 6th, with notice 2 at least 7 days later: notice 1 repeats, notice 2 is too soon until the 13th and then
 * takes the step, notice 3 is too firm.
 */
export function noticeByHand(
  ladder: readonly LadderStep[],
  item: { readonly dueOn: LocalDate; readonly taken: readonly TakenStep[]; readonly today: LocalDate },
  purpose: StepPurpose,
): NoticeByHand {
  const told = ladder.filter(({ key }) => item.taken.some((taken) => taken.key === key)).map(firmnessOf);
  const wanted = STEP_PURPOSES.indexOf(purpose);
  if (wanted <= Math.max(-1, ...told)) return { kind: 'repeats' };
  const next = nextStep(ladder, item);
  if (next === null || item.taken.some(({ isUnfinished }) => isUnfinished === true)) {
    return { kind: 'too_firm', before: next?.step.key ?? null };
  }
  const isNextFirmer = next.step.channel !== 'person' && firmnessOf(next.step) > wanted;
  if (isNextFirmer) return { kind: 'repeats' };
  if (next.step.purpose !== purpose) return { kind: 'too_firm', before: next.step.key };
  const days = item.taken.map(({ on }) => on).sort();
  const lastOn = days.at(-1);
  const on = lastOn === undefined ? item.today : addDays(lastOn, next.step.waitDays);
  return on > item.today ? { kind: 'too_soon', on } : { kind: 'takes', next };
}

function firmnessOf({ purpose }: LadderStep): number {
  return purpose === null ? -1 : STEP_PURPOSES.indexOf(purpose);
}
